package org.trustbench.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The score of a sample in which cases of different strata had different chances: the ratio of Σ_h
 * w_h·y_h to Σ_h w_h·n_h with weights w_h = N_h/m_h, N_h cases in the stratum of which m_h were
 * sampled. It is the ratio of two Horvitz-Thompson totals, as Hájek 1971 has it for a mean. Its
 * variance is that of the linearised total of z_c = y_c − R·n_c over R's denominator, stratum by
 * stratum (Särndal, Swensson and Wretman 1992, §5.6 and §7.3); a sampled case without anything
 * assessed is one with z = 0.
 */
public final class StratifiedRatio {
  private final List<Stratum> strata;
  private final boolean isFinitePopulation;
  private final double sufficient;
  private final double assessed;

  /**
   * One stratum of an institution's caseload.
   *
   * @param population N_h, at least as many as were sampled
   * @param sampled m_h, at least 1; those also in which nothing is assessed
   * @param sums of the cases in which anything is
   */
  public record Stratum(long population, long sampled, Sums sums) {
    public Stratum {
      if (sampled < 1 || sampled > population || sums.k() > sampled) {
        throw new IllegalArgumentException(
            "no sample of a stratum: %d of %d, %d assessed"
                .formatted(sampled, population, sums.k()));
      }
    }

    private double weight() {
      return (double) population / sampled;
    }
  }

  private StratifiedRatio(List<Stratum> strata, boolean isFinitePopulation) {
    this.strata = List.copyOf(strata);
    this.isFinitePopulation = isFinitePopulation;
    this.sufficient = strata.stream().mapToDouble(s -> s.weight() * s.sums().y()).sum();
    this.assessed = strata.stream().mapToDouble(s -> s.weight() * s.sums().n()).sum();
  }

  /** For what the score says of practice, of which the caseload is a sample itself. */
  public static StratifiedRatio of(List<Stratum> strata) {
    return new StratifiedRatio(strata, false);
  }

  /** For what it says of this caseload: the variance of a stratum falls by the share sampled. */
  public static StratifiedRatio ofFinitePopulation(List<Stratum> strata) {
    return new StratifiedRatio(strata, true);
  }

  /** The ratio; empty where nothing is assessed. */
  public OptionalDouble ratio() {
    return assessed == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, sufficient / assessed));
  }

  /** What the denominator estimates: judgements assessed, had all the caseload been looked at. */
  public double assessed() {
    return assessed;
  }

  /**
   * The linearised variance; empty where nothing is assessed, or one case of a stratum tells
   * nothing of others: with a finite population it does where it is all there is.
   */
  public OptionalDouble variance() {
    if (assessed == 0) {
      return OptionalDouble.empty();
    }
    double ratio = sufficient / assessed;
    double total = 0;
    for (Stratum stratum : strata) {
      double m = stratum.sampled();
      boolean isCensus = isFinitePopulation && stratum.sampled() == stratum.population();
      if (isCensus) {
        continue;
      }
      if (m < 2) {
        return OptionalDouble.empty();
      }
      double sum = stratum.sums().y() - ratio * stratum.sums().n();
      double squares = Math.max(0, stratum.sums().squaredResiduals(ratio) - sum * sum / m);
      double share = isFinitePopulation ? m / stratum.population() : 0;
      total += stratum.weight() * stratum.weight() * (1 - share) * m / (m - 1) * squares;
    }
    return OptionalDouble.of(total / (assessed * assessed));
  }

  /**
   * The score on the independent judgements it is worth: p(1 − p)/V, less for so few cases by
   * (z/t)² with the degrees of freedom Σ_h(m_h − 1) (Korn and Graubard 1998), and never more than
   * were assessed over the least design effect. At p = 0 and 1, where V is 0, every case counts as
   * one judgement, less for unequal weights: (Σw)²/Σw² over the cases assessed (Kish 1965, §11.7).
   *
   * @param leastDesignEffect at least 1: cases that agree prove little against what others show
   * @return empty where there is no ratio or no variance
   */
  public Optional<Proportion> proportion(double leastDesignEffect) {
    OptionalDouble variance = variance();
    if (variance.isEmpty()) {
      return Optional.empty();
    }
    double p = ratio().getAsDouble();
    long judgements = strata.stream().mapToLong(s -> s.sums().n()).sum();
    double worth = p > 0 && p < 1 ? p * (1 - p) / variance.getAsDouble() : kish();
    return Optional.of(
        new Proportion(p, Math.min(judgements / leastDesignEffect, worth / ofFewCases())));
  }

  private double kish() {
    double weights = 0;
    double squares = 0;
    for (Stratum stratum : strata) {
      weights += stratum.weight() * stratum.sums().k();
      squares += stratum.weight() * stratum.weight() * stratum.sums().k();
    }
    return weights * weights / squares;
  }

  private double ofFewCases() {
    long freedom = strata.stream().mapToLong(s -> s.sampled() - 1).sum();
    if (freedom < 1) {
      return 1;
    }
    double t = TDistribution.of(freedom).inverseCumulativeProbability(.975);
    return t * t / (Normal.Z95 * Normal.Z95);
  }
}
