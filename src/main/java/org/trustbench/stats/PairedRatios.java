package org.trustbench.stats;

import java.util.List;

/**
 * Two ratios of the same clusters, such as the score of a group of institutions at two rounds of
 * inspections. Clusters that were high once are mostly high again, so that the ratios are not
 * independent: with residuals e_i = y_i − p·n_i of cluster i at each round, their linearised
 * covariance is k/(k−1) · Σ e0_i·e1_i / (n0·n1), as their variances are k/(k−1) · Σ e_i² / n²
 * (Cochran 1977, §6.3 and §6.19; Wolter 2007, §6.2). R's {@code survey} gives the same by {@code
 * svyby(~y, ~round, svyratio, denominator = ~n, covmat = TRUE)} with the clusters as {@code ids}.
 *
 * @param clusters k, seen both times
 * @param earlier the sums of the first round over clusters
 * @param later the same of the second
 * @param covariance of the two ratios; 0 of a single cluster
 * @param within the variance of the difference of the two that is of cases within clusters alone:
 *     rounds judge different cases, so that no likeness of the clusters takes it away
 */
public record PairedRatios(
    long clusters, Sums earlier, Sums later, double covariance, double within) {

  /**
   * One cluster at both rounds, by the sums over its own cases; something was assessed at both.
   *
   * @param earlier at the first
   * @param later at the second
   */
  public record Pair(Sums earlier, Sums later) {}

  /** Those of some clusters; at least one. */
  public static PairedRatios of(List<Pair> pairs) {
    Sums earlier = Sums.NONE;
    Sums later = Sums.NONE;
    for (Pair pair : pairs) {
      earlier = earlier.plus(Sums.ofCase(pair.earlier().y(), pair.earlier().n()));
      later = later.plus(Sums.ofCase(pair.later().y(), pair.later().n()));
    }
    double p0 = (double) earlier.y() / earlier.n();
    double p1 = (double) later.y() / later.n();
    double products = 0;
    double within0 = 0;
    double within1 = 0;
    for (Pair pair : pairs) {
      products += residual(pair.earlier(), p0) * residual(pair.later(), p1);
      within0 += within(pair.earlier());
      within1 += within(pair.later());
    }
    double k = pairs.size();
    double n0 = earlier.n();
    double n1 = later.n();
    return new PairedRatios(
        pairs.size(),
        earlier,
        later,
        k < 2 ? 0 : k / (k - 1) * products / (n0 * n1),
        within0 / (n0 * n0) + within1 / (n1 * n1));
  }

  /** Later less earlier. */
  public double difference() {
    return (double) later.y() / later.n() - (double) earlier.y() / earlier.n();
  }

  /** The linearised variance of the difference; 0 of a single cluster. */
  public double variance() {
    return DesignEffect.variance(earlier).orElse(0)
        + DesignEffect.variance(later).orElse(0)
        - 2 * covariance;
  }

  /**
   * How the two ratios hang together, from −1 to 1; no more than leaves the difference of two
   * estimates the variance {@link #within} clusters. 0 where clusters do not differ at one of the
   * rounds.
   *
   * @param first the earlier ratio, on the judgements that it is worth
   * @param second the later one likewise
   */
  public double correlation(Proportion first, Proportion second) {
    double v0 = DesignEffect.variance(earlier).orElse(0);
    double v1 = DesignEffect.variance(later).orElse(0);
    double own = v0 > 0 && v1 > 0 ? covariance / Math.sqrt(v0 * v1) : 0;
    double s0 = first.standardError();
    double s1 = second.standardError();
    double most = s0 > 0 && s1 > 0 ? (s0 * s0 + s1 * s1 - within) / (2 * s0 * s1) : 0;
    return Math.max(-1, Math.min(1, Math.min(own, most)));
  }

  private static double residual(Sums cluster, double ratio) {
    return cluster.y() - ratio * cluster.n();
  }

  /** n²·V of a cluster's own ratio, as if judgements of a case were independent at least. */
  private static double within(Sums cluster) {
    double p = (double) cluster.y() / cluster.n();
    double independent = cluster.n() * p * (1 - p);
    double n = cluster.n();
    return Math.max(independent, DesignEffect.variance(cluster).orElse(0) * n * n);
  }
}
