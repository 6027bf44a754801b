package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.table.Table;

/** Findings as published. */
final class FindingTables {
  private FindingTables() {}

  private static final ComparatorColumns<Finding> COMPARATOR =
      new ComparatorColumns<>(finding -> of(finding, Comparison::comparatorGroup));

  static final Table<Finding> FINDINGS =
      new Table<>(
          "findings",
          "One row per inspection and measure that makes a finding.",
          List.of("inspection_id", "measure_id"),
          List.of(
              text("inspection_id", "the inspection", f -> f.score().inspection().inspectionId()),
              text(
                  "trust_id",
                  "code of the {institution}",
                  f -> f.score().inspection().trust().code()),
              text("kind", "strength or concern", f -> f.kind().label()),
              text("measure_id", "the measure", f -> f.score().measure().id()),
              text("sentence", "the finding in words", Finding::sentence),
              text(
                  "basis",
                  "comparative when the verdict makes it a finding, absolute when the score does",
                  f -> f.basis().label()),
              percent("score_percent", "the {institution's} score", f -> f.score().score()),
              percent(
                  "lower95_percent",
                  "lower end of its 95 % interval",
                  f -> low(f.score().interval95())),
              percent(
                  "upper95_percent",
                  "upper end of its 95 % interval",
                  f -> high(f.score().interval95())),
              integer(
                  "assessed", "judgements", "its base", orEmpty(f -> f.score().base().assessed())),
              COMPARATOR.id("whom it is compared with"),
              COMPARATOR.key("comparator and group"),
              COMPARATOR.label("the same in words"),
              text("benchmark_rule", "how the benchmark is worked out", f -> rule(f)),
              percent("benchmark_percent", "the benchmark", f -> of(f, Comparison::benchmark)),
              percent(
                  "difference_points", "score minus benchmark", f -> of(f, Comparison::difference)),
              text("verdict95", "verdict at 95 %", f -> of(f, c -> c.verdict95().label())),
              text("verdict998", "verdict at 99.8 %", f -> of(f, c -> c.verdict998().label())),
              significant(
                  "adjusted_p_value",
                  "",
                  "Benjamini-Hochberg over all this {institution's} own comparisons: of another family than the column of this name in comparisons",
                  Finding::adjustedPValue),
              bool(
                  "is_robust",
                  "whether every lawful rule gives the same verdict at 95 %",
                  f -> of(f, c -> c.tested(one -> !one.robustness().isFlipped()))),
              text(
                  "adjusted_verdict95",
                  "verdict at 95 % after adjustment for case mix",
                  f -> of(f, c -> c.caseMix(one -> one.verdict95().label())))));

  static final Table<Finding> FACT_FINDING = FINDINGS.named("fact_finding");

  private static String rule(Finding finding) {
    return of(finding, c -> c.reference().rule());
  }

  private static <T> T of(Finding finding, Function<Comparison, T> value) {
    return finding.comparison() == null ? null : value.apply(finding.comparison());
  }
}
