package org.trustbench.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.lake.Lake;
import org.trustbench.lake.rekey.KeyChange;
import org.trustbench.lake.rekey.OutdatedRows;
import org.trustbench.lake.rekey.RowCopy;
import org.trustbench.tasks.TaskRunner;

/**
 * Brings a lake under the last of its keys, without the ids of any case: the new pseudonyms are
 * made from the old. What another run takes in meanwhile under the key before is brought along.
 */
public final class Rekeying {
  private static final int ATTEMPTS = 20;

  private final Lake lake;
  private final Pseudonyms newest;

  /**
   * Begins.
   *
   * @param newest what all pseudonyms are brought to
   */
  public Rekeying(Lake lake, Pseudonyms newest) {
    this.lake = lake;
    this.newest = newest;
  }

  /**
   * What was done.
   *
   * @param submissions whose rows were copied; 0 where all was under the last key
   * @param files that they were copied to
   */
  public record Report(int submissions, int files) {}

  /**
   * Does it.
   *
   * @param runner who copies; called only when there is something to copy
   */
  public Report run(TaskRunner runner) {
    KeyChange change = lake.keyChange(newest.fingerprint());
    int submissions = 0;
    int files = 0;
    boolean isPending = false;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      OutdatedRows outdated = change.outdated();
      if (!outdated.isEmpty()) {
        submissions += outdated.fingerprints().size();
        files += copied(change, outdated, runner);
        isPending = true;
      } else if (isPending) {
        isPending = !change.commit();
      } else {
        return new Report(submissions, files);
      }
    }
    throw PipelineException.failed(
        "other runs keep taking in submissions under the key before: nothing was changed; run it"
            + " again when they have ended");
  }

  private int copied(KeyChange change, OutdatedRows outdated, TaskRunner runner) {
    outdated.fingerprints().values().stream().distinct().forEach(this::checkKnown);
    Map<String, String> ids = new HashMap<>();
    UnaryOperator<String> ingestIds =
        id -> ids.computeIfAbsent(id, old -> UUID.randomUUID().toString());
    List<RowCopy> copies = change.copies(outdated, ingestIds);
    long bytes = copies.stream().mapToLong(RowCopy::bytes).sum();
    Pseudonyms keys = newest;
    List<RowCopy.Made> made = runner.each(copies, bytes, copy -> made(copy, keys));
    Failpoint.COPIES_WRITTEN.reached();
    change.append(outdated, ingestIds, made);
    return made.size();
  }

  private static RowCopy.Made made(RowCopy copy, Pseudonyms keys) throws IOException {
    return copy.made(keys.renewing(copy.fingerprint()));
  }

  private void checkKnown(String fingerprint) {
    if (newest.at(fingerprint).isEmpty()) {
      throw PipelineException.failed(
          "a release of the lake rests on rows under another key (its fingerprint is %s), which is not among those given: nothing was changed; give all keys that the lake has had, the oldest first"
              .formatted(fingerprint));
    }
  }
}
