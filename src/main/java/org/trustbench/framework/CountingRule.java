package org.trustbench.framework;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a case adds to a measure: its judgements, or one outcome of the case as a whole. Each kind
 * says what it is on a version of the form, and by what two versions are seen to count the same.
 */
public sealed interface CountingRule extends Serializable {

  /**
   * What a version of the form asks of it.
   *
   * @param questions those of the measure, of all versions
   * @return {@link Asked#NOTHING} where the version has nothing to count, or where what it asks
   *     would not be the same count
   */
  Asked on(List<String> questions, QuestionVersions form, String version);

  /**
   * What is counted of some questions of one version, each told as the question that it is the same
   * as: what two versions count is the same where this is equal.
   */
  Set<Object> work(List<String> questions, QuestionVersions form);

  /** Questions of one version of the form, and what is counted of them. */
  record Asked(List<String> questions, CountingRule counting) {
    static final Asked NOTHING = new Asked(List.of(), new Judgements());
  }

  /** Every judgement counts, sufficient where its question says so. */
  record Judgements() implements CountingRule {
    @Override
    public Asked on(List<String> questions, QuestionVersions form, String version) {
      return new Asked(asked(questions, form, version), this);
    }

    @Override
    public Set<Object> work(List<String> questions, QuestionVersions form) {
      return firsts(questions, form);
    }
  }

  /**
   * Every judgement counts, sufficient where it is at or above a cut of a graded scale.
   *
   * @param sufficient the answers at or above the cut, by question
   */
  record Cut(Map<String, List<String>> sufficient) implements CountingRule {
    @Override
    public Asked on(List<String> questions, QuestionVersions form, String version) {
      return new Asked(asked(questions, form, version), this);
    }

    /** Grades are the same where the question may be given the same ones at all. */
    @Override
    public Set<Object> work(List<String> questions, QuestionVersions form) {
      Set<Object> work = new LinkedHashSet<>();
      for (String id : questions) {
        Question question = form.question(id);
        work.add(
            List.of(
                form.first(id),
                form.marks(question, sufficient.get(id)),
                form.marks(question, question.answers())));
      }
      return work;
    }
  }

  /**
   * The points of every judgement are added up, for a mean grade: assessed counts judgements, and
   * sufficient their points, which may be several a judgement. No share follows from it.
   *
   * @param points by question and answer, from 0
   */
  record Points(Map<String, Map<String, Integer>> points) implements CountingRule {
    @Override
    public Asked on(List<String> questions, QuestionVersions form, String version) {
      return new Asked(asked(questions, form, version), this);
    }

    @Override
    public Set<Object> work(List<String> questions, QuestionVersions form) {
      Set<Object> work = new LinkedHashSet<>();
      for (String id : questions) {
        Question question = form.question(id);
        Map<Object, Integer> worth = new LinkedHashMap<>();
        points
            .get(id)
            .forEach((answer, point) -> worth.put(form.marks(question, List.of(answer)), point));
        work.add(List.of(form.first(id), worth));
      }
      return work;
    }
  }

  /**
   * A case counts once where it passed every earlier step of its pathway, sufficient if it passes
   * this one too.
   *
   * @param earlier the questions of every earlier step, in order
   */
  record Step(List<String> earlier) implements CountingRule {
    @Override
    public Asked on(List<String> questions, QuestionVersions form, String version) {
      Optional<List<String>> before = form.all(earlier, version);
      Optional<List<String>> own = form.all(questions, version);
      return before.isEmpty() || own.isEmpty()
          ? Asked.NOTHING
          : new Asked(own.get(), new Step(before.get()));
    }

    @Override
    public Set<Object> work(List<String> questions, QuestionVersions form) {
      return Set.of(List.of(firsts(earlier, form), firsts(questions, form)));
    }
  }

  /**
   * A case counts once, sufficient if it is in one of some classes. It is in the first class whose
   * rule it meets, and in a last one if it meets none; not applicable where no rule is, and not
   * recorded where what is missing could change its class.
   *
   * @param classes the rules, the best class first; one rule where there is no more to tell than
   *     whether it is met
   * @param upTo the last class that is sufficient, counted from 0
   */
  record Composite(List<CaseRule> classes, int upTo) implements CountingRule {
    @Override
    public Asked on(List<String> questions, QuestionVersions form, String version) {
      List<CaseRule> onVersion = new ArrayList<>();
      for (CaseRule rule : classes) {
        rule.on(form, version).ifPresent(onVersion::add);
      }
      return onVersion.size() < classes.size()
          ? Asked.NOTHING
          : new Asked(
              onVersion.stream().flatMap(rule -> rule.questions().stream()).distinct().toList(),
              new Composite(onVersion, upTo));
    }

    /** A rule is put to every version that has all of it, so that it is known by its questions. */
    @Override
    public Set<Object> work(List<String> questions, QuestionVersions form) {
      return firsts(questions, form);
    }
  }

  private static List<String> asked(List<String> questions, QuestionVersions form, String version) {
    return questions.stream().filter(id -> form.isAsked(id, version)).toList();
  }

  private static Set<Object> firsts(List<String> questions, QuestionVersions form) {
    Set<Object> firsts = new LinkedHashSet<>();
    questions.forEach(id -> firsts.add(form.first(id)));
    return firsts;
  }
}
