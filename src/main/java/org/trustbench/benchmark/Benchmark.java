package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.FinitePopulation;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Sums;
import org.trustbench.tally.Counts;

/** Works out scores, comparators, comparisons and ranks from tallies alone. */
public final class Benchmark {
  private final Framework framework;
  private final AnalysisRules rules;
  private final List<InspectionTallies> inspections;
  private final List<ComparatorGroup> comparatorGroups;
  private final Strata strata;
  private final Clusters clusters;
  private final Map<String, Double> caseSizes;

  private Benchmark(
      Framework framework,
      AnalysisRules rules,
      List<InspectionTallies> inspections,
      Clusters clusters,
      Map<String, Double> caseSizes) {
    this.clusters = clusters;
    this.caseSizes = caseSizes;
    this.framework = framework;
    this.rules = rules;
    this.inspections = inspections;
    this.comparatorGroups = ComparatorGroup.all(framework, rules.comparators(), inspections);
    this.strata =
        framework.caseMix().isEmpty() ? null : Strata.of(framework.measures(), inspections);
  }

  /**
   * Benchmarks a programme. Every inspection gets its scores; of a trust inspected more than once
   * the latest is compared ({@link ComparedInspections}), and none is where dates do not tell which
   * that is.
   */
  public static Results of(
      Framework framework, AnalysisRules rules, List<InspectionTallies> inspections) {
    List<InspectionTallies> admitted = admitted(rules, inspections);
    return new Benchmark(
            framework, rules, ComparedInspections.of(framework, admitted), Clusters.CASES, Map.of())
        .results(admitted);
  }

  /** The inspections that are compared, one of every trust, in the order of trusts' codes. */
  public static List<InspectionTallies> compared(
      Framework framework, AnalysisRules rules, List<InspectionTallies> inspections) {
    return ComparedInspections.of(framework, admitted(rules, inspections));
  }

  private static List<InspectionTallies> admitted(
      AnalysisRules rules, List<InspectionTallies> inspections) {
    return inspections.stream()
        .filter(inspection -> rules.asAt().map(inspection::isPublishedBy).orElse(true))
        .sorted(Comparator.comparing(InspectionTallies::inspectionId))
        .toList();
  }

  /**
   * Benchmarks groups of institutions, each given as an inspection whose cases are its
   * institutions.
   *
   * @param framework as the level has it
   * @param caseSizes judgements of an average case, by measure; of what nothing was assessed none
   */
  static Results ofGroups(
      Framework framework,
      AnalysisRules rules,
      List<InspectionTallies> groups,
      Map<String, Double> caseSizes) {
    return new Benchmark(framework, rules, groups, Clusters.INSTITUTIONS, caseSizes)
        .results(groups);
  }

  private Results results(List<InspectionTallies> admitted) {
    List<OfMeasure> measures =
        framework.measures().parallelStream()
            .filter(Measure::isShare)
            .map(measure -> measure(measure, admitted))
            .toList();
    return new Results(
        framework,
        rules,
        inspections,
        measures.stream()
            .flatMap(one -> one.scores().stream())
            .sorted(Comparator.comparing(score -> score.inspection().inspectionId()))
            .toList(),
        byComparatorGroup(measures, against -> List.of(against.comparator())),
        adjustedForMultiplicity(byComparatorGroup(measures, Against::comparisons)));
  }

  /**
   * One measure's results.
   *
   * @param against by comparator group; empty for a step of a pathway, which is compared elsewhere
   */
  private record OfMeasure(List<InspectionScore> scores, List<Against> against) {}

  /** One measure against one comparator group. */
  private record Against(ComparatorScore comparator, List<Comparison> comparisons) {}

  private OfMeasure measure(Measure measure, List<InspectionTallies> admitted) {
    Map<String, Counts> totals = new HashMap<>();
    for (InspectionTallies inspection : admitted) {
      totals.put(inspection.inspectionId(), inspection.total(measure.id()));
    }
    MeasureSums sums =
        new MeasureSums(measure, rules, inspections, totals, strata, clusters, caseSize(measure));
    Map<String, InspectionScore> byInspection = new LinkedHashMap<>();
    for (InspectionTallies inspection : admitted) {
      byInspection.put(
          inspection.inspectionId(),
          score(inspection, measure, totals.get(inspection.inspectionId()), sums));
    }
    List<Against> against = new ArrayList<>();
    if (measure.isScored()) {
      List<InspectionScore> compared =
          inspections.stream().map(i -> byInspection.get(i.inspectionId())).toList();
      for (ComparatorGroup comparatorGroup : comparatorGroups) {
        MeasureComparison comparison =
            new MeasureComparison(comparatorGroup, sums, rules, compared);
        against.add(new Against(comparison.comparatorScore(), comparison.comparisons()));
      }
    }
    return new OfMeasure(List.copyOf(byInspection.values()), against);
  }

  private OptionalDouble caseSize(Measure measure) {
    Double size = caseSizes.get(measure.id());
    return size == null ? OptionalDouble.empty() : OptionalDouble.of(size);
  }

  /** All of the first comparator group, by measure; then all of the second. */
  private <T> List<T> byComparatorGroup(List<OfMeasure> measures, Function<Against, List<T>> rows) {
    List<T> all = new ArrayList<>();
    for (int y = 0; y < comparatorGroups.size(); y++) {
      for (OfMeasure measure : measures) {
        if (!measure.against().isEmpty()) {
          all.addAll(rows.apply(measure.against().get(y)));
        }
      }
    }
    return all;
  }

  private InspectionScore score(
      InspectionTallies inspection, Measure measure, Counts counts, MeasureSums of) {
    Sums sums = InspectionTallies.sums(counts);
    if (sums.n() == 0) {
      return score(inspection, measure, counts, missing(counts));
    }
    if (rules.scoreRule().equals(AnalysisRules.MEAN_OF_QUESTIONS)) {
      OptionalDouble mean = MeasureSums.meanOfQuestions(inspection, measure, sums);
      return score(
          inspection,
          measure,
          counts,
          mean.isPresent()
              ? new Estimate.Point(mean.getAsDouble(), isReliable(counts))
              : missing(counts));
    }
    boolean isClustered = clusters.isClustered(measure);
    double deff = of.designEffect(sums);
    double sampled = sampledShare(inspection, measure);
    Proportion proportion =
        FinitePopulation.corrected(Proportion.of(sums, deff).orElseThrow(), sampled);
    String rule = isClustered ? "wilson-clustered" : "wilson";
    return score(
        inspection,
        measure,
        counts,
        new Estimate.WithInterval(
            proportion.p(),
            isReliable(counts),
            proportion.interval(Normal.Z95),
            proportion.interval(Normal.Z998),
            sampled > 0 ? rule + Estimate.FINITE_POPULATION : rule,
            Optional.of(deff)));
  }

  private InspectionScore score(
      InspectionTallies inspection, Measure measure, Counts counts, Estimate estimate) {
    return new InspectionScore(inspection, measure, Base.of(counts), rules.scoreRule(), estimate);
  }

  private static Estimate missing(Counts counts) {
    return new Estimate.Missing(Availability.ofNone(counts));
  }

  private boolean isReliable(Counts counts) {
    return counts.casesAssessed() >= rules.reliableFrom();
  }

  /**
   * The share of the caseload that was sampled, where intervals are to allow for it and it is
   * known; else 0. Interviews are no sample of the caseload.
   */
  private double sampledShare(InspectionTallies inspection, Measure measure) {
    boolean isKnown =
        inspection.caseload() != null
            && inspection.caseload() > 0
            && inspection.casesSampled() != null;
    boolean isOfCases = measure.evidence().equals(framework.defaultEvidence());
    return rules.isFinitePopulation() && isKnown && isOfCases
        ? (double) inspection.casesSampled() / inspection.caseload()
        : 0;
  }

  /** The same with p-values that allow for how many comparisons there are. */
  private static List<Comparison> adjustedForMultiplicity(List<Comparison> comparisons) {
    List<ComparisonOutcome> outcomes =
        Multiplicity.adjusted(
            comparisons.stream()
                .map(
                    one ->
                        new Multiplicity.Test(
                            one.score(), one.comparatorGroup().comparatorId(), one.outcome()))
                .toList());
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> comparisons.get(i).with(outcomes.get(i)))
        .toList();
  }
}
