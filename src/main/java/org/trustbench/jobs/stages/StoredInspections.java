package org.trustbench.jobs.stages;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.ingest.spread.InspectionTasks.Stored;
import org.trustbench.jobs.session.Session;
import org.trustbench.lake.table.SubmissionsTable;

/** The submissions behind results, for what is made of judgements and not of tallies. */
final class StoredInspections {
  private StoredInspections() {}

  /** Those of every inspection that has scores, as far as a condition holds. */
  static List<Stored> of(
      Session session, Results results, Predicate<SubmissionsTable.Row> condition) {
    Set<String> wanted =
        results.scores().stream()
            .map(score -> score.inspection())
            .map(InspectionTallies::inspectionId)
            .collect(Collectors.toSet());
    return of(session, accepted(session, wanted).stream().filter(condition).toList());
  }

  /** The submissions of some inspections that are accepted. */
  static List<SubmissionsTable.Row> accepted(Session session, Set<String> inspectionIds) {
    return session.submissions().stream()
        .filter(SubmissionsTable.Row::isAccepted)
        .filter(row -> inspectionIds.contains(row.inspectionId()))
        .toList();
  }

  /** Some submissions as tasks take them. */
  static List<Stored> of(Session session, List<SubmissionsTable.Row> rows) {
    return rows.stream().map(row -> Stored.of(row, session.framework())).toList();
  }
}
