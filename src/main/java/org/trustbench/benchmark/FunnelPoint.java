package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Funnel;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;

/**
 * A trust on a funnel.
 *
 * @param judgements effective judgements
 * @param centre all the group's judgements together
 * @param place by the score limits: {@code inside}, or beyond which limit
 * @param overDispersedPlace the same by the limits widened by the variance between trusts; null
 *     below ten trusts
 */
public record FunnelPoint(
    Comparison comparison,
    double judgements,
    double centre,
    String place,
    String overDispersedPlace) {

  /** Every trust on every funnel that is drawn. */
  public static List<FunnelPoint> of(Results results) {
    Map<String, OverDispersion> spreads = new HashMap<>();
    for (ComparatorScore group : results.comparators()) {
      spreads.put(group.yardstick().key() + " " + group.measure().id(), group.overDispersion());
    }
    List<FunnelPoint> points = new ArrayList<>();
    for (Comparison comparison : results.comparisons()) {
      Double judgements = comparison.score().effectiveJudgements();
      Double centre = comparison.benchmarks().get(BenchmarkRule.POOLED_ALL);
      if (FunnelLimits.isDrawn(comparison.score().measure())
          && judgements != null
          && centre != null) {
        OverDispersion spread =
            spreads.get(comparison.yardstick().key() + " " + comparison.score().measure().id());
        double score = comparison.score().score();
        points.add(
            new FunnelPoint(
                comparison,
                judgements,
                centre,
                place(
                    score,
                    Funnel.score(centre, judgements, Normal.Z95),
                    Funnel.score(centre, judgements, Normal.Z998)),
                spread == null
                    ? null
                    : place(
                        score,
                        spread.limits(judgements, Normal.Z95),
                        spread.limits(judgements, Normal.Z998))));
      }
    }
    return points;
  }

  private static String place(double score, Interval at95, Interval at998) {
    String side = score > at95.high() ? "above" : "below";
    if (at998.excludes(score)) {
      return side + " 99.8 %";
    }
    return at95.excludes(score) ? side + " 95 %" : "inside";
  }
}
