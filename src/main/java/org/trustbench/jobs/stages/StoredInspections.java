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
    return session.submissions().stream()
        .filter(SubmissionsTable.Row::isAccepted)
        .filter(row -> wanted.contains(row.inspectionId()))
        .filter(condition)
        .map(
            row ->
                new Stored(
                    row.stored(),
                    row.inspectionId(),
                    row.inspection().formVersion(),
                    row.ownBytes(session.framework().questions().size())))
        .toList();
  }
}
