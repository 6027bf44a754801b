package org.trustbench.inspector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.reading.MeasurePairs;
import org.trustbench.reading.PairedReadings;
import org.trustbench.reading.SecondReadings;

/**
 * The chapter on who judged, for the inspectorate itself: how far readings agree. Of the public's
 * releases it is no part.
 *
 * @param secondReadings what became of every judgement that was read a second time
 * @param agreements by measure, in the framework's order; those of which something was compared
 */
public record WhoJudged(SecondReadings secondReadings, List<MeasureAgreement> agreements) {
  /** Nothing is known of who judged. */
  public static final WhoJudged NOT_KNOWN = new WhoJudged(SecondReadings.NONE, List.of());

  /** From the readings of inspections, in any order. */
  public static WhoJudged of(Framework framework, List<PairedReadings> paired) {
    Map<String, MeasurePairs> pairs =
        paired.stream()
            .flatMap(one -> one.measures().stream())
            .collect(Collectors.toMap(MeasurePairs::measureId, one -> one, MeasurePairs::plus));
    return new WhoJudged(
        paired.stream()
            .map(PairedReadings::account)
            .reduce(SecondReadings.NONE, SecondReadings::plus),
        framework.measures().stream()
            .filter(measure -> pairs.containsKey(measure.id()))
            .map(measure -> MeasureAgreement.of(measure, pairs.get(measure.id())))
            .toList());
  }

  /** How far readings of all work agree; empty where none of it was compared. */
  public Optional<MeasureAgreement> overall() {
    return agreements.stream()
        .filter(one -> one.measure().kind().equals(Measure.OVERALL))
        .findFirst();
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return secondReadings.sent() == 0;
  }
}
