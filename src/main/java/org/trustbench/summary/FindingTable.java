package org.trustbench.summary;

import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;
import static org.trustbench.table.Column.orEmpty;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.framework.Trust;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.terms.Terms;

/** One row per finding: what was done well, and what needs attention, in a sentence. */
public final class FindingTable {
  private FindingTable() {}

  /** The findings of a trust, or of all trusts if it is null, strengths of each first. */
  public static List<Finding> rows(List<Finding> findings, Trust trust) {
    return findings.stream()
        .filter(f -> trust == null || f.score().inspection().trust().equals(trust))
        .sorted(
            java.util.Comparator.<Finding, String>comparing(
                    f -> f.score().inspection().trust().name())
                .thenComparing(Finding::kind))
        .toList();
  }

  /** What it shows and keeps. */
  public static SummaryTable<Finding> definition(Terms terms) {
    return new SummaryTable<>(
            "findings",
            "One row per {institution} and measure that makes a finding.",
            List.of("trust_id", "measure_id"),
            List.of(
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    f -> f.score().inspection().trust().code()),
                text(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    f -> f.score().inspection().trust().name()),
                kept("Measure id", "measure_id", "the measure", f -> f.score().measure().id()),
                text("Kind", "kind", "strength or concern", f -> f.kind().label()),
                text("Finding", "sentence", "the finding in words", Finding::sentence),
                shown(
                    "Score % (95 %)",
                    f -> ComparisonCells.score(f.score()),
                    percent(
                        "Score %",
                        "score_percent", "the {institution's} score", f -> f.score().score())),
                shown(
                    "Benchmark",
                    f -> f.comparison() == null ? null : ComparisonCells.benchmark(f.comparison()),
                    percent(
                        "Benchmark %",
                        "benchmark_percent",
                        "what it is compared with",
                        f -> of(f, Comparison::benchmark))),
                count(
                    "Base",
                    "base",
                    "judgements",
                    "judgements assessed",
                    orEmpty(f -> f.score().base().assessed()))),
            f -> ComparisonCells.missing(f.score().availability()))
        .in(terms);
  }

  private static Double of(Finding finding, Function<Comparison, Double> value) {
    return finding.comparison() == null ? null : value.apply(finding.comparison());
  }
}
