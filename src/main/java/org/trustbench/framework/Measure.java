package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/**
 * A ratio, sufficient ÷ assessed, over a set of questions in a set of cases.
 *
 * @param id unique in the framework: {@code overall}, {@code theme-2}, {@code section-2.1}, {@code
 *     question-plan_timely} or an id of the framework's own
 * @param kind {@code overall}, {@code theme}, {@code section}, {@code question}, {@code pathway},
 *     {@code grade} (a cut of a graded scale) or a kind declared by the framework, such as {@code
 *     child_protection}
 * @param label what tables call it
 * @param evidence the kind of case it is scored on
 * @param questions ids of its questions, each once
 * @param when the cases in its scope
 * @param isStratified whether its tallies are kept by case-mix stratum
 * @param counting what each case adds to it
 * @param questionsAtOnce how many of its questions a version of the form asks at most: all of them
 *     where there is one form alone
 */
public record Measure(
    String id,
    String kind,
    String label,
    String evidence,
    List<String> questions,
    Condition when,
    boolean isStratified,
    CountingRule counting,
    int questionsAtOnce)
    implements Serializable {
  public static final String OVERALL = "overall";
  public static final String THEME = "theme";
  public static final String SECTION = "section";
  public static final String QUESTION = "question";
  public static final String PATHWAY = "pathway";
  public static final String GRADE = "grade";

  /** A measure all of whose questions are asked at once. */
  public Measure(
      String id,
      String kind,
      String label,
      String evidence,
      List<String> questions,
      Condition when,
      boolean isStratified,
      CountingRule counting) {
    this(id, kind, label, evidence, questions, when, isStratified, counting, questions.size());
  }

  /** The same, knowing the versions of the form. */
  Measure in(List<Form> forms, QuestionVersions form) {
    return forms.isEmpty()
        ? this
        : new Measure(
            id,
            kind,
            label,
            evidence,
            questions,
            when,
            isStratified,
            counting,
            forms.stream()
                .mapToInt(one -> onForm(form, one.version()).questions().size())
                .max()
                .orElse(questions.size()));
  }

  /** What a version of the form asks of it. Without a question it has no score. */
  Measure onForm(QuestionVersions form, String version) {
    CountingRule.Asked asked = counting.on(questions, form, version);
    return with(asked.questions(), asked.counting());
  }

  /** The same as if the form asked nothing of it. */
  Measure ofNothing() {
    return with(CountingRule.Asked.NOTHING.questions(), CountingRule.Asked.NOTHING.counting());
  }

  /** The same with what the other versions of the form ask in place of its questions. */
  Measure ofAllVersions(QuestionVersions form) {
    return counting instanceof CountingRule.Judgements
        ? with(form.ofAllVersions(questions), counting)
        : this;
  }

  private Measure with(List<String> otherQuestions, CountingRule otherCounting) {
    return new Measure(
        id, kind, label, evidence, otherQuestions, when, isStratified, otherCounting);
  }

  /** A step of a pathway is tallied by cases that passed it, not by judgements. */
  public boolean isPathwayStep() {
    return counting instanceof CountingRule.Step;
  }

  /** For a step of a pathway the questions of every earlier step, in order; else none. */
  public List<String> earlier() {
    return counting instanceof CountingRule.Step step ? step.earlier() : List.of();
  }

  /** A composite is one outcome of a case, by a rule over its judgements. */
  public boolean isComposite() {
    return counting instanceof CountingRule.Composite;
  }

  /** Whether its tallies make a share: all do but sums of points. */
  public boolean isShare() {
    return !(counting instanceof CountingRule.Points);
  }

  /**
   * Whether its tallies make a score of its own, which steps of a pathway have among themselves.
   */
  public boolean isScored() {
    return isShare() && !isPathwayStep();
  }

  /**
   * Whether it was added to another for a cut of its scale. Findings and funnels are of the other,
   * whose own cut says what is sufficient.
   */
  public boolean isCut() {
    return GRADE.equals(kind);
  }

  /** Whether a case counts once, whatever the number of its judgements. */
  public boolean isByCase() {
    return isPathwayStep() || isComposite();
  }
}
