package org.trustbench.lake.rekey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable.Row;

/**
 * Rows of cases that the present or a release names and that are not under the newest key.
 *
 * @param fingerprints of the key that each is under
 */
public record OutdatedRows(Map<StoredRows, String> fingerprints) {

  /**
   * Those among some states of {@code submissions}.
   *
   * @param newest fingerprint of the newest key
   */
  static OutdatedRows among(Iterable<List<Row>> states, String newest) {
    Map<StoredRows, String> outdated = new HashMap<>();
    for (List<Row> state : states) {
      for (Row row : state) {
        if (row.hasCases() && !row.keyFingerprint().equals(newest)) {
          outdated.put(row.stored(), row.keyFingerprint());
        }
      }
    }
    return new OutdatedRows(outdated);
  }

  public boolean isEmpty() {
    return fingerprints.isEmpty();
  }
}
