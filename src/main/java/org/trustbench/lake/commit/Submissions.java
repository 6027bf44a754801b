package org.trustbench.lake.commit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.iceberg.Snapshot;
import org.trustbench.environment.Failpoint;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.read.CurrentSubmissions;
import org.trustbench.lake.table.SubmissionsTable;

/** The rows of {@code submissions}, now and at any earlier commit. */
public final class Submissions {
  private final LakeTables tables;

  public Submissions(LakeTables tables) {
    this.tables = tables;
  }

  /** What readers see now. */
  public CurrentSubmissions present() {
    Snapshot current = tables.refreshed(SubmissionsTable.DEFINITION.name()).currentSnapshot();
    return current == null ? new CurrentSubmissions(0, List.of()) : presentAt(current.snapshotId());
  }

  /** What readers saw when a snapshot of {@code submissions} was current. */
  public CurrentSubmissions presentAt(long snapshot) {
    return new CurrentSubmissions(snapshot, historyAt(snapshot));
  }

  /** Every submission, past ones too. */
  public List<SubmissionsTable.Row> history() {
    return tables.read(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row);
  }

  /** Every submission, past ones too, when a snapshot of {@code submissions} was current. */
  public List<SubmissionsTable.Row> historyAt(long snapshot) {
    return tables.readAt(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, snapshot);
  }

  /** Fingerprint of the key that case ids were replaced under; empty before the first case. */
  public Optional<String> keyFingerprint() {
    return keyFingerprint(history());
  }

  /** The same of the submissions of some moment: a lake keeps the key of its first cases. */
  public static Optional<String> keyFingerprint(List<SubmissionsTable.Row> known) {
    return known.stream()
        .map(SubmissionsTable.Row::keyFingerprint)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /**
   * The commit: changes which submissions are current, starting from those that are. When another
   * run has committed meanwhile, the change is made again on what that run left.
   */
  public void commit(UnaryOperator<List<SubmissionsTable.Row>> change) {
    tables.replaceRows(SubmissionsTable.DEFINITION, SubmissionsTable::row, change);
    Failpoint.SUBMISSIONS_COMMITTED.reached();
  }
}
