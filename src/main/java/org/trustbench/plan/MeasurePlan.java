package org.trustbench.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.MeasureSums;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.ExpectedCases;
import org.trustbench.stats.Normal;
import org.trustbench.stats.SampleSize;
import org.trustbench.stats.Verdict;

/**
 * How many cases one measure asks for.
 *
 * @param forHalfWidth cases for the interval to be as narrow as asked
 * @param forDifference cases for a difference to be found as often as asked, whichever side of the
 *     others it lies on
 */
public record MeasurePlan(
    Measure measure,
    PlanningBasis basis,
    SampleTarget target,
    SampleNeeded forHalfWidth,
    SampleNeeded forDifference) {
  private static final String SHARE_UNKNOWN =
      "the share of {cases} in which it is called for is not known: give --called-for";

  /** So that 30 cases of which three in ten count are 100, however a share is rounded. */
  private static final double ROUNDING = 1e-9;

  /**
   * The plan of every measure that is compared, in the framework's order: steps of pathways are
   * not.
   *
   * @param inspections those compared, as {@link Benchmark#compared} has them; none without a lake
   */
  public static List<MeasurePlan> all(
      Framework framework,
      List<InspectionTallies> inspections,
      Assumptions assumptions,
      SampleTarget target) {
    return framework.measures().stream()
        .filter(measure -> measure.isScored())
        .map(
            measure ->
                of(measure, PlanningBasis.of(framework, measure, inspections, assumptions), target))
        .toList();
  }

  private static MeasurePlan of(Measure measure, PlanningBasis basis, SampleTarget target) {
    String lacking = lacking(basis);
    if (!lacking.isEmpty()) {
      SampleNeeded unknown = new SampleNeeded.Unknown(lacking);
      return new MeasurePlan(measure, basis, target, unknown, unknown);
    }
    ExpectedCases like =
        new ExpectedCases(
            basis.score().getAsDouble(),
            basis.judgements().getAsDouble(),
            basis.designEffect().getAsDouble(),
            MeasureSums.isClustered(measure));
    return new MeasurePlan(
        measure,
        basis,
        target,
        forHalfWidth(like, basis, target),
        forDifference(like, basis, target));
  }

  private static String lacking(PlanningBasis basis) {
    if (basis.score().isEmpty()) {
      return "no judgement tells its score: give --score";
    }
    if (basis.judgements().isEmpty()) {
      return "how many of its questions are assessed in {a case} is not known: give --applicable";
    }
    return basis.designEffect().isEmpty()
        ? "how alike judgements of one {case} are is not known: give --icc"
        : "";
  }

  private static SampleNeeded forHalfWidth(
      ExpectedCases like, PlanningBasis basis, SampleTarget target) {
    double population = Double.POSITIVE_INFINITY;
    if (target.isFinitePopulation()) {
      if (basis.calledFor().isEmpty()) {
        return new SampleNeeded.Unknown(SHARE_UNKNOWN);
      }
      population = target.caseload().orElseThrow() * basis.calledFor().getAsDouble();
    }
    return sampled(
        SampleSize.forHalfWidth(like, target.halfWidth(), population, Normal.Z95),
        "no number of {cases} makes the interval so narrow",
        basis,
        target.isFinitePopulation() ? target.caseload().orElseThrow() : Long.MAX_VALUE);
  }

  private static SampleNeeded forDifference(
      ExpectedCases like, PlanningBasis basis, SampleTarget target) {
    long others = target.institutions() - 1;
    if (others < Verdict.FEWEST_OTHERS) {
      return new SampleNeeded.Unknown(
          "fewer than %d {institutions} are not compared".formatted(Verdict.FEWEST_OTHERS + 1));
    }
    double p = like.p();
    double[] sides =
        DoubleStream.of(-target.difference(), target.difference())
            .filter(side -> p + side >= 0 && p + side <= 1)
            .toArray();
    if (sides.length == 0) {
      return new SampleNeeded.Unknown("no score differs so much from %.0f %%".formatted(100 * p));
    }
    long most = 0;
    for (double side : sides) {
      OptionalLong cases =
          SampleSize.forDifference(
              like,
              new SampleSize.Sought(p, side, others, target.rule()),
              target.power(),
              Normal.Z95);
      if (cases.isEmpty()) {
        return new SampleNeeded.Unknown("no number of {cases} finds it so often");
      }
      most = Math.max(most, cases.getAsLong());
    }
    return sampled(OptionalLong.of(most), "", basis, Long.MAX_VALUE);
  }

  private static SampleNeeded sampled(
      OptionalLong assessed, String ifNone, PlanningBasis basis, long most) {
    if (assessed.isEmpty()) {
      return new SampleNeeded.Unknown(ifNone);
    }
    if (basis.calledFor().isEmpty()) {
      return new SampleNeeded.Assessed(assessed.getAsLong(), SHARE_UNKNOWN);
    }
    double sampled = assessed.getAsLong() / basis.calledFor().getAsDouble();
    return new SampleNeeded.Cases(
        assessed.getAsLong(), Math.min(most, (long) Math.ceil(sampled * (1 - ROUNDING))));
  }

  /** Whether a number of cases is more than an institution has. */
  public boolean isBeyondCaseload(SampleNeeded needed) {
    return needed instanceof SampleNeeded.Cases cases
        && target.caseload().isPresent()
        && cases.sampled() > target.caseload().getAsLong();
  }

  /** What there is to say of the two numbers, as a sentence without its end; empty for nothing. */
  public String remark() {
    List<String> remarks = new ArrayList<>();
    if (isBeyondCaseload(forHalfWidth) || isBeyondCaseload(forDifference)) {
      remarks.add("more than the caseload");
    }
    reason(forHalfWidth).ifPresent(remarks::add);
    reason(forDifference).filter(reason -> !remarks.contains(reason)).ifPresent(remarks::add);
    return String.join("; ", remarks);
  }

  private static Optional<String> reason(SampleNeeded needed) {
    if (needed instanceof SampleNeeded.Assessed assessed) {
      return Optional.of(assessed.reason());
    }
    return needed instanceof SampleNeeded.Unknown unknown
        ? Optional.of(unknown.reason())
        : Optional.empty();
  }
}
