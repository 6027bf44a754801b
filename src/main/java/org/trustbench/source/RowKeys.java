package org.trustbench.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.message.Counted;
import org.trustbench.source.SourceColumn.CellType;

/**
 * The keys of a table's rows: what they are sorted by, and whether each row has one of its own that
 * can be its number.
 */
final class RowKeys {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

  private final SourceTable table;
  private final Layout.RowKey key;
  private final List<SourceColumn> columns;
  private long lacking;
  private long unfit;
  private long repeated;

  /** The first row whose key another has. */
  private int firstRepeated;

  private byte[] before;

  RowKeys(SourceTable table, Layout.RowKey key, List<SourceColumn> columns) {
    this.table = table;
    this.key = key;
    this.columns = columns;
  }

  /** What a row is sorted by; null where its key is none, which is counted. */
  byte[] of(List<String> cells) {
    if (cells.stream().anyMatch(String::isEmpty)) {
      lacking++;
      return null;
    }
    if (!key.isOrder()) {
      String number = cells.get(0);
      if (!NUMBER.matcher(number).matches() || Long.parseLong(number) > Integer.MAX_VALUE) {
        unfit++;
        return null;
      }
      return sortable(Long.parseLong(number));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < cells.size(); i++) {
      boolean isNumber =
          columns.get(i).type() == CellType.WHOLE_NUMBER && cells.get(i).length() <= 18;
      all.writeBytes(isNumber ? sortable(Long.parseLong(cells.get(i))) : sortable(cells.get(i)));
    }
    return all.toByteArray();
  }

  /** Bytes that are in order, compared one by one without sign, as the numbers are. */
  private static byte[] sortable(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array();
  }

  /** The text's bytes up to an end that no text has within. */
  private static byte[] sortable(String text) {
    return (text.replace("\0", "\0\1") + "\0\0").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The number of the next row in order.
   *
   * @param last that of the row before
   */
  int number(byte[] sorted, int last) {
    int number =
        key.isOrder() ? last + 1 : (int) (ByteBuffer.wrap(sorted).getLong() ^ Long.MIN_VALUE);
    if (before != null && java.util.Arrays.equals(before, sorted)) {
      firstRepeated = repeated == 0 ? number : firstRepeated;
      repeated++;
    }
    before = sorted;
    return number;
  }

  /** Fails if rows have no key, or one that cannot be their number. */
  void checkThere() {
    if (lacking > 0) {
      throw refused(
          "%s no key (%s is empty): give each row its own, or leave out what has none",
          rowsHave(lacking), called());
    }
    if (unfit > 0) {
      throw refused(
          "%s a key (%s) that is no whole number from 1 to 2147483647: name another column as row_key, or say \"row_numbers\": \"order\" in layout, which numbers rows in the order of their keys",
          rowsHave(unfit), called());
    }
  }

  /** Fails if two rows have the same key. */
  void checkOwn() {
    if (repeated > 0) {
      throw refused(
          "%s the key (%s) of another row, row %d first: each row needs one of its own; take the repeated rows out, or name more columns as row_key",
          rowsHave(repeated), called(), firstRepeated);
    }
  }

  private static String rowsHave(long rows) {
    return Counted.of(rows, "row has", "rows have");
  }

  private String called() {
    return String.join(", ", key.columns());
  }

  private PipelineException refused(String reason, Object... values) {
    return PipelineException.failed(table.name() + ": " + reason.formatted(values));
  }
}
