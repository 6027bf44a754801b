package org.trustbench.inspector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.reading.FirstReadings;
import org.trustbench.reading.MeasurePairs;
import org.trustbench.reading.PairedReadings;
import org.trustbench.reading.SecondReadingCounts;

/**
 * The chapter on who judged, for the inspectorate itself: how far readings agree, how far
 * inspectors differ, and what verdicts would be without. Of the public's releases it is no part.
 *
 * @param secondReadings what became of every judgement that was read a second time
 * @param agreements by measure, in the framework's order; those of which something was compared
 * @param spread of inspectors' severity; empty where no inspector is known
 * @param verdicts with severity allowed for; none where the spread is not told
 */
public record WhoJudged(
    SecondReadingCounts secondReadings,
    List<MeasureAgreement> agreements,
    Optional<InspectorSpread> spread,
    List<SeverityVerdict> verdicts) {
  /** Nothing is known of who judged. */
  public static final WhoJudged NOT_KNOWN =
      new WhoJudged(SecondReadingCounts.NONE, List.of(), Optional.empty(), List.of());

  /** How far readings agree, from those of inspections, in any order. */
  public static WhoJudged ofPairs(Framework framework, List<PairedReadings> paired) {
    Map<String, MeasurePairs> pairs =
        paired.stream()
            .flatMap(one -> one.measures().stream())
            .collect(Collectors.toMap(MeasurePairs::measureId, one -> one, MeasurePairs::plus));
    return new WhoJudged(
        paired.stream()
            .map(PairedReadings::account)
            .reduce(SecondReadingCounts.NONE, SecondReadingCounts::plus),
        framework.measures().stream()
            .filter(measure -> pairs.containsKey(measure.id()))
            .map(measure -> MeasureAgreement.of(measure, pairs.get(measure.id())))
            .toList(),
        Optional.empty(),
        List.of());
  }

  /**
   * The same with the spread of severity.
   *
   * @param measure that the readings are of
   * @param readings of the inspections that are compared, in any order
   */
  public WhoJudged with(Results results, Measure measure, List<FirstReadings> readings) {
    FirstReadingData data = FirstReadingData.of(readings);
    InspectorSpread found = InspectorSpread.of(measure, readings, data.data());
    return found.inspectors() == 0
        ? this
        : new WhoJudged(
            secondReadings,
            agreements,
            Optional.of(found),
            found
                .severity()
                .map(
                    severity ->
                        SeverityVerdicts.of(results, measure, data, readings, severity.shifts()))
                .orElse(List.of()));
  }

  /** The same with a spread that is not told. */
  public WhoJudged with(InspectorSpread notTold) {
    return new WhoJudged(secondReadings, agreements, Optional.of(notTold), List.of());
  }

  /** How far readings of all work agree; empty where none of it was compared. */
  public Optional<MeasureAgreement> overall() {
    return agreements.stream()
        .filter(one -> one.measure().kind().equals(Measure.OVERALL))
        .findFirst();
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return secondReadings.sent() == 0 && spread.isEmpty();
  }
}
