package org.trustbench.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;

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
    assertThat(shown.scores()).extracting(InspectionScore::counts).containsOnlyNulls();
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
}
