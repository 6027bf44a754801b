package org.trustbench.jobs.stages;

import java.util.List;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.benchmark.Results;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.jobs.session.Session;
import org.trustbench.rating.CaseResampling;

/** Ratings by the framework's own rules, where it has any. */
final class RatingStage {
  private RatingStage() {}

  /**
   * The ratings of every inspection. Cases are drawn again from the judgements in the lake; not for
   * means of questions, which are drawn otherwise.
   */
  static List<InspectionRating> of(Session session, Results results) {
    if (session.framework().ratingRules().isEmpty()) {
      return List.of();
    }
    return session
        .times()
        .timed(
            "ratings",
            () ->
                InspectionRating.of(
                    results, results.rules().isPooled() ? drawn(session, results) : List.of()));
  }

  private static List<CaseResampling> drawn(Session session, Results results) {
    return InspectionTasks.resampled(
        session.runner(),
        StoredInspections.of(session, results, row -> true),
        session.framework(),
        session.lake().inspectionSource());
  }
}
