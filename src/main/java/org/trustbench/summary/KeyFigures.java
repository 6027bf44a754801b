package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Rounding;
import org.trustbench.framework.Measure;
import org.trustbench.terms.Terms;

/** The few figures that say at a glance where the trust in focus stands. */
public final class KeyFigures {
  private KeyFigures() {}

  /**
   * One of them.
   *
   * @param value the figure alone, with its unit
   * @param note how sure it is, in words
   */
  public record KeyFigure(String label, String value, String note) {}

  /** Score, benchmark, difference and rank overall; empty where the trust is not compared. */
  public static List<KeyFigure> of(ReportFocus reportFocus) {
    List<KeyFigure> figures = new ArrayList<>();
    reportFocus.rows(Set.of(Measure.OVERALL)).stream()
        .findFirst()
        .filter(c -> c.score().availability().isShown())
        .ifPresent(c -> add(c, figures, reportFocus.results().terms()));
    return figures;
  }

  private static void add(Comparison c, List<KeyFigure> figures, Terms terms) {
    figures.add(
        new KeyFigure("Score", Formatting.percent(c.score().score()) + "\u00a0%", interval(c)));
    if (c.isCompared()) {
      figures.add(
          new KeyFigure(
              BenchmarkWords.column(c, terms),
              Formatting.percent(c.benchmark()) + "\u00a0%",
              c.comparatorGroup().label()));
      figures.add(
          new KeyFigure(
              "Difference",
              Formatting.points(c.difference()),
              "%s; 95\u00a0%% interval %s\u00a0to\u00a0%s%s"
                  .formatted(
                      Prose.verdict(ComparisonCells.verdict(c)),
                      Formatting.points(c.difference95().low()),
                      Formatting.points(c.difference95().high()),
                      Rounding.isApart(c) ? Rounding.BESIDE : "")));
    }
    if (c.ranked() != null && c.rankedTrusts() > 1) {
      figures.add(
          new KeyFigure(
              "Rank",
              "%d of %d".formatted(c.ranked().rank(), c.rankedTrusts()),
              "not ruled out: %s; tier %d"
                  .formatted(
                      c.ranked().lower() == c.ranked().upper()
                          ? "this rank alone"
                          : c.ranked().lower() + "\u00a0to\u00a0" + c.ranked().upper(),
                      c.ranked().tier())));
    }
  }

  private static String interval(Comparison c) {
    return c.score().interval95() == null
        ? "no interval"
        : "95\u00a0%% interval %s\u00a0to\u00a0%s"
            .formatted(
                Formatting.percent(c.score().interval95().low()),
                Formatting.percent(c.score().interval95().high()));
  }
}
