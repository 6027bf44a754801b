package org.trustbench.ingest.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/**
 * Finds the header where it stands again among the rows, as in files that were put together from
 * several.
 */
public final class RepeatedHeader {
  public static final String FAULT =
      "the header stands here once more: take the line out, or send the files one by one";

  private final Header header;
  private final Set<String> names = new HashSet<>();

  /** The characters that names begin with: few rows have to be looked at more closely. */
  private final boolean[] beginnings = new boolean[128];

  public RepeatedHeader(Header header) {
    this.header = header;
    for (String name : header.names()) {
      if (!name.isEmpty()) {
        names.add(name);
        beginnings[Math.min(name.charAt(0), beginnings.length - 1)] = true;
      }
    }
  }

  /**
   * Whether a row is the header.
   *
   * @param cells a cell for each column of the header
   * @throws Refusal if it is a header of the same names in another order, by which the rows after
   *     it would be read wrongly
   */
  public boolean isIn(int line, IntFunction<String> cells) throws Refusal {
    String first = cells.apply(0);
    if (!mayBeginWith(first.isEmpty() ? 0 : first.charAt(0))) {
      return false;
    }
    List<String> named = header.names();
    boolean isSame = true;
    int filled = 0;
    for (int column = 0; column < named.size(); column++) {
      String cell = Spelling.plain(cells.apply(column));
      if (!cell.isEmpty() && !names.contains(cell)) {
        return false;
      }
      isSame &= cell.equals(named.get(column));
      filled += cell.isEmpty() ? 0 : 1;
    }
    if (!isSame && filled == names.size()) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          header.file().name(),
          "%s: another header stands here, of the same names in another order: send the files that were put together one by one"
              .formatted(header.placeOfRow(line)));
    }
    return isSame;
  }

  /**
   * Whether a row of which a first cell begins so may be a header.
   *
   * @param c the character, or a byte of one; 0 where the cell is empty
   */
  public boolean mayBeginWith(char c) {
    return c == 0
        ? header.names().isEmpty() || header.names().get(0).isEmpty()
        : c <= ' ' || c >= beginnings.length || beginnings[c];
  }
}
