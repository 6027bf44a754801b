package org.trustbench.ingest.csv;

import java.io.IOException;
import java.util.List;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;

/**
 * A copy of a table: each row begins with its number, which stands for the line, and ends before
 * the columns that nobody reads, of which the header alone tells.
 */
final class NumberedTable implements RowReader {
  private final CsvTable rows;
  private final Header header;
  private int number;

  private NumberedTable(CsvTable rows, Header header) {
    this.rows = rows;
    this.header = header;
  }

  static NumberedTable of(CsvTable rows) throws IOException {
    Header all = rows.heading();
    List<String> names = all.names().subList(1, all.names().size());
    return new NumberedTable(rows, new Header(all.file(), all.line(), all.lastLine(), names, null));
  }

  @Override
  public Header heading() {
    return header;
  }

  @Override
  public boolean next() throws Refusal {
    boolean isThere = rows.next();
    number = isThere ? Integer.parseInt(rows.cell(0)) : number;
    return isThere;
  }

  /** The number of the row. */
  @Override
  public int line() {
    return number;
  }

  @Override
  public boolean isFaulty() {
    return false;
  }

  @Override
  public String fault() {
    return null;
  }

  @Override
  public boolean isHeaderAgain() {
    return false;
  }

  @Override
  public String cell(int column) {
    return column + 1 < rows.width() ? rows.cell(column + 1) : "(not read)";
  }

  @Override
  public String name(int column) throws Refusal {
    return rows.name(column + 1);
  }

  @Override
  public String given(int column) throws Refusal {
    return rows.given(column + 1);
  }

  @Override
  public <T> T value(int column, MemoizedLookup<T> values) throws Refusal {
    return rows.value(column + 1, values);
  }

  @Override
  public void checkNoLineBreak(int column) throws Refusal {
    if (column >= 0) {
      rows.checkNoLineBreak(column + 1);
    }
  }

  @Override
  public String sha256Hex() throws Refusal {
    return rows.sha256Hex();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
