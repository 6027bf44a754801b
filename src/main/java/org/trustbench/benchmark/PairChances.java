package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Newcombe10;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RoundedDifference;
import org.trustbench.stats.RoundedDifference.Rounded;

/**
 * The pairs of inspections whose intervals alone would tell them apart on a measure, though the
 * outcome is too rare in both to rule out chance. Whoever has the intervals and these has the
 * verdict on every pair.
 *
 * @param at95 at 95 %, each as the places of the two, the lower one first
 * @param at998 at 99.8 %
 */
public record PairChances(List<Pair> at95, List<Pair> at998) {

  /** Two places in the order of the scores. */
  public record Pair(int first, int second) {}

  /** The pairs among exact scores, which are null where they are not tested. */
  public static PairChances exact(Measure measure, List<InspectionScore> scores) {
    List<Proportion> worth = PairDifference.worth(measure, scores);
    return new PairChances(exact(worth, Normal.Z95), exact(worth, Normal.Z998));
  }

  private static List<Pair> exact(List<Proportion> worth, double z) {
    return pairs(
        worth,
        (one, other) ->
            Newcombe10.interval(one, other, z).excludes(0) && !Difference.isBacked(one, other, z));
  }

  /** The pairs among scores as they are published, in whole percentages. */
  public static PairChances rounded(List<InspectionScore> scores) {
    List<Rounded> rounded = scores.stream().map(PairChances::published).toList();
    return new PairChances(
        pairs(
            rounded,
            (one, other) ->
                isLeft(RoundedDifference.interval95(one, other), one, other, Normal.Z95)),
        pairs(
            rounded,
            (one, other) ->
                isLeft(RoundedDifference.interval998(one, other), one, other, Normal.Z998)));
  }

  private static boolean isLeft(Interval interval, Rounded one, Rounded other, double z) {
    return interval.excludes(0) && !RoundedDifference.isBacked(one, other, z);
  }

  /**
   * A score as its rounded intervals tell it; null where it has none, or where they allow for the
   * share of the caseload sampled, by which nothing is compared.
   */
  public static Rounded published(InspectionScore score) {
    return score == null
            || score.interval95() == null
            || score.intervalRule().endsWith(Estimate.FINITE_POPULATION)
        ? null
        : new Rounded(score.score(), score.interval95(), score.interval998());
  }

  /** Whether two scores are told apart by their intervals alone. */
  private interface Test<T> {
    boolean isChance(T one, T other);
  }

  private static <T> List<Pair> pairs(List<T> scores, Test<T> test) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      for (int j = i + 1; j < scores.size() && scores.get(i) != null; j++) {
        if (scores.get(j) != null && test.isChance(scores.get(i), scores.get(j))) {
          pairs.add(new Pair(i, j));
        }
      }
    }
    return pairs;
  }
}
