package org.trustbench.lake.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.trustbench.table.parquet.DictionaryRows;

/**
 * Iceberg's records as coded rows: for files that are not to be read as they are, because another
 * program has deleted rows of them.
 */
final class DictionaryRecords implements DictionaryRows {
  private final Iterator<Record> records;
  private final int columns;
  private final List<List<String>> texts = new ArrayList<>();
  private final List<Map<String, Integer>> places = new ArrayList<>();

  /**
   * Makes the rows.
   *
   * @param columns how many columns the records have, of text or whole numbers
   */
  DictionaryRecords(Iterator<Record> records, int columns) {
    this.records = records;
    this.columns = columns;
    for (int i = 0; i < columns; i++) {
      texts.add(new ArrayList<>());
      places.add(new HashMap<>());
    }
  }

  @Override
  public List<List<String>> texts() {
    return texts;
  }

  @Override
  public int next(int[][] page) {
    int count = 0;
    for (; count < page[0].length && records.hasNext(); count++) {
      Record record = records.next();
      for (int i = 0; i < columns; i++) {
        page[i][count] = code(i, record.get(i));
      }
    }
    return count;
  }

  private int code(int column, Object value) {
    if (value instanceof Long number) {
      return Math.toIntExact(number);
    }
    if (value == null) {
      return NONE;
    }
    return places
        .get(column)
        .computeIfAbsent(
            value.toString(),
            added -> {
              texts.get(column).add(added);
              return texts.get(column).size() - 1;
            });
  }
}
