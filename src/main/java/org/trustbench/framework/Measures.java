package org.trustbench.framework;

import java.util.ArrayList;
import java.util.List;

/**
 * Every measure of a framework: those that follow from its structure (overall, themes, sections,
 * questions, steps of pathways) and those it declares. A theme is the union of its sections'
 * questions, each once, on one kind of evidence: interviews are never mixed with cases.
 */
final class Measures {
  private Measures() {}

  static List<Measure> all(
      String overallLabel,
      String defaultEvidence,
      List<Theme> themes,
      List<Question> questions,
      List<Measure> declared,
      List<Pathway> pathways) {
    List<Measure> measures = new ArrayList<>();
    measures.add(
        ratio(
            "overall",
            Measure.OVERALL,
            overallLabel == null ? "Overall" : overallLabel,
            defaultEvidence,
            questions.stream()
                .filter(question -> question.evidence().equals(defaultEvidence))
                .toList()));
    for (Theme theme : themes) {
      measures.add(theme(theme, defaultEvidence, questions));
    }
    for (Theme theme : themes) {
      for (Theme.Section section : theme.sections()) {
        measures.add(
            ratio(
                "section-" + section.id(),
                Measure.SECTION,
                section.id() + " " + section.title(),
                section.evidence(),
                questions.stream()
                    .filter(question -> question.sections().contains(section.id()))
                    .toList()));
      }
    }
    measures.addAll(declared);
    for (Pathway pathway : pathways) {
      measures.addAll(steps(pathway, defaultEvidence));
    }
    for (Question question : questions) {
      measures.add(
          new Measure(
              "question-" + question.id(),
              Measure.QUESTION,
              question.label(),
              question.evidence(),
              List.of(question.id()),
              new Condition.Always(),
              false,
              new CountingRule.Judgements()));
    }
    return measures;
  }

  private static Measure theme(Theme theme, String defaultEvidence, List<Question> questions) {
    boolean isOnDefault =
        theme.sections().stream().anyMatch(section -> section.evidence().equals(defaultEvidence));
    String evidence = isOnDefault ? defaultEvidence : theme.sections().get(0).evidence();
    List<String> sections =
        theme.sections().stream()
            .filter(section -> section.evidence().equals(evidence))
            .map(Theme.Section::id)
            .toList();
    return ratio(
        "theme-" + theme.id(),
        Measure.THEME,
        theme.title(),
        evidence,
        questions.stream()
            .filter(question -> question.sections().stream().anyMatch(sections::contains))
            .toList());
  }

  private static List<Measure> steps(Pathway pathway, String evidence) {
    List<Measure> steps = new ArrayList<>();
    List<String> earlier = new ArrayList<>();
    for (int i = 1; i <= pathway.steps().size(); i++) {
      Pathway.Step step = pathway.steps().get(i - 1);
      steps.add(
          new Measure(
              pathway.measureId(i),
              Measure.PATHWAY,
              step.label(),
              evidence,
              step.questions(),
              pathway.when(),
              false,
              new CountingRule.Step(List.copyOf(earlier))));
      earlier.addAll(step.questions());
    }
    return steps;
  }

  private static Measure ratio(
      String id, String kind, String label, String evidence, List<Question> questions) {
    return new Measure(
        id,
        kind,
        label,
        evidence,
        questions.stream().map(Question::id).toList(),
        new Condition.Always(),
        true,
        new CountingRule.Judgements());
  }
}
