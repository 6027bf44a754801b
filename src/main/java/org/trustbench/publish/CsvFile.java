package org.trustbench.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.storage.WholeFile;
import org.trustbench.table.Column;
import org.trustbench.table.Decimals;
import org.trustbench.table.Table;

/**
 * Writes a table as CSV (RFC 4180, line feeds): UTF-8, one header row, and never a cell that a
 * spreadsheet would run as a formula. Rows go out as they come: tables of a national programme have
 * tens of millions of cells, which is why they are put together here, as bytes.
 */
final class CsvFile {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;

  private CsvFile(OutputStream out) {
    this.out = out;
  }

  static <R> void write(Path file, Table<R> table, List<R> rows) throws IOException {
    WholeFile.write(file, out -> write(out, table, rows));
  }

  /** Writes the table and leaves the stream open. */
  static <R> void write(OutputStream out, Table<R> table, List<R> rows) throws IOException {
    new CsvFile(out).table(table, rows);
  }

  private <R> void table(Table<R> table, List<R> rows) throws IOException {
    List<Column<R>> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      separate(i);
      bytes(encoded(columns.get(i).name(), i == 0));
    }
    end();
    String[] lastText = new String[columns.size()];
    byte[][] lastBytes = new byte[columns.size()][];
    for (R row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        separate(i);
        Column<R> column = columns.get(i);
        Object value = column.value().apply(row);
        if (value == null) {
          continue;
        }
        if (column.type() != Column.Type.TEXT) {
          ascii(figure(column, value));
        } else {
          String text = value.toString();
          // Rows next to each other often hold the same text.
          if (!text.equals(lastText[i])) {
            lastText[i] = text;
            lastBytes[i] = encoded(neutral(text), i == 0);
          }
          bytes(lastBytes[i]);
        }
      }
      end();
    }
    out.write(buffer, 0, used);
  }

  static <R> String cell(Column<R> column, R row) {
    Object value = column.value().apply(row);
    if (value == null) {
      return "";
    }
    return column.type() == Column.Type.TEXT ? neutral(value.toString()) : figure(column, value);
  }

  private static String figure(Column<?> column, Object value) {
    return column.type() == Column.Type.DECIMAL
        ? Decimals.text((Double) value, column.decimals())
        : value.toString();
  }

  /** Text that begins like a formula is marked as text with an apostrophe. */
  static String neutral(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /**
   * Within quotation marks where it holds one, a comma or a line's end, or where it begins a row
   * like a comment.
   */
  private static byte[] encoded(String text, boolean isFirst) {
    boolean isQuoted = isFirst && text.startsWith("#");
    for (int i = 0; i < text.length() && !isQuoted; i++) {
      isQuoted = ",\"\r\n".indexOf(text.charAt(i)) >= 0;
    }
    String cell = isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    return cell.getBytes(StandardCharsets.UTF_8);
  }

  private void separate(int column) throws IOException {
    if (column > 0) {
      room(1);
      buffer[used++] = ',';
    }
  }

  private void end() throws IOException {
    room(1);
    buffer[used++] = '\n';
  }

  private void bytes(byte[] cell) throws IOException {
    if (cell.length > BUFFER) {
      room(BUFFER);
      out.write(cell);
      return;
    }
    room(cell.length);
    System.arraycopy(cell, 0, buffer, used, cell.length);
    used += cell.length;
  }

  private void ascii(String cell) throws IOException {
    room(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      buffer[used++] = (byte) cell.charAt(i);
    }
  }

  private void room(int wanted) throws IOException {
    if (used + wanted > BUFFER) {
      out.write(buffer, 0, used);
      used = 0;
    }
  }
}
