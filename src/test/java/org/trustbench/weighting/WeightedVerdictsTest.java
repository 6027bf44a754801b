package org.trustbench.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.weighting.WeightedSchools.OVERALL;
import static org.trustbench.weighting.WeightedSchools.PLAN;
import static org.trustbench.weighting.WeightedSchools.STANDARD;
import static org.trustbench.weighting.WeightedSchools.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractDoubleAssert;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;
import org.trustbench.weighting.WeightedComparison.Estimate;

/**
 * Five schools. By R's survey 4.1: one row a lesson, w = N/m, svyratio(~y, ~n, svydesign(ids = ~1,
 * strata = ~h, weights = ~w)), worth n = min(m, p(1 − p)/V/(qt(.975, m − 2)/qnorm(.975))²); the
 * others pooled on N; Wilson's interval, and for p-values uniroot over z of Newcombe's.
 */
class WeightedVerdictsTest {
  private static final List<InspectionTallies> SCHOOLS =
      List.of(
          school("A", null, Map.of("high=100", of(5, 50), "low=900", of(45, 50))),
          school("B", null, Map.of("high=200", of(20, 40), "low=600", of(30, 60))),
          school("C", null, Map.of("high=150", of(10, 30), "low=1200", of(30, 40))),
          school("D", null, Map.of("high=80", of(30, 60), "low=500", of(10, 50))),
          school("E", null, Map.of("high=100", of(25, 50), "low=400", of(30, 40))));

  private static int[] of(int sufficient, int lessons) {
    return new int[] {sufficient, lessons};
  }

  private static AnalysisRules rules(
      BenchmarkRule benchmark, VerdictRule verdict, boolean isFinite, UserComparator... own) {
    return new AnalysisRules(
        AnalysisRules.POOLED,
        benchmark,
        verdict,
        10,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(own),
        isFinite);
  }

  private static AnalysisRules rules(UserComparator own) {
    return rules(BenchmarkRule.POOLED_OTHERS, VerdictRule.DIFFERENCE, false, own);
  }

  private static List<WeightedComparison> weighted(AnalysisRules rules) {
    return WeightedSchools.weighted(rules, PLAN, SCHOOLS);
  }

  private static WeightedComparison firstOf(List<InspectionTallies> schools) {
    return WeightedSchools.weighted(STANDARD, PLAN, schools).get(0);
  }

  /** The first school as planned, before others. */
  private static WeightedComparison first(
      Map<String, int[]> planned, List<InspectionTallies> others) {
    List<InspectionTallies> schools = new ArrayList<>(List.of(school("A", null, planned)));
    schools.addAll(others);
    return firstOf(schools);
  }

  private static AbstractDoubleAssert<?> assertPValue(WeightedComparison one) {
    return assertThat(one.against().orElseThrow().verdict().pValue());
  }

  private static void assertInterval(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void a_school_is_set_against_the_others_weighing_what_their_caseloads_do() {
    List<WeightedComparison> all = weighted(STANDARD);
    assertThat(all).hasSize(5);
    double[] benchmarks = {.569659442724, .65889212828, .59375, .690410958904, .619302949062};
    double[] pValues = {
      1.7412383223e-05, .0082972782567, .12861611545, 6.13024264519e-12, .231978252237
    };
    for (int i = 0; i < 5; i++) {
      assertThat(all.get(i).against().orElseThrow().benchmark())
          .isCloseTo(benchmarks[i], within(1e-11));
      assertPValue(all.get(i)).isCloseTo(pValues[i], within(1e-9));
    }
    assertThat(all)
        .extracting(WeightedComparison::verdict998)
        .containsExactly(
            Verdict.HIGHER, Verdict.SIMILAR, Verdict.SIMILAR, Verdict.LOWER, Verdict.SIMILAR);
    assertThat(all.get(1).verdict95()).isEqualTo(Verdict.LOWER);
  }

  @Test
  void a_school_outside_a_group_is_set_against_all_of_it() {
    WeightedComparison one =
        weighted(rules(new UserComparator.Group("four", "Four", List.of("B", "C", "D", "E"))))
            .get(5);
    assertThat(one.comparison().comparatorGroup().comparatorId()).isEqualTo("four");
    assertThat(one.against().orElseThrow().benchmark()).isCloseTo(.569659442724, within(1e-11));
    assertPValue(one).isCloseTo(1.7412383223e-05, within(1e-12));
  }

  /** By R: y = p·n; twice (pbeta(.6, y, n − y + 1) + pbeta(.6, y + 1, n − y))/2. */
  @Test
  void a_fixed_value_is_taken_as_known() {
    WeightedComparison one =
        weighted(rules(new UserComparator.FixedValue("goal", "Goal", .6))).get(5);
    assertThat(one.against().orElseThrow().benchmark()).isEqualTo(.6);
    assertThat(one.against().orElseThrow().verdict().rule()).isEqualTo(VerdictRule.MID_P);
    assertPValue(one).isCloseTo(4.36816904581e-06, within(1e-12));
  }

  @Test
  void the_verdict_is_reached_by_the_rule_of_the_comparison() {
    WeightedComparison one =
        weighted(rules(BenchmarkRule.POOLED_OTHERS, VerdictRule.MID_P, false)).get(0);
    assertThat(one.against().orElseThrow().verdict().rule()).isEqualTo(VerdictRule.MID_P);
  }

  @Test
  void a_mean_of_scores_has_no_weighted_form() {
    WeightedComparison one =
        weighted(rules(BenchmarkRule.MEAN_OF_OTHERS, VerdictRule.DIFFERENCE, false)).get(0);
    assertThat(one.score()).isCloseTo(.82, within(1e-12));
    assertThat(one.reason()).isEqualTo("the benchmark rule mean-of-others has no weighted form");
    assertThat(one.verdict95()).isEqualTo(Verdict.NOT_COMPARED);
  }

  @Test
  void a_score_has_an_interval_and_says_how_far_it_lies_from_the_unweighted() {
    WeightedComparison one = weighted(STANDARD).get(0);
    assertInterval(one.interval95(), .731119890547, .88415539106);
    assertInterval(one.interval998(), .67156252452, .910310687544);
    assertThat(one.difference()).isCloseTo(.82 - .5, within(1e-12));
    assertThat(one.strata()).isEqualTo(2);
    assertThat(one.population()).isEqualTo(1_000);
  }

  /** By R: svydesign(…, fpc = ~N). */
  @Test
  void an_interval_may_allow_for_the_share_sampled_and_then_changes_no_verdict() {
    WeightedComparison one =
        weighted(rules(BenchmarkRule.POOLED_OTHERS, VerdictRule.DIFFERENCE, true)).get(1);
    assertInterval(one.interval95(), .403320475153, .596679524847);
    assertInterval(one.interval998(), .351633065136, .648366934864);
    assertPValue(one).isCloseTo(.0082972782567, within(1e-9));
  }

  /** Half of 100 lessons, all of one stratum good and none of the other: V is 0. */
  @Test
  void a_score_is_worth_no_more_judgements_than_were_made_over_the_pooled_design_effect() {
    Map<String, int[]> apart = Map.of("high=500", of(0, 50), "low=500", of(50, 50));
    List<InspectionTallies> schools = new ArrayList<>();
    for (String code : List.of("A", "B", "C", "D", "E")) {
      schools.add(school(code, null, apart));
    }
    // By R: prop.test(50, 100, correct = FALSE)$conf.int.
    assertInterval(firstOf(schools).interval95(), .403831530366, .596168469634);
    // Five schools, m = 2: (5·100/99·Σ(2y − 1)² + 4)/(5·200/4 + 2), that is (50000/99 + 4)/252.
    double worth = 200 / ((50_000.0 / 99 + 4) / 252);
    double z = 1.9599639845400545;
    double half = z * Math.sqrt(.25 / worth + z * z / (4 * worth * worth)) / (1 + z * z / worth);
    WeightedComparison overall = WeightedSchools.weighted(STANDARD, OVERALL, schools).get(0);
    assertInterval(overall.interval95(), .5 - half, .5 + half);
  }

  /** Whatever is taken away for oneself, by sums that are rounded. */
  @Test
  void others_who_all_agree_prove_as_much_as_their_cases() {
    for (int good : List.of(0, 25)) {
      List<InspectionTallies> others = new ArrayList<>();
      for (String code : List.of("B", "C", "D", "E")) {
        others.add(school(code, null, Map.of("high=37", of(good, 25), "low=63", of(good, 25))));
      }
      Proportion all = new Proportion(good / 25, 4 * 50);
      for (int own = 1; own < 50; own++) {
        WeightedComparison one =
            first(Map.of("high=370", of(own, 50), "low=630", of(30, 50)), others);
        assertThat(one.against().orElseThrow().benchmark()).isEqualTo(all.p());
        Proportion worth = ((Estimate.Shown) one.estimate()).worth().orElseThrow();
        assertPValue(one).as("%d", own).isEqualTo(Difference.pValue(worth, all));
      }
    }
  }

  @Test
  void one_lesson_of_a_stratum_tells_no_error() {
    WeightedComparison one =
        first(Map.of("high=10", of(1, 1), "low=90", of(20, 40)), SCHOOLS.subList(1, 5));
    assertThat(one.score()).isCloseTo(.1 + .9 / 2, within(1e-12));
    assertThat(one.interval95()).isNull();
    assertThat(one.reason()).isEqualTo("a stratum with one sampled case tells no error");
  }

  @Test
  void a_weighted_score_is_compared_only_where_the_unweighted_is() {
    WeightedComparison one =
        first(Map.of("high=10", of(1, 2), "low=90", of(1, 2)), SCHOOLS.subList(1, 5));
    assertThat(one.score()).isCloseTo(.5, within(1e-12));
    assertThat(one.reason()).isEqualTo("not compared");
    assertThat(one.against()).isEmpty();
  }

  @Test
  void nothing_assessed_and_no_lesson_sampled_are_told_apart() {
    WeightedComparison nothing =
        first(Map.of("high=100", of(0, 0), "low=900", of(0, 0)), SCHOOLS.subList(1, 5));
    assertThat(nothing.reason()).isEqualTo("nothing is assessed");
    assertThat(nothing.score()).isNull();
    assertThat(nothing.interval95()).isNull();
    WeightedComparison none = first(Map.of(), SCHOOLS.subList(1, 5));
    assertThat(none.reason()).isEqualTo("no case was sampled");
    assertThat(none.strata()).isZero();
    assertThat(none.population()).isZero();
  }

  @Test
  void strata_that_are_sampled_whole_have_weights_of_one() {
    WeightedComparison one =
        first(Map.of("high=50", of(10, 50), "low=40", of(20, 40)), SCHOOLS.subList(1, 5));
    assertThat(one.score()).isCloseTo(30.0 / 90, within(1e-12));
    assertThat(one.difference()).isCloseTo(0, within(1e-12));
  }

  /** Late lessons, of which there are fewer, are no measure of the sample. */
  @Test
  void an_earlier_form_that_asked_less_tells_its_sample_by_what_it_asked_alike() {
    InspectionTallies school = SCHOOLS.get(0);
    Map<String, Map<String, Counts>> counts = new HashMap<>(school.counts());
    counts.keySet().removeAll(Set.of(OVERALL, Tally.byDesign(OVERALL)));
    Counts late = new Counts(9, 9, 3, 9, 0, 0, 3, 3, 9);
    counts.put("safe-late", Map.of("all", late));
    counts.put(Tally.byDesign("safe-late"), Map.of("high=100", late));
    List<InspectionTallies> schools = new ArrayList<>(SCHOOLS);
    schools.set(0, school.with(null, null, null, counts));
    WeightedComparison one = firstOf(schools);
    assertThat(one.score()).isCloseTo(.82, within(1e-12));
    assertThat(one.population()).isEqualTo(1_000);
  }

  @Test
  void interviews_are_no_sample_of_cases() {
    assertThat(WeightedSchools.weighted(STANDARD, "question-talk", SCHOOLS)).isEmpty();
  }

  @Test
  void a_stratum_of_unknown_size_leaves_the_sample_unknown() {
    WeightedComparison one =
        first(Map.of("high=?", of(5, 50), "low=900", of(45, 50)), SCHOOLS.subList(1, 5));
    assertThat(one.strata()).isZero();
    assertThat(one.population()).isZero();
    assertThat(one.difference()).isNull();
  }
}
