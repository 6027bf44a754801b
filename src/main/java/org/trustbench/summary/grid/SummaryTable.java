package org.trustbench.summary.grid;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustbench.benchmark.Availability;
import org.trustbench.table.Column;
import org.trustbench.table.Table;
import org.trustbench.terms.Terms;

/**
 * The one definition of a table for people: what its columns show, and the figures that CSV files
 * and the workbook keep of them. Its texts have places for {@link Terms}, which whoever defines one
 * fills by {@link #in}.
 *
 * @param name of the file that keeps it
 * @param grain what one row is, beginning with "One row per"
 * @param key the figures that together identify a row
 * @param missing why a figure of a row is not there
 */
public record SummaryTable<R>(
    String name,
    String grain,
    List<String> key,
    List<SummaryColumn<R>> columns,
    Function<R, Availability> missing) {

  /** The same table with its texts in the words of an inspectorate. */
  public SummaryTable<R> in(Terms terms) {
    return new SummaryTable<>(
        name,
        terms.text(grain),
        key,
        columns.stream().map(column -> column.in(terms)).toList(),
        missing);
  }

  /** Some rows as people read them. */
  public Grid grid(String title, List<R> rows) {
    List<SummaryColumn<R>> shown = columns.stream().filter(SummaryColumn::isShown).toList();
    return Grid.of(
        title,
        shown.stream().map(SummaryColumn::heading).toList(),
        rows.stream().map(row -> cells(shown, row)).toList());
  }

  private List<Cell> cells(List<SummaryColumn<R>> shown, R row) {
    Availability why = missing.apply(row);
    return shown.stream().map(column -> column.cell(row, why)).toList();
  }

  /** The figures as a table of their own. */
  public Table<R> figures() {
    return new Table<>(
        "summary_" + name,
        grain,
        key,
        kept().map(FigureColumn::column).map(c -> (Column<R>) c).toList());
  }

  /** The same without some figures, which all rows share. */
  public SummaryTable<R> without(Set<String> figures) {
    return new SummaryTable<>(
        name,
        grain,
        key,
        columns.stream()
            .map(
                column ->
                    new SummaryColumn<>(
                        column.heading(),
                        column.shown(),
                        column.figures().stream()
                            .filter(figure -> !figures.contains(figure.column().name()))
                            .toList()))
            .toList(),
        missing);
  }

  /** The figures, in the order of their columns. */
  public Stream<FigureColumn<R>> kept() {
    return columns.stream().flatMap(column -> column.figures().stream());
  }

  /** A row's figures, none of them an empty cell. */
  public List<Cell> figures(R row) {
    Cell why = new Cell.Absent(missing.apply(row));
    return kept().map(figure -> figure.cell(row, why)).toList();
  }
}
