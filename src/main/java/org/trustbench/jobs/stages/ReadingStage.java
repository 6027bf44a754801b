package org.trustbench.jobs.stages;

import java.util.List;
import org.trustbench.benchmark.Results;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.ingest.spread.InspectionTasks.Stored;
import org.trustbench.inspector.WhoJudged;
import org.trustbench.jobs.session.Session;

/** Who judged, where it was sent: from the judgements in the lake. */
final class ReadingStage {
  private ReadingStage() {}

  /** Of the inspections that have scores; of those without a second reading nothing is read. */
  static WhoJudged of(Session session, Results results) {
    List<Stored> twice =
        StoredInspections.of(session, results, row -> row.readBy().secondReadings() > 0);
    if (twice.isEmpty()) {
      return WhoJudged.NOT_KNOWN;
    }
    return session
        .times()
        .timed(
            "readings",
            () ->
                WhoJudged.of(
                    session.framework(),
                    InspectionTasks.paired(
                        session.runner(),
                        twice,
                        session.framework(),
                        session.lake().inspectionSource())));
  }
}
