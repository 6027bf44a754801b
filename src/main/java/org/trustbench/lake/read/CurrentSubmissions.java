package org.trustbench.lake.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.submission.SubmissionStatus;

/**
 * The submissions that readers see at one snapshot: the current one of every inspection, and those
 * refused or held.
 *
 * @param snapshot the snapshot of {@code submissions} that says so; 0 before the first
 */
public record CurrentSubmissions(long snapshot, List<SubmissionsTable.Row> history) {

  /** What stands: without the past. */
  public List<SubmissionsTable.Row> submissions() {
    return history.stream().filter(row -> !row.isPast()).toList();
  }

  /** What stands, and of each inspection what was withdrawn last, which may come back. */
  public List<SubmissionsTable.Row> needed() {
    Map<String, SubmissionsTable.Row> withdrawn = new LinkedHashMap<>();
    history.stream()
        .filter(row -> row.status() == SubmissionStatus.WITHDRAWN)
        .forEach(
            row ->
                withdrawn.merge(
                    row.inspectionId(),
                    row,
                    (a, b) -> a.revision().number() > b.revision().number() ? a : b));
    return Stream.concat(submissions().stream(), withdrawn.values().stream()).toList();
  }
}
