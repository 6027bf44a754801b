package org.trustbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Over-dispersion: how much more a comparator's scores vary than chance alone would have it. Where
 * all trusts differ a little for good reasons, plain limits of a funnel call too many of them
 * outliers; these limits add the variance between trusts, τ², on the arcsine scale (Spiegelhalter
 * 2005, after DerSimonian and Laird 1986). Limits widened by it are shown beside the plain ones,
 * never instead, and never within them: near 0 and 1, or with little variance, the arcsine's reach
 * is the shorter of the two on one side, and there the plain limit ({@link Funnel#score}) stands.
 *
 * @param trusts K
 * @param centre p̄
 * @param phiRaw φ = mean z², z_i = (asin√p_i − asin√p̄)·2√n_i; 1 when chance is all
 * @param phiWinsorised the same after the z beyond their 10 % and 90 % quantiles are brought in to
 *     them; biased down, which is why both are reported
 * @param tauSquaredRaw τ² from the raw φ
 * @param tauSquaredWinsorised τ² from the winsorised φ
 */
public record OverDispersion(
    int trusts,
    double centre,
    double phiRaw,
    double phiWinsorised,
    double tauSquaredRaw,
    double tauSquaredWinsorised) {

  /** With fewer trusts than this the variance between them is not estimated. */
  public static final int FEWEST_TRUSTS = 10;

  private static final double WINSORISED = .1;

  /** Empty for fewer than 10 trusts. Every trust's n must be finite. */
  public static Optional<OverDispersion> of(List<Proportion> scores, double centre) {
    if (scores.size() < FEWEST_TRUSTS) {
      return Optional.empty();
    }
    double[] z =
        scores.stream()
            .mapToDouble(score -> (angle(score.p()) - angle(centre)) * 2 * Math.sqrt(score.n()))
            .toArray();
    double[] weights = scores.stream().mapToDouble(score -> 4 * score.n()).toArray();
    double raw = meanSquare(z);
    double winsorised = meanSquare(Quantiles.winsorised(z, WINSORISED));
    return Optional.of(
        new OverDispersion(
            z.length,
            centre,
            raw,
            winsorised,
            tauSquared(raw, weights),
            tauSquared(winsorised, weights)));
  }

  /** φ of any z; 0 of none. */
  public static double meanSquare(double[] z) {
    return Arrays.stream(z).map(value -> value * value).average().orElse(0);
  }

  /**
   * max(0, (Kφ − (K−1)) / (Σw − Σw²/Σw)), K the number of weights; 0 for a single one, which shows
   * no variance.
   */
  public static double tauSquared(double phi, double[] weights) {
    int trusts = weights.length;
    double sum = Arrays.stream(weights).sum();
    double scale = sum - Arrays.stream(weights).map(w -> w * w).sum() / sum;
    return scale > 0 ? Math.max(0, (trusts * phi - (trusts - 1)) / scale) : 0;
  }

  /**
   * sin²(asin√p̄ ∓ z√(1/(4n) + τ²)) with the winsorised τ², for n &gt; 0 effective judgements, or
   * the plain limit where that lies farther out.
   */
  public Interval limits(double n, double z) {
    return limits(centre, n, z, tauSquaredWinsorised);
  }

  /** The same with any τ²; angles are held within 0 to π/2, so that limits never turn back. */
  public static Interval limits(double centre, double n, double z, double tauSquared) {
    double reach = z * Math.sqrt(1 / (4 * n) + tauSquared);
    double low = Math.sin(Math.max(0, angle(centre) - reach));
    double high = Math.sin(Math.min(Math.PI / 2, angle(centre) + reach));
    Interval plain = Funnel.score(centre, n, z);
    return new Interval(Math.min(plain.low(), low * low), Math.max(plain.high(), high * high));
  }

  private static double angle(double p) {
    return Math.asin(Math.sqrt(p));
  }
}
