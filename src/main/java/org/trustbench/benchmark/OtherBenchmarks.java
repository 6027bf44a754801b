package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.Map;
import org.trustbench.stats.BenchmarkEstimate;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;

/**
 * The benchmarks that comparisons would have under the other benchmark rules, worked out on demand.
 * Few are ever asked for it: to keep it of every comparison takes as much memory again as all the
 * rest of what is known of them.
 */
final class OtherBenchmarks {
  private final Results results;
  private final Strata strata;
  private final Map<String, MeasureSums> measures = new HashMap<>();

  OtherBenchmarks(Results results) {
    this.results = results;
    this.strata = Strata.of(results);
  }

  /**
   * Of one comparison that was tested, and with no fixed value.
   *
   * @param references what each rule sets the score against
   * @param mixes the standardisation for case mix by each rule that has one
   */
  record Of(Map<BenchmarkRule, BenchmarkEstimate> references, Map<BenchmarkRule, CaseMix> mixes) {}

  Of of(Comparison comparison) {
    InspectionScore score = comparison.score();
    MeasureSums sums =
        measures.computeIfAbsent(
            score.measure().id(), id -> MeasureSums.of(results, score.measure(), strata));
    return new AgainstGroup(
            comparison.comparatorGroup(),
            sums,
            results.rules(),
            new GroupScores(sums, comparison.comparatorGroup().members()))
        .otherBenchmarks(results.inspections().indexOf(score.inspection()));
  }
}
