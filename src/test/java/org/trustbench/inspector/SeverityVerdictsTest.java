package org.trustbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Trust;
import org.trustbench.inspector.InspectorSpread.NotTold;
import org.trustbench.reading.FirstReadings;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Interval;
import org.trustbench.stats.SeverityShifts;
import org.trustbench.stats.SeverityShifts.Shift;
import org.trustbench.stats.Verdict;

/** Verdicts with severity allowed for, against sums over all schools, and by planted severity. */
class SeverityVerdictsTest {
  private static JudgedSchools schools(BenchmarkRule rule) {
    return JudgedSchools.of(5, .6, 40, rule, JudgedSchools.IN_TURN);
  }

  private static JudgedSchools schools(IntUnaryOperator first) {
    return JudgedSchools.of(5, .6, 40, BenchmarkRule.POOLED_OTHERS, first);
  }

  private static SeverityVerdict programme(WhoJudged judged, String trust) {
    return judged.verdicts().stream()
        .filter(one -> one.comparison().comparatorGroup().comparatorId().equals("programme"))
        .filter(one -> one.comparison().score().inspection().trust().code().equals(trust))
        .findFirst()
        .orElseThrow();
  }

  private static long judgements(FirstReadings reading) {
    return reading.ofKnown() + reading.ofUnknown();
  }

  private static SeverityShifts shifts(WhoJudged judged) {
    return judged.spread().flatMap(InspectorSpread::severity).orElseThrow().shifts();
  }

  /** What would be added to a score less its benchmark, from all schools. */
  private static Shift shift(
      SeverityShifts shifts, List<FirstReadings> readings, int own, BenchmarkRule rule) {
    Shift benchmark = shifts.none();
    double weights = 0;
    for (int t = 0; t < readings.size(); t++) {
      if (rule == BenchmarkRule.POOLED_ALL || t != own) {
        double n = judgements(readings.get(t));
        double weight = rule == BenchmarkRule.MEAN_OF_OTHERS ? 1 : n;
        benchmark = benchmark.plus(shifts.of(t).times(weight / n));
        weights += weight;
      }
    }
    return shifts
        .of(own)
        .times(1.0 / judgements(readings.get(own)))
        .minus(benchmark.times(1 / weights));
  }

  @ParameterizedTest
  @EnumSource(BenchmarkRule.class)
  void score_and_benchmark_are_shifted_and_the_interval_is_widened(BenchmarkRule rule) {
    JudgedSchools schools = schools(rule);
    WhoJudged judged = schools.judged();
    SeverityShifts shifts = shifts(judged);
    List<FirstReadings> readings =
        schools.readings().stream()
            .sorted(Comparator.comparing(FirstReadings::inspectionId))
            .toList();
    List<String> ids = readings.stream().map(FirstReadings::inspectionId).toList();

    for (SeverityVerdict verdict : judged.verdicts()) {
      int own = ids.indexOf(verdict.comparison().score().inspection().inspectionId());
      Shift shift = shift(shifts, readings, own, rule);
      double published = verdict.comparison().difference();
      Interval before = verdict.comparison().difference95();
      double error = 1.959963984540054 * shifts.standardError(shift);
      SeverityVerdict.Allowed allowed = verdict.allowed().orElseThrow();
      assertThat(allowed.shift())
          .isCloseTo(shifts.of(own).value() / judgements(readings.get(own)), within(1e-12));
      assertThat(allowed.difference()).isCloseTo(published + shift.value(), within(1e-12));
      assertThat(allowed.difference() - allowed.at95().low())
          .isCloseTo(Math.hypot(published - before.low(), error), within(1e-12));
      assertThat(allowed.at95().high() - allowed.difference())
          .isCloseTo(Math.hypot(before.high() - published, error), within(1e-12));
      assertThat(allowed.verdict() != Verdict.SIMILAR).isEqualTo(allowed.at95().excludes(0));
    }
    assertThat(judged.verdicts()).hasSize(6);
  }

  @Test
  void an_institution_of_two_inspectors_or_mostly_of_one_or_of_nobody_known_is_not_told() {
    assertThat(programme(schools(JudgedSchools.IN_TURN).judged(), "HILL").allowed()).isPresent();
    assertThat(programme(schools(c -> c % 3).judged(), "HILL").allowed()).isPresent();
    assertThat(programme(schools(c -> c % 2).judged(), "HILL").allowed()).isEmpty();
    assertThat(programme(schools(c -> c < 21 ? 0 : c % 4).judged(), "HILL").allowed()).isEmpty();
    assertThat(programme(schools(c -> c < 20 ? 0 : 1 + c % 3).judged(), "HILL").allowed())
        .isPresent();
    assertThat(programme(schools(c -> c < 21 ? -1 : c % 4).judged(), "HILL").allowed()).isEmpty();
    assertThat(programme(schools(c -> c < 20 ? -1 : c % 4).judged(), "HILL").allowed()).isPresent();
    assertThat(programme(schools(c -> -1).judged(), "HILL").allowed()).isEmpty();
    assertThat(programme(schools(c -> -1).judged(), "DALE").allowed()).isPresent();
    assertThat(schools(c -> -1).judged().spread().orElseThrow().inspections()).isEqualTo(5);
  }

  @Test
  void pseudonyms_and_the_order_of_inspections_change_no_figure() {
    JudgedSchools schools = schools(BenchmarkRule.POOLED_OTHERS);
    List<FirstReadings> turned =
        new ArrayList<>(
            JudgedSchools.of(5, .6, 40, BenchmarkRule.POOLED_OTHERS, c -> c % 4, "z%1$d%1$d")
                .readings());
    // Pseudonyms in another order, too.
    List<FirstReadings> renamed =
        turned.stream()
            .map(
                one ->
                    new FirstReadings(
                        one.inspectionId(),
                        one.ofUnknown(),
                        one.cases().stream()
                            .map(
                                row ->
                                    new FirstReadings.CaseReading(
                                        new StringBuilder(
                                                Integer.toString(97 * row.inspector().hashCode()))
                                            .reverse()
                                            .toString(),
                                        100 - row.caseNumber(),
                                        row.sufficient(),
                                        row.assessed()))
                            .toList()))
            .toList();
    List<FirstReadings> shuffled = new ArrayList<>(renamed);
    Collections.reverse(shuffled);

    WhoJudged one = schools.judged();
    WhoJudged other = WhoJudged.NOT_KNOWN.with(schools.results(), JudgedSchools.OVERALL, shuffled);
    assertThat(other.verdicts()).isEqualTo(one.verdicts());
    assertThat(other.spread().flatMap(InspectorSpread::severity).orElseThrow().deviance())
        .isEqualTo(one.spread().flatMap(InspectorSpread::severity).orElseThrow().deviance());
  }

  @Test
  void a_spread_is_not_told_of_few_inspectors_or_of_teams_of_one_school_each() {
    JudgedSchools schools = schools(BenchmarkRule.POOLED_OTHERS);
    assertThat(told(schools, 2, (reading, inspector) -> inspector))
        .isEqualTo(NotTold.FEW_INSPECTORS);
    assertThat(told(schools, 6, (reading, inspector) -> reading.inspectionId()))
        .isEqualTo(NotTold.INSPECTORS_OF_ONE_INSTITUTION);
    assertThat(told(schools, 6, (reading, inspector) -> inspector))
        .isInstanceOf(InspectorSpread.Told.class);
  }

  private interface Renamed {
    String of(FirstReadings reading, String inspector);
  }

  /** What is told of some schools whose inspectors have other names. */
  private static InspectorSpread.Finding told(JudgedSchools schools, int first, Renamed name) {
    List<FirstReadings> readings =
        schools.readings().stream()
            .limit(first)
            .map(
                one ->
                    new FirstReadings(
                        one.inspectionId(),
                        0,
                        one.cases().stream()
                            .filter(row -> first > 2 || row.caseNumber() % 4 < 2)
                            .map(
                                row ->
                                    new FirstReadings.CaseReading(
                                        name.of(one, row.inspector()),
                                        row.caseNumber(),
                                        row.sufficient(),
                                        row.assessed()))
                            .toList()))
            .toList();
    return WhoJudged.NOT_KNOWN
        .with(schools.results(), JudgedSchools.OVERALL, readings)
        .spread()
        .orElseThrow()
        .finding();
  }

  @ParameterizedTest
  @EnumSource(BenchmarkRule.class)
  void a_school_of_which_nothing_is_assessed_is_no_part_of_a_benchmark(BenchmarkRule rule) {
    JudgedSchools schools = schools(rule);
    List<InspectionTallies> inspections = new ArrayList<>(schools.results().inspections());
    inspections.add(
        new InspectionTallies(
            "BARE-2014",
            new Trust("BARE", "Bare School", List.of(), Map.of()),
            null,
            null,
            null,
            null,
            null,
            null,
            0L,
            true,
            Map.of()));
    WhoJudged judged =
        WhoJudged.NOT_KNOWN.with(
            Benchmark.of(schools.results().framework(), schools.results().rules(), inspections),
            JudgedSchools.OVERALL,
            schools.readings());
    assertThat(judged.verdicts())
        .extracting(SeverityVerdict::allowed)
        .isEqualTo(schools.judged().verdicts().stream().map(SeverityVerdict::allowed).toList());
  }

  @Test
  void where_no_inspector_is_known_there_is_nothing_to_tell() {
    JudgedSchools schools = schools(BenchmarkRule.POOLED_OTHERS);
    List<FirstReadings> nobody =
        schools.readings().stream()
            .map(one -> new FirstReadings(one.inspectionId(), one.ofKnown(), List.of()))
            .toList();
    assertThat(WhoJudged.NOT_KNOWN.with(schools.results(), JudgedSchools.OVERALL, nobody).isEmpty())
        .isTrue();
  }

  /**
   * The truth is known of planted severity: the difference that an inspector in the middle finds.
   */
  @Test
  void with_severity_allowed_for_the_interval_holds_the_truth_where_the_published_one_may_not() {
    int published = 0;
    int allowed = 0;
    int changed = 0;
    int all = 0;
    for (int seed = 0; seed < 16; seed++) {
      JudgedSchools schools =
          JudgedSchools.of(seed, .6, 60, BenchmarkRule.POOLED_OTHERS, JudgedSchools.IN_TURN);
      List<String> order = schools.readings().stream().map(FirstReadings::inspectionId).toList();
      for (SeverityVerdict verdict : schools.judged().verdicts()) {
        if (verdict.allowed().isPresent()) {
          int own = order.indexOf(verdict.comparison().score().inspection().inspectionId());
          double truth = schools.truth()[own] - others(schools, own);
          Interval at95 = verdict.allowed().get().at95();
          assertThat(verdict.allowed().get().verdict())
              .isEqualTo(
                  at95.low() > 0
                      ? Verdict.HIGHER
                      : at95.high() < 0 ? Verdict.LOWER : Verdict.SIMILAR);
          published += verdict.comparison().difference95().excludes(truth) ? 0 : 1;
          allowed += at95.excludes(truth) ? 0 : 1;
          changed += verdict.isChanged() ? 1 : 0;
          all++;
        }
      }
    }
    assertThat((double) allowed / all).isGreaterThan(.93);
    assertThat((double) published / all).isLessThan(.9);
    assertThat(changed).isBetween(3, all / 2);
  }

  private static double others(JudgedSchools schools, int own) {
    double sufficient = 0;
    double judgements = 0;
    for (int t = 0; t < schools.truth().length; t++) {
      if (t != own) {
        long n = judgements(schools.readings().get(t));
        sufficient += n * schools.truth()[t];
        judgements += n;
      }
    }
    return sufficient / judgements;
  }
}
