package org.trustbench.jobs.stages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Measure;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.ingest.spread.InspectionTasks.Stored;
import org.trustbench.inspector.InspectorSpread;
import org.trustbench.inspector.WhoJudged;
import org.trustbench.jobs.session.Session;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.reading.PairedReadings;

/** The stage that works out how inspectors agree and differ, from the judgements in the lake. */
final class ReadingStage {
  private ReadingStage() {}

  /** Of results; of inspections that were sent without an inspector nothing is read. */
  static WhoJudged of(Session session, Results results) {
    return session.submissions().stream().noneMatch(row -> row.readBy().inspectors() > 0)
        ? WhoJudged.NOT_KNOWN
        : session
            .times()
            .timed("readings", () -> severity(session, results, agreement(session, results)));
  }

  private static WhoJudged agreement(Session session, Results results) {
    List<Stored> twice =
        StoredInspections.of(session, results, row -> row.readBy().secondReadings() > 0);
    return twice.isEmpty()
        ? WhoJudged.NOT_KNOWN
        : WhoJudged.ofPairs(
            session.framework(),
            InspectionTasks.paired(
                session.runner(), twice, session.framework(), session.lake().inspectionSource()));
  }

  /** By the first overall measure of which each judgement counts as its question says. */
  private static WhoJudged severity(Session session, Results results, WhoJudged agreement) {
    Optional<Measure> measure =
        session.framework().measures().stream()
            .filter(one -> one.kind().equals(Measure.OVERALL) && PairedReadings.isCompared(one))
            .findFirst();
    List<SubmissionsTable.Row> known =
        StoredInspections.accepted(
                session,
                results.inspections().stream()
                    .map(InspectionTallies::inspectionId)
                    .collect(Collectors.toSet()))
            .stream()
            .filter(row -> row.readBy().inspectors() > 0)
            .toList();
    if (measure.isEmpty() || known.isEmpty()) {
      return agreement;
    }
    long cases = known.stream().mapToLong(SubmissionsTable.Row::cases).sum();
    return cases > InspectorSpread.MOST_CASES
        ? agreement.with(InspectorSpread.ofTooMany(measure.get(), known.size(), cases))
        : agreement.with(
            results,
            measure.get(),
            InspectionTasks.firstReadings(
                StoredInspections.of(session, known),
                session.framework(),
                measure.get().id(),
                session.lake().inspectionSource()));
  }
}
