package org.trustbench.benchmark;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trustbench.stats.BenchmarkEstimate;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.LeaveOneOut;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Ranked;
import org.trustbench.stats.Ranks;
import org.trustbench.stats.Robustness;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.tally.Counts;

/** One measure against one comparator group: the group's own score and each trust's comparison. */
final class MeasureComparison {
  private final ComparatorGroup comparatorGroup;
  private final MeasureSums measure;
  private final AnalysisRules rules;
  private final List<InspectionScore> scores;
  private final GroupScores group;
  private final List<Sums> sums;
  private final LeaveOneOut others;
  private final long cases;
  private final OptionalDouble centre;
  private final OverDispersion overDispersion;
  private final Map<Integer, Ranked> ranks = new HashMap<>();
  private final BetaBinomial shrinkage;
  private final ComparatorScore whole;
  private final CaseMixStrata.Totals strata;

  MeasureComparison(
      ComparatorGroup comparatorGroup,
      MeasureSums measure,
      AnalysisRules rules,
      List<InspectionScore> scores) {
    this.comparatorGroup = comparatorGroup;
    this.measure = measure;
    this.rules = rules;
    this.scores = scores;
    List<Integer> members = comparatorGroup.members();
    this.group = new GroupScores(measure, members);
    this.sums = members.stream().map(measure::of).toList();
    this.others =
        new LeaveOneOut(sums, members.stream().mapToDouble(measure::designEffect).toArray());
    this.cases = sums.stream().mapToLong(Sums::k).sum();
    this.centre = group.benchmark(BenchmarkRule.POOLED_ALL, BenchmarkRule.OUTSIDE);
    this.strata = measure.strata() == null ? null : measure.strata().total(members);
    List<Integer> scored = rules.isPooled() ? scored() : List.of();
    List<Proportion> proportions =
        scored.stream().map(m -> descriptive(members.get(m)).orElseThrow()).toList();
    this.overDispersion =
        proportions.size() < OverDispersion.FEWEST_TRUSTS
            ? null
            : OverDispersion.of(proportions, centre.orElseThrow()).orElse(null);
    this.shrinkage = proportions.isEmpty() ? null : BetaBinomial.fit(proportions);
    List<Integer> rankable = scored.stream().filter(m -> measure.isEnough(members.get(m))).toList();
    List<Ranked> ranked =
        Ranks.of(
            rankable.stream().map(m -> descriptive(members.get(m)).orElseThrow()).toList(),
            Normal.ALPHA95);
    for (int i = 0; i < rankable.size(); i++) {
      ranks.put(rankable.get(i), ranked.get(i));
    }
    this.whole = group(ranks.size());
  }

  private List<Integer> scored() {
    return IntStream.range(0, sums.size()).filter(m -> sums.get(m).n() > 0).boxed().toList();
  }

  private ComparatorScore group(int rankedTrusts) {
    Counts counts =
        comparatorGroup.members().stream()
            .map(member -> scores.get(member).counts())
            .reduce(Counts.NONE, Counts::plus);
    Base base = Base.of(counts);
    GroupFigures figures =
        group.spread() == null
            ? null
            : new GroupFigures(
                centre.orElseThrow(),
                group.benchmark(BenchmarkRule.MEAN_OF_OTHERS, BenchmarkRule.OUTSIDE).orElseThrow(),
                group.spread());
    return new ComparatorScore(
        comparatorGroup,
        measure.measure(),
        base,
        Availability.of(base, boxed(centre), true),
        0,
        figures,
        overDispersion,
        shrinkage,
        rankedTrusts);
  }

  ComparatorScore comparatorScore() {
    return whole;
  }

  List<Comparison> comparisons() {
    return comparatorGroup.compared().stream().map(this::comparison).toList();
  }

  private Comparison comparison(int inspection) {
    int member = comparatorGroup.member(inspection);
    InspectionScore score = scores.get(inspection);
    Optional<TestBasis> basis = basis(inspection, member);
    BenchmarkValue reference = reference(member, basis);
    return new Comparison(
        score,
        whole,
        reference,
        verdictRule(),
        outcome(inspection, score, reference, basis),
        shrunken(inspection),
        ranks.get(member),
        limits(score));
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
      int inspection, InspectionScore score, BenchmarkValue reference, Optional<TestBasis> basis) {
    if (score.score() == null || reference.value() == null) {
      return new Outcome.Missing();
    }
    double difference = score.score() - reference.value();
    return basis.isEmpty()
        ? new Outcome.Untested(difference)
        : tested(inspection, difference, basis.get());
  }

  private Outcome.Tested tested(int inspection, double difference, TestBasis basis) {
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
            overDispersedZ(inspection),
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

  private ControlLimits limits(InspectionScore score) {
    Double judgements = score.effectiveJudgements();
    Double around = comparatorGroup.isFixed() ? comparatorGroup.fixed() : boxed(centre);
    return judgements == null || around == null
        ? null
        : ControlLimits.at(around, judgements, overDispersion);
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

  /** The score on the judgements it is worth for an interval, a rank or a funnel. */
  private Optional<Proportion> descriptive(int inspection) {
    return Proportion.of(measure.of(inspection), measure.designEffect(inspection));
  }

  private static Double z(Proportion own, BenchmarkEstimate against) {
    Proportion others = against.independent();
    double se = Math.hypot(own.standardError(), others.standardError());
    return se > 0 ? (own.p() - others.p()) / se : null;
  }

  /** On the arcsine scale, the extra variance between trusts taken into the denominator. */
  private Double overDispersedZ(int inspection) {
    if (overDispersion == null) {
      return null;
    }
    Proportion own = descriptive(inspection).orElseThrow();
    double distance = Math.asin(Math.sqrt(own.p())) - Math.asin(Math.sqrt(overDispersion.centre()));
    return distance / Math.sqrt(1 / (4 * own.n()) + overDispersion.tauSquaredWinsorised());
  }

  private ShrunkenScore shrunken(int inspection) {
    return shrinkage == null
        ? null
        : new ShrunkenScore(
            descriptive(inspection).map(own -> boxed(shrinkage.shrunken(own))).orElse(null),
            shrinkage.method());
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

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
