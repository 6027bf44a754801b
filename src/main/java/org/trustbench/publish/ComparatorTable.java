package org.trustbench.publish;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.GroupFigures;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.table.Table;

/** The scores of whole comparators as published. */
final class ComparatorTable {
  private ComparatorTable() {}

  private static final ComparatorColumns.OfFigures<ComparatorScore> GROUP =
      new ComparatorColumns.OfFigures<>(score -> score);

  private static final ComparatorColumns<ComparatorScore> COMPARATOR =
      new ComparatorColumns<>(ComparatorScore::comparatorGroup);

  static final Table<ComparatorScore> COMPARATORS =
      new Table<>(
          "comparators",
          "One row per comparator, group and measure.",
          List.of("comparator_key", "measure_id"),
          List.of(
              COMPARATOR.key("comparator and group"),
              COMPARATOR.id("the comparator"),
              COMPARATOR.group("the group within it"),
              COMPARATOR.label("both in words"),
              text("measure_id", "the measure", c -> c.measure().id()),
              text("measure_kind", "the kind of measure", c -> c.measure().kind()),
              text("measure_label", "the measure in words", c -> c.measure().label()),
              integer(
                  "trusts", "{institutions}", "{institutions} that have a score", GROUP::trusts),
              integer(
                  "trusts_suppressed",
                  "{institutions}",
                  "{institutions} whose own figures are suppressed, and which are no part of these",
                  ComparatorScore::trustsSuppressed),
              integer(
                  "cases",
                  "{cases}",
                  "{cases} with an assessed judgement",
                  orEmpty(c -> c.base().casesAssessed())),
              integer(
                  "assessed",
                  "judgements",
                  "judgements assessed",
                  orEmpty(c -> c.base().assessed())),
              integer(
                  "sufficient",
                  "judgements",
                  "sufficient judgements",
                  orEmpty(c -> c.base().sufficient())),
              percent(
                  "pooled_percent", "all judgements together", c -> c.figure(GroupFigures::pooled)),
              text(
                  "pooled_status",
                  "shown, or why there is no score, as in scores",
                  c -> c.availability().label()),
              percent(
                  "mean_of_trusts_percent",
                  "plain mean of the {institutions'} scores",
                  c -> c.figure(GroupFigures::meanOfTrusts)),
              GROUP.lowest("lowest score"),
              GROUP.median("median score"),
              GROUP.highest("highest score"),
              GROUP.phiRaw("mean squared z of the {institutions'} scores; 1 when chance is all"),
              GROUP.phiWinsorised("the same, extremes brought in"),
              GROUP.tauSquared(
                  "variance between {institutions} on the arcsine scale, from the winsorised"
                      + " ratio"),
              GROUP.tauSquaredRaw("the same from the raw ratio"),
              percent(
                  "fixed_percent",
                  "the benchmark of a comparator that is a fixed value",
                  c -> c.comparatorGroup().fixed().orElse(null)),
              text(
                  "shrinkage",
                  "how the beta distribution of true scores was fitted",
                  c -> c.shrinkage() == null ? null : c.shrinkage().method().label()),
              significant("beta_alpha", "judgements", "its α", c -> fitted(c, BetaBinomial::alpha)),
              significant("beta_beta", "judgements", "its β", c -> fitted(c, BetaBinomial::beta))));

  static final Table<ComparatorScore> FACT_COMPARATOR = COMPARATORS.named("fact_comparator");

  private static Double fitted(ComparatorScore c, Function<BetaBinomial, Double> value) {
    boolean isFitted = c.shrinkage() != null && c.shrinkage().method() != BetaBinomial.Method.NONE;
    return isFitted ? value.apply(c.shrinkage()) : null;
  }
}
