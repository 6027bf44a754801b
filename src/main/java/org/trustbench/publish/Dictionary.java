package org.trustbench.publish;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** The data dictionary: what every column of every table of a release holds. */
final class Dictionary {
  private Dictionary() {}

  /**
   * A column as the dictionary describes it.
   *
   * @param position counted from 1
   */
  record Entry(Table<?> table, int position, Column<?> column) {
    /** The table whose key it holds; null if none. */
    String refersTo() {
      return table.foreignKeys().stream()
          .filter(key -> key.column().equals(column.name()))
          .map(Table.ForeignKey::table)
          .findFirst()
          .orElse(null);
    }
  }

  static final Table<Entry> DICTIONARY =
      new Table<>(
          "dictionary",
          "One row per table and column.",
          List.of("table", "column"),
          List.of(
              text("table", "the table", e -> e.table().name()),
              text("grain", "what one row of the table is", e -> e.table().grain()),
              integer("position", "", "place of the column, counted from 1", Entry::position),
              text("column", "the column", e -> e.column().name()),
              text(
                  "type",
                  "string, integer, number, date or boolean",
                  e -> DataPackage.type(e.column())),
              text("unit", "what a number counts or measures", e -> e.column().unit()),
              bool(
                  "is_key",
                  "whether it is part of the key of the table",
                  e -> e.table().key().contains(e.column().name())),
              bool(
                  "is_required",
                  "whether it never is empty",
                  e -> e.table().isRequired(e.column())),
              text("refers_to", "the table whose key it holds", Entry::refersTo),
              text("description", "what it holds", e -> e.column().description())));

  /** All columns of some tables and of the dictionary itself, in their order. */
  static List<Entry> of(Collection<Table<?>> tables) {
    List<Table<?>> all = new ArrayList<>(tables);
    all.add(DICTIONARY);
    List<Entry> entries = new ArrayList<>();
    for (Table<?> table : all) {
      for (int i = 0; i < table.columns().size(); i++) {
        entries.add(new Entry(table, i + 1, table.columns().get(i)));
      }
    }
    return entries;
  }
}
