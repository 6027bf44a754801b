package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trustbench.benchmark.Comparison.CaseMixComparison;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.FixedBenchmark;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Newcombe10;
import org.trustbench.stats.Normal;
import org.trustbench.stats.NormalDraws;
import org.trustbench.stats.Others;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Ranked;
import org.trustbench.stats.Ranks;
import org.trustbench.stats.Robustness;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Spread;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;
import org.trustbench.tally.Counts;

/** One measure within one comparator group: the group's own score and each trust's comparison. */
final class MeasureComparison {
  private final Yardstick yardstick;
  private final MeasureSums measure;
  private final List<InspectionScore> scores;
  private final List<Sums> sums;
  private final double[] deff;
  private final double[] verdictDeff;
  private final Spread spread;
  private final OverDispersion overDispersion;
  private final Map<Integer, Ranked> ranks = new HashMap<>();
  private final BetaBinomial shrinkage;

  MeasureComparison(
      Yardstick yardstick, MeasureSums measure, List<InspectionScore> scores, NormalDraws draws) {
    this.yardstick = yardstick;
    this.measure = measure;
    this.scores = scores;
    this.sums = yardstick.members().stream().map(measure::of).toList();
    this.deff = yardstick.members().stream().mapToDouble(measure::designEffect).toArray();
    this.verdictDeff =
        yardstick.members().stream().mapToDouble(measure::verdictDesignEffect).toArray();
    this.spread = Spread.of(sums).orElse(null);
    List<Integer> scored = scored();
    List<Proportion> proportions =
        scored.stream().map(i -> Proportion.of(sums.get(i), deff[i]).orElseThrow()).toList();
    OptionalDouble centre = BenchmarkRule.POOLED_ALL.value(sums, BenchmarkRule.OUTSIDE);
    this.overDispersion =
        centre.isEmpty() || proportions.size() < OverDispersion.FEWEST_TRUSTS
            ? null
            : OverDispersion.of(proportions, centre.getAsDouble()).orElse(null);
    this.shrinkage = proportions.isEmpty() ? null : BetaBinomial.fit(proportions);
    List<Ranked> ranked = Ranks.of(proportions, draws, Normal.ALPHA95);
    for (int i = 0; i < scored.size(); i++) {
      ranks.put(scored.get(i), ranked.get(i));
    }
  }

  private List<Integer> scored() {
    return IntStream.range(0, sums.size()).filter(i -> sums.get(i).n() > 0).boxed().toList();
  }

  ComparatorScore comparatorScore() {
    Counts counts =
        yardstick.members().stream()
            .map(member -> scores.get(member).counts())
            .reduce(Counts.NONE, Counts::plus);
    return new ComparatorScore(
        yardstick,
        measure.measure(),
        counts,
        boxed(BenchmarkRule.POOLED_ALL.value(sums, BenchmarkRule.OUTSIDE)),
        boxed(BenchmarkRule.MEAN_OF_OTHERS.value(sums, BenchmarkRule.OUTSIDE)),
        spread,
        overDispersion);
  }

  List<Comparison> comparisons() {
    Map<String, Sums> strata =
        measure.strata() == null ? Map.of() : measure.strata().total(yardstick.members());
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      comparisons.add(comparison(i, strata));
    }
    return comparisons;
  }

  private Comparison comparison(int i, Map<String, Sums> strata) {
    InspectionScore score = scores.get(yardstick.members().get(i));
    Double benchmark = boxed(BenchmarkRule.POOLED_OTHERS.value(sums, i));
    int others = BenchmarkRule.others(sums, i);
    Optional<Proportion> own =
        score.designEffect() == null
            ? Optional.empty()
            : Proportion.of(sums.get(i), verdictDeff[i]);
    boolean isCompared = own.isPresent() && others >= Verdict.FEWEST_OTHERS;
    if (!isCompared) {
      return new Comparison(
          score,
          yardstick,
          BenchmarkRule.POOLED_OTHERS.label(),
          benchmark,
          others,
          spread,
          null,
          null,
          Verdict.NOT_COMPARED,
          Verdict.NOT_COMPARED,
          org.trustbench.stats.Rule.DIFFERENCE.label(),
          null,
          null,
          List.of(),
          null,
          null,
          null,
          own.isEmpty() ? null : shrunken(i),
          shrinkageName(),
          null,
          ranks.get(i),
          ranks.size());
    }
    Proportion pooled = Others.pooled(sums, verdictDeff, i).orElseThrow();
    RuleVerdict verdict = Newcombe10.difference(own.get(), pooled);
    List<RuleVerdict> rules = new ArrayList<>();
    rules.add(verdict);
    rules.addAll(FixedBenchmark.all(own.get(), pooled.p()));
    Interval difference95 = Newcombe10.interval(own.get(), pooled, Normal.Z95);
    Interval difference998 = Newcombe10.interval(own.get(), pooled, Normal.Z998);
    return new Comparison(
        score,
        yardstick,
        BenchmarkRule.POOLED_OTHERS.label(),
        benchmark,
        others,
        spread,
        difference95,
        difference998,
        verdict.at95(),
        verdict.at998(),
        verdict.rule().label(),
        verdict.pValue(),
        null,
        rules,
        Robustness.of(verdict, rules),
        z(own.get(), pooled),
        overDispersedZ(i),
        shrunken(i),
        shrinkageName(),
        caseMix(i, strata, pooled.p()),
        ranks.get(i),
        ranks.size());
  }

  private static Double z(Proportion own, Proportion others) {
    double se = Math.hypot(own.standardError(), others.standardError());
    return se > 0 ? (own.p() - others.p()) / se : null;
  }

  /** On the arcsine scale, the extra variance between trusts taken into the denominator. */
  private Double overDispersedZ(int i) {
    Proportion own = Proportion.of(sums.get(i), deff[i]).orElseThrow();
    if (overDispersion == null) {
      return null;
    }
    double centre = BenchmarkRule.POOLED_ALL.value(sums, BenchmarkRule.OUTSIDE).orElseThrow();
    double distance = Math.asin(Math.sqrt(own.p())) - Math.asin(Math.sqrt(centre));
    return distance / Math.sqrt(1 / (4 * own.n()) + overDispersion.tauSquaredWinsorised());
  }

  private Double shrunken(int i) {
    Proportion own = Proportion.of(sums.get(i), deff[i]).orElseThrow();
    return shrinkage == null ? null : boxed(shrinkage.shrunken(own));
  }

  private String shrinkageName() {
    return shrinkage == null ? null : shrinkage.method().label();
  }

  private CaseMixComparison caseMix(int i, Map<String, Sums> strata, double benchmark) {
    if (measure.strata() == null) {
      return null;
    }
    int member = yardstick.members().get(i);
    CaseMixStrata.Matched matched =
        measure
            .strata()
            .matched(
                member,
                strata,
                measure.pooledDesignEffect().orElse(1) < 1
                    ? 1
                    : measure.pooledDesignEffect().orElse(1));
    if (matched.strata().isEmpty()) {
      return null;
    }
    return CaseMix.of(matched.strata(), verdictDeff[i])
        .map(
            mix ->
                new CaseMixComparison(
                    mix.adjustedScore(benchmark),
                    mix.expected(),
                    mix.ratio(),
                    mix.pValue(),
                    mix.at95(),
                    mix.at998(),
                    matched.collapsed()))
        .orElse(null);
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
