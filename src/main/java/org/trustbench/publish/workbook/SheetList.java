package org.trustbench.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;

/** The sheets of a workbook that hold tables, as they are added. */
final class SheetList {
  /** More rows than a person looks through; a sheet has no more, and says where the rest is. */
  static final int MOST_ROWS = 2000;

  private final ReleaseContent content;
  private final Notes notes;
  private final SheetNames names = new SheetNames();
  private final List<WorkbookSheet> sheets = new ArrayList<>();

  SheetList(ReleaseContent content, Notes notes) {
    this.content = content;
    this.notes = notes;
    List.of("Cover", "Contents", "Notes").forEach(names::take);
  }

  List<WorkbookSheet> all() {
    return List.copyOf(sheets);
  }

  /**
   * A table that has no row has no sheet.
   *
   * @param file of the release, that has every row
   */
  <R> void add(String name, String title, SummaryTable<R> table, List<R> rows, String file) {
    if (!rows.isEmpty()) {
      SummaryTable<R> told = table.without(untold(table, rows));
      boolean isCut = rows.size() > MOST_ROWS;
      String cut =
          isCut
              ? String.format(
                  Locale.ROOT,
                  " The first %,d of %,d; all are in %s.",
                  MOST_ROWS,
                  rows.size(),
                  file)
              : "";
      sheets.add(
          new WorkbookSheet(
              names.take(name),
              title,
              table.grain() + cut + " " + LeagueWorkbook.remark(content),
              told.kept().map(notes::heading).toList(),
              rows.stream().limit(MOST_ROWS).map(told::figures).toList()));
    }
  }

  /** The status of a score tells nothing where every score is shown. */
  private static <R> Set<String> untold(SummaryTable<R> table, List<R> rows) {
    return table
        .kept()
        .map(FigureColumn::column)
        .filter(column -> column.name().endsWith("_status"))
        .filter(
            column ->
                rows.stream()
                    .allMatch(row -> Availability.SHOWN.label().equals(column.value().apply(row))))
        .map(Column::name)
        .collect(Collectors.toSet());
  }
}
