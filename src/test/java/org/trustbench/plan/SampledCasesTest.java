package org.trustbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.SchoolProgramme;
import org.trustbench.support.Judged;

/** What the cases of schools already inspected tell of those to come. */
class SampledCasesTest {
  private static final String PLAN = "question-plan";

  private static SampledCases of(String measure, InspectionTallies... schools) {
    return of(measure, List.of(schools));
  }

  private static SampledCases of(String measure, List<InspectionTallies> schools) {
    return SampledCases.of(
        SchoolProgramme.CODEBOOK.framework(),
        SchoolProgramme.CODEBOOK.framework().measure(measure),
        schools);
  }

  /**
   * By R: y and n of every school, optim over log α and log β of sum(lbeta(y + a, n − y + b) −
   * lbeta(a, b)); √(p(1 − p)/(α + β + 1)) with p = α/(α + β).
   */
  @Test
  void schools_differ_by_the_spread_of_the_beta_that_fits_their_scores() {
    List<InspectionTallies> schools = SchoolProgramme.inspections();
    assertThat(of(PLAN, schools).betweenSd().orElseThrow()).isCloseTo(.15065972, within(1e-6));
    assertThat(of(PLAN, schools.subList(0, 2)).betweenSd().orElseThrow())
        .isCloseTo(.13732489, within(1e-6));
  }

  @Test
  void one_school_or_schools_alike_tell_of_no_spread() {
    InspectionTallies one = Judged.inspection("HILL", "plan 9/15 6/15");
    InspectionTallies alike = Judged.inspection("DALE", "plan 8/15 7/15");
    assertThat(of(PLAN, one).betweenSd()).isEmpty();
    assertThat(of(PLAN, one, alike).betweenSd()).isEmpty();
  }

  @Test
  void schools_sampled_the_median_of_those_who_sampled_any() {
    InspectionTallies none = Judged.inspection("FORD", "talk 1/2 0/0");
    InspectionTallies twenty = Judged.inspection("HILL", "plan 1/15 1/5");
    InspectionTallies thirty = Judged.inspection("DALE", "plan 1/15 1/15");
    assertThat(of(PLAN, none, twenty, thirty).cases()).hasValue(25);
    assertThat(of(PLAN, none).cases()).isEmpty();
  }

  @Test
  void lessons_and_interviews_are_counted_apart() {
    InspectionTallies school = Judged.inspection("HILL", "plan 9/15 9/15\ntalk 2/4 0/0");
    assertThat(of("question-talk", school).cases()).hasValue(4);
    assertThat(of("question-talk", school).calledFor()).hasValue(1);
    assertThat(of(PLAN, school).cases()).hasValue(30);
  }

  /** Of fifteen late lessons and fifteen early ones, where only questions were asked alike. */
  @Test
  void an_earlier_form_tells_of_every_case_by_what_it_asked_alike() {
    InspectionTallies school =
        Judged.inspection("HILL", "plan 9/15 9/15\nsafe 5/10 0/0")
            .without(
                Set.of("overall", "theme-A", "theme-B", "section-A1", "section-A2", "section-B1"));
    assertThat(of("safe-late", school).cases()).hasValue(30);
    assertThat(of("safe-late", school).calledFor().orElseThrow())
        .isCloseTo(10.0 / 30, within(1e-12));
  }

  @Test
  void cases_of_one_judgement_each_tell_of_no_correlation_and_are_independent() {
    InspectionTallies school = Judged.inspection("HILL", "plan 9/15 9/15");
    assertThat(of("theme-A", school).correlation()).isEmpty();
    PlanningBasis basis =
        PlanningBasis.of(
            SchoolProgramme.CODEBOOK.framework(),
            SchoolProgramme.CODEBOOK.framework().measure("theme-A"),
            List.of(school),
            Assumptions.NONE);
    assertThat(basis.designEffect()).hasValue(1);
  }
}
