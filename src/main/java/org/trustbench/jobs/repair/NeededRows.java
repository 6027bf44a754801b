package org.trustbench.jobs.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.jobs.session.Session;
import org.trustbench.lake.Lake;
import org.trustbench.lake.repair.FileFault;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;

/** The stored rows that the present and the releases rest on, each with its submission. */
public record NeededRows(Map<StoredRows, SubmissionsTable.Row> rows) {

  static NeededRows of(Lake lake) {
    Map<StoredRows, SubmissionsTable.Row> rows = new LinkedHashMap<>();
    lake.submissions().present().needed().forEach(row -> rows.putIfAbsent(row.stored(), row));
    lake.releases()
        .all()
        .forEach(
            release ->
                lake.submissions()
                    .presentAt(release.submissionsSnapshot())
                    .submissions()
                    .forEach(row -> rows.putIfAbsent(row.stored(), row)));
    return new NeededRows(rows);
  }

  /** The same, of none where the lake cannot tell any more. */
  public static NeededRows asFarAsKnown(Session session) {
    try {
      return of(session.lake());
    } catch (RuntimeException e) {
      return new NeededRows(Map.of());
    }
  }

  /** What was sent of them, by name, as the end of a sentence. */
  public String all() {
    List<String> sources =
        rows.values().stream().map(SubmissionsTable.Row::source).distinct().sorted().toList();
    return sources.isEmpty()
        ? " all that was sent"
        : " what was sent, which is: " + String.join(", ", sources);
  }

  /** Names the submissions that a damaged file may hold rows of. */
  public List<String> names(FileFault fault) {
    return fault.held().stream()
        .flatMap(held -> rows.values().stream().filter(held::mayHold))
        .map(NeededRows::name)
        .distinct()
        .sorted()
        .toList();
  }

  /** A submission as somebody knows it who sent it. */
  static String name(SubmissionsTable.Row row) {
    return row.inspectionId() == null
        ? row.source()
        : "%s (sent as %s)".formatted(row.inspectionId(), row.source());
  }
}
