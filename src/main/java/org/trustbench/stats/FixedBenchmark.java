package org.trustbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Tests of a score against a benchmark p0 taken as known. All use the effective counts y = p·n_eff
 * and n_eff, real-valued: binomial tails become regularised incomplete beta functions, P(X ≥ y) =
 * I_p0(y, n−y+1) and P(X > y) = I_p0(y+1, n−y), with I(0,·) = 1 and I(·,0) = 0.
 *
 * <p>At p0 = 0 or 1 any other score has p-value 0, and a score of p0 itself 1.
 */
public final class FixedBenchmark {
  private FixedBenchmark() {}

  /** The verdict of every rule for a known benchmark, {@code mid-p} first. */
  public static List<RuleVerdict> all(Proportion score, double p0) {
    Tails tails = Tails.of(score, p0);
    return Arrays.stream(VerdictRule.values())
        .flatMap(rule -> verdict(rule, score, p0, tails).stream())
        .toList();
  }

  /** The verdict of one rule; empty for {@code difference}, which is for estimated benchmarks. */
  static Optional<RuleVerdict> verdict(VerdictRule rule, Proportion score, double p0) {
    return verdict(rule, score, p0, Tails.of(score, p0));
  }

  private static Optional<RuleVerdict> verdict(
      VerdictRule rule, Proportion score, double p0, Tails tails) {
    return switch (rule) {
      case DIFFERENCE -> Optional.empty();
      case MID_P -> Optional.of(midP(score, p0, tails));
      case INTERVAL_EXCLUDES_BENCHMARK -> Optional.of(intervalExcludes(score, p0));
      case SCORE_TEST -> Optional.of(scoreTest(score, p0));
      case EXACT_TAIL -> Optional.of(exactTail(score, p0, tails));
    };
  }

  /** Half the probability of y itself counted: u = ½[P(X ≥ y) + P(X > y)], p = 2·min(u, 1−u). */
  public static RuleVerdict midP(Proportion score, double p0) {
    return midP(score, p0, Tails.of(score, p0));
  }

  private static RuleVerdict midP(Proportion score, double p0, Tails tails) {
    double upper = (tails.atLeast + tails.above) / 2;
    double lower = (tails.atMost + tails.below) / 2;
    return ofTails(VerdictRule.MID_P, score.p() - p0, upper, lower);
  }

  /** Twice the smaller of P(X ≥ y) and P(X ≤ y): never rejects too often, often too seldom. */
  public static RuleVerdict exactTail(Proportion score, double p0) {
    return exactTail(score, p0, Tails.of(score, p0));
  }

  private static RuleVerdict exactTail(Proportion score, double p0, Tails tails) {
    return ofTails(VerdictRule.EXACT_TAIL, score.p() - p0, tails.atLeast, tails.atMost);
  }

  /** z = (p − p0)/√(p0(1−p0)/n) against the normal. */
  public static RuleVerdict scoreTest(Proportion score, double p0) {
    double d = score.p() - p0;
    double z = z(score, p0);
    return new RuleVerdict(
        VerdictRule.SCORE_TEST,
        d,
        Normal.twoSided(z),
        Verdict.of(d, Math.abs(z) > Normal.Z95),
        Verdict.of(d, Math.abs(z) > Normal.Z998));
  }

  /**
   * Whether Wilson's interval excludes p0, strictly. The smallest α at which it does is the score
   * test's p-value, since that is the test the interval inverts.
   */
  public static RuleVerdict intervalExcludes(Proportion score, double p0) {
    double d = score.p() - p0;
    return new RuleVerdict(
        VerdictRule.INTERVAL_EXCLUDES_BENCHMARK,
        d,
        Normal.twoSided(z(score, p0)),
        Verdict.of(d, score.interval(Normal.Z95).excludes(p0)),
        Verdict.of(d, score.interval(Normal.Z998).excludes(p0)));
  }

  private static RuleVerdict ofTails(VerdictRule rule, double d, double upper, double lower) {
    return RuleVerdict.ofPValue(rule, d, Math.min(1, 2 * Math.min(upper, lower)));
  }

  private static double z(Proportion score, double p0) {
    double d = score.p() - p0;
    return d == 0 ? 0 : d / Math.sqrt(p0 * (1 - p0) / score.n());
  }

  /**
   * The probabilities of X ≥ y, X > y, X ≤ y and X &lt; y. Those of the tail beyond y are worked
   * out, that of X ≤ y as P(n−X ≥ n−y), so that a small tail keeps its digits; those of the other
   * tail are the rest of 1.
   */
  private record Tails(double atLeast, double above, double atMost, double below) {
    static Tails of(Proportion score, double p0) {
      double y = score.y();
      double insufficient = score.n() * (1 - score.p());
      if (score.p() >= p0) {
        double atLeast = beta(p0, y, insufficient + 1);
        double above = beta(p0, y + 1, insufficient);
        return new Tails(atLeast, above, 1 - above, 1 - atLeast);
      }
      double atMost = beta(1 - p0, insufficient, y + 1);
      double below = beta(1 - p0, insufficient + 1, y);
      return new Tails(1 - below, 1 - atMost, atMost, below);
    }
  }

  /** I_x(a, b), with I(0,·) = 1 and I(·,0) = 0. */
  static double beta(double x, double a, double b) {
    if (a == 0) {
      return 1;
    }
    return b == 0 ? 0 : BetaDistribution.of(a, b).cumulativeProbability(x);
  }
}
