package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Measure;

/** Figures of 0 % or 100 % that more likely tell of what was sent than of the work. */
class OneSidedFigureTest {
  private final List<InspectionTallies> schools =
      SchoolProgramme.inspections().stream().limit(5).toList();

  private static InspectionScore score(
      InspectionTallies inspection, String measure, double score, long judgements) {
    Measure one = SchoolProgramme.CODEBOOK.framework().measure(measure);
    Base base =
        new Base.Published(judgements, judgements, Optional.of(judgements), Optional.of(0L), false);
    return new InspectionScore(
        inspection, one, base, AnalysisRules.POOLED, new Estimate.Point(score, true));
  }

  private List<OneSidedFigure> found(List<InspectionScore> scores) {
    return OneSidedFigure.of(
        new Results(
            SchoolProgramme.CODEBOOK.framework(),
            new AnalysisRules(AnalysisRules.POOLED, 10),
            schools,
            scores,
            List.of(),
            List.of()));
  }

  private List<InspectionScore> five(String measure, double score, long judgements) {
    return schools.stream().map(one -> score(one, measure, score, judgements)).toList();
  }

  @Test
  void a_measure_of_one_outcome_in_five_inspections_and_a_thousand_judgements_is_told() {
    List<OneSidedFigure> found = found(five("question-plan", 0, 200));
    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.audit()).isEqualTo("one-sided-measure");
              assertThat(one.inspectionId()).isNull();
              assertThat(one.percent()).isZero();
            });
    assertThat(OneSidedFigure.lines(found))
        .containsExactly(
            "audit one-sided-measure: question-plan is 0 % of 1,000 judgements in every one of 5"
                + " inspections that have a figure: see that what was sent holds both outcomes,"
                + " and that the framework says rightly which answers are sufficient");
    assertThat(found(five("question-plan", 1, 200)))
        .extracting(OneSidedFigure::percent)
        .containsExactly(100);
  }

  @Test
  void fewer_judgements_or_inspections_another_outcome_or_a_step_of_a_pathway_are_not() {
    assertThat(found(five("question-plan", 0, 199))).isEmpty();
    assertThat(found(five("question-plan", 0, 300).subList(0, 4))).isEmpty();
    assertThat(found(five("question-plan", .5, 300))).isEmpty();
    assertThat(found(five("pathway-way-1", 0, 300))).isEmpty();
    List<InspectionScore> mixed = new ArrayList<>(five("question-plan", 0, 300));
    mixed.set(3, score(schools.get(3), "question-plan", 1, 300));
    assertThat(found(mixed)).isEmpty();
  }

  @Test
  void an_inspection_that_is_not_compared_counts_for_nothing() {
    List<InspectionScore> six = new ArrayList<>(five("question-plan", 0, 200));
    six.add(score(SchoolProgramme.inspections().get(7), "question-plan", 1, 200));
    assertThat(found(six)).hasSize(1);
  }

  @Test
  void of_one_inspection_only_the_whole_is_looked_at() {
    List<InspectionScore> overall = new ArrayList<>(five("overall", .5, 1_000));
    overall.set(2, score(schools.get(2), "overall", 1, 1_000));
    overall.set(3, score(schools.get(3), "overall", 0, 999));
    assertThat(found(overall))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.audit()).isEqualTo("one-sided-inspection");
              assertThat(one.sentence())
                  .startsWith("overall is 100 % of 1,000 judgements in FORD-2014: see");
            });
    List<InspectionScore> section = new ArrayList<>(five("section-A1", .5, 1_000));
    section.set(2, score(schools.get(2), "section-A1", 1, 1_000));
    assertThat(found(section)).isEmpty();
  }

  @Test
  void a_measure_that_is_told_as_a_whole_is_not_told_of_each_inspection_again() {
    assertThat(found(five("overall", 0, 1_000))).hasSize(1);
  }

  @Test
  void many_alike_are_one_line_that_names_eight() {
    List<InspectionScore> scores = new ArrayList<>();
    SchoolProgramme.CODEBOOK.framework().measures().stream()
        .filter(one -> !one.isPathwayStep())
        .limit(9)
        .forEach(one -> scores.addAll(five(one.id(), 0, 1_000)));
    List<OneSidedFigure> nine = found(scores);
    assertThat(OneSidedFigure.lines(nine))
        .singleElement()
        .asString()
        .startsWith("audit one-sided-measure: overall is 0 % of 5,000 judgements")
        .endsWith(
            "; 8 more measures likewise: theme-A, theme-B, section-A1, section-A2, section-A4,"
                + " section-B1, safe-late, question-plan");
    scores.addAll(five("question-pace", 0, 1_000));
    assertThat(OneSidedFigure.lines(found(scores)).get(0)).endsWith("question-plan, …");
    scores.addAll(five("question-safe", 1, 1_000));
    assertThat(OneSidedFigure.lines(found(scores))).hasSize(2);
  }

  @Test
  void rounded_counts_are_said_to_be() {
    OneSidedFigure rounded =
        new OneSidedFigure(null, five("overall", 0, 1).get(0).measure(), 0, 1_000, 5, true);
    assertThat(rounded.sentence())
        .startsWith("overall is 0 %, as rounded, of about 1,000 judgements in every one of 5");
  }
}
