package org.trustbench.ingest.extract;

import java.util.List;
import java.util.stream.IntStream;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;
import org.trustbench.framework.MissingValues;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.rows.RowReader;

/**
 * The notes and totals of an extract, told by what they begin with. A row of a known institution is
 * never one, however it begins, and neither is a whole row with a case, or a note into which an
 * open quotation mark has drawn such rows.
 */
final class FooterRows {
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "\\|");

  private final Codebook codebook;
  private final RowReader table;
  private final ExtractColumns columns;
  private final List<String> beginnings;
  private final MissingValues missing;

  /**
   * Makes a finder.
   *
   * @param missing what the extract writes where a value is missing
   */
  FooterRows(
      Codebook codebook,
      Layout layout,
      RowReader table,
      ExtractColumns columns,
      MissingValues missing) {
    this.codebook = codebook;
    this.table = table;
    this.columns = columns;
    this.beginnings = layout.frame().footers().stream().map(Spelling::folded).toList();
    this.missing = missing;
  }

  /** Whether the row that the table is at is one. */
  boolean isAtOne() {
    if (beginnings.isEmpty()) {
      return false;
    }
    String first = "";
    int filled = 0;
    for (int column = 0; column < table.header().size() && filled < 2; column++) {
      String cell = Spelling.folded(table.cell(column));
      first = filled == 0 ? cell : first;
      filled += cell.isEmpty() ? 0 : 1;
    }
    String begin = first;
    return beginnings.stream().anyMatch(begin::startsWith)
        && !hasDrawnInRows()
        && codebook.register().find(Spelling.plain(table.cell(columns.trust))).isEmpty()
        && (filled == 1 || table.isFaulty() || beginnings.contains(begin) || hasNoCase());
  }

  /** Whether an open quotation mark has made rows of known institutions part of the note. */
  private boolean hasDrawnInRows() {
    return table.lastLine() > table.line()
        && IntStream.range(0, table.header().size())
            .mapToObj(table::cell)
            .flatMap(String::lines)
            .anyMatch(this::isRow);
  }

  /** By whatever its cells are separated. */
  private boolean isRow(String line) {
    for (String delimiter : DELIMITERS) {
      String[] cells = line.split(delimiter, -1);
      if (cells.length >= table.header().size()
          && codebook.register().find(Spelling.plain(cells[columns.trust])).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean hasNoCase() {
    for (int column : columns.caseKey) {
      String part = table.cell(column);
      if (!Spelling.plain(part).isEmpty() && !missing.has(part)) {
        return false;
      }
    }
    return true;
  }
}
