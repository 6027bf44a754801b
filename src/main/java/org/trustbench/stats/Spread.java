package org.trustbench.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * The lowest, median and highest of the scores of a comparator's trusts; published beside the
 * benchmark.
 *
 * @param trusts how many have a score, at least 1
 */
public record Spread(int trusts, double lowest, double median, double highest) {

  /** Over the trusts with n &gt; 0; empty when there is none. */
  public static Optional<Spread> of(Collection<Sums> trusts) {
    return ofScores(
        trusts.stream()
            .filter(sums -> sums.n() > 0)
            .mapToDouble(sums -> (double) sums.y() / sums.n())
            .toArray());
  }

  /** Over scores in any order; empty when there is none. */
  public static Optional<Spread> ofScores(double... unsorted) {
    double[] scores = unsorted.clone();
    Arrays.sort(scores);
    return scores.length == 0
        ? Optional.empty()
        : Optional.of(
            new Spread(
                scores.length, scores[0], Quantiles.type7(scores, .5), scores[scores.length - 1]));
  }
}
