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
import org.trustbench.stats.Intervals;
import org.trustbench.stats.LeaveOneOut;
import org.trustbench.stats.Normal;
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
  record Standing(BenchmarkValue reference, VerdictRule verdictRule, Outcome outcome) {}

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

  private BenchmarkValue reference(int member, Optional<TestBasis> basis) {
    Map<BenchmarkRule, Double> byRule = benchmarks(member);
    Double untested =
        comparatorGroup.isFixed() ? comparatorGroup.fixed() : byRule.get(rules.benchmarkRule());
    Double value = basis.map(one -> one.against().p()).orElse(untested);
    return new BenchmarkValue(
        benchmarkRule(), value, availability(value), byRule, group.others(member));
  }

  private Outcome outcome(
      int inspection,
      InspectionScore score,
      BenchmarkValue reference,
      Optional<TestBasis> basis,
      IntFunction<Double> overDispersedZ) {
    if (score.score() == null || reference.value() == null) {
      return new Outcome.Missing();
    }
    double difference = score.score() - reference.value();
    return basis.isEmpty()
        ? new Outcome.Untested(difference)
        : tested(difference, basis.get(), overDispersedZ.apply(inspection));
  }

  private Outcome.Tested tested(double difference, TestBasis basis, Double overDispersedZ) {
    Proportion own = basis.own();
    BenchmarkEstimate against = basis.against();
    List<RuleVerdict> verdicts = lawful(against.verdicts(own));
    RuleVerdict verdict = chosen(verdicts);
    return new Outcome.Tested(
        difference,
        new Intervals(
            against.interval(own, verdict.rule(), Normal.Z95),
            against.interval(own, verdict.rule(), Normal.Z998)),
        verdict.at95(),
        verdict.at998(),
        false,
        Robustness.of(verdict, verdicts),
        caseMix(basis),
        new Outcome.TestStatistics(
            verdict.pValue(),
            verdict.pValue(),
            verdict.pValue(),
            verdicts,
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
          new TestBasis(
              own.get(), BenchmarkEstimate.fixed(comparatorGroup.fixed()), Map.of(), Map.of(), 0));
    }
    if (own.isEmpty() || group.others(member) < Verdict.FEWEST_OTHERS || !areOthersEnough(member)) {
      return Optional.empty();
    }
    Map<BenchmarkRule, BenchmarkEstimate> references = BenchmarkEstimate.all(others, member);
    CaseMixStrata.Matched matched = matched(inspection);
    return Optional.of(
        new TestBasis(
            own.get(),
            references.get(rules.benchmarkRule()),
            references,
            matched.mixes(measure.designEffect(inspection)),
            matched.collapsed()));
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

  /** A fixed value leaves {@code difference} nothing to add to the rules for known benchmarks. */
  private List<RuleVerdict> lawful(List<RuleVerdict> all) {
    return comparatorGroup.isFixed()
        ? all.stream().filter(verdict -> verdict.rule() != VerdictRule.DIFFERENCE).toList()
        : all;
  }

  private VerdictRule verdictRule() {
    boolean isKnown = comparatorGroup.isFixed() && rules.verdictRule() == VerdictRule.DIFFERENCE;
    return isKnown ? VerdictRule.MID_P : rules.verdictRule();
  }

  private RuleVerdict chosen(List<RuleVerdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.rule() == verdictRule())
        .findFirst()
        .orElseThrow();
  }

  private static Double z(Proportion own, BenchmarkEstimate against) {
    Proportion others = against.independent();
    double se = Math.hypot(own.standardError(), others.standardError());
    return se > 0 ? (own.p() - others.p()) / se : null;
  }

  /** Without strata where there are none to set against each other. */
  private CaseMixStrata.Matched matched(int inspection) {
    if (strata == null) {
      return CaseMixStrata.Matched.NONE;
    }
    double othersDeff = Math.max(1, measure.pooledDesignEffect().orElse(1));
    boolean isMember = comparatorGroup.member(inspection) != BenchmarkRule.OUTSIDE;
    return measure.strata().matched(inspection, strata, isMember, othersDeff);
  }

  private Outcome.CaseMixOutcome caseMix(TestBasis basis) {
    CaseMix mix = basis.mixes().get(rules.benchmarkRule());
    if (mix == null) {
      return null;
    }
    RuleVerdict verdict = chosen(mix.verdicts(basis.own()));
    return new Outcome.CaseMixOutcome(
        mix.adjustedScore(basis.against().p()),
        verdict.at95(),
        verdict.at998(),
        new Outcome.CaseMixDetail(verdict.pValue(), basis.collapsedStrata(), mix));
  }

  private static Availability availability(Double benchmark) {
    return benchmark == null ? Availability.NOT_AVAILABLE : Availability.SHOWN;
  }
}
