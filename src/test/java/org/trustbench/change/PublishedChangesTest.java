package org.trustbench.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.stats.Interval;

/** What the public is told of a change: no more than the two published scores tell. */
class PublishedChangesTest {
  private static final String FIRST =
      """
      HILL  9/30 19/60  12/30 28/60  11/30 27/60  12/30 29/60
      DALE 20/30 44/60  21/30 45/60  20/30 43/60  22/30 46/60
      FORD  6/10 15/20   8/10 14/20   7/10 15/20   8/10 15/20
      S01  22/32 34/58  18/32 34/58  19/32 32/56  18/32 34/58
      """;
  private static final String SECOND =
      """
      HILL 27/30 46/60  25/30 47/60  26/30 48/60  24/30 49/60
      DALE 21/30 43/60  20/30 46/60  21/30 42/60  23/30 45/60
      FORD  1/2   2/3    1/2   2/3    1/2   2/3    1/2   2/3
      S01   8/32 14/58  10/32 16/58  12/32 18/56  13/32 20/58
      """;

  private static final Set<String> ALL =
      Stream.of("HILL", "DALE", "FORD", "S01")
          .flatMap(school -> Stream.of(school + "-2014", school + "-2016"))
          .collect(Collectors.toSet());

  private static ReleaseContent internal() {
    return ReleaseContent.internal(
        true,
        new Rounds().in(2014, FIRST).in(2016, SECOND).results(),
        List.of(),
        List.of(),
        List.of());
  }

  private static ReleaseContent published() {
    return Disclosure.forPublic(internal(), new DisclosureRules(10, 5));
  }

  @Test
  void they_are_a_function_of_the_published_scores_alone() {
    ReleaseContent content = published();
    Results shown = content.results();

    assertThat(content.changes()).isEqualTo(PublishedChanges.of(shown, Set.of()));
    assertThat(shown.scores())
        .extracting(InspectionScore::base)
        .noneMatch(base -> base instanceof Base.Exact);
  }

  @Test
  void where_it_is_not_published_that_every_question_was_asked_nothing_is_compared() {
    List<ScoreChange> changes =
        PublishedChanges.of(
            published().results(),
            ALL.stream().filter(one -> !one.equals("HILL-2014")).collect(Collectors.toSet()));

    assertThat(changes)
        .filteredOn(one -> one.inspection().trust().code().equals("HILL"))
        .isNotEmpty()
        .allMatch(one -> one.difference() == null);
    assertThat(changes)
        .filteredOn(one -> one.inspection().trust().code().equals("DALE"))
        .anyMatch(one -> one.difference() != null);
  }

  @Test
  void they_have_no_p_value_and_nothing_that_is_shrunken() {
    assertThat(PublishedChanges.of(published().results(), ALL))
        .isNotEmpty()
        .allMatch(one -> one.statistic(statistics -> statistics) == null);
  }

  @Test
  void where_one_of_the_two_scores_is_suppressed_so_is_the_change() {
    assertThat(PublishedChanges.of(published().results(), ALL))
        .filteredOn(one -> one.inspection().trust().code().equals("FORD"))
        .filteredOn(one -> one.measure().id().equals("overall"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.reason()).contains(ScoreChange.Reason.SUPPRESSED);
              assertThat(one.difference()).isNull();
              assertThat(one.later().score()).isNull();
            });
  }

  @Test
  void no_change_is_called_clear_that_is_not_clear_by_the_exact_figures() {
    List<ScoreChange> exact = internal().changes();
    List<ScoreChange> rounded = PublishedChanges.of(published().results(), ALL);
    int clear = 0;
    for (int i = 0; i < exact.size(); i++) {
      assertThat(rounded.get(i).measure()).isEqualTo(exact.get(i).measure());
      if (rounded.get(i).verdict95().isClear()) {
        clear++;
        assertThat(exact.get(i).verdict95()).isEqualTo(rounded.get(i).verdict95());
      }
      if (rounded.get(i).verdict998().isClear()) {
        assertThat(exact.get(i).verdict998()).isEqualTo(rounded.get(i).verdict998());
      }
    }
    assertThat(clear).isGreaterThan(4);
  }

  /** The changes of a school's overall score, of rounds of which all questions were asked. */
  private static ScoreChange change(Results results, String measure) {
    return PublishedChanges.of(results, ALL).stream()
        .filter(one -> one.inspection().trust().code().equals("HILL"))
        .filter(one -> one.measure().id().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static Results rounds(String first, String second) {
    return new Rounds().in(2014, first).in(2016, second).results();
  }

  @Test
  void why_a_change_is_withheld_is_told_of_either_end() {
    Results turned =
        Disclosure.forPublic(
                ReleaseContent.internal(
                    true, rounds(SECOND, FIRST), List.of(), List.of(), List.of()),
                new DisclosureRules(10, 5))
            .results();
    for (Results results : List.of(published().results(), turned)) {
      assertThat(PublishedChanges.of(results, Set.of()))
          .filteredOn(one -> one.measure().id().equals("overall"))
          .extracting(
              one -> one.inspection().trust().code(), one -> one.reason().orElseThrow().label())
          .contains(
              tuple("FORD", "suppressed"),
              tuple("HILL", "withheld: it is not published that every question was asked"));
    }
  }

  @Test
  void a_score_at_one_end_alone_has_no_change() {
    ScoreChange change =
        change(rounds("HILL 3/10 9/20 4/10 8/20 0/0 0/0 4/10 9/20", FIRST), "question-marked");
    assertThat(change.reason()).contains(ScoreChange.Reason.NO_SCORE);
    assertThat(change.difference()).isNull();
  }

  /** 8 of 16 in four lessons, 12 of 20 in five. */
  @Test
  void of_fewer_than_five_cases_a_difference_is_told_and_no_verdict() {
    String few = "HILL 1/2 1/2 1/2 1/2 1/2 1/2 1/2 1/2";
    String many = "HILL 2/3 2/2 1/3 2/2 1/3 2/2 1/3 1/2";
    ScoreChange change = change(rounds(few, many), "overall");
    assertThat(change.reason()).contains(ScoreChange.Reason.TOO_FEW_CASES);
    assertThat(change.difference()).isCloseTo(.1, within(1e-12));
    assertThat(change(rounds(many, few), "overall").reason())
        .contains(ScoreChange.Reason.TOO_FEW_CASES);
    assertThat(change(rounds(many, many), "overall").reason()).isEmpty();
  }

  /** Of four questions one went from 28 to 73 of 90. */
  @Test
  void by_a_mean_of_questions_a_difference_is_told_and_no_verdict() {
    String second = "HILL 27/30 46/60  12/30 28/60  11/30 27/60  12/30 29/60";
    Results results =
        new Rounds()
            .in(2014, FIRST)
            .in(2016, second)
            .results(new AnalysisRules(AnalysisRules.MEAN_OF_QUESTIONS, 10));
    ScoreChange change = change(results, "overall");
    assertThat(change.reason()).contains(ScoreChange.Reason.NO_INTERVAL);
    assertThat(change.difference()).isCloseTo((73 - 28) / 90.0 / 4, within(1e-12));
  }

  @Test
  void a_change_is_clear_where_its_interval_excludes_0_and_on_its_side_of_it() {
    List<ScoreChange> tested =
        PublishedChanges.of(published().results(), ALL).stream()
            .filter(one -> one.difference95() != null)
            .toList();
    for (ScoreChange one : tested) {
      assertThat(one.verdict95()).isEqualTo(verdict(one.difference95()));
      assertThat(one.verdict998()).isEqualTo(verdict(one.difference998()));
    }
    assertThat(tested)
        .extracting(ScoreChange::verdict998)
        .contains(ChangeVerdict.IMPROVED, ChangeVerdict.DECLINED, ChangeVerdict.NO_CLEAR_CHANGE);
  }

  private static ChangeVerdict verdict(Interval interval) {
    return interval.low() > 0
        ? ChangeVerdict.IMPROVED
        : interval.high() < 0 ? ChangeVerdict.DECLINED : ChangeVerdict.NO_CLEAR_CHANGE;
  }
}
