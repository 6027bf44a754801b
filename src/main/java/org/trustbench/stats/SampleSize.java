package org.trustbench.stats;

import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many cases a sample needs, by the intervals and verdicts that this program will give it. To
 * begin with k = z²·p(1−p)·deff/(m·w²) for a half-width w (Cochran 1977, §4.4, with Kish's design
 * effect); in place of the normal interval stands Wilson's, and the design effect is the one that
 * {@link DesignEffect#chosen} will choose.
 */
public final class SampleSize {
  /** More cases than these no plan asks for. */
  public static final long MOST_CASES = 10_000_000;

  private static final int HALVINGS = 60;

  private SampleSize() {}

  /**
   * How much larger than the design effect is on average the one chosen for a sample of k cases:
   * the larger of 1 and the sample's own, which scatters around 1 as χ²/ν with ν = k − 1, times
   * (t/z)². With c = (t/z)² and F_a the distribution of Γ(a, 2/ν) this is F_{ν/2}(1/c) + c·(1 −
   * F_{ν/2+1}(1/c)).
   */
  public static double widening(long cases) {
    double freedom = cases - 1.0;
    double t = TDistribution.of(freedom).inverseCumulativeProbability(.975);
    double c = t * t / (Normal.Z95 * Normal.Z95);
    double below = GammaDistribution.of(freedom / 2, 2 / freedom).cumulativeProbability(1 / c);
    double above = GammaDistribution.of(freedom / 2 + 1, 2 / freedom).survivalProbability(1 / c);
    return below + c * above;
  }

  /**
   * The score of a sample of cases, 2 or more, as the program will see it: on so many independent
   * judgements.
   */
  public static Proportion expected(ExpectedCases like, long cases) {
    double widening = like.isClustered() ? widening(cases) : 1;
    return new Proportion(like.p(), cases * like.judgements() / (like.deff() * widening));
  }

  /**
   * Half the width of the interval to be expected.
   *
   * @param cases in which anything is assessed, 2 or more
   * @param population all such cases there are, where the interval allows for the share sampled;
   *     infinite where it does not
   */
  public static double halfWidth(ExpectedCases like, long cases, double population, double z) {
    return FinitePopulation.corrected(expected(like, cases), cases / population).interval(z).width()
        / 2;
  }

  /**
   * The fewest cases with which an interval is no wider than asked.
   *
   * @param halfWidth above 0, a proportion
   * @param population as in {@link #halfWidth}
   * @return empty where more than {@link #MOST_CASES} would be needed
   */
  public static OptionalLong forHalfWidth(
      ExpectedCases like, double halfWidth, double population, double z) {
    return fewest(2, cases -> halfWidth(like, cases, population, z) <= halfWidth);
  }

  /**
   * A difference to be found.
   *
   * @param benchmark p of the others together
   * @param difference of the institution from them, not 0: below them if negative
   * @param others how many others there are, each with as many cases as the institution
   * @param rule by which the verdict is reached
   */
  public record Sought(double benchmark, double difference, long others, VerdictRule rule) {}

  /**
   * The probability that the verdict is on the right side. The rule finds a score that lies at
   * least x from the others' (x from the rule itself, on the judgements that both are expected to
   * be worth), and score less others' score is about normal around the difference d with the
   * variance V of both: Φ((|d| − x)/√V). For k cases of institution and others alike.
   *
   * @param z of the level of the verdict: {@link Normal#Z95} or {@link Normal#Z998}
   */
  public static double power(ExpectedCases like, Sought sought, long cases, double z) {
    double p = sought.benchmark();
    ExpectedCases others = like.at(p);
    ExpectedCases own = like.at(p + sought.difference());
    double worth = Math.min(others.judgements() * cases, expected(others, cases).n());
    Proportion against = new Proportion(p, worth * sought.others());
    double variance = own.variance(cases) + others.variance((double) cases * sought.others());
    double reach = reach(own, sought, cases, against, z);
    return Double.isNaN(reach)
        ? 0
        : Normal.cumulative((Math.abs(sought.difference()) - reach) / Math.sqrt(variance));
  }

  /**
   * The fewest cases of every institution with which the difference is found so often.
   *
   * @param power above 0 and below 1
   * @return empty where more than {@link #MOST_CASES} would be needed, or no number does
   */
  public static OptionalLong forDifference(
      ExpectedCases like, Sought sought, double power, double z) {
    return fewest(DesignEffect.FEWEST_CASES, cases -> power(like, sought, cases, z) >= power);
  }

  /** How far from the others a score must lie to be told apart; NaN where none is far enough. */
  private static double reach(
      ExpectedCases own, Sought sought, long cases, Proportion against, double z) {
    double side = Math.signum(sought.difference());
    double farthest = side < 0 ? against.p() : 1 - against.p();
    if (!isFound(own, side * farthest, cases, against, sought.rule(), z)) {
      return Double.NaN;
    }
    double near = 0;
    double far = farthest;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (near + far) / 2;
      if (isFound(own, side * middle, cases, against, sought.rule(), z)) {
        far = middle;
      } else {
        near = middle;
      }
    }
    return far;
  }

  private static boolean isFound(
      ExpectedCases own,
      double difference,
      long cases,
      Proportion against,
      VerdictRule rule,
      double z) {
    double p = Math.min(1, Math.max(0, against.p() + difference));
    Proportion score = expected(own.at(p), cases);
    RuleVerdict verdict =
        rule == VerdictRule.DIFFERENCE
            ? Difference.verdict(score, against)
            : FixedBenchmark.verdict(rule, score, against.p()).orElseThrow();
    return (z == Normal.Z95 ? verdict.at95() : verdict.at998()) != Verdict.SIMILAR;
  }

  private static OptionalLong fewest(long from, LongPredicate isEnough) {
    long most = from;
    while (!isEnough.test(most)) {
      if (most >= MOST_CASES) {
        return OptionalLong.empty();
      }
      most = Math.min(MOST_CASES, most * 2);
    }
    long enough = most;
    long tooFew = from - 1;
    while (enough - tooFew > 1) {
      long middle = (enough + tooFew) / 2;
      if (isEnough.test(middle)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return OptionalLong.of(enough);
  }
}
