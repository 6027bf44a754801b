package org.trustbench.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * An interval null hypothesis: a difference from a benchmark of no more than δ does not matter, and
 * a score differs only if chance does not explain how far it lies beyond the nearer end of the band
 * p0 ∓ δ (Spiegelhalter 2005, Quality and Safety in Health Care 14, 347-351, who widens limits of
 * funnels by the band). For a score within the band the p-value is 1. With δ = 0 every verdict is
 * that of {@link BenchmarkEstimate#verdicts}.
 *
 * @param delta δ, a proportion; 0 or more
 */
public record Tolerance(double delta) {
  public Tolerance {
    if (!(delta >= 0)) {
      throw new IllegalArgumentException("no tolerance: " + delta);
    }
  }

  /** What every lawful rule says of a score, {@code difference} first. */
  public List<RuleVerdict> verdicts(Proportion score, BenchmarkEstimate against) {
    List<RuleVerdict> verdicts = new ArrayList<>();
    verdicts.add(difference(score, against));
    double d = score.p() - against.p();
    Interval band = band(against.p());
    if (!band.excludes(score.p())) {
      FixedBenchmark.all(score, against.p())
          .forEach(one -> verdicts.add(within(one.rule(), d, one)));
    } else {
      double edge = d > 0 ? band.high() : band.low();
      FixedBenchmark.all(score, edge)
          .forEach(
              one ->
                  verdicts.add(
                      new RuleVerdict(one.rule(), d, one.pValue(), one.at95(), one.at998())));
    }
    return verdicts;
  }

  /** The band around a benchmark, held within 0 to 1. */
  public Interval band(double p0) {
    return new Interval(Math.max(0, p0 - delta), Math.min(1, p0 + delta));
  }

  /** Whether an interval of a difference shows that it is one that does not matter. */
  public boolean holds(Interval difference) {
    return delta > 0 && difference.low() >= -delta && difference.high() <= delta;
  }

  /** Without a tolerance a score that is the benchmark itself has the p-value of its rule. */
  private RuleVerdict within(VerdictRule rule, double d, RuleVerdict plain) {
    return delta == 0 ? plain : new RuleVerdict(rule, d, 1, Verdict.SIMILAR, Verdict.SIMILAR);
  }

  /**
   * Whether the interval of the difference lies beyond the band. The p-value is the smallest α at
   * which it does; where an outcome is rare it must not be put down to chance either ({@link
   * Difference}).
   */
  private RuleVerdict difference(Proportion score, BenchmarkEstimate against) {
    double d = score.p() - against.p();
    return new RuleVerdict(
        VerdictRule.DIFFERENCE,
        d,
        pValue(score, against),
        at(score, against, Normal.Z95),
        at(score, against, Normal.Z998));
  }

  private double pValue(Proportion score, BenchmarkEstimate against) {
    if (delta == 0) {
      return Difference.pValue(score, against.independent());
    }
    return Math.max(
        Difference.pValue(score, against.independent()),
        Newcombe10.pValueBeyond(score, against.independent(), delta / against.share()));
  }

  private Verdict at(Proportion score, BenchmarkEstimate against, double z) {
    Interval difference = against.difference(score, z);
    if (difference.low() > delta) {
      return Verdict.HIGHER;
    }
    return difference.high() < -delta ? Verdict.LOWER : Verdict.SIMILAR;
  }
}
