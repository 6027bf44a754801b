package org.trustbench.stats;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two readings of the same judgements agree: the share that agrees, Cohen's kappa and
 * Gwet's AC1. With p the share that agrees and e the share that would by chance, kappa and AC1 are
 * (p − e)/(1 − e). For kappa e = Σ_k p1k·p2k, the shares of category k in the first and in the
 * second reading (Cohen 1960, Educational and Psychological Measurement 20:37-46); for AC1 of q
 * categories e = Σ_k π_k(1 − π_k)/(q − 1), π_k being the mean of the two shares (Gwet 2008, British
 * Journal of Mathematical and Statistical Psychology 61:29-48). Where nearly all judgements are of
 * one category kappa is low however well the readings agree, and AC1 is not.
 *
 * <p>Judgements of one case hang together, so the variance is linearised over cases: with ψ the
 * derivative of the coefficient by one judgement, V = C/(C − 1)·Σ_c(Σ_{i in c} ψ_i)²/n² over C
 * cases. Where every case has one judgement that is Gwet's variance (2008, equation 4.12, without
 * the finite population), but for n/(n − 1).
 *
 * @param judgements read twice, n, at least 1
 * @param cases that they are of
 * @param percent the share that agrees, its interval as of any score ({@link DesignEffect})
 * @param kappa empty where both readings know one category only
 */
public record Agreement(
    long judgements,
    long cases,
    Coefficient percent,
    Optional<Coefficient> kappa,
    Coefficient ac1) {

  /** Of terms that cancel, what is left by rounding: all cases tell the same. */
  private static final double ROUNDING = 1e-12;

  /**
   * A coefficient of agreement.
   *
   * @param value 1 where all agrees, 0 where as much as by chance
   * @param at95 empty below {@link DesignEffect#FEWEST_CASES} cases; of kappa and AC1 also where
   *     all cases tell the same, since no spread is known then
   */
  public record Coefficient(double value, Optional<Interval> at95) {}

  /** From sums over cases; empty where nothing was read twice. */
  public static Optional<Agreement> of(ReadingPairs pairs) {
    long judgements = pairs.judgements();
    if (judgements == 0) {
      return Optional.empty();
    }
    int q = pairs.categories();
    double[][] shares = new double[q][q];
    for (int a = 0; a < q; a++) {
      for (int b = 0; b < q; b++) {
        shares[a][b] = (double) pairs.count(a, b) / judgements;
      }
    }
    Sums sums = pairs.agreeing();
    double p = (double) sums.y() / judgements;
    Chance kappa = Chance.kappa(shares);
    return Optional.of(
        new Agreement(
            judgements,
            pairs.cases(),
            percent(sums),
            kappa.share() == 1 ? Optional.empty() : Optional.of(coefficient(pairs, p, kappa)),
            coefficient(pairs, p, Chance.ac1(shares))));
  }

  private static Coefficient percent(Sums sums) {
    Proportion p =
        Proportion.of(sums, DesignEffect.chosen(sums, DesignEffect.pooled(List.of(sums))))
            .orElseThrow();
    return new Coefficient(
        p.p(),
        sums.k() < DesignEffect.FEWEST_CASES
            ? Optional.empty()
            : Optional.of(p.interval(Normal.Z95)));
  }

  /**
   * What would agree by chance.
   *
   * @param slope its derivative by one judgement of category a, then b
   */
  private record Chance(double share, double[][] slope) {

    static Chance kappa(double[][] shares) {
      int q = shares.length;
      double[] first = new double[q];
      double[] second = new double[q];
      margins(shares, first, second);
      double share = 0;
      for (int k = 0; k < q; k++) {
        share += first[k] * second[k];
      }
      double[][] slope = new double[q][q];
      for (int a = 0; a < q; a++) {
        for (int b = 0; b < q; b++) {
          slope[a][b] = second[a] + first[b] - 2 * share;
        }
      }
      return new Chance(share, slope);
    }

    static Chance ac1(double[][] shares) {
      int q = shares.length;
      double[] first = new double[q];
      double[] second = new double[q];
      margins(shares, first, second);
      double squares = 0;
      for (int k = 0; k < q; k++) {
        squares += Math.pow((first[k] + second[k]) / 2, 2);
      }
      double[][] slope = new double[q][q];
      for (int a = 0; a < q; a++) {
        for (int b = 0; b < q; b++) {
          double mean = (first[a] + second[a] + first[b] + second[b]) / 4;
          slope[a][b] = 2 * (squares - mean) / (q - 1);
        }
      }
      return new Chance((1 - squares) / (q - 1), slope);
    }

    private static void margins(double[][] shares, double[] first, double[] second) {
      for (int a = 0; a < shares.length; a++) {
        for (int b = 0; b < shares.length; b++) {
          first[a] += shares[a][b];
          second[b] += shares[a][b];
        }
      }
    }
  }

  private static Coefficient coefficient(ReadingPairs pairs, double p, Chance chance) {
    double room = 1 - chance.share();
    double value = (p - chance.share()) / room;
    int q = pairs.categories();
    double[] slope = new double[q * q];
    for (int i = 0; i < slope.length; i++) {
      double agrees = i / q == i % q ? 1 : 0;
      slope[i] = (agrees - p) / room - (1 - p) / (room * room) * chance.slope()[i / q][i % q];
    }
    double squares = 0;
    double size = 0;
    for (int i = 0; i < slope.length; i++) {
      for (int j = 0; j < slope.length; j++) {
        double term = pairs.products()[i][j] * slope[i] * slope[j];
        squares += term;
        size += Math.abs(term);
      }
    }
    long cases = pairs.cases();
    if (cases < DesignEffect.FEWEST_CASES || squares <= ROUNDING * size) {
      return new Coefficient(value, Optional.empty());
    }
    double error = Math.sqrt(squares * cases / (cases - 1.0)) / pairs.judgements();
    double half = error * TDistribution.of(cases - 1.0).inverseCumulativeProbability(.975);
    return new Coefficient(
        value, Optional.of(new Interval(Math.max(-1, value - half), Math.min(1, value + half))));
  }
}
