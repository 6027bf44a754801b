package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * A Tablesaw table as plain text ready to be laid out on a page; nothing in it is escaped yet.
 *
 * @param title the table's name
 */
public record HtmlTable(String title, List<Column> columns, List<List<Cell>> rows) {
  /** Such as {@code 76}, {@code +3 (0 to +6)}, {@code 4 (2–9)} and {@code 1,204}. */
  private static final Pattern FIGURE =
      Pattern.compile("[+\u2212-]?[0-9][0-9,]*( \\([^)]*\\))?( \\[u])?|\\[[cxzu]]|");

  private static final Set<String> VERDICTS =
      Set.of(LeagueTable.VERDICT, LeagueTable.VERDICT_FIXED, BenchmarkTable.VERDICT);

  /** What a column's cells are, and so how they are laid out. */
  public enum Kind {
    WORDS,
    /** Higher, similar, lower. */
    VERDICTS,
    NUMBERS,
    /** Numbers with their intervals. */
    INTERVALS
  }

  /** A column's heading. */
  public record Column(String name, Kind kind) {}

  /**
   * A cell's text.
   *
   * @param rest what follows a figure, such as its interval; empty if nothing does
   */
  public record Cell(String text, String rest) {}

  /** The table with its figures told from its words. */
  public static HtmlTable of(Table table) {
    List<Column> columns =
        table.columns().stream().map(column -> new Column(column.name(), kind(column))).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        cells.add(cell(text(table.column(i), row), columns.get(i).kind()));
      }
      rows.add(List.copyOf(cells));
    }
    return new HtmlTable(table.name(), columns, List.copyOf(rows));
  }

  /** The place of a column; −1 if there is none of that name. */
  public int column(String name) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(name))
        .findFirst()
        .orElse(-1);
  }

  private static Kind kind(tech.tablesaw.columns.Column<?> column) {
    if (column.type() != ColumnType.STRING) {
      return Kind.NUMBERS;
    }
    if (VERDICTS.contains(column.name())) {
      return Kind.VERDICTS;
    }
    List<String> texts =
        IntStream.range(0, column.size()).mapToObj(row -> text(column, row)).toList();
    if (texts.stream().allMatch(String::isEmpty)
        || !texts.stream().allMatch(text -> FIGURE.matcher(text).matches())) {
      return Kind.WORDS;
    }
    return texts.stream().anyMatch(text -> text.contains(" ")) ? Kind.INTERVALS : Kind.NUMBERS;
  }

  private static Cell cell(String text, Kind kind) {
    int space = kind == Kind.INTERVALS ? text.indexOf(' ') : -1;
    return space < 0
        ? new Cell(text, "")
        : new Cell(text.substring(0, space), text.substring(space + 1));
  }

  private static String text(tech.tablesaw.columns.Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return column.type() == ColumnType.STRING
        ? column.getString(row)
        : String.format(Locale.ROOT, "%,d", ((Number) column.get(row)).longValue());
  }
}
