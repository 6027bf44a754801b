package org.trustbench.table.parquet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Rows that are held one by one as dictionary-encoded rows; every text is looked up. */
public final class DictionaryRowsList<R> implements DictionaryRows {
  private final List<Column<R>> columns;
  private final Iterator<R> rows;
  private final List<Map<String, Integer>> places = new ArrayList<>();

  /** Takes all columns of a table. */
  public DictionaryRowsList(Table<R> table, List<R> rows) {
    this(table, table.columnNames(), rows);
  }

  /** Takes the columns of a table that are named, in that order. */
  public DictionaryRowsList(Table<R> table, List<String> names, List<R> rows) {
    this.columns =
        names.stream().map(name -> table.columns().get(table.columnNames().indexOf(name))).toList();
    this.rows = rows.iterator();
    for (Column<R> column : columns) {
      places.add(column.type() == Column.Type.TEXT ? places(column, rows) : null);
    }
  }

  private static <R> Map<String, Integer> places(Column<R> column, List<R> rows) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (R row : rows) {
      String text = (String) column.value().apply(row);
      if (text != null) {
        places.putIfAbsent(text, places.size());
      }
    }
    return places;
  }

  @Override
  public List<List<String>> texts() {
    List<List<String>> texts = new ArrayList<>();
    places.forEach(known -> texts.add(known == null ? null : List.copyOf(known.keySet())));
    return texts;
  }

  @Override
  public int next(int[][] page) {
    int count = 0;
    for (; count < page[0].length && rows.hasNext(); count++) {
      R row = rows.next();
      for (int i = 0; i < columns.size(); i++) {
        Object value = columns.get(i).value().apply(row);
        page[i][count] =
            value == null
                ? NONE
                : places.get(i) == null ? Math.toIntExact((Long) value) : places.get(i).get(value);
      }
    }
    return count;
  }
}
