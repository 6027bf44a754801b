package org.trustbench.weighting;

import java.util.Optional;
import org.trustbench.benchmark.Comparison;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Verdict;

/**
 * A comparison beside what it would be by weighted scores. Verdicts, ranks and findings of a
 * release are those of the unweighted; where the weighted part from them, this says so.
 *
 * @param comparison the unweighted
 * @param strata of the sample; 0 where they are not known
 * @param population cases in them together
 * @param estimate the weighted score, or why there is none
 */
public record WeightedComparison(
    Comparison comparison, int strata, long population, Estimate estimate) {

  /** The weighted score of an inspection on a measure. */
  public sealed interface Estimate {
    /**
     * There is one.
     *
     * @param score a proportion
     * @param worth it on the independent judgements it is worth; empty where its error is not known
     * @param described the same for intervals, which may allow for the share sampled
     * @param against what the others' weighted scores say of it; empty where it is not tested
     * @param reason why it has no interval or no verdict; empty where it has both
     */
    record Shown(
        double score,
        Optional<Proportion> worth,
        Optional<Proportion> described,
        Optional<Against> against,
        String reason)
        implements Estimate {}

    /** There is none; the reason as part of a sentence. */
    record Missing(String reason) implements Estimate {}
  }

  /**
   * The weighted verdict, by the rule of the comparison.
   *
   * @param benchmark the others' weighted scores pooled, each weighing what its caseload does
   */
  public record Against(double benchmark, RuleVerdict verdict) {}

  /** The weighted score; null where there is none. */
  public Double score() {
    return estimate instanceof Estimate.Shown shown ? (Double) shown.score() : null;
  }

  /** Its 95 % interval; null where there is none. */
  public Interval interval95() {
    return interval(Normal.Z95);
  }

  /** Its 99.8 % interval; null where there is none. */
  public Interval interval998() {
    return interval(Normal.Z998);
  }

  private Interval interval(double z) {
    return estimate instanceof Estimate.Shown shown
        ? shown.described().map(one -> one.interval(z)).orElse(null)
        : null;
  }

  /** Weighted less unweighted score; null where either is lacking. */
  public Double difference() {
    Double unweighted = comparison.score().score();
    return score() == null || unweighted == null ? null : (Double) (score() - unweighted);
  }

  /** What the others' weighted scores say; empty where nothing was tested. */
  public Optional<Against> against() {
    return estimate instanceof Estimate.Shown shown ? shown.against() : Optional.empty();
  }

  public Verdict verdict95() {
    return against().map(one -> one.verdict().at95()).orElse(Verdict.NOT_COMPARED);
  }

  public Verdict verdict998() {
    return against().map(one -> one.verdict().at998()).orElse(Verdict.NOT_COMPARED);
  }

  /** Whether both were tested at 95 % and say different things. */
  public boolean isParted() {
    return against().isPresent()
        && comparison.isCompared()
        && verdict95() != comparison.verdict95();
  }

  /** Why something is lacking; empty where nothing is. */
  public String reason() {
    return estimate instanceof Estimate.Shown shown
        ? shown.reason()
        : ((Estimate.Missing) estimate).reason();
  }
}
