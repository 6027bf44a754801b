package org.trustbench.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The score of all other trusts of a comparator together, for each of its trusts in turn: a trust
 * is no part of its own benchmark, which it would pull towards itself. Each is a proportion with an
 * error of its own, which the {@link Difference} rule counts.
 *
 * <p>Made once for a comparator; what is asked of it then costs the same however many trusts there
 * are. Trusts with nothing assessed are passed over. Everywhere {@link BenchmarkRule#OUTSIDE} is a
 * trust that is none of these: then all are others.
 */
public final class LeaveOneOut {
  private final List<Sums> trusts;
  private final long sufficient;
  private final long assessed;
  private final int scored;
  private final SumWithoutOne variance;
  private final SumWithoutOne common;
  private final SumWithoutOne scores;
  private final SumWithoutOne squaredErrors;

  /** For scores alone: every design effect is 1. */
  public LeaveOneOut(List<Sums> trusts) {
    this(trusts, trusts.stream().mapToDouble(sums -> 1).toArray());
  }

  /**
   * Adds up what all questions are answered from.
   *
   * @param deff the design effect chosen for each trust, at least 1; not read where n = 0
   */
  public LeaveOneOut(List<Sums> trusts, double[] deff) {
    this.trusts = List.copyOf(trusts);
    this.sufficient = trusts.stream().mapToLong(Sums::y).sum();
    this.assessed = trusts.stream().mapToLong(Sums::n).sum();
    this.scored = (int) trusts.stream().filter(sums -> sums.n() > 0).count();
    double[] v = new double[trusts.size()];
    double[] c = new double[trusts.size()];
    double[] p = new double[trusts.size()];
    double[] e = new double[trusts.size()];
    for (int t : IntStream.range(0, trusts.size()).filter(t -> trusts.get(t).n() > 0).toArray()) {
      Sums sums = trusts.get(t);
      Proportion score = Proportion.of(sums, deff[t]).orElseThrow();
      p[t] = (double) sums.y() / sums.n();
      v[t] = deff[t] * p[t] * (1 - p[t]) * sums.n();
      c[t] = deff[t] * sums.n();
      e[t] = score.standardError() * score.standardError();
    }
    this.variance = new SumWithoutOne(v);
    this.common = new SumWithoutOne(c);
    this.scores = new SumWithoutOne(p);
    this.squaredErrors = new SumWithoutOne(e);
  }

  /** How many others have a score. */
  public int count(int trust) {
    return scored - (isScored(trust) ? 1 : 0);
  }

  /** Σn of the others. */
  public long assessed(int trust) {
    return assessed - own(trust).n();
  }

  /** Σy of the others. */
  public long sufficient(int trust) {
    return sufficient - own(trust).y();
  }

  /** Σy/Σn of the others; empty when none has a judgement assessed. */
  public OptionalDouble pooledScore(int trust) {
    long n = assessed(trust);
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sufficient(trust) / n);
  }

  /** The plain mean of the others' scores; empty when none has one. */
  public OptionalDouble meanScore(int trust) {
    int count = count(trust);
    return count == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, scores.at(trust) / count));
  }

  /**
   * The others pooled. p = Σy/Σn and V = Σ V_t·n_t²/(Σn)² with V_t = deff_t·p_t(1−p_t)/n_t, the
   * deff each trust's own interval uses; then n_eff = p(1−p)/V. Where V is 0, because every other
   * trust scores 0 or 1, the formula has no value and its limit for equal scores takes its place,
   * n_eff = (Σn)²/Σ deff_t·n_t. Nor are the others ever worth more than the Σn judgements they
   * consist of.
   *
   * @return empty when no other trust has a judgement assessed
   */
  public Optional<Proportion> pooled(int trust) {
    OptionalDouble score = pooledScore(trust);
    if (score.isEmpty()) {
      return Optional.empty();
    }
    double n = assessed(trust);
    double p = score.getAsDouble();
    double summed = variance.at(trust);
    double effective = summed == 0 ? n * n / common.at(trust) : p * (1 - p) * n * n / summed;
    return Optional.of(new Proportion(p, Math.min(n, effective)));
  }

  /**
   * The plain mean of the others' scores, every trust weighing the same: V = Σ V_t/K², with V_t as
   * in {@link #pooled} or, where that is 0, as {@link Proportion#standardError} has it; then n_eff
   * = p(1−p)/V, and never more than the Σn judgements there are.
   *
   * @return empty when no other trust has a judgement assessed
   */
  public Optional<Proportion> mean(int trust) {
    OptionalDouble score = meanScore(trust);
    if (score.isEmpty()) {
      return Optional.empty();
    }
    long n = assessed(trust);
    double count = count(trust);
    double inside = new Proportion(score.getAsDouble(), n).offTheEnds();
    double effective = inside * (1 - inside) * count * count / squaredErrors.at(trust);
    return Optional.of(new Proportion(score.getAsDouble(), Math.min(n, effective)));
  }

  /** The share of all judgements that are the others'; there must be some. */
  double share(int trust) {
    return (double) assessed(trust) / assessed;
  }

  private Sums own(int trust) {
    return trust == BenchmarkRule.OUTSIDE ? Sums.NONE : trusts.get(trust);
  }

  private boolean isScored(int trust) {
    return own(trust).n() > 0;
  }
}
