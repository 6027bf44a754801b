package org.trustbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks with rank confidence sets (Mogstad, Romano, Shaikh and Wilhelm 2024) and tiers.
 *
 * <p>Draws are assigned after sorting by score, then standard error, so that renaming trusts
 * permutes the result and changes nothing else; trusts equal in both are given the wider of their
 * intervals. One trust has rank 1 of 1; no trust, no ranks.
 */
public final class Ranks {
  private Ranks() {}

  /**
   * Ranks the scores given, highest first, at confidence 1 − α; the result is in the order of the
   * scores. Always lower ≤ rank ≤ upper, and the marginal set lies within the simultaneous one.
   */
  public static List<Ranked> of(List<Proportion> scores, NormalDraws draws, double alpha) {
    int trusts = scores.size();
    int[] order = order(scores);
    double[] p = IntStream.of(order).mapToDouble(i -> scores.get(i).p()).toArray();
    double[] se = IntStream.of(order).mapToDouble(i -> scores.get(i).standardError()).toArray();
    Stepdown stepdown = new Stepdown(p, se, draws, alpha);
    byte[][] amongAll = stepdown.amongAll();
    int[] tier = tiers(amongAll);
    int[] lower = new int[trusts];
    int[] upper = new int[trusts];
    for (int j = 0; j < trusts; j++) {
      byte[] found = stepdown.against(j);
      lower[j] = 1 + count(found, 1);
      upper[j] = trusts - count(found, -1);
    }
    widenTwins(p, se, lower, upper);
    List<Ranked> ranked = new ArrayList<>(Collections.nCopies(trusts, null));
    int rank = 1;
    for (int j = 0; j < trusts; j++) {
      rank = j > 0 && p[j] < p[j - 1] ? j + 1 : rank;
      ranked.set(
          order[j],
          new Ranked(
              rank,
              lower[j],
              upper[j],
              1 + count(amongAll[j], 1),
              trusts - count(amongAll[j], -1),
              tier[j]));
    }
    return ranked;
  }

  private static int[] order(List<Proportion> scores) {
    Comparator<Proportion> byScore = Comparator.comparingDouble(Proportion::p).reversed();
    Comparator<Proportion> best = byScore.thenComparingDouble(Proportion::standardError);
    return IntStream.range(0, scores.size())
        .boxed()
        .sorted((a, b) -> best.compare(scores.get(a), scores.get(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Going down from the best, a trust shown to be worse than its tier's first starts the next. */
  private static int[] tiers(byte[][] amongAll) {
    int[] tier = new int[amongAll.length];
    int first = 0;
    for (int j = 0; j < tier.length; j++) {
      boolean isWorse = amongAll[j][first] > 0;
      tier[j] = j == 0 ? 1 : tier[j - 1] + (isWorse ? 1 : 0);
      first = isWorse ? j : first;
    }
    return tier;
  }

  /** Trusts that the data do not tell apart must not differ by the luck of their draws. */
  private static void widenTwins(double[] p, double[] se, int[] lower, int[] upper) {
    int from = 0;
    while (from < p.length) {
      int to = from + 1;
      while (to < p.length && p[to] == p[from] && se[to] == se[from]) {
        to++;
      }
      int least = IntStream.range(from, to).map(j -> lower[j]).min().orElseThrow();
      int most = IntStream.range(from, to).map(j -> upper[j]).max().orElseThrow();
      Arrays.fill(lower, from, to, least);
      Arrays.fill(upper, from, to, most);
      from = to;
    }
  }

  private static int count(byte[] found, int value) {
    int count = 0;
    for (byte one : found) {
      count += one == value ? 1 : 0;
    }
    return count;
  }
}
