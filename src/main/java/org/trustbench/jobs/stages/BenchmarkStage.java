package org.trustbench.jobs.stages;

import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.jobs.session.Session;

/** Compares the inspections that were published by the day asked for. */
public final class BenchmarkStage {
  private static final int NAMED = 8;

  private BenchmarkStage() {}

  /** Works out every comparison. */
  public static Results benchmark(Session session, List<InspectionTallies> inspections) {
    AnalysisRules rules = session.settings().analysisRules();
    sayUndated(session, rules, inspections);
    Results results =
        session
            .times()
            .timed("benchmark", () -> Benchmark.of(session.framework(), rules, inspections));
    if (results.inspections().isEmpty()) {
      throw PipelineException.failed(
          "no inspection in the lake was published by %s: give a later day by --as-at"
              .formatted(rules.asAt().orElseThrow()));
    }
    return results;
  }

  /** An inspection that has no date is not passed over in silence where a day is asked for. */
  private static void sayUndated(
      Session session, AnalysisRules rules, List<InspectionTallies> inspections) {
    List<String> undated =
        inspections.stream()
            .filter(inspection -> rules.asAt().isPresent() && inspection.publishedDate() == null)
            .map(InspectionTallies::inspectionId)
            .sorted()
            .toList();
    if (!undated.isEmpty()) {
      session.say(
          "inspections without a published date, left out by --as-at %s: %d, %s%s"
              .formatted(
                  rules.asAt().orElseThrow(),
                  undated.size(),
                  String.join(", ", undated.subList(0, Math.min(NAMED, undated.size()))),
                  undated.size() > NAMED ? ", …" : ""));
    }
  }
}
