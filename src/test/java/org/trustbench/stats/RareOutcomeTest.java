package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences of outcomes that are rare, and what a second test of them costs. */
class RareOutcomeTest {
  private static Proportion of(double y, double n) {
    return new Proportion(y / n, n);
  }

  @Test
  void one_of_twenty_is_like_none_of_220() {
    RuleVerdict verdict = Difference.verdict(of(1, 20), of(0, 220));
    assertThat(verdict.pValue()).isCloseTo(20 / 240.0, within(1e-12));
    assertThat(verdict.at95()).isEqualTo(Verdict.SIMILAR);
    assertThat(Difference.interval(of(1, 20), of(0, 220), Normal.Z95).low()).isZero();
    assertThat(Newcombe10.pValue(of(1, 20), of(0, 220))).isLessThan(.05);
  }

  /** By whole numbers of ways, as a table of two by two has them. */
  @ParameterizedTest
  @CsvSource({
    "1,20,0,220",
    "2,5,60,2000",
    "0,12,9,100",
    "29,30,200,200",
    "3,40,6,200",
    "5,5,10,20"
  })
  void whole_counts_have_the_mid_p_of_fishers_test(int y1, int n1, int y2, int n2) {
    int outcomes = y1 + y2;
    BigInteger above = ways(n1, n2, outcomes, y1 + 1, outcomes);
    BigInteger below = ways(n1, n2, outcomes, 0, y1 - 1);
    BigInteger own = ways(n1, n2, outcomes, y1, y1);
    double all = choose(n1 + n2, outcomes).doubleValue();
    double smaller = above.min(below).doubleValue() + own.doubleValue() / 2;
    assertThat(RareOutcome.pValue(of(y1, n1), of(y2, n2)))
        .isCloseTo(Math.min(1, 2 * smaller / all), within(1e-9))
        .isCloseTo(RareOutcome.pValue(of(n1 - y1, n1), of(n2 - y2, n2)), within(1e-9))
        .isCloseTo(RareOutcome.pValue(of(y2, n2), of(y1, n1)), within(1e-9));
  }

  private static BigInteger ways(int n1, int n2, int outcomes, int from, int to) {
    return IntStream.rangeClosed(
            Math.max(from, outcomes - n2), Math.min(to, Math.min(n1, outcomes)))
        .mapToObj(x -> choose(n1, x).multiply(choose(n2, outcomes - x)))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  @Test
  void effective_counts_lie_between_whole_ones() {
    double before = 1;
    for (double y = .5; y <= 3; y += .125) {
      double p = RareOutcome.pValue(of(y, 20), of(0, 220));
      assertThat(p).as("%s", y).isLessThanOrEqualTo(before);
      before = p;
    }
  }

  @Test
  void frequent_outcomes_and_known_benchmarks_are_left_to_the_interval() {
    assertThat(RareOutcome.pValue(of(56, 70), of(48, 80))).isZero();
    assertThat(RareOutcome.pValue(of(1, 20), new Proportion(.01, Double.POSITIVE_INFINITY)))
        .isZero();
    assertThat(Difference.pValue(of(56, 70), of(48, 80)))
        .isEqualTo(Newcombe10.pValue(of(56, 70), of(48, 80)));
  }

  /**
   * Exact sizes over every pair of counts: 5 cases at .5, of which 1 in 16 are alike, are worst.
   */
  @ParameterizedTest
  @CsvSource({"5", "10", "20", "40"})
  void few_judgements_beside_many_find_no_difference_that_is_not_there(int few) {
    for (int many : new int[] {40, 220, 600}) {
      for (double p : new double[] {.005, .01, .02, .05, .1, .2, .35, .5}) {
        assertThat(found(few, many, p, p, .05)).as("%s %s", many, p).isLessThan(.0626);
        assertThat(found(few, many, p, p, .002)).as("%s %s", many, p).isLessThan(.004);
      }
    }
  }

  @Test
  void what_is_there_is_found_nearly_as_often_as_without() {
    assertThat(found(20, 220, .3, .02, .05)).isGreaterThan(.95);
    assertThat(found(60, 60, .15, .02, .05)).isGreaterThan(.7);
  }

  /** The probability of a p-value below alpha. */
  private static double found(int few, int many, double pOfFew, double pOfMany, double alpha) {
    BinomialDistribution first = BinomialDistribution.of(few, pOfFew);
    BinomialDistribution second = BinomialDistribution.of(many, pOfMany);
    int last = second.inverseCumulativeProbability(1 - 1e-6);
    double found = 0;
    for (int y = second.inverseCumulativeProbability(1e-6); y <= last; y++) {
      for (int x = 0; x <= few; x++) {
        boolean isApart = Difference.pValue(of(x, few), of(y, many)) < alpha;
        found += isApart ? first.probability(x) * second.probability(y) : 0;
      }
    }
    return found;
  }
}
