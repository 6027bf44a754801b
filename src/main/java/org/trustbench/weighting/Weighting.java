package org.trustbench.weighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.MeasureSums;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BenchmarkEstimate;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.StratifiedRatio;
import org.trustbench.stats.Sums;
import org.trustbench.weighting.WeightedComparison.Against;
import org.trustbench.weighting.WeightedComparison.Estimate;

/** Works out the weighted scores of the inspections that are compared. */
public final class Weighting {
  private final Results results;
  private final List<StratifiedSample> samples;
  private final Map<String, Integer> places = new HashMap<>();

  private Weighting(Results results) {
    this.results = results;
    this.samples =
        results.inspections().stream()
            .map(one -> StratifiedSample.of(results.framework(), one))
            .toList();
    for (int i = 0; i < samples.size(); i++) {
      places.put(results.inspections().get(i).inspectionId(), i);
    }
  }

  /**
   * Every comparison of a measure of sampled cases beside its weighted one, in the order of the
   * comparisons; none where the framework declares no sample design, or the score rule pools no
   * judgements.
   */
  public static List<WeightedComparison> of(Results results) {
    Framework framework = results.framework();
    return framework.sampleDesign().isDeclared() && results.rules().isPooled()
        ? new Weighting(results).all()
        : List.of();
  }

  private List<WeightedComparison> all() {
    Map<String, List<One>> byMeasure = new HashMap<>();
    Map<String, Group> groups = new HashMap<>();
    List<WeightedComparison> all = new ArrayList<>();
    for (Comparison comparison : results.comparisons()) {
      Measure measure = comparison.score().measure();
      if (StratifiedSample.isOfSample(results.framework(), measure)) {
        List<One> scores = byMeasure.computeIfAbsent(measure.id(), id -> scores(measure));
        ComparatorGroup group = comparison.comparatorGroup();
        Group others =
            groups.computeIfAbsent(
                measure.id() + " " + group.key(), key -> new Group(group, scores));
        all.add(weighted(comparison, scores, others));
      }
    }
    return all;
  }

  /**
   * One inspection's weighted score.
   *
   * @param hasJudgements whether anything is assessed, so that the unweighted score exists
   * @param sums of its cases, unweighted
   */
  private record One(
      boolean hasJudgements,
      String reason,
      double score,
      double assessed,
      Sums sums,
      Optional<Proportion> worth,
      Optional<Proportion> described) {}

  private List<One> scores(Measure measure) {
    OptionalDouble pooled =
        MeasureSums.isClustered(measure)
            ? DesignEffect.pooled(
                results.inspections().stream()
                    .map(one -> InspectionTallies.sums(one.total(measure.id())))
                    .toList())
            : OptionalDouble.empty();
    double least = Math.max(DesignEffect.INDEPENDENT, pooled.orElse(DesignEffect.INDEPENDENT));
    List<One> scores = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      long assessed = results.inspections().get(i).total(measure.id()).assessed();
      scores.add(one(samples.get(i), measure, assessed > 0, least));
    }
    return scores;
  }

  private One one(
      StratifiedSample sample, Measure measure, boolean hasJudgements, double leastDesignEffect) {
    if (!sample.reason().isEmpty() || !hasJudgements) {
      return new One(
          hasJudgements, sample.reason(), 0, 0, Sums.NONE, Optional.empty(), Optional.empty());
    }
    List<StratifiedRatio.Stratum> strata = sample.of(measure);
    StratifiedRatio ratio = StratifiedRatio.of(strata);
    return new One(
        true,
        "",
        ratio.ratio().orElseThrow(),
        ratio.assessed(),
        strata.stream().map(StratifiedRatio.Stratum::sums).reduce(Sums.NONE, Sums::plus),
        ratio.proportion(leastDesignEffect),
        results.rules().isFinitePopulation()
            ? StratifiedRatio.ofFinitePopulation(strata).proportion(leastDesignEffect)
            : ratio.proportion(leastDesignEffect));
  }

  /** The weighted scores of a comparator's inspections together, from which one is taken away. */
  private static final class Group {
    private final ComparatorGroup group;
    private double assessed;
    private double sufficient;
    private double variance;
    private Sums sums = Sums.NONE;
    private int lacking;

    Group(ComparatorGroup group, List<One> scores) {
      this.group = group;
      group.members().forEach(member -> add(scores.get(member)));
    }

    private void add(One one) {
      if (!one.hasJudgements()) {
        return;
      }
      if (one.worth().isEmpty()) {
        lacking++;
        return;
      }
      sums = sums.plus(one.sums());
      assessed += one.assessed();
      sufficient += one.assessed() * one.score();
      variance += squaredError(one);
    }
  }

  private WeightedComparison weighted(Comparison comparison, List<One> scores, Group group) {
    int place = places.get(comparison.score().inspection().inspectionId());
    StratifiedSample sample = samples.get(place);
    One own = scores.get(place);
    boolean isKnown = sample.reason().isEmpty();
    return new WeightedComparison(
        comparison,
        isKnown ? sample.strata() : 0,
        isKnown ? sample.population() : 0,
        estimate(comparison, own, place, group));
  }

  private Estimate estimate(Comparison comparison, One own, int place, Group group) {
    if (!own.reason().isEmpty()) {
      return new Estimate.Missing(results.terms().text(own.reason()));
    }
    if (!own.hasJudgements()) {
      return new Estimate.Missing("nothing is assessed");
    }
    if (own.worth().isEmpty()) {
      return shown(own, Optional.empty(), "a stratum with one sampled {case} tells no error");
    }
    if (!comparison.isCompared()) {
      return shown(own, Optional.empty(), "not compared");
    }
    if (group.group.isFixed()) {
      return shown(
          own, against(comparison, own, BenchmarkEstimate.fixed(group.group.fixed().get())), "");
    }
    if (results.rules().benchmarkRule() == BenchmarkRule.MEAN_OF_OTHERS) {
      return shown(own, Optional.empty(), "the benchmark rule mean-of-others has no weighted form");
    }
    Optional<BenchmarkEstimate> others = others(own, place, group);
    return others.isEmpty()
        ? shown(own, Optional.empty(), "weighted scores of others are lacking")
        : shown(own, against(comparison, own, others.get()), "");
  }

  private Estimate shown(One own, Optional<Against> against, String reason) {
    return new Estimate.Shown(
        own.score(), own.worth(), own.described(), against, results.terms().text(reason));
  }

  private static Optional<Against> against(
      Comparison comparison, One own, BenchmarkEstimate benchmark) {
    return benchmark.verdicts(own.worth().orElseThrow()).stream()
        .filter(verdict -> verdict.rule() == comparison.verdictRule())
        .findFirst()
        .map((RuleVerdict verdict) -> new Against(benchmark.p(), verdict));
  }

  /**
   * The others pooled, each weighing what is estimated to be assessed in its whole caseload: p =
   * ΣŶ/ΣN̂ and V = ΣN̂²V/(ΣN̂)². Where all or none of theirs is sufficient each case counts as one
   * judgement; integers tell that, since a rounded sum less a rounded part need not be 0. Empty
   * unless all others that have a score have a weighted one.
   */
  private static Optional<BenchmarkEstimate> others(One own, int place, Group group) {
    if (group.lacking > 0) {
      return Optional.empty();
    }
    boolean isMember = Collections.binarySearch(group.group.members(), place) >= 0;
    Sums without = isMember ? own.sums() : Sums.NONE;
    long y = group.sums.y() - without.y();
    if (y == 0 || y == group.sums.n() - without.n()) {
      return Optional.of(benchmark(y == 0 ? 0 : 1, group.sums.k() - without.k()));
    }
    double assessed = group.assessed - (isMember ? own.assessed() : 0);
    double sufficient = group.sufficient - (isMember ? own.assessed() * own.score() : 0);
    double variance = group.variance - (isMember ? squaredError(own) : 0);
    double p = sufficient / assessed;
    return Optional.of(benchmark(p, p * (1 - p) * assessed * assessed / variance));
  }

  private static BenchmarkEstimate benchmark(double p, double worth) {
    return new BenchmarkEstimate(p, new Proportion(p, worth), 1);
  }

  /** N̂²V. */
  private static double squaredError(One one) {
    double error = one.assessed() * one.worth().orElseThrow().standardError();
    return error * error;
  }
}
