package org.trustbench.publish;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome.CaseMixDetail;
import org.trustbench.benchmark.ComparisonOutcome.CaseMixOutcome;
import org.trustbench.benchmark.ComparisonOutcome.TestStatistics;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.Normal;
import org.trustbench.stats.RankEstimate;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Comparisons as published. */
final class ComparisonTables {
  private ComparisonTables() {}

  private static final ComparatorColumns.OfFigures<Comparison> GROUP =
      new ComparatorColumns.OfFigures<>(Comparison::group);

  private static final ComparatorColumns<Comparison> COMPARATOR =
      new ComparatorColumns<>(Comparison::comparatorGroup);

  static final List<Column<Comparison>> IDS =
      List.of(
          text("inspection_id", "the inspection", c -> c.score().inspection().inspectionId()),
          text("trust_id", "code of the {institution}", c -> c.score().inspection().trust().code()),
          text("measure_id", "the measure", c -> c.score().measure().id()),
          COMPARATOR.id("whom it is compared with"),
          COMPARATOR.key("comparator and group"));

  static final List<Column<Comparison>> FIGURES =
      List.of(
          text("benchmark_rule", "how the benchmark is worked out", c -> c.reference().rule()),
          percent("benchmark_percent", "the benchmark", Comparison::benchmark),
          text(
              "benchmark_status",
              "shown, or why there is no benchmark, as in scores",
              c -> c.reference().availability().label()),
          integer(
              "comparator_trusts",
              "{institutions}",
              "{institutions} of the comparator that have a score, this one included",
              GROUP::trusts),
          GROUP.lowest("lowest score among the comparator's {institutions}"),
          GROUP.highest("highest score among the comparator's {institutions}"),
          percent("difference_points", "score minus benchmark", Comparison::difference),
          OutcomeColumns.verdict95(),
          OutcomeColumns.verdict998(),
          OutcomeColumns.verdictRule(),
          integer(
              "rank",
              "",
              "place among the comparator's {institutions}",
              c -> rank(c, RankEstimate::rank)),
          integer("rank_lower", "", "best rank not ruled out", c -> rank(c, RankEstimate::lower)),
          integer("rank_upper", "", "worst rank not ruled out", c -> rank(c, RankEstimate::upper)),
          integer(
              "ranked_trusts",
              "{institutions}",
              "{institutions} ranked",
              c -> c.ranked() == null ? null : c.rankedTrusts()),
          integer(
              "tier",
              "",
              "1 for the best, statistical ties alike",
              c -> rank(c, RankEstimate::tier)),
          COMPARATOR.group("the group within the comparator"),
          COMPARATOR.label("the comparator in words"),
          integer(
              "other_trusts",
              "{institutions}",
              "other {institutions} that have a score",
              c -> c.reference().otherTrusts()),
          GROUP.median("median score of the comparator's {institutions}"),
          percent("score_percent", "the {institution's} score", c -> c.score().score()),
          text(
              "score_status",
              "shown, or why there is no score, as in scores",
              c -> c.score().availability().label()),
          OutcomeColumns.lower95(),
          OutcomeColumns.upper95(),
          OutcomeColumns.lower998(),
          OutcomeColumns.upper998(),
          OutcomeColumns.pValue(),
          significant(
              "adjusted_p_value",
              "",
              "Benjamini-Hochberg over all {institutions} and measures of the comparator and kind;"
                  + " in findings the family is another",
              c -> c.statistic(TestStatistics::adjustedPValue)),
          OutcomeColumns.rules(),
          integer(
              "rules_agreeing",
              "rules",
              "rules that give the same verdict at 95 %",
              c -> c.tested(one -> one.robustness().agreeing95())),
          bool(
              "is_robust",
              "whether every lawful rule gives the same verdict at 95 %",
              c -> c.tested(one -> !one.robustness().isFlipped())),
          significant(
              "mid_p_value",
              "",
              "mid-p against the benchmark as fixed",
              c -> c.statistic(TestStatistics::midP)),
          significant(
              "adjusted_mid_p_value",
              "",
              "Benjamini-Hochberg of the mid-p values, over the same family",
              c -> c.statistic(TestStatistics::adjustedMidP)),
          decimal(
              "z", "", "difference over its standard error", c -> c.statistic(TestStatistics::z)),
          decimal(
              "over_dispersed_z",
              "",
              "arcsine z with the variance between {institutions} taken in",
              c -> c.statistic(TestStatistics::overDispersedZ)),
          percent(
              "shrunken_percent",
              "beta-binomial posterior mean",
              c -> c.shrunken() == null ? null : c.shrunken().score()),
          text(
              "shrinkage",
              "how the beta-binomial was fitted",
              c -> c.shrunken() == null ? null : c.shrunken().method().label()),
          percent(
              "adjusted_percent",
              "score adjusted for case mix; may exceed 100",
              c -> c.caseMix(CaseMixOutcome::adjusted)),
          bool(
              "is_adjusted_above_100",
              "whether the adjusted score exceeds 100 %, as nothing holds it to the scale",
              c -> c.caseMix(one -> one.adjusted() > 1)),
          text(
              "adjusted_verdict95",
              "verdict at 95 % after adjustment for case mix",
              c -> c.caseMix(one -> one.verdict95().label())),
          bool(
              "case_mix_changes_verdict",
              "whether adjustment for case mix changes the verdict at 95 %",
              c -> c.caseMix(one -> one.verdict95() != c.verdict95())),
          integer(
              "collapsed_strata",
              "strata",
              "sparse strata widened for the adjustment",
              c -> c.caseMixDetail(CaseMixDetail::collapsedStrata)),
          bool(
              "is_reliable",
              "whether the base is large enough for the score to be read alone",
              c -> c.score().isReliable()),
          percent(
              "benchmark_pooled_others_percent",
              "the other {institutions'} judgements together",
              c -> c.reference().byRule().get(BenchmarkRule.POOLED_OTHERS)),
          percent(
              "benchmark_pooled_all_percent",
              "all the comparator's judgements together",
              c -> c.reference().byRule().get(BenchmarkRule.POOLED_ALL)),
          percent(
              "benchmark_mean_of_others_percent",
              "plain mean of the other {institutions'} scores",
              c -> c.reference().byRule().get(BenchmarkRule.MEAN_OF_OTHERS)),
          decimal(
              "verdict_design_effect",
              "ratio",
              "the design effect behind the verdict: never below the one behind the score's"
                  + " interval",
              c -> c.statistic(one -> one.basis().designEffect(c.score()))),
          decimal(
              "benchmark_effective_judgements",
              "judgements",
              "independent judgements the benchmark is worth; empty for a value taken as known",
              ComparisonTables::worth),
          integer(
              "rules_agreeing998",
              "rules",
              "rules that give the same verdict at 99.8 %",
              c -> c.tested(one -> one.robustness().agreeing998())),
          bool(
              "is_discovery",
              "whether the adjusted p-value is at most .05",
              c -> isAtMost(c.statistic(TestStatistics::adjustedPValue), Normal.ALPHA95)),
          bool(
              "is_discovery998",
              "whether the adjusted p-value is at most .002",
              c -> isAtMost(c.statistic(TestStatistics::adjustedPValue), Normal.ALPHA998)),
          decimal(
              "effective_judgements",
              "judgements",
              "independent judgements the score is worth: its place on the funnel",
              orEmpty(c -> c.score().effectiveJudgements())),
          significant(
              "case_mix_p_value",
              "",
              "two-sided, by the verdict rule, after adjustment for case mix",
              c -> c.caseMixDetail(CaseMixDetail::pValue)),
          text(
              "adjusted_verdict998",
              "verdict at 99.8 % after adjustment for case mix",
              c -> c.caseMix(one -> one.verdict998().label())),
          decimal(
              "case_mix_expected",
              "judgements",
              "sufficient judgements expected, had each stratum scored as the benchmark did in it",
              c -> mix(c, CaseMix::expected)),
          decimal(
              "case_mix_ratio",
              "ratio",
              "sufficient judgements over those expected",
              c -> mix(c, CaseMix::ratio)),
          significant(
              "case_mix_ratio_variance",
              "",
              "clustered variance of the ratio, the expectation taken as known",
              c -> mix(c, CaseMix::variance)),
          significant(
              "case_mix_test_variance",
              "",
              "the variance tested with: at least that of independent judgements, and the"
                  + " expectation's own added",
              c -> mix(c, CaseMix::testVariance)),
          GROUP.phiRaw("mean squared z of the comparator's scores; 1 when chance is all"),
          GROUP.phiWinsorised("the same, extremes brought in"),
          GROUP.tauSquared(
              "variance between the comparator's {institutions} on the arcsine scale, from the"
                  + " winsorised ratio"));

  static final Table<Comparison> COMPARISONS =
      new Table<>(
          "comparisons",
          "One row per inspection, measure and comparator.",
          List.of("inspection_id", "measure_id", "comparator_id"),
          ScoreTables.joined(
              ScoreTables.joined(IDS, FIGURES),
              FunnelTables.limits("funnel_", Comparison::limits)));

  static final Table<Comparison> FACT_COMPARISON = COMPARISONS.named("fact_comparison");

  private static Integer rank(Comparison c, Function<RankEstimate, Integer> value) {
    return c.ranked() == null ? null : value.apply(c.ranked());
  }

  private static Double mix(Comparison c, Function<CaseMix, Double> value) {
    return c.caseMixDetail(detail -> value.apply(detail.mix()));
  }

  private static Double worth(Comparison c) {
    return c.statistic(
        one -> {
          double n = one.basis().against().independent().n();
          return n > 0 && n < Double.POSITIVE_INFINITY ? (Double) n : null;
        });
  }

  private static Boolean isAtMost(Double pValue, double level) {
    return pValue == null ? null : pValue <= level;
  }
}
