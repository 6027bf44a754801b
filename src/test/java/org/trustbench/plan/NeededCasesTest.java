package org.trustbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.benchmark.SchoolProgramme;
import org.trustbench.framework.Framework;
import org.trustbench.stats.ExpectedCases;
import org.trustbench.stats.Normal;
import org.trustbench.stats.SampleSize;
import org.trustbench.stats.VerdictRule;
import org.trustbench.terms.Terms;

/** How many cases a measure asks for by a guess of its score, at the ends of what is possible. */
class NeededCasesTest {
  private static final Framework SCHOOLS = SchoolProgramme.CODEBOOK.framework();

  private static SampleTarget target(double halfWidth, double difference) {
    return new SampleTarget(
        halfWidth, difference, .8, VerdictRule.DIFFERENCE, 30, OptionalLong.empty(), false);
  }

  private static SampleTarget within(double halfWidth, long caseload) {
    return new SampleTarget(
        halfWidth, .1, .8, VerdictRule.DIFFERENCE, 30, OptionalLong.of(caseload), true);
  }

  private static Assumptions guess(double score, Map<String, Double> calledFor) {
    return new Assumptions(Map.of("", score), Map.of(), Map.of(), calledFor);
  }

  private static MeasurePlan plan(String measure, Assumptions guess, SampleTarget target) {
    return MeasurePlan.all(SCHOOLS, List.of(), guess, target).stream()
        .filter(plan -> plan.measure().id().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static MeasurePlan plan(double score, SampleTarget target) {
    return plan("question-plan", guess(score, Map.of("", 1.0)), target);
  }

  private static long found(double score, double difference) {
    return SampleSize.forDifference(
            new ExpectedCases(score, 1, 1, false),
            new SampleSize.Sought(score, difference, 29, VerdictRule.DIFFERENCE),
            .8,
            Normal.Z95)
        .orElseThrow();
  }

  /** A score of .75 takes more cases to be found below the others, .25 above them. */
  @ParameterizedTest
  @CsvSource({".75, -.1", ".25, .1", ".95, -.1", ".05, .1"})
  void a_difference_takes_as_many_cases_as_its_harder_side_that_is_possible(
      double score, double harder) {
    long cases = found(score, harder);
    assertThat(plan(score, target(.05, .1)).forDifference())
        .isEqualTo(new SampleNeeded.Cases(cases, cases));
  }

  @Test
  void what_no_number_of_cases_achieves_is_said() {
    assertThat(plan(.5, target(.05, .6)).forDifference())
        .isEqualTo(new SampleNeeded.Unknown("no score differs so much from 50 %"));
    MeasurePlan fine = plan(.5, target(1e-6, 1e-6));
    assertThat(fine.remark())
        .isEqualTo(
            "no number of {cases} makes the interval so narrow; no number of {cases} finds it so"
                + " often");
  }

  /** n/(1 − n/300) = 286 at n = 146.4, three in ten of 490. */
  @Test
  void a_caseload_of_conditional_work_is_that_of_the_cases_it_is_called_for_in() {
    Assumptions guess = guess(.75, Map.of("", .3));
    assertThat(plan("question-plan", guess, within(.05, 1_000)).forHalfWidth())
        .isEqualTo(new SampleNeeded.Cases(147, 490));
    assertThat(plan("question-plan", guess(.75, Map.of()), within(.05, 1_000)).forHalfWidth())
        .isEqualTo(
            new SampleNeeded.Unknown(
                "the share of {cases} in which it is called for is not known: give"
                    + " --called-for"));
  }

  @Test
  void all_of_a_caseload_is_not_more_than_it() {
    MeasurePlan plan = plan(.75, within(.001, 100));
    assertThat(plan.forHalfWidth()).isEqualTo(new SampleNeeded.Cases(100, 100));
    assertThat(plan.isBeyondCaseload(plan.forHalfWidth())).isFalse();
  }

  @Test
  void a_row_of_the_plan_holds_what_was_assumed_and_what_follows() {
    Assumptions guess =
        new Assumptions(Map.of("", .75), Map.of("", .1), Map.of("", .5), Map.of("", .5));
    // 5 points of 50 % called for in 400: by SampleSize, whose figures SampleSizeTest holds.
    assertThat(row(plan("theme-A", guess, within(.05, 400))))
        .isEqualTo(
            """
            measure_id theme-A
            measure_kind theme
            measure_label Teaching
            evidence lesson
            score_percent 75.0
            judgements_per_case 1.5
            called_for_percent 50.0
            intra_case_correlation 0.1
            design_effect 1.05
            between_sd_points null
            cases_sampled null
            is_assumed true
            half_width_points 5.0
            assessed_for_half_width 104
            cases_for_half_width 208
            difference_points 10.0
            power_percent 80.0
            verdict_rule difference
            institutions 30
            assessed_for_difference 119
            cases_for_difference 238
            caseload 400
            is_finite_population true
            remark\s
            """);
    ExpectedCases like = new ExpectedCases(.75, 1.5, 1.05, true);
    assertThat(SampleSize.forHalfWidth(like, .05, 200, Normal.Z95)).hasValue(104);
  }

  @Test
  void a_row_of_what_is_not_known_is_empty_there_and_says_why() {
    assertThat(row(plan("theme-A", Assumptions.NONE, target(.05, .1))))
        .contains(
            "score_percent null\n",
            "is_assumed false\n",
            "assessed_for_half_width null\ncases_for_half_width null\n",
            "caseload null\nis_finite_population false\n",
            "remark no judgement tells its score: give --score\n");
    assertThat(row(plan("question-plan", guess(.75, Map.of()), target(.05, .1))))
        .contains("assessed_for_half_width 286\ncases_for_half_width null\n");
  }

  @Test
  void a_row_tells_what_schools_have_sampled_and_how_they_differ() {
    assertThat(
            row(
                MeasurePlan.all(
                        SCHOOLS, SchoolProgramme.inspections(), Assumptions.NONE, target(.05, .1))
                    .get(0)))
        .containsPattern("between_sd_points 1[0-9]\\.")
        .contains("cases_sampled 30\n");
  }

  private static String row(MeasurePlan plan) {
    StringBuilder row = new StringBuilder();
    PlanTable.in(Terms.STANDARD)
        .columns()
        .forEach(column -> row.append(column.name() + " " + column.value().apply(plan) + "\n"));
    return row.toString();
  }
}
