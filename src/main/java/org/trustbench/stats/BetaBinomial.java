package org.trustbench.stats;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Shrinkage: scores drawn towards the mean of all trusts, the more the fewer judgements they rest
 * on. The true scores of trusts are taken to be spread as a Beta(α, β), fitted to all of them; a
 * shrunken score is the mean of the posterior (empirical Bayes; Griffiths 1973, Biometrics 29,
 * 637-648, for the likelihood).
 *
 * @param alpha 0 when there is no fit
 * @param beta likewise
 */
public record BetaBinomial(Method method, double alpha, double beta) {

  /** How α and β were found. */
  public enum Method {
    MAXIMUM_LIKELIHOOD("maximum likelihood"),
    MOMENTS("moments"),
    NONE("none");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private static final double LEAST_CORRELATION = 1e-12;

  static final BetaBinomial NO_FIT = new BetaBinomial(Method.NONE, 0, 0);

  /**
   * Fits by maximum likelihood; where that has no maximum inside (scores that vary no more than
   * chance allows, or are all 0 or 1), by moments; where those give no distribution either, not at
   * all. Needs two trusts.
   *
   * @param scores on effective counts, n finite
   */
  public static BetaBinomial fit(List<Proportion> scores) {
    return new BetaBinomialLikelihood(scores)
        .maximum()
        .map(at -> new BetaBinomial(Method.MAXIMUM_LIKELIHOOD, at[0], at[1]))
        .orElseGet(() -> moments(scores));
  }

  /**
   * From E Σn_i(p_i − p̄)² = p̄(1−p̄)·[(1−ρ)(K−1) + ρ(N − Σn_i²/N)], ρ = 1/(α + β + 1) the
   * correlation of two judgements in a trust (Kleinman 1973). No fit unless 0 &lt; ρ &lt; 1, where
   * a ρ of 0 may come out as the smallest of numbers.
   */
  static BetaBinomial moments(List<Proportion> scores) {
    double n = scores.stream().mapToDouble(Proportion::n).sum();
    double mean = scores.stream().mapToDouble(Proportion::y).sum() / n;
    double spread = scores.stream().mapToDouble(s -> s.n() * (s.p() - mean) * (s.p() - mean)).sum();
    double squares = scores.stream().mapToDouble(s -> s.n() * s.n()).sum();
    double chance = scores.size() - 1;
    double rho = (spread / (mean * (1 - mean)) - chance) / (n - squares / n - chance);
    if (!(rho > LEAST_CORRELATION && rho < 1)) {
      return NO_FIT;
    }
    double together = 1 / rho - 1;
    return new BetaBinomial(Method.MOMENTS, mean * together, (1 - mean) * together);
  }

  /** The posterior mean (y + α)/(n + α + β); empty without a fit. */
  public OptionalDouble shrunken(Proportion score) {
    return method == Method.NONE
        ? OptionalDouble.empty()
        : OptionalDouble.of((score.y() + alpha) / (score.n() + alpha + beta));
  }
}
