package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.Verdict;
import org.trustbench.support.Judged;

/** From how many cases of the others on a score is tested against them: five, as for its own. */
class AgainstGroupTest {
  /** One school of twenty lessons against three others, of one, of two and of so many lessons. */
  private static Comparison hill(String last) {
    return SchoolProgramme.comparison(
        Benchmark.of(
            SchoolProgramme.CODEBOOK.framework(),
            new AnalysisRules(AnalysisRules.POOLED, 10),
            List.of(
                Judged.inspection(SchoolProgramme.CODEBOOK, "HILL", "plan 4/10 6/10"),
                Judged.inspection(SchoolProgramme.CODEBOOK, "S01", "plan 1/1 0/0"),
                Judged.inspection(SchoolProgramme.CODEBOOK, "S02", "plan 1/1 0/1"),
                Judged.inspection(SchoolProgramme.CODEBOOK, "S03", "plan " + last))),
        "programme",
        "question-plan",
        "HILL");
  }

  @Test
  void others_of_four_cases_together_are_too_few_to_be_tested_against() {
    Comparison against4 = hill("0/1 0/0");
    assertThat(against4.otherTrusts()).isEqualTo(3);
    assertThat(against4.outcome()).isInstanceOf(ComparisonOutcome.Untested.class);
    assertThat(against4.difference()).isEqualTo(.5 - 2 / 4.0);
    assertThat(against4.verdict95()).isEqualTo(Verdict.NOT_COMPARED);
  }

  @Test
  void others_of_five_cases_together_are_tested_against() {
    Comparison against5 = hill("0/1 1/1");
    assertThat(against5.otherTrusts()).isEqualTo(3);
    assertThat(against5.outcome()).isInstanceOf(ComparisonOutcome.Tested.class);
    assertThat(against5.verdict95()).isEqualTo(Verdict.SIMILAR);
  }
}
