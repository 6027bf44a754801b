package org.trustbench.support;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.table.CodedRows;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Rows that are held one by one as coded rows: every value of every row is looked up. */
public final class CodedList<R> implements CodedRows {
  private final List<Column<R>> columns;
  private final Iterator<R> rows;
  private final List<Map<String, Integer>> places = new ArrayList<>();

  /** Takes the columns of a table that are named, in that order. */
  public CodedList(Table<R> table, List<String> names, List<R> rows) {
    this.columns =
        names.stream().map(name -> table.columns().get(table.columnNames().indexOf(name))).toList();
    this.rows = rows.iterator();
    for (Column<R> column : columns) {
      Map<String, Integer> known = new LinkedHashMap<>();
      places.add(column.type() == Column.Type.TEXT ? known : null);
      if (column.type() == Column.Type.TEXT) {
        rows.stream()
            .map(column.value())
            .filter(value -> value != null)
            .forEach(value -> known.putIfAbsent((String) value, known.size()));
      }
    }
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
