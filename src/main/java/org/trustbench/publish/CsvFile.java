package org.trustbench.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.table.Column;
import org.trustbench.table.Decimals;
import org.trustbench.table.Table;

/**
 * Writes a table as CSV: UTF-8, one header row, and never a cell that a spreadsheet would run as a
 * formula.
 */
final class CsvFile {
  private CsvFile() {}

  static <R> void write(Path file, Table<R> table, List<R> rows) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(table.columnNames());
      for (R row : rows) {
        csv.writeRecord(table.columns().stream().map(column -> cell(column, row)).toList());
      }
    }
  }

  static <R> String cell(Column<R> column, R row) {
    Object value = column.value().apply(row);
    if (value == null) {
      return "";
    }
    return switch (column.type()) {
      case TEXT -> neutral(value.toString());
      case DECIMAL -> Decimals.text((Double) value, column.decimals());
      case INTEGER, DATE, BOOLEAN -> value.toString();
    };
  }

  /** Text that begins like a formula is marked as text with an apostrophe. */
  static String neutral(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
