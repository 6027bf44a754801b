package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Funnel;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.Programmes;
import org.trustbench.synth.SyntheticParameters;

/** What a benchmark makes of tallies, whatever the rules chosen. */
class BenchmarkTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final SyntheticParameters PARAMETERS = SyntheticParameters.read(FRAMEWORK, null);
  private static final List<InspectionTallies> INSPECTIONS =
      Programmes.inspected(FRAMEWORK, PARAMETERS, PARAMETERS.seed());
  private static final List<UserComparator> OWN =
      List.of(
          new UserComparator("eastern", "Eastern", List.of("BED", "CBS", "ESX", "HFS"), null),
          new UserComparator("target", "Target", null, .8));
  private static final Results STANDARD = results(choices(AnalysisRules.POOLED));

  @Test
  void the_order_of_inspections_changes_nothing() {
    List<InspectionTallies> shuffled = new ArrayList<>(INSPECTIONS);
    Collections.reverse(shuffled);
    Results again = Benchmark.of(FRAMEWORK, choices(AnalysisRules.POOLED), shuffled);
    assertThat(again.comparisons()).isEqualTo(STANDARD.comparisons());
    assertThat(again.scores()).isEqualTo(STANDARD.scores());
  }

  @Test
  void every_trust_is_compared_with_a_group_of_ones_own() {
    List<Comparison> league = league(STANDARD, "eastern", "theme-4");
    assertThat(league).hasSize(35).allMatch(Comparison::isCompared);
    Comparison outside = of(league, "NSP");
    Comparison inside = of(league, "ESX");
    assertThat(outside.otherTrusts()).isEqualTo(4);
    assertThat(inside.otherTrusts()).isEqualTo(3);
    assertThat(outside.ranked()).isNull();
    assertThat(inside.ranked()).isNotNull();
    assertThat(outside.reference().byRule().get(BenchmarkRule.POOLED_ALL))
        .isEqualTo(outside.reference().byRule().get(BenchmarkRule.POOLED_OTHERS));
  }

  @Test
  void a_fixed_value_is_compared_with_by_mid_p_whatever_others_there_are() {
    List<Comparison> league = league(STANDARD, "target", "theme-4");
    assertThat(league)
        .hasSize(35)
        .allSatisfy(
            comparison -> {
              assertThat(comparison.benchmark()).isEqualTo(.8);
              assertThat(comparison.verdictRule()).isEqualTo(VerdictRule.MID_P);
              assertThat(comparison.statistic(Outcome.TestStatistics::rules)).hasSize(4);
              assertThat(comparison.ranked()).isNull();
            });
  }

  @Test
  void a_difference_from_all_is_the_difference_from_the_others_brought_nearer() {
    SoftAssertions soft = new SoftAssertions();
    Results all = results(choices(BenchmarkRule.POOLED_ALL, VerdictRule.DIFFERENCE));
    for (int i = 0; i < all.comparisons().size(); i++) {
      Comparison one = all.comparisons().get(i);
      Comparison standard = STANDARD.comparisons().get(i);
      if (one.isCompared() && !one.comparatorGroup().isFixed()) {
        soft.assertThat(one.verdict95()).isEqualTo(standard.verdict95());
        soft.assertThat(one.statistic(Outcome.TestStatistics::pValue))
            .isEqualTo(standard.statistic(Outcome.TestStatistics::pValue));
        soft.assertThat(one.difference95().width())
            .isLessThanOrEqualTo(standard.difference95().width());
        soft.assertThat(one.difference())
            .isCloseTo(
                one.statistic(Outcome.TestStatistics::basis).against().share()
                    * standard.difference(),
                within(1e-12));
      }
    }
    soft.assertAll();
  }

  @ParameterizedTest
  @EnumSource(
      value = BenchmarkRule.class,
      names = {"MEAN_OF_OTHERS", "POOLED_ALL"})
  void verdicts_are_those_of_the_rule_chosen_and_agree_with_the_sensitivity_of_the_standard_ones(
      BenchmarkRule rule) {
    Results exact = results(choices(rule, VerdictRule.EXACT_TAIL));
    List<Sensitivity> rows =
        Sensitivity.of(STANDARD).stream()
            .filter(row -> row.rule() == VerdictRule.EXACT_TAIL)
            .filter(row -> row.benchmarkRule() == rule)
            .toList();
    assertThat(rows).hasSizeGreaterThan(300);
    SoftAssertions soft = new SoftAssertions();
    for (Sensitivity row : rows) {
      Comparison published =
          exact.comparisons("NSP", row.comparison().comparatorGroup().comparatorId()).stream()
              .filter(c -> c.score().measure().equals(row.comparison().score().measure()))
              .findFirst()
              .orElseThrow();
      if (row.isCaseMixAdjusted() && rule == BenchmarkRule.MEAN_OF_OTHERS) {
        soft.assertThat((Object) published.caseMix(mix -> mix)).isNull();
        soft.assertThat(row.isAvailable()).isFalse();
        continue;
      }
      Verdict verdict =
          row.isCaseMixAdjusted()
              ? published.caseMix(Outcome.CaseMixOutcome::verdict95)
              : published.verdict95();
      soft.assertThat(row.verdict().at95()).isEqualTo(verdict);
      if (row.isCaseMixAdjusted()) {
        soft.assertThat(
                Math.signum(
                    published.caseMix(Outcome.CaseMixOutcome::adjusted) - published.benchmark()))
            .isEqualTo(Math.signum(row.verdict().difference()));
      }
    }
    soft.assertAll();
  }

  @Test
  void sensitivity_marks_the_published_verdict_once_and_never_as_changed() {
    List<Sensitivity> published =
        Sensitivity.of(STANDARD).stream().filter(Sensitivity::isPublished).toList();
    assertThat(published).noneMatch(Sensitivity::isChanged);
    assertThat(published)
        .hasSize(
            (int)
                STANDARD.comparisons().stream()
                    .filter(c -> c.isCompared())
                    .filter(c -> c.score().inspection().trust().code().equals("NSP"))
                    .count());
  }

  @Test
  void with_a_mean_of_questions_scores_and_benchmarks_are_means_and_no_verdict_is_given() {
    Results means = results(choices(AnalysisRules.MEAN_OF_QUESTIONS));
    assertThat(means.comparisons())
        .noneMatch(Comparison::isCompared)
        .allMatch(comparison -> comparison.ranked() == null);
    Comparison theme = of(league(means, "tranche", "theme-4"), "NSP");
    double mean =
        FRAMEWORK.measure("theme-4").questions().stream()
            .map(question -> theme.score().inspection().total("question-" + question))
            .filter(counts -> counts.assessed() > 0)
            .mapToDouble(counts -> (double) counts.sufficient() / counts.assessed())
            .average()
            .orElseThrow();
    assertThat(theme.score().score()).isCloseTo(mean, within(1e-12));
    assertThat(theme.spread().lowest()).isCloseTo(mean, within(1e-12));
    Comparison single = of(league(means, "tranche", "cp-oversight"), "NSP");
    Comparison pooled = of(league(STANDARD, "tranche", "cp-oversight"), "NSP");
    assertThat(single.score().score()).isEqualTo(pooled.score().score());
    assertThat(single.benchmark()).isEqualTo(pooled.benchmark());
  }

  @Test
  void the_share_of_the_caseload_sampled_narrows_the_intervals_of_cases_and_nothing_else() {
    AnalysisRules standard = choices(AnalysisRules.POOLED);
    Results finite =
        results(
            new AnalysisRules(
                standard.scoreRule(),
                standard.benchmarkRule(),
                standard.verdictRule(),
                standard.reliableFrom(),
                null,
                "NSP",
                "tranche",
                OWN,
                true));
    SoftAssertions soft = new SoftAssertions();
    for (int i = 0; i < finite.scores().size(); i++) {
      InspectionScore with = finite.scores().get(i);
      InspectionScore without = STANDARD.scores().get(i);
      if (without.interval95() == null) {
        continue;
      }
      boolean isOfCases = with.measure().evidence().equals(FRAMEWORK.defaultEvidence());
      double share = (double) with.inspection().casesSampled() / with.inspection().caseload();
      double worth = without.effectiveJudgements() / (isOfCases ? 1 - share : 1);
      soft.assertThat(share).isBetween(.001, .9);
      soft.assertThat(with.interval95())
          .isEqualTo(new Proportion(with.score(), worth).interval(Normal.Z95));
      soft.assertThat(with.intervalRule())
          .isEqualTo(without.intervalRule() + (isOfCases ? "-finite-population" : ""));
      soft.assertThat(with.effectiveJudgements()).isEqualTo(without.effectiveJudgements());
    }
    for (int i = 0; i < finite.comparisons().size(); i++) {
      Comparison with = finite.comparisons().get(i);
      Comparison without = STANDARD.comparisons().get(i);
      soft.assertThat(with.statistic(Outcome.TestStatistics::basis))
          .isEqualTo(without.statistic(Outcome.TestStatistics::basis));
      soft.assertThat(with.difference95()).isEqualTo(without.difference95());
      soft.assertThat(with.ranked()).isEqualTo(without.ranked());
      soft.assertThat(with.limits()).isEqualTo(without.limits());
    }
    soft.assertAll();
  }

  @Test
  void funnel_limits_lie_around_all_judgements_together_or_the_fixed_value() {
    Comparison theme = of(league(STANDARD, "programme", "theme-4"), "NSP");
    double judgements = theme.score().effectiveJudgements();
    double all = theme.reference().byRule().get(BenchmarkRule.POOLED_ALL);
    assertThat(theme.limits().score().at95()).isEqualTo(Funnel.score(all, judgements, Normal.Z95));
    assertThat(theme.limits().exact().at998())
        .isEqualTo(Funnel.exactInterpolated(all, (int) Math.round(judgements), Normal.Z998));
    assertThat(theme.limits().overDispersed().at95())
        .isEqualTo(theme.group().overDispersion().limits(judgements, Normal.Z95));
    Comparison target = of(league(STANDARD, "target", "theme-4"), "NSP");
    assertThat(target.limits().score().at95()).isEqualTo(Funnel.score(.8, judgements, Normal.Z95));
    assertThat(target.limits().overDispersed()).isNull();
    assertThat(FunnelLimits.of(STANDARD, 1))
        .filteredOn(limits -> limits.comparatorGroup().isFixed())
        .isNotEmpty()
        .allMatch(limits -> limits.limits().centre() == .8);
    assertThat(FunnelPoint.of(STANDARD))
        .filteredOn(point -> point.comparison().equals(theme))
        .extracting(point -> point.zone().label())
        .containsExactly("below 99.8 %");
  }

  @Test
  void on_the_day_its_report_came_out_norfolk_and_suffolk_is_not_compared_in_its_tranche() {
    AnalysisRules choices = new AnalysisRules(AnalysisRules.POOLED, 10, LocalDate.of(2014, 3, 4));
    Results results = results(choices);
    assertThat(results.comparisons("NSP", "tranche"))
        .isNotEmpty()
        .allMatch(comparison -> comparison.otherTrusts() <= 1)
        .noneMatch(Comparison::isCompared);
    assertThat(PathwayStep.of(results))
        .filteredOn(step -> step.comparatorGroup().comparatorId().equals("tranche"))
        .filteredOn(step -> step.inspection().trust().code().equals("NSP"))
        .allMatch(step -> step.verdict95() == Verdict.NOT_COMPARED);
    assertThat(Benchmark.of(FRAMEWORK, choices, List.of()).comparisons()).isEmpty();
  }

  @Test
  void fewer_cases_are_left_after_every_step_of_a_pathway() {
    long before = Long.MAX_VALUE;
    for (PathwayStep step : PathwayStep.of(STANDARD)) {
      before = step.step() == 0 ? step.started() : before;
      assertThat(step.entered()).isEqualTo(before);
      assertThat(step.remaining()).isBetween(0L, before);
      if (step.step() == 0) {
        assertThat(step.interval95()).isNull();
        assertThat(step.othersInterval95()).isNull();
      } else {
        assertThat(step.interval95().excludes(step.share())).isFalse();
      }
      before = step.remaining();
    }
  }

  @Test
  void a_trust_lies_outside_the_score_funnel_when_its_interval_leaves_the_centre_out() {
    List<FunnelPoint> points = FunnelPoint.of(STANDARD);
    assertThat(points).hasSizeGreaterThan(2000);
    for (FunnelPoint point : points) {
      Interval own = point.comparison().score().interval95();
      assertThat(point.zone() == FunnelPoint.Zone.INSIDE)
          .isEqualTo(!own.excludes(point.comparison().limits().centre()));
    }
  }

  @Test
  void what_is_inside_the_plain_limits_of_a_funnel_is_inside_the_widened_ones() {
    for (FunnelPoint point : FunnelPoint.of(STANDARD)) {
      if (point.overDispersedZone() != null && point.zone() == FunnelPoint.Zone.INSIDE) {
        assertThat(point.overDispersedZone()).isEqualTo(FunnelPoint.Zone.INSIDE);
      }
    }
  }

  @Test
  void of_two_trusts_one_is_as_much_higher_as_the_other_is_lower() {
    InspectionTallies first = STANDARD.inspectionOf("NSP").orElseThrow();
    InspectionTallies second = STANDARD.inspectionOf("KNT").orElseThrow();
    List<PairDifference> there = PairDifference.of(STANDARD, first, second);
    List<PairDifference> back = PairDifference.of(STANDARD, second, first);
    for (int i = 0; i < there.size(); i++) {
      PairDifference one = there.get(i);
      if (one.difference() != null) {
        assertThat(back.get(i).difference()).isEqualTo(-one.difference());
        assertThat(back.get(i).tested(PairDifference.Outcome.Tested::pValue))
            .isEqualTo(one.tested(PairDifference.Outcome.Tested::pValue));
        assertThat(back.get(i).adjustedPValue()).isEqualTo(one.adjustedPValue());
        assertThat(one.adjustedPValue())
            .isGreaterThanOrEqualTo(one.tested(PairDifference.Outcome.Tested::pValue));
        assertThat(one.difference95().excludes(0)).isEqualTo(one.verdict95() != Verdict.SIMILAR);
      }
    }
  }

  @Test
  void robustness_counts_the_rules_that_agree_with_the_verdict() {
    for (Comparison comparison : STANDARD.comparisons()) {
      if (comparison.isCompared()) {
        long agreeing =
            comparison.statistic(Outcome.TestStatistics::rules).stream()
                .map(RuleVerdict::at95)
                .filter(verdict -> verdict == comparison.verdict95())
                .count();
        assertThat(comparison.<Integer>tested(one -> one.robustness().agreeing95()))
            .isEqualTo((int) agreeing);
      }
    }
  }

  private static List<Comparison> league(Results results, String comparator, String measure) {
    return results.comparisons().stream()
        .filter(comparison -> comparison.comparatorGroup().comparatorId().equals(comparator))
        .filter(comparison -> comparison.score().measure().id().equals(measure))
        .toList();
  }

  private static Comparison of(List<Comparison> league, String trust) {
    return league.stream()
        .filter(comparison -> comparison.score().inspection().trust().code().equals(trust))
        .findFirst()
        .orElseThrow();
  }

  private static Results results(AnalysisRules choices) {
    return Benchmark.of(FRAMEWORK, choices, INSPECTIONS);
  }

  private static AnalysisRules choices(String scoreRule) {
    return choices(scoreRule, BenchmarkRule.POOLED_OTHERS, VerdictRule.DIFFERENCE);
  }

  private static AnalysisRules choices(BenchmarkRule benchmarkRule, VerdictRule verdictRule) {
    return choices(AnalysisRules.POOLED, benchmarkRule, verdictRule);
  }

  private static AnalysisRules choices(
      String scoreRule, BenchmarkRule benchmark, VerdictRule verdict) {
    return new AnalysisRules(scoreRule, benchmark, verdict, 10, null, "NSP", "tranche", OWN, false);
  }
}
