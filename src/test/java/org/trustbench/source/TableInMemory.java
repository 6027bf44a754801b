package org.trustbench.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.trustbench.source.SourceColumn.CellType;

/** A table written down in a test, and rows on their way. */
final class TableInMemory implements SourceTable {
  private final List<SourceColumn> columns = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();

  TableInMemory column(String name, CellType type) {
    columns.add(new SourceColumn(name, type, "of type " + type));
    return this;
  }

  TableInMemory row(Object... values) {
    rows.add(values);
    return this;
  }

  @Override
  public String name() {
    return "visits";
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public Rows rows(List<SourceColumn> wanted) {
    Iterator<Object[]> each = rows.iterator();
    return new Rows() {
      @Override
      public Object[] next() {
        if (!each.hasNext()) {
          return null;
        }
        Object[] row = each.next();
        return wanted.stream().map(column -> row[columns.indexOf(column)]).toArray();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
