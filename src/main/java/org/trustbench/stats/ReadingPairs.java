package org.trustbench.stats;

import java.io.Serializable;

/**
 * Integer sums over cases that were read twice, all that {@link Agreement} is made of: how many
 * judgements were given which category in the first reading and in the second, and how these counts
 * go together within cases. They merge by addition, in any order.
 *
 * @param categories q, at least 2
 * @param cases with at least one judgement that was read twice
 * @param counts of judgements; category a first and b second stand at place a·q + b
 * @param products Σ_c n_ci·n_cj over cases c, by places i and j of {@code counts}
 */
public record ReadingPairs(int categories, long cases, long[] counts, long[][] products)
    implements Serializable {

  /** Sums over no case. */
  public static ReadingPairs none(int categories) {
    int places = categories * categories;
    return new ReadingPairs(categories, 0, new long[places], new long[places][places]);
  }

  /**
   * The same with one case more, which adds nothing where nothing of it was read twice.
   *
   * @param table of its judgements: by category of the first reading, then of the second
   */
  public ReadingPairs plusCase(long[][] table) {
    long[] own = new long[counts.length];
    long judgements = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] = table[i / categories][i % categories];
      judgements += own[i];
    }
    if (judgements == 0) {
      return this;
    }
    long[][] ofCase = new long[own.length][own.length];
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < own.length; j++) {
        ofCase[i][j] = own[i] * own[j];
      }
    }
    return plus(new ReadingPairs(categories, 1, own, ofCase));
  }

  /** Both together: sums of other cases, of as many categories. */
  public ReadingPairs plus(ReadingPairs others) {
    long[] sum = new long[counts.length];
    long[][] sums = new long[counts.length][counts.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = counts[i] + others.counts[i];
      for (int j = 0; j < sum.length; j++) {
        sums[i][j] = products[i][j] + others.products[i][j];
      }
    }
    return new ReadingPairs(categories, cases + others.cases, sum, sums);
  }

  /** Judgements read twice, n. */
  public long judgements() {
    long judgements = 0;
    for (long count : counts) {
      judgements += count;
    }
    return judgements;
  }

  /** Those of one category first and another, or the same, second. */
  public long count(int first, int second) {
    return counts[first * categories + second];
  }

  /** The sums of a score whose sufficient judgements are those that agree. */
  Sums agreeing() {
    long agreeing = 0;
    long squares = 0;
    long withAll = 0;
    long allSquares = 0;
    for (int i = 0; i < counts.length; i++) {
      agreeing += isAgreeing(i) ? counts[i] : 0;
      for (int j = 0; j < counts.length; j++) {
        squares += isAgreeing(i) && isAgreeing(j) ? products[i][j] : 0;
        withAll += isAgreeing(i) ? products[i][j] : 0;
        allSquares += products[i][j];
      }
    }
    return new Sums(cases, agreeing, judgements(), squares, withAll, allSquares);
  }

  private boolean isAgreeing(int place) {
    return place / categories == place % categories;
  }
}
