package org.trustbench.table;

import java.util.Collection;
import java.util.List;
import org.trustbench.terms.Terms;

/**
 * The declaration of a table. Its texts have places for {@link Terms}, which whoever writes it
 * fills by {@link #in}.
 *
 * @param name its name in the lake or a release
 * @param grain what one row is, beginning with "One row per"
 * @param key the columns that together identify a row
 * @param foreignKeys the columns that name rows of other tables
 */
public record Table<R>(
    String name,
    String grain,
    List<String> key,
    List<Column<R>> columns,
    List<ForeignKey> foreignKeys) {

  /**
   * A column that holds the key of another table.
   *
   * @param column its name, which is that of the other table's key
   * @param table the other table's name
   */
  public record ForeignKey(String column, String table) {}

  /** A table that refers to no other. */
  public Table(String name, String grain, List<String> key, List<Column<R>> columns) {
    this(name, grain, key, columns, List.of());
  }

  /** The same table with its texts in the words of an inspectorate. */
  public Table<R> in(Terms terms) {
    return new Table<>(
        name,
        terms.text(grain),
        key,
        columns.stream().map(column -> column.in(terms)).toList(),
        foreignKeys);
  }

  /** The same table with percentages whole, for rows whose figures are. */
  public Table<R> whole() {
    return new Table<>(name, grain, key, columns.stream().map(Column::whole).toList(), foreignKeys);
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** The same table under another name. */
  public Table<R> named(String other) {
    return new Table<>(other, grain, key, columns, foreignKeys);
  }

  /**
   * The same table with its foreign keys: a column named as the key of a dimension holds that key,
   * unless it is free.
   */
  public Table<R> referringTo(Collection<? extends Table<?>> dimensions) {
    List<ForeignKey> found =
        columns.stream()
            .filter(column -> !column.isFree())
            .flatMap(
                column ->
                    dimensions.stream()
                        .filter(dimension -> !dimension.name().equals(name))
                        .filter(dimension -> dimension.key().equals(List.of(column.name())))
                        .map(dimension -> new ForeignKey(column.name(), dimension.name())))
            .toList();
    return new Table<>(name, grain, key, columns, found);
  }

  /** Whether a column never is empty: those of the key that are not free. */
  public boolean isRequired(Column<?> column) {
    return key.contains(column.name()) && !column.isFree();
  }

  /** Whether the key is one in the sense of databases, without empty values. */
  public boolean hasPrimaryKey() {
    return columns.stream().noneMatch(column -> column.isFree() && key.contains(column.name()));
  }
}
