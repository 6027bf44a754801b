package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.framework.Question;

/**
 * The smallest pieces that a framework's measures and pathways are sums of: one question, on cases
 * that conditions do not tell apart. Which of them share pieces says what can be worked out from
 * what.
 */
final class DisjointCells {
  /** The cases that measures are about. */
  record Scope(String evidence, Condition when) {}

  private final List<Scope> scopes;
  private final List<BitSet> within = new ArrayList<>();
  private final Map<String, BitSet> ofMeasure = new LinkedHashMap<>();
  private final Map<String, BitSet> ofQuestion = new LinkedHashMap<>();
  private final List<BitSet> scopesOf = new ArrayList<>();
  private final Set<BitSet> between = new LinkedHashSet<>();

  private DisjointCells(List<Scope> scopes) {
    this.scopes = scopes;
  }

  static DisjointCells of(Framework framework) {
    Set<Scope> scopes = new LinkedHashSet<>();
    framework.measures().forEach(measure -> scopes.add(scope(measure)));
    DisjointCells parts = new DisjointCells(List.copyOf(scopes));
    parts.scopes.forEach(scope -> parts.within.add(parts.within(scope)));
    framework.questions().forEach(question -> parts.cut(question, framework));
    framework.measures().stream()
        .filter(measure -> measure.isScored())
        .forEach(
            measure ->
                parts.ofMeasure.put(
                    measure.id(), parts.of(measure.questions(), parts.number(scope(measure)))));
    return parts;
  }

  private static Scope scope(Measure measure) {
    return new Scope(measure.evidence(), measure.when());
  }

  /** The scopes that hold all cases of one. */
  private BitSet within(Scope scope) {
    BitSet holding = new BitSet();
    for (int i = 0; i < scopes.size(); i++) {
      Scope other = scopes.get(i);
      holding.set(
          i,
          scope.evidence().equals(other.evidence())
              && AttributeValues.isWithin(scope.when(), other.when()));
    }
    return holding;
  }

  private void cut(Question question, Framework framework) {
    List<Integer> asking =
        framework.measures().stream()
            .filter(one -> asks(one, question.id()))
            .map(one -> number(scope(one)))
            .distinct()
            .toList();
    List<Condition> conditions = asking.stream().map(one -> scopes.get(one).when()).toList();
    BitSet own = new BitSet();
    for (BitSet met : AttributeValues.combinations(conditions)) {
      if (!met.isEmpty()) {
        BitSet in = new BitSet();
        met.stream().forEach(place -> in.set(asking.get(place)));
        own.set(scopesOf.size());
        scopesOf.add(in);
      }
    }
    ofQuestion.put(question.id(), own);
    between.addAll(between(own, asking));
  }

  private static boolean asks(Measure measure, String question) {
    return measure.questions().contains(question) || measure.earlier().contains(question);
  }

  /** What one scope has and another has not, what two have both, and every piece alone. */
  private Set<BitSet> between(BitSet own, List<Integer> asking) {
    Set<BitSet> found = new LinkedHashSet<>();
    own.stream()
        .forEach(
            piece -> {
              BitSet alone = new BitSet();
              alone.set(piece);
              found.add(alone);
            });
    for (int one : asking) {
      for (int other : asking) {
        BitSet less = in(own, one);
        less.andNot(in(own, other));
        found.add(less);
        BitSet both = in(own, one);
        both.and(in(own, other));
        found.add(both);
      }
    }
    found.removeIf(BitSet::isEmpty);
    return found;
  }

  private BitSet in(BitSet pieces, int scope) {
    BitSet in = new BitSet();
    pieces.stream().filter(piece -> scopesOf.get(piece).get(scope)).forEach(in::set);
    return in;
  }

  private int number(Scope scope) {
    return scopes.indexOf(scope);
  }

  /** A measure's scope, as a number. */
  int scopeOf(Measure measure) {
    return number(scope(measure));
  }

  int scopeOf(Framework framework, Pathway pathway) {
    return scopeOf(framework.measure(pathway.measureId(1)));
  }

  int scopes() {
    return scopes.size();
  }

  /** The scopes that hold all cases of one, itself among them. */
  BitSet holding(int scope) {
    return within.get(scope);
  }

  /** The pieces of a measure. */
  BitSet of(String measureId) {
    return ofMeasure.get(measureId);
  }

  /** The pieces of some questions in a scope. */
  BitSet of(Iterable<String> questions, int scope) {
    BitSet pieces = new BitSet();
    questions.forEach(question -> pieces.or(in(ofQuestion.get(question), scope)));
    return pieces;
  }

  /** The pieces of a question. */
  BitSet ofQuestion(String question) {
    return ofQuestion.get(question);
  }

  Set<String> questions() {
    return ofQuestion.keySet();
  }

  /** The scopes that a question's pieces are cut by. */
  BitSet scopesOfQuestion(String question) {
    BitSet all = new BitSet();
    ofQuestion.get(question).stream().forEach(piece -> all.or(scopesOf.get(piece)));
    return all;
  }

  /** Sets of pieces that may be worked out though no measure is about them. */
  Set<BitSet> between() {
    return between;
  }

  /** The pieces of each measure that may hold a judgement. */
  Map<String, BitSet> assessed(IntegerBounds known) {
    BitSet open = new BitSet();
    for (int piece = 0; piece < size(); piece++) {
      BitSet alone = new BitSet();
      alone.set(piece);
      for (int variable :
          IntruderKnowledge.variables(
              alone, IntruderKnowledge.SUFFICIENT, IntruderKnowledge.INSUFFICIENT)) {
        if (known.high(variable) > 0) {
          open.set(piece);
        }
      }
    }
    Map<String, BitSet> assessed = new HashMap<>();
    ofMeasure.forEach(
        (id, pieces) -> {
          BitSet left = (BitSet) pieces.clone();
          left.and(open);
          assessed.put(id, left);
        });
    return assessed;
  }

  /** Of how many questions some pieces are. */
  int countQuestions(BitSet pieces) {
    int count = 0;
    for (BitSet own : ofQuestion.values()) {
      count += own.intersects(pieces) ? 1 : 0;
    }
    return count;
  }

  static boolean isWithin(BitSet some, BitSet all) {
    boolean isWithin = true;
    for (int piece = some.nextSetBit(0);
        isWithin && piece >= 0;
        piece = some.nextSetBit(piece + 1)) {
      isWithin = all.get(piece);
    }
    return isWithin;
  }

  int size() {
    return scopesOf.size();
  }
}
