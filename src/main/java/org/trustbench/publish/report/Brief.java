package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trustbench.benchmark.Comparison;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.CertaintySentences;
import org.trustbench.summary.FindingText;
import org.trustbench.summary.KeyFigures;
import org.trustbench.summary.KeyFigures.KeyFigure;
import org.trustbench.summary.Paragraph;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.SummarySentences;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;
import org.trustbench.summary.grid.Grid;
import org.trustbench.terms.Terms;

/**
 * What one sheet of paper says of a trust against the others of its group.
 *
 * @param file path of its page, from the release's folder
 * @param page what its sheets are called in the style sheet
 * @param group with whom it is compared; empty with nobody
 * @param findings the draft of what was done well and what needs attention
 * @param standing where it stands, told where there are no findings
 */
record Brief(
    String name,
    String file,
    String page,
    String group,
    List<KeyFigure> figures,
    Optional<FindingText> findings,
    List<Paragraph> standing,
    List<Paragraph> sureness,
    List<Part> parts) {
  /** Of more measures those farthest from the others are shown. */
  private static final int MOST = 16;

  private static final Set<String> SHOWN =
      Set.of("Measure", "Score % (95 %)", "Base", "Difference (95 %)", "Verdict", "Flag");

  /**
   * A table of some measures.
   *
   * @param note what it leaves out; empty where it shows all
   */
  record Part(String title, String note, List<String> headings, List<Line> lines) {}

  /** A row of texts, and what is drawn of it. */
  record Line(List<String> cells, Bar bar) {}

  /** What is drawn of a score, from 0 to 100; null where there is none of it. */
  record Bar(Double score, Interval interval, Double benchmark) {
    static Bar of(Comparison c) {
      return new Bar(c.score().score(), c.score().interval95(), c.benchmark());
    }
  }

  static Brief of(ReportFocus focus, Optional<FindingText> findings, String file, int number) {
    List<Part> parts = new ArrayList<>();
    Terms terms = focus.results().terms();
    part("Theme by theme", focus.rows(Set.of(Measure.OVERALL, Measure.THEME)), false, terms)
        .forEach(parts::add);
    for (Framework.Named kind : focus.detailedKinds()) {
      part(kind.label(), focus.rows(Set.of(kind.id())), true, terms).forEach(parts::add);
    }
    return new Brief(
        focus.focus().name(),
        file,
        "brief-" + number,
        focus.ownGroup().map(group -> group.label()).orElse(""),
        KeyFigures.of(focus),
        findings,
        findings.isPresent() ? List.of() : SummarySentences.of(focus),
        CertaintySentences.of(focus),
        parts);
  }

  private static Stream<Part> part(
      String title, List<Comparison> all, boolean isWithBase, Terms terms) {
    if (all.isEmpty()) {
      return Stream.empty();
    }
    List<Comparison> shown = farthest(all);
    Grid grid = BenchmarkTable.of(title, shown, isWithBase, terms);
    List<Integer> columns = columns(grid);
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < shown.size(); row++) {
      List<Cell> cells = grid.rows().get(row);
      lines.add(
          new Line(
              columns.stream().map(column -> CellText.joined(cells.get(column))).toList(),
              Bar.of(shown.get(row))));
    }
    String note =
        shown.size() == all.size()
            ? ""
            : "%d of %d: those farthest from the others.".formatted(shown.size(), all.size());
    return Stream.of(
        new Part(title, note, columns.stream().map(grid.headings()::get).toList(), lines));
  }

  /** The columns there is room for; what a score is compared with stands behind the highest. */
  private static List<Integer> columns(Grid grid) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < grid.headings().size(); i++) {
      boolean isAfterHighest = i > 0 && grid.headings().get(i - 1).equals("Highest");
      boolean isEmpty = grid.cells(i).stream().allMatch(Cell.EMPTY::equals);
      if (!isEmpty && (isAfterHighest || SHOWN.contains(grid.headings().get(i)))) {
        columns.add(i);
      }
    }
    return columns;
  }

  /** In their order, so many as there is room for. */
  private static List<Comparison> farthest(List<Comparison> all) {
    List<Comparison> chosen =
        all.stream()
            .sorted(
                Comparator.comparingDouble(
                    (Comparison c) -> c.difference() == null ? 0 : -Math.abs(c.difference())))
            .limit(MOST)
            .toList();
    return all.stream().filter(chosen::contains).toList();
  }
}
