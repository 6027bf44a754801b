package org.trustbench.ingest.rows;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/**
 * The header of a table: the names of its columns as a reader sees them, each of them once. A
 * column may have none, the last excepted.
 *
 * @param line the line or row that it begins on, counted from 1
 * @param lastLine the one that its last row begins on
 * @param cells how cells of the table are named; null where they have no names
 */
public record Header(SentFile file, int line, int lastLine, List<String> names, CellNames cells) {

  /**
   * How a sheet names its cells.
   *
   * @param sheet its name; null where messages may not say it
   */
  public record CellNames(String sheet) implements Serializable {
    /** A cell; columns are counted from 0, rows from 1. */
    public String of(int column, int row) {
      return in(CellName.of(column, row));
    }

    /** A row as a whole. */
    public String of(int row) {
      return sheet == null ? "row " + row : sheet + " row " + row;
    }

    private String in(String cell) {
      return sheet == null ? cell : sheet + "!" + cell;
    }
  }

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s,;|\"]+");

  /**
   * Checks the names of a header.
   *
   * @param cells how cells of the table are named; null where they have no names
   * @throws Refusal if two columns have the same name
   */
  public static Header of(
      SentFile file, int line, int lastLine, List<String> given, CellNames cells) throws Refusal {
    List<String> names = given.stream().map(Spelling::plain).toList();
    int width = names.size();
    while (width > 0 && names.get(width - 1).isEmpty()) {
      width--;
    }
    Header header = new Header(file, line, lastLine, List.copyOf(names.subList(0, width)), cells);
    Map<String, Integer> places = new HashMap<>();
    for (int column = 0; column < width; column++) {
      Integer before = places.putIfAbsent(names.get(column), column);
      if (before != null && !names.get(column).isEmpty()) {
        throw header.refused(
            header.place(),
            "columns %s and %s have the same name: name each column once"
                .formatted(header.columnName(before), header.columnName(column)));
      }
    }
    return header;
  }

  /**
   * The place of a column, counted from 0.
   *
   * @throws Refusal if there is none of this name
   */
  public int column(String name) throws Refusal {
    int place = names.indexOf(name);
    if (place < 0) {
      checkNotOneCellWith(name);
      throw refused(place(), "column \"%s\" is missing: the header must name it".formatted(name));
    }
    return place;
  }

  /**
   * Checks that names are not separated by something else than cells are.
   *
   * @param name of a column that there should be
   */
  public void checkNotOneCellWith(String name) throws Refusal {
    if (names.size() == 1
        && !names.get(0).equals(name)
        && Arrays.asList(BETWEEN_NAMES.split(names.get(0))).contains(name)) {
      throw refused(
          place(),
          "the header is one cell, which holds \"%s\" and other names: save the table with , ; | or a tab between cells, and let the layout, if it names a delimiter, name that"
              .formatted(name));
    }
  }

  /** Where the header stands, in words. */
  public String place() {
    return cells == null ? "line " + line : cells.of(line);
  }

  /** Where a row below stands, in words. */
  public String rowPlace(int row) {
    return cells == null ? "line " + row : cells.of(row);
  }

  /** Where the name of a column stands, in words; columns are counted from 0. */
  public String place(int column) {
    return cells == null ? "line " + line : cells.of(column, line);
  }

  /** A cell of a row below as it is referred to by people; null where cells have no names. */
  public String place(int column, int row) {
    return cells == null ? null : cells.of(column, row);
  }

  /** A row below, in words. */
  public String placeOfRow(int row) {
    return cells == null ? "line " + row : cells.of(row);
  }

  private String columnName(int column) {
    return cells == null ? String.valueOf(column + 1) : CellName.letters(column);
  }

  private Refusal refused(String place, String reason) {
    return new Refusal(RejectRule.UNREADABLE_FILE, file.name(), place + ": " + reason);
  }
}
