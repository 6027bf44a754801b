package org.trustbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.SchoolProgramme;
import org.trustbench.framework.Framework;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Sums;
import org.trustbench.stats.VerdictRule;

class MeasurePlanTest {
  private static final Framework SCHOOLS = SchoolProgramme.CODEBOOK.framework();
  private static final Assumptions GUESS =
      new Assumptions(
          Map.of("", .75, "theme-B", .6),
          Map.of("", .1),
          Map.of("", .5),
          Map.of("", 1.0, "safe-late", .3));

  private static SampleTarget target(long institutions) {
    return new SampleTarget(
        .05, .1, .8, VerdictRule.DIFFERENCE, institutions, OptionalLong.empty(), false);
  }

  private static MeasurePlan plan(
      List<InspectionTallies> inspections,
      Assumptions assumptions,
      SampleTarget target,
      String measure) {
    return MeasurePlan.all(SCHOOLS, inspections, assumptions, target).stream()
        .filter(plan -> plan.measure().id().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static MeasurePlan guessed(String measure) {
    return plan(List.of(), GUESS, target(30), measure);
  }

  @Test
  void a_lake_tells_the_share_of_cases_that_a_measure_of_some_cases_rests_on() {
    List<InspectionTallies> schools = SchoolProgramme.inspections();
    long assessed = schools.stream().mapToLong(s -> s.total("safe-late").casesAssessed()).sum();
    long all = schools.stream().mapToLong(s -> s.total("question-plan").casesInScope()).sum();
    MeasurePlan plan = plan(schools, Assumptions.NONE, target(13), "safe-late");
    double share = (double) assessed / all;
    assertThat(plan.basis().calledFor().orElseThrow()).isCloseTo(share, within(1e-12));
    SampleNeeded.Cases needed = (SampleNeeded.Cases) plan.forHalfWidth();
    assertThat(needed.sampled()).isEqualTo((long) Math.ceil(needed.assessed() / share));
  }

  @Test
  void a_lake_tells_how_alike_the_judgements_of_one_case_are() {
    List<InspectionTallies> schools = SchoolProgramme.inspections();
    List<Sums> sums =
        schools.stream().map(s -> InspectionTallies.sums(s.total("theme-A"))).toList();
    double deff = DesignEffect.pooled(sums).orElseThrow();
    Sums all = sums.stream().reduce(Sums.NONE, Sums::plus);
    double size = (double) all.nn() / all.n();
    PlanningBasis basis = plan(schools, Assumptions.NONE, target(13), "theme-A").basis();
    assertThat(basis.correlation().orElseThrow()).isCloseTo((deff - 1) / (size - 1), within(1e-12));
    assertThat(basis.designEffect().orElseThrow()).isCloseTo(Math.max(1, deff), within(1e-12));
    assertThat(basis.isAssumed()).isFalse();
  }

  @Test
  void without_a_lake_the_figures_are_those_assumed() {
    PlanningBasis basis = guessed("theme-A").basis();
    assertThat(basis.judgements()).hasValue(1.5);
    assertThat(basis.designEffect().orElseThrow()).isCloseTo(1.05, within(1e-12));
    assertThat(basis.isAssumed()).isTrue();
    assertThat(guessed("theme-B").basis().score()).hasValue(.6);
  }

  /** 286 judgements of .75 give ±5 points, by R: see SampleSizeTest. */
  @Test
  void conditional_work_asks_for_as_many_more_cases_as_it_is_rarer() {
    assertThat(guessed("question-plan").forHalfWidth()).isEqualTo(new SampleNeeded.Cases(286, 286));
    assertThat(guessed("safe-late").forHalfWidth()).isEqualTo(new SampleNeeded.Cases(286, 954));
  }

  @Test
  void what_nobody_tells_is_said() {
    SampleTarget target = target(30);
    assertThat(plan(List.of(), Assumptions.NONE, target, "theme-A").remark())
        .isEqualTo("no judgement tells its score: give --score");
    Assumptions score = new Assumptions(Map.of("", .7), Map.of(), Map.of(), Map.of());
    assertThat(plan(List.of(), score, target, "theme-A").remark())
        .isEqualTo(
            "how many of its questions are assessed in {a case} is not known: give --applicable");
    Assumptions size = new Assumptions(Map.of("", .7), Map.of(), Map.of("", 1.0), Map.of());
    assertThat(plan(List.of(), size, target, "theme-A").remark())
        .isEqualTo("how alike judgements of one {case} are is not known: give --icc");
    MeasurePlan single = plan(List.of(), score, target, "question-plan");
    assertThat(single.forHalfWidth()).isInstanceOf(SampleNeeded.Assessed.class);
    assertThat(single.remark())
        .isEqualTo(
            "the share of {cases} in which it is called for is not known: give --called-for");
  }

  @Test
  void fewer_than_four_institutions_are_not_compared() {
    assertThat(plan(List.of(), GUESS, target(3), "question-plan").forDifference())
        .isEqualTo(new SampleNeeded.Unknown("fewer than 4 {institutions} are not compared"));
    assertThat(plan(List.of(), GUESS, target(4), "question-plan").forDifference())
        .isInstanceOf(SampleNeeded.Cases.class);
  }

  @Test
  void a_caseload_bounds_the_interval_that_allows_for_it_and_marks_what_exceeds_it() {
    SampleTarget small =
        new SampleTarget(.05, .1, .8, VerdictRule.DIFFERENCE, 30, OptionalLong.of(100), true);
    MeasurePlan plan = plan(List.of(), GUESS, small, "question-plan");
    // 286 independent judgements, of which a caseload of 100 spares 1 - f: n/(1 - n/100) = 286.
    assertThat(plan.forHalfWidth()).isEqualTo(new SampleNeeded.Cases(75, 75));
    assertThat(plan.isBeyondCaseload(plan.forHalfWidth())).isFalse();
    assertThat(plan.isBeyondCaseload(plan.forDifference())).isTrue();
    assertThat(plan.remark()).isEqualTo("more than the caseload");
  }

  @Test
  void steps_of_pathways_have_no_plan() {
    assertThat(MeasurePlan.all(SCHOOLS, List.of(), GUESS, target(30)))
        .noneMatch(plan -> plan.measure().isPathwayStep())
        .hasSize((int) SCHOOLS.measures().stream().filter(one -> one.isScored()).count());
  }
}
