package org.trustbench.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.trustbench.stats.BenchmarkEstimate;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.LeaveOneOut;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Robustness;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;

/**
 * Sets scores on one measure against the members of a comparator group together, the inspection
 * itself left out where it is one of them, or against a fixed value.
 */
final class AgainstGroup {
  private final ComparatorGroup comparatorGroup;
  private final MeasureSums measure;
  private final AnalysisRules rules;
  private final GroupScores group;
  private final List<Sums> sums;
  private final LeaveOneOut others;
  private final long cases;
  private final CaseMixStrata.Totals strata;

  AgainstGroup(
      ComparatorGroup comparatorGroup,
      MeasureSums measure,
      AnalysisRules rules,
      GroupScores group) {
    this.comparatorGroup = comparatorGroup;
    this.measure = measure;
    this.rules = rules;
    this.group = group;
    List<Integer> members = comparatorGroup.members();
    this.sums = members.stream().map(measure::of).toList();
    this.others =
        new LeaveOneOut(sums, members.stream().mapToDouble(measure::designEffect).toArray());
    this.cases = sums.stream().mapToLong(Sums::k).sum();
    this.strata = measure.strata() == null ? null : measure.strata().total(members);
  }

  /** What a score was set against, by which rule, and what came of it. */
  record Standing(BenchmarkValue reference, VerdictRule verdictRule, ComparisonOutcome outcome) {}

  /**
   * Sets one inspection's score against the group.
   *
   * @param overDispersedZ z of an inspection by the variance between trusts, where that is known
   */
  Standing standing(int inspection, InspectionScore score, IntFunction<Double> overDispersedZ) {
    int member = comparatorGroup.member(inspection);
    Optional<TestBasis> basis = basis(inspection, member);
    BenchmarkValue reference = reference(member, basis);
    return new Standing(
        reference, verdictRule(), outcome(inspection, score, reference, basis, overDispersedZ));
  }

  /** What an inspection would be set against under each rule; the group is no fixed value. */
  OtherBenchmarks.Of otherBenchmarks(int inspection) {
    return new OtherBenchmarks.Of(
        BenchmarkEstimate.all(others, comparatorGroup.member(inspection)),
        matched(inspection).mixes(measure.designEffect(inspection)));
  }

  private BenchmarkValue reference(int member, Optional<TestBasis> basis) {
    Map<BenchmarkRule, Double> byRule = benchmarks(member);
    Double untested = comparatorGroup.fixed().orElseGet(() -> byRule.get(rules.benchmarkRule()));
    Double value = basis.map(one -> one.against().p()).orElse(untested);
    return new BenchmarkValue(
        benchmarkRule(), value, availability(value), byRule, group.others(member));
  }

  private ComparisonOutcome outcome(
      int inspection,
      InspectionScore score,
      BenchmarkValue reference,
      Optional<TestBasis> basis,
      IntFunction<Double> overDispersedZ) {
    if (score.score() == null || reference.value() == null) {
      return new ComparisonOutcome.Missing();
    }
    double difference = score.score() - reference.value();
    return basis.isEmpty()
        ? new ComparisonOutcome.Untested(difference)
        : tested(inspection, difference, basis.get(), overDispersedZ.apply(inspection));
  }

  private ComparisonOutcome.Tested tested(
      int inspection, double difference, TestBasis basis, Double overDispersedZ) {
    Proportion own = basis.own();
    BenchmarkEstimate against = basis.against();
    BenchmarkEstimate.Tested tested = against.tested(own);
    RuleVerdict verdict = tested.verdict(verdictRule());
    return new ComparisonOutcome.Tested(
        difference,
        tested.intervals(verdictRule()),
        verdict.at95(),
        verdict.at998(),
        false,
        Robustness.of(verdict, tested.verdicts()),
        caseMix(inspection, basis),
        new ComparisonOutcome.TestStatistics(
            verdict.pValue(),
            verdict.pValue(),
            verdict.pValue(),
            tested.verdict(VerdictRule.MID_P).pValue(),
            z(own, against),
            overDispersedZ,
            basis));
  }

  /** Empty with no interval, too few cases, or too few others or cases of theirs. */
  private Optional<TestBasis> basis(int inspection, int member) {
    if (!rules.isPooled() || !measure.isEnough(inspection)) {
      return Optional.empty();
    }
    Optional<Proportion> own =
        Proportion.of(measure.of(inspection), measure.designEffect(inspection));
    if (own.isPresent() && comparatorGroup.isFixed()) {
      return Optional.of(
          new TestBasis(own.get(), BenchmarkEstimate.fixed(comparatorGroup.fixed().get())));
    }
    if (own.isEmpty() || group.others(member) < Verdict.FEWEST_OTHERS || !areOthersEnough(member)) {
      return Optional.empty();
    }
    return Optional.of(
        new TestBasis(own.get(), BenchmarkEstimate.of(rules.benchmarkRule(), others, member)));
  }

  private boolean areOthersEnough(int member) {
    long own = member == BenchmarkRule.OUTSIDE ? 0 : sums.get(member).k();
    return cases - own >= DesignEffect.FEWEST_CASES;
  }

  private Map<BenchmarkRule, Double> benchmarks(int member) {
    Map<BenchmarkRule, Double> benchmarks = new EnumMap<>(BenchmarkRule.class);
    if (group.others(member) > 0) {
      for (BenchmarkRule rule : BenchmarkRule.values()) {
        group.benchmark(rule, member).ifPresent(value -> benchmarks.put(rule, value));
      }
    }
    return benchmarks;
  }

  private String benchmarkRule() {
    return comparatorGroup.isFixed() ? BenchmarkValue.FIXED : rules.benchmarkRule().label();
  }

  private VerdictRule verdictRule() {
    boolean isKnown = comparatorGroup.isFixed() && rules.verdictRule() == VerdictRule.DIFFERENCE;
    return isKnown ? VerdictRule.MID_P : rules.verdictRule();
  }

  private static Double z(Proportion own, BenchmarkEstimate against) {
    Proportion others = against.independent();
    double se = Math.hypot(own.standardError(), others.standardError());
    return se > 0 ? (own.p() - others.p()) / se : null;
  }

  /** Without strata where there are none, and of a fixed value, to set against each other. */
  private CaseMixStrata.Matched matched(int inspection) {
    if (strata == null || comparatorGroup.isFixed()) {
      return CaseMixStrata.Matched.NONE;
    }
    double othersDeff = Math.max(1, measure.pooledDesignEffect().orElse(1));
    boolean isMember = comparatorGroup.member(inspection) != BenchmarkRule.OUTSIDE;
    return measure.strata().matched(inspection, strata, isMember, othersDeff);
  }

  private ComparisonOutcome.CaseMixOutcome caseMix(int inspection, TestBasis basis) {
    CaseMixStrata.Matched matched = matched(inspection);
    Optional<CaseMix> found = matched.mix(rules.benchmarkRule(), measure.designEffect(inspection));
    if (found.isEmpty()) {
      return null;
    }
    CaseMix mix = found.get();
    RuleVerdict verdict = mix.verdict(verdictRule(), basis.own());
    return new ComparisonOutcome.CaseMixOutcome(
        mix.adjustedScore(basis.against().p()),
        verdict.at95(),
        verdict.at998(),
        new ComparisonOutcome.CaseMixDetail(verdict.pValue(), matched.collapsed(), mix));
  }

  private static Availability availability(Double benchmark) {
    return benchmark == null ? Availability.NOT_AVAILABLE : Availability.SHOWN;
  }
}
