package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trustbench.disclosure.IntegerSystem.Sum;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.tally.Counts;

/**
 * The equations that a reader can set up about the judgements of one inspection from all that is
 * shown of it, each count taken as known exactly, which is more than rounding leaves to know. The
 * unknowns are the cases of every piece ({@link DisjointCells}), its sufficient and insufficient
 * judgements and those not recorded, and the cases left after every step of a pathway.
 */
final class IntruderKnowledge {
  static final int CASES = 0;
  static final int SUFFICIENT = 1;
  static final int INSUFFICIENT = 2;
  static final int NOT_RECORDED = 3;
  private static final int OUTCOMES = 4;

  private final Framework framework;
  private final DisjointCells parts;
  private final DisclosureRules rules;
  private final Map<String, Integer> firstOfPathway = new HashMap<>();
  private final List<Sum> sums = new ArrayList<>();
  private final long[] fewestInScope;
  private final long[] mostInScope;
  private int variables;

  IntruderKnowledge(Framework framework, DisjointCells parts, DisclosureRules rules) {
    this.framework = framework;
    this.parts = parts;
    this.rules = rules;
    this.variables = OUTCOMES * parts.size();
    for (Pathway pathway : framework.pathways()) {
      firstOfPathway.put(pathway.id(), variables);
      variables += pathway.steps().size() + 1;
    }
    this.fewestInScope = new long[parts.scopes()];
    this.mostInScope = new long[parts.scopes()];
    Arrays.fill(mostInScope, IntegerSystem.ANY);
    framework.pathways().forEach(this::addSteps);
    for (int piece = 0; piece < parts.size(); piece++) {
      int first = OUTCOMES * piece;
      int[] outcomes = {first + SUFFICIENT, first + INSUFFICIENT, first + NOT_RECORDED};
      add(outcomes, new int[] {first + CASES}, -IntegerSystem.ANY, 0);
    }
  }

  /** A measure is shown: all that may be said of it is known. */
  void shows(Measure measure, Counts counts) {
    for (PublishedCount count : PublishedCount.values()) {
      if (count.of(counts, rules).isPresent()) {
        count.tell(this, measure, counts);
      }
    }
  }

  /** A measure is withheld, which is said of none that nothing was assessed of. */
  void withholds(Measure measure) {
    int[] assessed = variables(parts.of(measure.id()), SUFFICIENT, INSUFFICIENT);
    add(assessed, new int[0], 1, IntegerSystem.ANY);
  }

  /** A pathway is shown: the cases that start, and those left after each step. */
  void shows(Pathway pathway, List<Long> left) {
    hasCasesInScope(parts.scopeOf(framework, pathway), left.get(0));
    for (int step = 0; step < left.size(); step++) {
      add(new int[] {left(pathway, step)}, new int[0], left.get(step), left.get(step));
    }
  }

  void hasCasesInScope(Measure measure, long cases) {
    hasCasesInScope(parts.scopeOf(measure), cases);
  }

  /** Other scopes hold at least as many if they hold all of these cases, or at most. */
  private void hasCasesInScope(int scope, long cases) {
    for (int other = 0; other < fewestInScope.length; other++) {
      if (parts.holding(scope).get(other)) {
        fewestInScope[other] = Math.max(fewestInScope[other], cases);
      }
      if (parts.holding(other).get(scope)) {
        mostInScope[other] = Math.min(mostInScope[other], cases);
      }
    }
  }

  /** Each question has at most a judgement in each case, and every case has one. */
  void hasCasesAssessed(Measure measure, long cases) {
    if (measure.questions().size() > 1) {
      int scope = parts.scopeOf(measure);
      for (String question : measure.questions()) {
        BitSet pieces = parts.of(List.of(question), scope);
        add(variables(pieces, SUFFICIENT, INSUFFICIENT), new int[0], 0, cases);
      }
    }
  }

  void comesTo(Measure measure, int outcome, long count) {
    add(variables(parts.of(measure.id()), outcome), new int[0], count, count);
  }

  /**
   * A case is left after a step unless one of the step's questions, or of an earlier one, was
   * insufficient or not recorded in it.
   */
  private void addSteps(Pathway pathway) {
    int scope = parts.scopeOf(framework, pathway);
    List<String> asked = new ArrayList<>();
    for (int step = 1; step <= pathway.steps().size(); step++) {
      int[] start = {left(pathway, 0)};
      int[] before = {left(pathway, step - 1)};
      int[] after = {left(pathway, step)};
      List<String> own = pathway.steps().get(step - 1).questions();
      asked.addAll(own);
      for (String question : asked) {
        add(joined(failed(List.of(question), scope), after), start, -IntegerSystem.ANY, 0);
      }
      add(before, joined(failed(own, scope), after), -IntegerSystem.ANY, 0);
      add(start, joined(failed(asked, scope), after), -IntegerSystem.ANY, 0);
      add(after, before, -IntegerSystem.ANY, 0);
    }
  }

  private int[] failed(List<String> questions, int scope) {
    return variables(
        parts.of(List.copyOf(new LinkedHashSet<>(questions)), scope), INSUFFICIENT, NOT_RECORDED);
  }

  /** The unknown number of cases left after a step; at step 0 those that start. */
  int left(Pathway pathway, int step) {
    return firstOfPathway.get(pathway.id()) + step;
  }

  /** All that is known, as sums of unknowns. */
  IntegerSystem system() {
    List<Sum> all = new ArrayList<>();
    for (String question : parts.questions()) {
      for (int scope : parts.scopesOfQuestion(question).stream().toArray()) {
        int[] cases = variables(parts.of(List.of(question), scope), CASES);
        all.add(Sum.of(cases, new int[0], fewestInScope[scope], mostInScope[scope]));
      }
    }
    for (Pathway pathway : framework.pathways()) {
      int scope = parts.scopeOf(framework, pathway);
      int[] start = {left(pathway, 0)};
      all.add(Sum.of(start, new int[0], fewestInScope[scope], mostInScope[scope]));
    }
    all.addAll(sums);
    return new IntegerSystem(variables, all);
  }

  /** The unknowns of some outcomes of some pieces. */
  static int[] variables(BitSet pieces, int... outcomes) {
    int[] variables = new int[pieces.cardinality() * outcomes.length];
    int count = 0;
    for (int piece = pieces.nextSetBit(0); piece >= 0; piece = pieces.nextSetBit(piece + 1)) {
      for (int outcome : outcomes) {
        variables[count++] = OUTCOMES * piece + outcome;
      }
    }
    return variables;
  }

  private static int[] joined(int[] some, int[] more) {
    return IntStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
  }

  private void add(int[] plus, int[] minus, long least, long most) {
    sums.add(Sum.of(plus, minus, least, most));
  }
}
