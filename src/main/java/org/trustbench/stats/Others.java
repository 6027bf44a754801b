package org.trustbench.stats;

import java.util.List;
import java.util.Optional;

/**
 * The other trusts pooled, as a proportion with an error of its own: what the {@link Newcombe10}
 * rule sets a trust against.
 *
 * <p>p = Σy/Σn and V = Σ V_t·n_t²/(Σn)² with V_t = deff_t·p_t(1−p_t)/n_t, the deff each trust's own
 * interval uses; then n_eff = p(1−p)/V. Where V is 0, because every other trust scores 0 or 1, the
 * formula has no value and its limit for equal scores takes its place, n_eff = (Σn)²/Σ deff_t·n_t.
 * Nor are the others ever worth more than the Σn judgements they consist of.
 */
public final class Others {
  private Others() {}

  /**
   * Pools all trusts but the one at index {@code trust} ({@link BenchmarkRule#OUTSIDE} for none).
   *
   * @param deff the design effect chosen for each trust, at least 1; not read where n = 0
   * @return empty when no other trust has a judgement assessed
   */
  public static Optional<Proportion> pooled(List<Sums> trusts, double[] deff, int trust) {
    long sufficient = 0;
    long assessed = 0;
    double variance = 0;
    double common = 0;
    for (int t = 0; t < trusts.size(); t++) {
      Sums sums = trusts.get(t);
      if (t == trust || sums.n() == 0) {
        continue;
      }
      double p = (double) sums.y() / sums.n();
      sufficient += sums.y();
      assessed += sums.n();
      variance += deff[t] * p * (1 - p) * sums.n();
      common += deff[t] * sums.n();
    }
    if (assessed == 0) {
      return Optional.empty();
    }
    double n = assessed;
    double p = sufficient / n;
    double effective = variance == 0 ? n * n / common : p * (1 - p) * n * n / variance;
    return Optional.of(new Proportion(p, Math.min(n, effective)));
  }

  /**
   * The plain mean of the other trusts' scores, every trust weighing the same: V = Σ V_t/K², with
   * V_t as in {@link #pooled} or, where that is 0, as {@link Proportion#standardError} has it; then
   * n_eff = p(1−p)/V, and never more than the Σn judgements there are.
   *
   * @return empty when no other trust has a judgement assessed
   */
  public static Optional<Proportion> mean(List<Sums> trusts, double[] deff, int trust) {
    double sum = 0;
    double variance = 0;
    long assessed = 0;
    int count = 0;
    for (int t = 0; t < trusts.size(); t++) {
      if (t == trust || trusts.get(t).n() == 0) {
        continue;
      }
      Proportion score = Proportion.of(trusts.get(t), deff[t]).orElseThrow();
      sum += score.p();
      variance += score.standardError() * score.standardError();
      assessed += trusts.get(t).n();
      count++;
    }
    if (count == 0) {
      return Optional.empty();
    }
    double p = Math.min(1, sum / count);
    Proportion atTheEnds = new Proportion(p, assessed);
    double inside = atTheEnds.offTheEnds();
    double effective = inside * (1 - inside) * count * count / variance;
    return Optional.of(new Proportion(p, Math.min(assessed, effective)));
  }
}
