package org.trustbench.ingest.rows;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/**
 * The header of a table: the names of its columns, each of them once.
 *
 * @param line the line or row that it stands on, counted from 1
 * @param cells how cells of the table are named; null where they have no names
 */
public record Header(SentFile file, int line, List<String> names, CellNames cells) {

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

  /**
   * Checks the names of a header.
   *
   * @throws Refusal if two columns have the same name
   */
  public static Header of(SentFile file, int line, List<String> names) throws Refusal {
    return checked(new Header(file, line, List.copyOf(names), null));
  }

  /**
   * The same of a sheet.
   *
   * @param sheet its name; null where messages may not say it
   */
  public static Header ofSheet(SentFile file, String sheet, int line, List<String> names)
      throws Refusal {
    return checked(new Header(file, line, List.copyOf(names), new CellNames(sheet)));
  }

  private static Header checked(Header header) throws Refusal {
    List<String> names = header.names();
    Map<String, Integer> places = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      Integer before = places.putIfAbsent(names.get(column), column);
      if (before != null) {
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
      throw refused(place(), "column \"%s\" is missing: the header must name it".formatted(name));
    }
    return place;
  }

  /** Where the header stands, in words. */
  public String place() {
    return cells == null ? "line " + line : cells.of(line);
  }

  /** Where the name of a column stands, in words; columns are counted from 0. */
  public String place(int column) {
    return cells == null ? "line " + line : cells.of(column, line);
  }

  /** A cell of a row below as it is referred to by people; null where cells have no names. */
  public String place(int column, int row) {
    return cells == null ? null : cells.of(column, row);
  }

  private String columnName(int column) {
    return cells == null ? String.valueOf(column + 1) : CellName.letters(column);
  }

  private Refusal refused(String place, String reason) {
    return new Refusal(RejectRule.UNREADABLE_FILE, file.name(), place + ": " + reason);
  }
}
