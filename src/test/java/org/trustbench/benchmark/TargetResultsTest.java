package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Tolerance;
import org.trustbench.stats.Verdict;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** Scores of schools beside a standard of 80 ± 2 %, beside the average ± 10 and beside a half. */
class TargetResultsTest {
  private static final String TARGETS =
      """
      "targets": [
        { "id": "standard", "label": "Standard", "target": 80, "tolerance": 2,
          "measures": ["question-plan"] },
        { "id": "band", "label": "Band", "average_of": "programme", "tolerance": 10,
          "measures": ["theme-B"] },
        { "id": "half", "label": "Half", "target": 50 }],
      """;
  private static final Codebook CODEBOOK =
      TinyFramework.codebook(
          json -> json.replace("\"layouts\":", TARGETS + "\"layouts\":"),
          IntStream.rangeClosed(1, 12)
              .mapToObj(i -> "S%02d,School %d,,,".formatted(i, i))
              .toList());

  /** Of fifty lessons of each school so many were planned. */
  private static final int[] PLANNED = {30, 39, 48, 40, 35, 42, 25, 44, 38, 41};

  private static Results results(int schools, InspectionTallies... further) {
    Stream<InspectionTallies> all =
        IntStream.range(0, schools)
            .mapToObj(
                i ->
                    Judged.inspection(
                        CODEBOOK,
                        "S%02d".formatted(i + 1),
                        "plan %d/25 %d/25\nsafe 9/10 %d/10"
                            .formatted(PLANNED[i] / 2, PLANNED[i] - PLANNED[i] / 2, i)));
    return Benchmark.of(
        CODEBOOK.framework(),
        new AnalysisRules(AnalysisRules.POOLED, 10),
        Stream.concat(all, Stream.of(further)).toList());
  }

  private static List<TargetComparison> beside(Results results, String target, String measure) {
    return TargetResults.of(results).stream()
        .filter(one -> one.target().id().equals(target))
        .filter(one -> one.score().measure().id().equals(measure))
        .toList();
  }

  private static List<TargetComparison> standard(Results results) {
    return beside(results, "standard", "question-plan");
  }

  /** By R: midp(30, 50, .78) and midp(48, 50, .82) as in ToleranceTest; Wilson's ends less .8. */
  @Test
  void a_score_is_tested_beyond_the_tolerance_of_a_value_taken_as_known() {
    List<TargetComparison> all = standard(results(10));
    assertThat(all).hasSize(10);
    TargetComparison low = all.get(0);
    assertThat(low.difference()).isCloseTo(-.2, within(1e-12));
    assertThat(pValue(low)).isCloseTo(.00434048318956, within(1e-12));
    assertThat(low.verdict95()).isEqualTo(Verdict.LOWER);
    assertThat(low.verdict998()).isEqualTo(Verdict.SIMILAR);
    assertThat(low.verdictRule()).isEqualTo("mid-p");
    assertThat(low.difference95().low()).isCloseTo(-.338185622524, within(1e-9));
    assertThat(low.difference95().high()).isCloseTo(-.0760838973026, within(1e-9));
    assertThat(low.difference998().low()).isLessThan(low.difference95().low());
    assertThat(low.reason()).isEmpty();
    TargetComparison high = all.get(2);
    assertThat(pValue(high)).isCloseTo(.00407060198068, within(1e-12));
    assertThat(high.verdict95()).isEqualTo(Verdict.HIGHER);
    assertThat(all.get(3).verdict95()).isEqualTo(Verdict.SIMILAR);
    assertThat(all).allMatch(one -> !one.isWithinTolerance());
    assertThat(beside(results(10), "half", "overall"))
        .hasSize(10)
        .allMatch(one -> one.isWithinTolerance() == null);
  }

  @Test
  void the_schools_of_a_target_s_measure_are_a_family() {
    List<TargetComparison> all = standard(results(10));
    double[] adjusted =
        BenjaminiHochberg.adjusted(all.stream().mapToDouble(TargetResultsTest::pValue).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      assertThat(all.get(i).<Double>statistic(ComparisonOutcome.TestStatistics::adjustedPValue))
          .isEqualTo(adjusted[i]);
      assertThat(all.get(i).isFdrSignificant()).isEqualTo(adjusted[i] <= .05);
    }
    assertThat(all).extracting(TargetComparison::isFdrSignificant).contains(true, false);
  }

  /** The limit at 50 judgements is the one in TargetsInReleaseTest, by R's qbinom. */
  @Test
  void limits_lie_around_the_value_widened_by_how_schools_differ_around_their_own_average() {
    List<TargetComparison> ten = standard(results(10));
    List<Proportion> scores =
        IntStream.of(PLANNED).mapToObj(y -> new Proportion(y / 50.0, 50)).toList();
    double pooled = IntStream.of(PLANNED).sum() / 500.0;
    double spread = OverDispersion.of(scores, pooled).orElseThrow().tauSquaredWinsorised();
    for (TargetComparison one : ten) {
      TargetComparison.Place place = one.place().orElseThrow();
      assertThat(place.effectiveJudgements()).isEqualTo(50);
      assertThat(place.limits().score().at95().low()).isCloseTo(.665179, within(1e-6));
      assertThat(place.tauSquared()).isCloseTo(spread, within(1e-12));
      assertThat(place.overDispersedZone()).isNotNull();
    }
    assertThat(standard(results(9)))
        .extracting(one -> one.place().orElseThrow())
        .allMatch(place -> place.tauSquared() == null && place.overDispersedZone() == null);
  }

  @Test
  void an_average_is_that_of_the_others_and_the_band_lies_around_it() {
    Results results = results(10);
    List<TargetComparison> band = beside(results, "band", "theme-B");
    List<Comparison> plain =
        results.comparisons().stream()
            .filter(one -> one.score().measure().id().equals("theme-B"))
            .filter(one -> one.comparatorGroup().comparatorId().equals("programme"))
            .toList();
    assertThat(TargetResults.of(results))
        .filteredOn(one -> one.target().id().equals("band"))
        .as("of the target's measures alone")
        .isEqualTo(band)
        .hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(band.get(i).benchmark()).isEqualTo(plain.get(i).benchmark());
      assertThat(band.get(i).difference()).isEqualTo(plain.get(i).difference());
      TestBasis basis = plain.get(i).statistic(ComparisonOutcome.TestStatistics::basis);
      assertThat(pValue(band.get(i)))
          .isEqualTo(new Tolerance(.1).verdicts(basis.own(), basis.against()).get(0).pValue());
      assertThat(band.get(i).group()).contains(plain.get(i).comparatorGroup());
    }
  }

  @Test
  void a_target_without_measures_is_for_all_that_no_other_names() {
    List<String> measures =
        TargetResults.of(results(3)).stream()
            .filter(one -> one.target().id().equals("half"))
            .map(one -> one.score().measure().id())
            .distinct()
            .toList();
    assertThat(measures)
        .contains("overall", "theme-A", "question-safe")
        .doesNotContain("question-plan", "theme-B", "way-1", "way-2", "way-3");
  }

  @Test
  void what_is_not_compared_says_why() {
    Results results =
        results(
            4,
            Judged.inspection(CODEBOOK, "S11", "plan 1/2 1/2"),
            Judged.inspection(CODEBOOK, "S12", "pace 9/15 9/15"));
    List<TargetComparison> all = standard(results);
    TargetComparison few = all.get(4);
    assertThat(few.reason())
        .isEqualTo("too small a base, too few others, or a score without an interval");
    assertThat(few.difference()).isCloseTo(-.3, within(1e-12));
    assertThat(few.verdict95()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(few.verdict998()).isEqualTo(Verdict.NOT_COMPARED);
    TargetComparison none = all.get(5);
    assertThat(none.reason()).isEqualTo("no score");
    assertThat(none.difference()).isNull();
    assertThat(none.difference95()).isNull();
    assertThat(none.place()).isEmpty();
  }

  @Test
  void without_a_target_there_is_none() {
    assertThat(TargetResults.of(SchoolProgramme.standard())).isEmpty();
    assertThat(TargetResults.of(results(0))).isEmpty();
  }

  private static double pValue(TargetComparison one) {
    return one.statistic(ComparisonOutcome.TestStatistics::pValue);
  }
}
