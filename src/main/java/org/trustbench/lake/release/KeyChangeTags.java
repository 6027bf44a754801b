package org.trustbench.lake.release;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;

/**
 * Tags on the states of {@code submissions} that a change of key took the place of, since a run
 * that began before it may still read the rows they name. Their names hold the time of the change.
 */
public final class KeyChangeTags {
  private static final String PREFIX = "before-rekey-";

  private KeyChangeTags() {}

  /** Tags states within the commit that takes their place. */
  public static void add(Transaction change, Collection<Long> snapshots, long millis) {
    int number = 0;
    for (long snapshot : snapshots) {
      number++;
      change.manageSnapshots().createTag(PREFIX + millis + "-" + number, snapshot).commit();
    }
  }

  /** The states that a change since some moment took the place of. */
  public static Set<Long> since(Table submissions, Instant moment) {
    Set<Long> snapshots = new HashSet<>();
    submissions
        .refs()
        .forEach(
            (name, ref) -> {
              if (name.startsWith(PREFIX) && millis(name) >= moment.toEpochMilli()) {
                snapshots.add(ref.snapshotId());
              }
            });
    return snapshots;
  }

  /** Tags of changes before some moment, which nobody needs any more. */
  public static List<String> before(Table submissions, Instant moment) {
    return submissions.refs().keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && millis(name) < moment.toEpochMilli())
        .toList();
  }

  private static long millis(String name) {
    return Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('-')));
  }
}
