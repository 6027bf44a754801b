package org.trustbench.inspector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Measure;
import org.trustbench.reading.FirstReadings;
import org.trustbench.reading.FirstReadings.CaseReading;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.SeverityShifts;
import org.trustbench.stats.SeverityShifts.Shift;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;

/**
 * How verdicts change when severity is allowed for. The published difference is shifted by what the
 * model says that severity did to the score and to its benchmark, and each half of its interval is
 * widened to √(half² + (z·e)²), e being the error of that shift: as if the draw of cases and what
 * is not known of severity were independent. Judgements of inspectors who are not known stay as
 * they are. Verdicts by other rules than {@code difference}, and against fixed values, are left
 * out.
 */
final class SeverityVerdicts {
  private final Results results;
  private final SeverityShifts shifts;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, FirstReadings> readings;
  private final Map<String, Long> assessed;

  private SeverityVerdicts(
      Results results,
      Measure measure,
      FirstReadingData data,
      List<FirstReadings> all,
      SeverityShifts shifts) {
    this.results = results;
    this.shifts = shifts;
    for (int place = 0; place < results.inspections().size(); place++) {
      places.put(results.inspections().get(place).inspectionId(), place);
    }
    for (int t = 0; t < data.inspections().size(); t++) {
      numbers.put(data.inspections().get(t), t);
    }
    this.readings = all.stream().collect(Collectors.toMap(FirstReadings::inspectionId, one -> one));
    this.assessed =
        results.scores().stream()
            .filter(score -> score.measure().id().equals(measure.id()))
            .collect(
                Collectors.toMap(
                    score -> score.inspection().inspectionId(),
                    score -> score.base().assessed().orElseThrow()));
  }

  /** Every comparison of a measure that was tested, in the order of the results. */
  static List<SeverityVerdict> of(
      Results results,
      Measure measure,
      FirstReadingData data,
      List<FirstReadings> readings,
      SeverityShifts shifts) {
    SeverityVerdicts all = new SeverityVerdicts(results, measure, data, readings, shifts);
    Map<String, Benchmarks> benchmarks = new HashMap<>();
    List<SeverityVerdict> verdicts = new ArrayList<>();
    for (Comparison comparison : results.comparisons()) {
      if (comparison.score().measure().id().equals(measure.id())
          && comparison.isCompared()
          && comparison.verdictRule() == VerdictRule.DIFFERENCE) {
        ComparatorGroup group = comparison.comparatorGroup();
        verdicts.add(
            all.verdict(
                comparison,
                benchmarks.computeIfAbsent(group.key(), key -> all.new Benchmarks(group))));
      }
    }
    return verdicts;
  }

  private SeverityVerdict verdict(Comparison comparison, Benchmarks benchmarks) {
    FirstReadings own = readings.get(id(comparison.score()));
    long inspectors =
        own == null ? 0 : own.cases().stream().map(CaseReading::inspector).distinct().count();
    return new SeverityVerdict(
        comparison,
        inspectors,
        own == null || isWithheld(own, inspectors)
            ? Optional.empty()
            : Optional.of(allowed(comparison, benchmarks)));
  }

  private static boolean isWithheld(FirstReadings own, long inspectors) {
    long most =
        own.cases().stream()
            .collect(
                Collectors.groupingBy(
                    CaseReading::inspector, Collectors.summingLong(CaseReading::assessed)))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    return inspectors < SeverityVerdict.FEWEST_INSPECTORS
        || 2 * most > own.ofKnown()
        || own.ofUnknown() > own.ofKnown();
  }

  private SeverityVerdict.Allowed allowed(Comparison comparison, Benchmarks benchmarks) {
    Shift own = share(id(comparison.score()));
    Shift shift = own.minus(benchmarks.without(place(comparison)));
    double error = Normal.Z95 * shifts.standardError(shift);
    double published = comparison.difference();
    Interval at95 = comparison.difference95();
    double difference = published + shift.value();
    Interval allowed =
        new Interval(
            difference - Math.hypot(published - at95.low(), error),
            difference + Math.hypot(at95.high() - published, error));
    return new SeverityVerdict.Allowed(own.value(), difference, allowed, verdict(allowed));
  }

  private static Verdict verdict(Interval at95) {
    if (!at95.excludes(0)) {
      return Verdict.SIMILAR;
    }
    return at95.low() > 0 ? Verdict.HIGHER : Verdict.LOWER;
  }

  private static String id(InspectionScore score) {
    return score.inspection().inspectionId();
  }

  /** The place of a comparison's inspection among the members of its group, if it is one. */
  private int place(Comparison comparison) {
    int inspection = places.getOrDefault(id(comparison.score()), BenchmarkRule.OUTSIDE);
    return Math.max(
        BenchmarkRule.OUTSIDE,
        Collections.binarySearch(comparison.comparatorGroup().members(), inspection));
  }

  /** What would be added to the sufficient judgements of an inspection. */
  private Shift sum(String inspection) {
    Integer number = numbers.get(inspection);
    return number == null ? shifts.none() : shifts.of(number);
  }

  /** What would be added to its score. */
  private Shift share(String inspection) {
    return sum(inspection).times(1.0 / assessed.get(inspection));
  }

  /** What would be added to the benchmarks of a group. */
  private final class Benchmarks {
    private final List<String> members;
    private final BenchmarkRule rule = results.rules().benchmarkRule();
    private final Shift total;
    private final double weight;

    Benchmarks(ComparatorGroup group) {
      members =
          group.members().stream()
              .map(place -> results.inspections().get(place).inspectionId())
              .toList();
      Shift sum = shifts.none();
      double weights = 0;
      for (int place = 0; place < members.size(); place++) {
        sum = sum.plus(part(place));
        weights += weight(place);
      }
      total = sum;
      weight = weights;
    }

    /** Of everybody but the member at a place; of everybody where the rule says so. */
    Shift without(int place) {
      boolean isWithAll = place == BenchmarkRule.OUTSIDE || rule == BenchmarkRule.POOLED_ALL;
      return isWithAll
          ? total.times(1 / weight)
          : total.minus(part(place)).times(1 / (weight - weight(place)));
    }

    private Shift part(int place) {
      if (weight(place) == 0) {
        return shifts.none();
      }
      String member = members.get(place);
      return rule == BenchmarkRule.MEAN_OF_OTHERS ? share(member) : sum(member);
    }

    private double weight(int place) {
      long judgements = assessed.getOrDefault(members.get(place), 0L);
      return rule == BenchmarkRule.MEAN_OF_OTHERS ? Math.min(1, judgements) : judgements;
    }
  }
}
