package org.trustbench.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.SchoolProgramme;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.ChangeShrinkage.Posterior;
import org.trustbench.stats.Interval;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.Judged;

/** What changed from one inspection to the next, beside figures worked out in R. */
class ScoreChangesTest {
  private static final String FIRST =
      """
      HILL  3/10  9/20   4/10  8/20   3/9   8/18   4/10  9/20
      DALE  8/10 14/20   7/10 15/20   8/10 13/18   9/10 16/20
      FORD  6/10 15/20   8/10 14/20   7/10 15/20   8/10 15/20
      S01   8/12 14/18   8/12 14/18   9/12 12/16   8/12 14/18
      """;
  private static final String SECOND =
      """
      HILL  9/10 16/20   4/10  8/20   3/9   8/18   4/10  9/20
      DALE  7/10 13/20   7/10 15/20   8/10 13/18   9/10 16/20
      FORD  8/10 16/20   8/10 14/20   7/10 15/20   8/10 15/20
      S01   4/12  8/18   8/12 14/18   9/12 12/16   8/12 14/18
      """;

  private static List<ScoreChange> of(List<ScoreChange> changes, String measure) {
    return changes.stream().filter(one -> one.measure().id().equals(measure)).toList();
  }

  private static String line(ScoreChange change) {
    return Arrays.asList(
            change.inspection().trust().code(),
            change.difference(),
            change.difference95(),
            change.difference998(),
            change.verdict95().label(),
            change.verdict998().label(),
            change.statistic(ScoreChange.Statistics::pValue),
            change.statistic(ScoreChange.Statistics::adjustedPValue))
        .stream()
        .map(ScoreChangesTest::text)
        .collect(Collectors.joining(" "));
  }

  private static String text(Object figure) {
    if (figure instanceof Interval interval) {
      return text(interval.low()) + " " + text(interval.high());
    }
    return figure instanceof Double number
        ? String.format(Locale.ROOT, "%.6f", number)
        : String.valueOf(figure);
  }

  /**
   * In R, with w(y, n, z) Wilson's interval: {@code d<-y2/n2-y1/n1; a<-w(y2,n2,z); b<-w(y1,n1,z);
   * c(d-sqrt((y2/n2-a[1])^2+(b[2]-y1/n1)^2), d+sqrt((a[2]-y2/n2)^2+(y1/n1-b[1])^2))}, p by uniroot
   * for the z whose interval ends at 0, and {@code p.adjust(p, "BH")} over the four.
   */
  @Test
  void two_scores_of_one_institution_are_set_beside_each_other_by_newcombes_interval() {
    List<ScoreChange> changes =
        of(new Rounds().in(2014, FIRST).in(2016, SECOND).changes(), "question-plan");

    assertThat(changes.stream().map(ScoreChangesTest::line))
        .containsExactly(
            "DALE -0.066667 -0.284791 0.160284 -0.389298 0.275144 no clear change no clear change"
                + " 0.573189 0.573189",
            "FORD 0.100000 -0.118476 0.307289 -0.235563 0.410472 no clear change no clear change"
                + " 0.371773 0.495697",
            "HILL 0.433333 0.188772 0.613472 0.046693 0.681777 improved improved 0.000481 0.001925",
            "S01 -0.333333 -0.531651 -0.082586 -0.608478 0.053527 declined no clear change 0.008591"
                + " 0.017182");
  }

  @Test
  void whoever_was_inspected_once_has_no_change() {
    assertThat(new Rounds().in(2014, FIRST).changes()).isEmpty();
    assertThat(
            new Rounds()
                .in(2014, FIRST)
                .in(2016, "HILL 9/10 9/20 4/10 8/20 3/9 8/18 4/10 9/20")
                .changes())
        .extracting(one -> one.inspection().trust().code())
        .containsOnly("HILL");
  }

  @Test
  void each_inspection_is_set_beside_the_one_before_it_by_date_and_the_latest_is_marked() {
    List<ScoreChange> changes =
        new Rounds().in(2018, FIRST).in(2014, FIRST).in(2016, SECOND).changes();

    assertThat(of(changes, "overall"))
        .filteredOn(one -> one.inspection().trust().code().equals("HILL"))
        .extracting(
            one -> one.earlier().inspection().inspectionId(),
            one -> one.inspection().inspectionId(),
            ScoreChange::comparedWith,
            ScoreChange::isLatest)
        .containsExactly(
            tuple("HILL-2016", "HILL-2018", EarlierInspection.PREVIOUS, true),
            tuple("HILL-2014", "HILL-2016", EarlierInspection.PREVIOUS, false),
            tuple("HILL-2014", "HILL-2018", EarlierInspection.FIRST, true));
  }

  @Test
  void the_latest_of_three_is_set_beside_the_first_as_if_there_were_none_between() {
    List<ScoreChange> two =
        of(new Rounds().in(2014, FIRST).in(2018, SECOND).changes(), "question-plan");
    List<ScoreChange> three =
        of(
            new Rounds().in(2014, FIRST).in(2016, FIRST).in(2018, SECOND).changes(),
            "question-plan");

    assertThat(
            three.stream()
                .filter(one -> one.comparedWith() == EarlierInspection.FIRST)
                .map(ScoreChangesTest::line))
        .isEqualTo(two.stream().map(ScoreChangesTest::line).toList());
  }

  @Test
  void where_dates_do_not_tell_which_was_the_first_nothing_is_compared_with_it() {
    List<ScoreChange> changes =
        new Rounds().in(2018, SECOND).in(2016, FIRST).in(2014, FIRST).again(2014, SECOND).changes();

    assertThat(changes)
        .extracting(ScoreChange::comparedWith)
        .containsOnly(EarlierInspection.PREVIOUS);
  }

  @Test
  void older_changes_are_no_part_of_the_family_of_the_latest() {
    List<ScoreChange> two =
        of(new Rounds().in(2014, FIRST).in(2016, SECOND).changes(), "question-plan");
    List<ScoreChange> three =
        of(
            new Rounds().in(2012, SECOND).in(2014, FIRST).in(2016, SECOND).changes(),
            "question-plan");

    assertThat(
            three.stream()
                .filter(one -> one.isLatest() && one.comparedWith() == EarlierInspection.PREVIOUS)
                .map(ScoreChangesTest::line))
        .isEqualTo(two.stream().map(ScoreChangesTest::line).toList());
  }

  @Test
  void on_fewer_than_five_cases_at_either_end_there_is_a_difference_and_no_verdict() {
    String few = "HILL 1/2 1/2 1/2 1/2 1/2 1/2 1/2 1/2";
    String many = "HILL 2/3 1/2 1/3 2/2 1/3 1/2 1/3 1/2";
    for (Rounds rounds :
        List.of(
            new Rounds().in(2014, few).in(2016, many), new Rounds().in(2014, many).in(2016, few))) {
      ScoreChange change = of(rounds.changes(), "overall").get(0);
      assertThat(change.difference()).isNotNull();
      assertThat(change.verdict95()).isEqualTo(ChangeVerdict.NOT_COMPARED);
      assertThat(change.verdict998()).isEqualTo(ChangeVerdict.NOT_COMPARED);
      assertThat(change.difference95()).isNull();
      assertThat(change.reason()).contains(ScoreChange.Reason.TOO_FEW_CASES);
    }
    assertThat(of(new Rounds().in(2014, many).in(2016, many).changes(), "overall").get(0).reason())
        .isEmpty();
  }

  @Test
  void what_has_no_score_at_one_end_has_no_difference() {
    ScoreChange change =
        of(
                new Rounds()
                    .in(2014, "HILL 3/10 9/20 4/10 8/20 0/0 0/0 4/10 9/20")
                    .in(2016, FIRST)
                    .changes(),
                "question-marked")
            .get(0);

    assertThat(change.difference()).isNull();
    assertThat(change.reason()).contains(ScoreChange.Reason.NO_SCORE);
  }

  @Test
  void a_measure_with_a_question_that_was_asked_at_one_of_the_two_alone_is_not_compared() {
    List<ScoreChange> changes =
        new Rounds()
            .in(2014, "HILL 3/10 9/20 4/10 8/20 0/0 0/0 4/10 9/20")
            .in(2016, FIRST)
            .changes();

    assertThat(of(changes, "overall").get(0).difference()).isNull();
    assertThat(of(changes, "overall").get(0).reason()).contains(ScoreChange.Reason.NOT_COMPARABLE);
    assertThat(of(changes, "theme-B").get(0).reason()).isEmpty();
  }

  @Test
  void by_a_mean_of_questions_there_is_no_interval_and_no_verdict() {
    List<ScoreChange> changes =
        ScoreChanges.of(
            new Rounds()
                .in(2014, FIRST)
                .in(2016, SECOND)
                .results(
                    new AnalysisRules(
                        AnalysisRules.MEAN_OF_QUESTIONS,
                        BenchmarkRule.POOLED_OTHERS,
                        VerdictRule.DIFFERENCE,
                        10,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false)));

    assertThat(of(changes, "overall"))
        .allMatch(one -> one.reason().equals(java.util.Optional.of(ScoreChange.Reason.NO_INTERVAL)))
        .allMatch(one -> one.difference() != null);
    // Of four questions one went from 12 to 25 of 30.
    assertThat(of(changes, "overall"))
        .filteredOn(one -> one.inspection().trust().code().equals("HILL"))
        .singleElement()
        .satisfies(one -> assertThat(one.difference()).isCloseTo(13.0 / 30 / 4, within(1e-12)));
  }

  /** By the definition: the least of p·m/rank over all p-values that are no smaller. */
  @Test
  void overall_and_themes_of_an_inspection_are_one_family_beside_the_measure_s_own() {
    List<ScoreChange> changes = new Rounds().in(2014, FIRST).in(2016, SECOND).changes();
    for (String school : List.of("HILL", "S01")) {
      List<ScoreChange> family =
          changes.stream()
              .filter(one -> one.inspection().trust().code().equals(school))
              .filter(one -> one.measure().id().matches("overall|theme-[AB]"))
              .toList();
      double[] sorted = family.stream().mapToDouble(ScoreChangesTest::pValue).sorted().toArray();
      assertThat(sorted).hasSize(3);
      for (ScoreChange one : family) {
        double least = 1;
        for (int rank = 1; rank <= 3; rank++) {
          if (sorted[rank - 1] >= pValue(one)) {
            least = Math.min(least, sorted[rank - 1] * 3 / rank);
          }
        }
        assertThat(one.statistic(ScoreChange.Statistics::ownAdjustedPValue))
            .isCloseTo(least, within(1e-12));
      }
    }
  }

  private static double pValue(ScoreChange one) {
    return one.statistic(ScoreChange.Statistics::pValue);
  }

  @Test
  void a_question_that_applied_to_no_lesson_was_asked() {
    List<ScoreChange> changes =
        ScoreChanges.of(
            Benchmark.of(
                SchoolProgramme.CODEBOOK.framework(),
                new AnalysisRules(AnalysisRules.POOLED, 10),
                List.of(
                    Rounds.dated(
                        Judged.inspection("HILL", "plan 3/10 9/20\nmarked 0/0 0/0"), 2014, ""),
                    Rounds.dated(
                        Judged.inspection("HILL", "plan 9/10 9/20\nmarked 3/9 8/18"), 2016, ""))));

    assertThat(of(changes, "overall").get(0).reason()).isEmpty();
    assertThat(of(changes, "question-marked").get(0).reason())
        .contains(ScoreChange.Reason.NO_SCORE);
  }

  @Test
  void with_eight_institutions_inspected_twice_a_change_is_shrunken_and_with_seven_it_is_not() {
    String first = schools(8, "3/10 9/20", "8/10 16/20");
    String second = schools(8, "9/10 16/20", "8/10 16/20");
    List<ScoreChange> eight =
        of(new Rounds().in(2014, first).in(2016, second).changes(), "question-plan");
    List<ScoreChange> seven =
        of(
            new Rounds()
                .in(2014, schools(7, "3/10 9/20", "8/10 16/20"))
                .in(2016, schools(7, "9/10 16/20", "8/10 16/20"))
                .changes(),
            "question-plan");

    assertThat(eight.get(0).shrunken(Posterior::change))
        .isPositive()
        .isLessThan(eight.get(0).difference());
    assertThat(seven).allMatch(one -> one.shrunken(Posterior::change) == null);
  }

  /** The first of some schools is judged otherwise than the others, which are all alike. */
  private static String schools(int number, String first, String others) {
    return java.util.stream.IntStream.rangeClosed(1, number)
        .mapToObj(
            i -> "S%02d %s 4/10 8/20 3/9 8/18 4/10 9/20".formatted(i, i == 1 ? first : others))
        .collect(Collectors.joining("\n"));
  }
}
