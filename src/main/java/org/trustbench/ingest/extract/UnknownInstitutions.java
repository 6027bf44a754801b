package org.trustbench.ingest.extract;

import java.io.Serializable;
import java.util.LinkedHashSet;
import org.trustbench.message.Counted;
import org.trustbench.terms.Terms;

/** Counts the rows of an extract whose institution is not in the register. */
final class UnknownInstitutions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_TOLD = 3;
  private static final int MOST_NAMES = 10_000;

  private final LinkedHashSet<String> names = new LinkedHashSet<>();
  private final LinkedHashSet<String> reasons = new LinkedHashSet<>();
  private long rows;
  private long cells;

  /**
   * Counts a row.
   *
   * @param reason says which name it is, as far as it may be quoted
   */
  void add(String name, String reason, long cellsOfRow) {
    rows++;
    cells += cellsOfRow;
    if (names.size() < MOST_NAMES) {
      names.add(name);
    }
    if (reasons.size() < MOST_TOLD) {
      reasons.add(reason);
    }
  }

  /** Cells of rows of unknown institutions; they do not count against the others. */
  long cells() {
    return cells;
  }

  /** Counts the rows that another part of the extract has after these. */
  void add(UnknownInstitutions others) {
    rows += others.rows;
    cells += others.cells;
    others.names.stream().filter(name -> names.size() < MOST_NAMES).forEach(names::add);
    others.reasons.stream().filter(reason -> reasons.size() < MOST_TOLD).forEach(reasons::add);
  }

  /** The rows in words; empty where there are none. */
  String told(Terms terms) {
    return rows == 0
        ? ""
        : terms.text(
            "rows of {institutions} that are not in the register: %d (%s, %s), which count nowhere; %s%s",
            rows,
            Counted.of(cells, "judgement"),
            Counted.of(names.size(), "name"),
            String.join("; ", reasons),
            names.size() > reasons.size() ? "; and so on, line by line among the rejects" : "");
  }
}
