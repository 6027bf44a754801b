package org.trustbench.ingest.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Excerpt;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.message.Counted;

/** Finds the header of a table among its first rows, whatever the format. */
public final class HeaderRows {
  /** The beginning of an object or a list. */
  private static final Pattern JSON = Pattern.compile("[\\[{] ?([\\[{\"].*)?");

  /** Rows of titles that a table may have above its header. */
  private static final int MOST_TITLES = 1_000;

  private final SentFile file;
  private final ReadOptions options;
  private final Header.CellNames cells;
  private final Rows rows;

  /** The rows of a table as they stand, the header among them; those that hold nothing are none. */
  public interface Rows {
    boolean next() throws Refusal;

    int line();

    int width();

    String cell(int column);
  }

  private HeaderRows(SentFile file, ReadOptions options, Header.CellNames cells, Rows rows) {
    this.file = file;
    this.options = options;
    this.cells = cells;
    this.rows = rows;
  }

  /**
   * Reads rows down to the last of the header.
   *
   * @param cells how cells of the table are named; null where they have no names
   * @throws Refusal if there is none, or two columns have the same name
   */
  public static Header find(SentFile file, ReadOptions options, Header.CellNames cells, Rows rows)
      throws Refusal {
    return new HeaderRows(file, options, cells, rows).find();
  }

  private Header find() throws Refusal {
    if (!rows.next()) {
      throw refused("it is empty: send it again with its rows");
    }
    if (rows.width() > 0 && JSON.matcher(Spelling.plain(rows.cell(0))).matches()) {
      throw refused(
          "it is JSON, and a table is expected: save its rows as CSV; a folder may hold cases.jsonl instead, a document on each line");
    }
    for (int titles = 0; !isHeader(); titles++) {
      if (titles == MOST_TITLES || !rows.next()) {
        throw refused(
            "no row begins with \"%s\", by which the layout tells the header: correct header_begins_with, or add the header"
                .formatted(Excerpt.text(options.headerBeginsWith())));
      }
    }
    int line = rows.line();
    List<List<String>> names = new ArrayList<>();
    names.add(names());
    while (names.size() < options.headerRows()) {
      if (!rows.next()) {
        throw refused(
            "it ends within its header, which by the layout has "
                + Counted.of(options.headerRows(), "row"));
      }
      names.add(names());
    }
    return Header.of(file, line, rows.line(), joined(names), cells);
  }

  private boolean isHeader() {
    if (options.headerBeginsWith() == null) {
      return true;
    }
    for (int column = 0; column < rows.width(); column++) {
      String cell = Spelling.folded(rows.cell(column));
      if (!cell.isEmpty()) {
        return cell.equals(Spelling.folded(options.headerBeginsWith()));
      }
    }
    return false;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < rows.width(); column++) {
      names.add(Spelling.plain(rows.cell(column)));
    }
    return names;
  }

  /**
   * The names of the columns, each of what stands above it from the first row of the header to the
   * last. A text that was merged over several columns stands in the first of them alone, and is
   * meant for those to its right that have a name below and nothing above.
   */
  private static List<String> joined(List<List<String>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    List<String> joined = new ArrayList<>();
    String[] merged = new String[rows.size()];
    for (int column = 0; column < width; column++) {
      List<String> parts = new ArrayList<>();
      boolean isNamedBelow = false;
      for (int row = rows.size() - 1; row >= 0; row--) {
        String own = column < rows.get(row).size() ? rows.get(row).get(column) : "";
        if (!own.isEmpty()) {
          merged[row] = isNamedBelow ? own : null;
        }
        String part = own.isEmpty() && isNamedBelow ? merged[row] : own;
        isNamedBelow |= !own.isEmpty();
        if (part != null && !part.isEmpty()) {
          parts.add(0, part);
        }
      }
      joined.add(String.join(" ", parts));
    }
    return joined;
  }

  private Refusal refused(String reason) {
    return new Refusal(RejectRule.UNREADABLE_FILE, file.name(), reason);
  }
}
