package org.trustbench.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.MeasureSums;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.ExpectedCases;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Quantiles;
import org.trustbench.stats.Sums;

/** One measure's cases as institutions have sampled them; each figure empty where there is none. */
final class SampledCases {
  private final List<Sums> sums = new ArrayList<>();
  private final List<Long> cases = new ArrayList<>();
  private final Sums together;
  private final OptionalDouble pooled;
  private final boolean isClustered;

  private SampledCases(Framework framework, Measure measure, List<InspectionTallies> inspections) {
    String ofEveryCase = ofEveryCase(framework, measure, inspections);
    for (InspectionTallies inspection : inspections) {
      sums.add(InspectionTallies.sums(inspection.total(measure.id())));
      cases.add(inspection.total(ofEveryCase).casesInScope());
    }
    this.together = sums.stream().reduce(Sums.NONE, Sums::plus);
    this.isClustered = MeasureSums.isClustered(measure);
    this.pooled = DesignEffect.pooled(sums);
  }

  static SampledCases of(
      Framework framework, Measure measure, List<InspectionTallies> inspections) {
    return new SampledCases(framework, measure, inspections);
  }

  /**
   * A measure whose scope is every case of the kind; each question is one. Of what an earlier
   * version of the form asked otherwise there are no counts.
   */
  private static String ofEveryCase(
      Framework framework, Measure measure, List<InspectionTallies> inspections) {
    return framework.measures().stream()
        .filter(one -> one.evidence().equals(measure.evidence()))
        .filter(one -> one.when() instanceof Condition.Always && one.isScored())
        .filter(one -> inspections.stream().anyMatch(i -> i.total(one.id()).casesInScope() > 0))
        .findFirst()
        .map(Measure::id)
        .orElse(measure.id());
  }

  OptionalDouble score() {
    return share(together.y(), together.n());
  }

  OptionalDouble judgements() {
    return share(together.n(), together.k());
  }

  OptionalDouble calledFor() {
    return share(together.k(), cases.stream().mapToLong(Long::longValue).sum());
  }

  /** Σn²/Σn, the mean size of a case by judgement. */
  OptionalDouble size() {
    return share(together.nn(), together.n());
  }

  /** As the pooled design effect tells it; empty where hardly a case has two judgements. */
  OptionalDouble correlation() {
    OptionalDouble size = size();
    return isClustered && pooled.isPresent() && size.isPresent() && size.getAsDouble() > 1
        ? OptionalDouble.of(ExpectedCases.correlation(size.getAsDouble(), pooled.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** √(p(1−p)/(α+β+1)) of the Beta(α, β) that the institutions' true scores are fitted by. */
  OptionalDouble betweenSd() {
    List<Proportion> scores =
        sums.stream()
            .filter(one -> one.n() > 0)
            .map(
                one ->
                    Proportion.of(
                            one,
                            isClustered
                                ? DesignEffect.chosen(one, pooled)
                                : DesignEffect.INDEPENDENT)
                        .orElseThrow())
            .toList();
    if (scores.size() < 2) {
      return OptionalDouble.empty();
    }
    BetaBinomial fit = BetaBinomial.fit(scores);
    double together = fit.alpha() + fit.beta();
    double p = fit.alpha() / together;
    return fit.method() == BetaBinomial.Method.NONE
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(p * (1 - p) / (together + 1)));
  }

  /** The median of institutions, of cases of the kind that were sampled. */
  OptionalLong cases() {
    double[] sampled =
        cases.stream().filter(one -> one > 0).mapToDouble(Long::doubleValue).toArray();
    return sampled.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(Quantiles.type7(sampled, .5)));
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
