package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.benchmark.SchoolProgramme.line;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;

/** Two schools beside each other; differences and adjusted p-values by other code. */
class PairDifferenceTest {
  private final Results standard = SchoolProgramme.standard();

  private List<PairDifference> pairs(String first, String second) {
    return PairDifference.of(
        standard,
        standard.inspectionOf(first).orElseThrow(),
        standard.inspectionOf(second).orElseThrow());
  }

  @Test
  void every_measure_that_both_have_is_tested_and_all_are_adjusted_for_together() {
    assertThat(
            pairs("HILL", "S05").stream()
                .map(
                    one ->
                        line(
                            Arrays.asList(
                                one.measure().id(),
                                one.difference(),
                                one.difference95(),
                                one.tested(tested -> tested.intervals().at998()),
                                one.verdict95(),
                                one.verdict998(),
                                one.tested(PairDifference.Outcome.Tested::pValue),
                                one.adjustedPValue(),
                                one.isFdrSignificant())))
                .collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(
            """
            overall -0.514744 -0.681149 -0.301725 -0.747484 -0.176170 lower lower 0.000001 0.000003 true
            theme-A -0.514368 -0.681469 -0.297775 -0.747053 -0.170252 lower lower 0.000002 0.000003 true
            theme-B -0.516667 -0.680276 -0.307497 -0.748511 -0.178639 lower lower 0.000002 0.000003 true
            section-A1 -0.512500 -0.678572 -0.294820 -0.743678 -0.165466 lower lower 0.000003 0.000004 true
            section-A2 -0.521491 -0.690564 -0.302037 -0.756477 -0.172995 lower lower 0.000002 0.000003 true
            section-A4 - - - not compared not compared - - false
            section-B1 -0.516667 -0.680276 -0.307497 -0.748511 -0.178639 lower lower 0.000002 0.000003 true
            safe-late -0.533333 -0.771542 -0.164351 -0.836512 0.027165 lower similar 0.007052 0.007052 true
            question-plan -0.500000 -0.665516 -0.280246 -0.730510 -0.148489 lower lower 0.000007 0.000008 true
            question-pace -0.525000 -0.686747 -0.309259 -0.750849 -0.177435 lower lower 0.000002 0.000003 true
            question-marked -0.517593 -0.687137 -0.294808 -0.753424 -0.161981 lower lower 0.000004 0.000005 true
            question-safe -0.516667 -0.680276 -0.307497 -0.748511 -0.178639 lower lower 0.000002 0.000003 true
            question-talk - - - not compared not compared - - false
            """);
  }

  @Test
  void of_two_schools_one_is_as_much_higher_as_the_other_is_lower() {
    List<PairDifference> there = pairs("HILL", "S07");
    List<PairDifference> back = pairs("S07", "HILL");
    for (int i = 0; i < there.size(); i++) {
      PairDifference one = there.get(i);
      if (one.difference() != null) {
        assertThat(back.get(i).difference()).isEqualTo(-one.difference());
        assertThat(back.get(i).adjustedPValue()).isEqualTo(one.adjustedPValue());
        assertThat(one.difference95().excludes(0)).isEqualTo(one.verdict95() != Verdict.SIMILAR);
      }
    }
  }

  @Test
  void on_too_few_cases_there_is_a_difference_and_no_verdict_and_with_no_score_neither() {
    List<PairDifference> few = pairs("S09", "HILL");
    assertThat(few.get(0).difference()).isEqualTo(10 / 16. - 48 / 117.);
    assertThat(few.get(0).outcome()).isInstanceOf(PairDifference.Outcome.Untested.class);
    assertThat(few.get(0).verdict95()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(few.get(0).verdict998()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(few.get(0).difference95()).isNull();
    assertThat(few.get(0).isFdrSignificant()).isFalse();
    assertThat(pairs("HILL", "S09").get(0).outcome())
        .isInstanceOf(PairDifference.Outcome.Untested.class);
    assertThat(pairs("HILL", "S10"))
        .filteredOn(one -> one.measure().id().equals("section-A2"))
        .allMatch(one -> one.difference() == null)
        .allMatch(one -> one.outcome() instanceof PairDifference.Outcome.Missing)
        .hasSize(1);
  }

  @Test
  void five_cases_of_each_are_enough() {
    Results two =
        SchoolProgramme.results(
            "HILL 1/2 2/3 1/2 2/3 1/2 2/3 1/2 2/3",
            "DALE 1/2 1/2 1/2 1/2 1/2 1/2 1/2 1/2",
            "FORD 1/2 3/3 2/2 2/3 1/2 2/3 1/2 2/3");
    assertThat(
            PairDifference.of(two, two.inspections().get(2), two.inspections().get(1))
                .get(0)
                .outcome())
        .isInstanceOf(PairDifference.Outcome.Tested.class);
    assertThat(
            PairDifference.of(two, two.inspections().get(2), two.inspections().get(0))
                .get(0)
                .outcome())
        .isInstanceOf(PairDifference.Outcome.Untested.class);
  }

  @Test
  void by_a_mean_of_questions_nothing_is_tested() {
    Results means =
        SchoolProgramme.results(
            SchoolProgramme.rules(
                AnalysisRules.MEAN_OF_QUESTIONS,
                BenchmarkRule.POOLED_OTHERS,
                VerdictRule.DIFFERENCE));
    assertThat(PairDifference.of(means, means.inspections().get(0), means.inspections().get(1)))
        .allMatch(one -> !(one.outcome() instanceof PairDifference.Outcome.Tested))
        .anyMatch(one -> one.difference() != null);
  }
}
