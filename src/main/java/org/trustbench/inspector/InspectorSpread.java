package org.trustbench.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trustbench.framework.Measure;
import org.trustbench.reading.FirstReadings;
import org.trustbench.stats.Severity;
import org.trustbench.stats.SeverityData;

/**
 * How far inspectors differ in severity, by the first readings of one measure.
 *
 * @param inspectors who are known
 * @param inspections that they judged cases of
 * @param cases that they judged
 * @param judgements assessed by them
 * @param ofUnknown assessed by nobody who is known, in the same inspections
 * @param groups of inspections that share no inspector with another group
 * @param finding the spread, or why it is not told
 */
public record InspectorSpread(
    Measure measure,
    long inspectors,
    long inspections,
    long cases,
    long judgements,
    long ofUnknown,
    long groups,
    Finding finding) {
  /** With more the model would take longer than the rest of a release. */
  public static final int MOST_CASES = 20_000;

  /** Of fewer inspectors beyond one for each group, severity is not told from institutions. */
  public static final int FEWEST_JOINED = 4;

  /** The spread, or why it is not told. */
  public sealed interface Finding {}

  /** The spread. */
  public record Told(Severity severity) implements Finding {}

  /** Why it is not told. */
  public enum NotTold implements Finding {
    FEW_INSPECTORS,
    INSPECTORS_OF_ONE_INSTITUTION,
    TOO_MANY_CASES,
    TOO_MANY_INSPECTORS
  }

  /** Of so many cases that no model is fitted, and of which nothing else was asked. */
  public static InspectorSpread ofTooMany(Measure measure, long inspections, long cases) {
    return new InspectorSpread(measure, 0, inspections, cases, 0, 0, 0, NotTold.TOO_MANY_CASES);
  }

  static InspectorSpread of(Measure measure, List<FirstReadings> readings, SeverityData data) {
    long groups = Arrays.stream(data.groups()).distinct().count();
    return new InspectorSpread(
        measure,
        data.inspectors(),
        data.trusts(),
        data.cases(),
        readings.stream().mapToLong(FirstReadings::ofKnown).sum(),
        readings.stream().mapToLong(FirstReadings::ofUnknown).sum(),
        groups,
        finding(data, groups));
  }

  private static Finding finding(SeverityData data, long groups) {
    if (data.inspectors() < Severity.FEWEST_INSPECTORS) {
      return NotTold.FEW_INSPECTORS;
    }
    if (data.inspectors() - groups < FEWEST_JOINED) {
      return NotTold.INSPECTORS_OF_ONE_INSTITUTION;
    }
    if (data.cases() > MOST_CASES) {
      return NotTold.TOO_MANY_CASES;
    }
    return Severity.of(data).<Finding>map(Told::new).orElse(NotTold.TOO_MANY_INSPECTORS);
  }

  /** The model; empty where the spread is not told. */
  public Optional<Severity> severity() {
    return finding instanceof Told told ? Optional.of(told.severity()) : Optional.empty();
  }
}
