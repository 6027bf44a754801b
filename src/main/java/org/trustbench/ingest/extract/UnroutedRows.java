package org.trustbench.ingest.extract;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trustbench.ingest.fill.CellAccounts;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.reject.RejectRule;

/** The rows of a part of an extract that are of no inspection, and how much is of any. */
final class UnroutedRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rejects kept of a part; beyond them, cells are counted together. */
  private static final int MOST_REJECTS = 100_000;

  private record Key(int line, RejectRule rule, String reason) implements Serializable {}

  private final int file;
  private final LinkedHashMap<Key, Long> rejects = new LinkedHashMap<>();
  private final UnknownInstitutions strangers = new UnknownInstitutions();
  private long read;
  private long outOfScope;
  private long routed;

  /**
   * Makes an account without rows.
   *
   * @param file the number of their file
   */
  UnroutedRows(int file) {
    this.file = file;
  }

  void outOfScope(long cells) {
    read += cells;
    outOfScope += cells;
  }

  void reject(int line, RejectRule rule, String reason, long cells) {
    read += cells;
    Key key = new Key(line, rule, reason);
    if (rejects.size() >= MOST_REJECTS && !rejects.containsKey(key)) {
      key = new Key(0, rule, CellAccounts.NOT_LISTED);
    }
    rejects.merge(key, cells, Long::sum);
  }

  /**
   * Counts a row of an institution that is not in the register.
   *
   * @param place the cell that names it; null where cells have no names
   */
  void stranger(String name, int line, String place, String reason, long cells) {
    String told = place == null ? reason : place + ": " + reason;
    reject(line, RejectRule.UNKNOWN_TRUST, told, cells);
    strangers.add(name, reason, cells);
  }

  /** Counts cells that are of some inspection. */
  void routed(long cells) {
    routed += cells;
  }

  /** Cells that are of some inspection. */
  long routed() {
    return routed;
  }

  /** Adds all of it to the account of the whole extract. */
  void addTo(InspectionBuilder builder, UnknownInstitutions all) {
    builder.read(file, read);
    builder.outOfScope(file, outOfScope);
    for (Map.Entry<Key, Long> one : rejects.entrySet()) {
      Key key = one.getKey();
      builder.reject(file, key.line(), key.rule(), key.reason(), one.getValue());
    }
    all.add(strangers);
  }
}
