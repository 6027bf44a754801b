package org.trustbench.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * Ranks with rank confidence sets and tiers. A trust's own set is that of {@link Stepdown}, the
 * sets of all trusts at once and the tiers follow from {@link TukeyKramer}; above {@link
 * #MOST_STEPDOWN} trusts all three from {@link JointIntervals}. Nothing is drawn at random.
 *
 * <p>A tier is a run of the order of scores in which no trust is shown better than another, with
 * allowance for all pairs at once; the next begins at the first trust shown worse than any of the
 * run. Renaming trusts permutes the result and changes nothing else. One trust has rank 1 of 1; no
 * trust, no ranks.
 */
public final class Ranks {
  /** Of more trusts than this the joint intervals decide. */
  public static final int MOST_STEPDOWN = 300;

  private Ranks() {}

  /** How the sets of so many trusts are worked out. */
  public static String rule(int trusts) {
    return trusts > MOST_STEPDOWN ? "klein-wright-wieczorek" : "mogstad-stepdown";
  }

  /**
   * Ranks the scores given, highest first, at confidence 1 − α; the result is in the order of the
   * scores. Always lower ≤ rank ≤ upper, and the marginal set lies within the simultaneous one.
   */
  public static List<RankEstimate> of(List<Proportion> scores, double alpha) {
    int[] order = order(scores);
    List<Proportion> sorted = IntStream.of(order).mapToObj(scores::get).toList();
    List<RankEstimate> ranked =
        scores.size() > MOST_STEPDOWN ? ofMany(sorted, alpha) : ofFew(sorted, alpha);
    List<RankEstimate> inOrder = new ArrayList<>(Collections.nCopies(order.length, null));
    for (int j = 0; j < order.length; j++) {
      inOrder.set(order[j], ranked.get(j));
    }
    return inOrder;
  }

  private static int[] order(List<Proportion> scores) {
    Comparator<Proportion> byScore = Comparator.comparingDouble(Proportion::p).reversed();
    Comparator<Proportion> best = byScore.thenComparing(Proportion::n, Comparator.reverseOrder());
    return IntStream.range(0, scores.size())
        .boxed()
        .sorted((a, b) -> best.compare(scores.get(a), scores.get(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<RankEstimate> ofMany(List<Proportion> sorted, double alpha) {
    JointIntervals joint = new JointIntervals(sorted, alpha);
    int[] better = joint.better();
    int[] worse = joint.worse();
    int[] tier = joint.tiers();
    int[] rank = ranks(sorted);
    return IntStream.range(0, rank.length)
        .mapToObj(
            j -> {
              int lower = 1 + better[j];
              int upper = rank.length - worse[j];
              return new RankEstimate(rank[j], lower, upper, lower, upper, tier[j]);
            })
        .toList();
  }

  private static List<RankEstimate> ofFew(List<Proportion> sorted, double alpha) {
    PairStatistics pairs = new PairStatistics(sorted);
    Stepdown stepdown = new Stepdown(pairs, alpha);
    double critical = TukeyKramer.critical(sorted.size(), alpha);
    int trusts = sorted.size();
    int[] better = new int[trusts];
    int[] worse = new int[trusts];
    boolean[][] isWorse = new boolean[trusts][trusts];
    for (int j = 0; j < trusts; j++) {
      for (int k = 0; k < j; k++) {
        isWorse[j][k] = pairs.of(k, j) > critical;
        better[j] += isWorse[j][k] ? 1 : 0;
        worse[k] += isWorse[j][k] ? 1 : 0;
      }
    }
    int[] tier = tiers(trusts, (j, first) -> anyBetter(isWorse[j], first, j));
    int[] rank = ranks(sorted);
    List<RankEstimate> ranked = new ArrayList<>();
    byte[] found = {};
    for (int j = 0; j < trusts; j++) {
      // Those alike in score and base stand next to each other, and share their set.
      boolean isLikeLast = j > 0 && sorted.get(j).equals(sorted.get(j - 1));
      found = isLikeLast ? found : stepdown.against(j);
      ranked.add(
          new RankEstimate(
              rank[j],
              1 + count(found, 1),
              trusts - count(found, -1),
              1 + better[j],
              trusts - worse[j],
              tier[j]));
    }
    return ranked;
  }

  /** 1 where one of the present tier, from its first on, is better than trust j. */
  private static int anyBetter(boolean[] isWorse, int first, int j) {
    return IntStream.range(first, j).anyMatch(k -> isWorse[k]) ? 1 : 0;
  }

  private static int[] tiers(int trusts, IntBinaryOperator begins) {
    int[] tier = new int[trusts];
    int first = 0;
    for (int j = 0; j < trusts; j++) {
      int next = begins.applyAsInt(j, first);
      tier[j] = j == 0 ? 1 : tier[j - 1] + next;
      first = next == 1 ? j : first;
    }
    return tier;
  }

  private static int[] ranks(List<Proportion> sorted) {
    int[] rank = new int[sorted.size()];
    for (int j = 0; j < rank.length; j++) {
      rank[j] = j > 0 && sorted.get(j).p() == sorted.get(j - 1).p() ? rank[j - 1] : j + 1;
    }
    return rank;
  }

  private static int count(byte[] found, int value) {
    int count = 0;
    for (byte one : found) {
      count += one == value ? 1 : 0;
    }
    return count;
  }
}
