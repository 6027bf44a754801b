package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.table.Table;
import org.trustbench.weighting.WeightedComparison;

/** Scores weighted by how cases were sampled, beside the unweighted. */
final class WeightedTable {
  private WeightedTable() {}

  private static final ComparatorColumns<WeightedComparison> COMPARATOR =
      new ComparatorColumns<>(w -> w.comparison().comparatorGroup());

  static final Table<WeightedComparison> WEIGHTED_SCORES =
      new Table<>(
          "weighted_scores",
          "One row per inspection, measure and comparator, where the framework declares how {cases}"
              + " were sampled.",
          List.of("inspection_id", "measure_id", "comparator_id"),
          List.of(
              text(
                  "inspection_id",
                  "the inspection",
                  w -> w.comparison().score().inspection().inspectionId()),
              text(
                  "trust_id",
                  "code of the {institution}",
                  w -> w.comparison().score().inspection().trust().code()),
              text("measure_id", "the measure", w -> w.comparison().score().measure().id()),
              COMPARATOR.id("whom it is compared with"),
              COMPARATOR.key("comparator and group"),
              integer(
                  "strata",
                  "strata",
                  "strata that {cases} were sampled in",
                  w -> w.strata() == 0 ? null : w.strata()),
              integer(
                  "population",
                  "{cases}",
                  "{cases} in these strata, sampled or not",
                  w -> w.strata() == 0 ? null : w.population()),
              percent("score_percent", "the unweighted score", w -> w.comparison().score().score()),
              percent(
                  "lower95_percent",
                  "lower end of its 95 % interval",
                  w -> low(w.comparison().score().interval95())),
              percent(
                  "upper95_percent",
                  "upper end of its 95 % interval",
                  w -> high(w.comparison().score().interval95())),
              percent(
                  "weighted_score_percent",
                  "the score with every {case} weighing the {cases} of its stratum per {case}"
                      + " sampled",
                  WeightedComparison::score),
              percent(
                  "weighted_lower95_percent",
                  "lower end of its 95 % interval, stratified and linearised",
                  w -> low(w.interval95())),
              percent(
                  "weighted_upper95_percent",
                  "upper end of its 95 % interval",
                  w -> high(w.interval95())),
              percent(
                  "weighted_lower998_percent",
                  "lower end of its 99.8 % interval",
                  w -> low(w.interval998())),
              percent(
                  "weighted_upper998_percent",
                  "upper end of its 99.8 % interval",
                  w -> high(w.interval998())),
              percent(
                  "weighting_points", "weighted less unweighted", WeightedComparison::difference),
              percent(
                  "benchmark_percent", "the unweighted benchmark", w -> w.comparison().benchmark()),
              percent(
                  "weighted_benchmark_percent",
                  "the others' weighted scores, each weighing what its caseload does",
                  w -> w.against().map(one -> one.benchmark()).orElse(null)),
              text(
                  "verdict95",
                  "the verdict at 95 %, which is that of the unweighted scores",
                  w -> w.comparison().verdict95().label()),
              text(
                  "weighted_verdict95",
                  "what it would be by weighted scores",
                  w -> w.verdict95().label()),
              text("weighted_verdict998", "the same at 99.8 %", w -> w.verdict998().label()),
              significant(
                  "weighted_p_value",
                  "",
                  "two-sided, of the weighted verdict",
                  w -> w.against().map(one -> one.verdict().pValue()).orElse(null)),
              bool(
                  "is_parted",
                  "whether both were tested and say different things at 95 %",
                  WeightedComparison::isParted),
              text(
                  "reason",
                  "why a weighted figure is lacking; empty where none is",
                  WeightedComparison::reason)));

  static final Table<WeightedComparison> FACT_WEIGHTED_SCORE =
      WEIGHTED_SCORES.named("fact_weighted_score");
}
