package org.trustbench.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** What became of schools that merged, or were divided. */
class PredecessorInspectionsTest {
  private static final String POOR =
      "plan 3/10 9/20\npace 4/10 8/20\nmarked 5/10 9/20\nsafe 4/10 9/20";
  private static final String GOOD =
      "plan 9/10 18/20\npace 9/10 18/20\nmarked 9/10 18/20\nsafe 9/10 18/20";

  @TempDir Path folder;

  /** Schools by their code, and what succeeded them. */
  private Codebook register(String... successions) throws IOException {
    TinyFramework.write(folder, json -> json);
    Files.writeString(
        folder.resolve("trusts.csv"),
        "code,name,aliases,tranche,county,succeeded_by,succeeded_on\n"
            + Stream.of("A", "B", "C", "S", "T")
                .map(
                    code ->
                        "%s,School %s,,,,%s\n"
                            .formatted(
                                code,
                                code,
                                Stream.of(successions)
                                    .filter(one -> one.startsWith(code + " "))
                                    .map(one -> one.substring(2))
                                    .findFirst()
                                    .orElse(",")))
                .reduce("", String::concat));
    return new Codebook(FrameworkReader.read(folder.toString()));
  }

  private static InspectionTallies in(Codebook codebook, String school, int year, String judged) {
    return Rounds.dated(Judged.inspection(codebook, school, judged), year, "");
  }

  private static Results results(Codebook codebook, InspectionTallies... inspections) {
    return Benchmark.of(
        codebook.framework(), new AnalysisRules(AnalysisRules.POOLED, 10), List.of(inspections));
  }

  private static List<ScoreChange> overall(Results results) {
    return ScoreChanges.of(results).stream()
        .filter(one -> one.measure().id().equals("overall"))
        .toList();
  }

  @Test
  void a_successor_is_set_beside_each_predecessor_by_its_first_inspection_since()
      throws IOException {
    Codebook codebook = register("A S,2015-04-01", "B S,2015-04-01");
    List<ScoreChange> changes =
        overall(
            results(
                codebook,
                in(codebook, "A", 2012, GOOD),
                in(codebook, "A", 2014, POOR),
                in(codebook, "B", 2013, POOR),
                in(codebook, "S", 2016, GOOD),
                in(codebook, "S", 2018, POOR)));

    assertThat(changes)
        .filteredOn(one -> one.inspection().trust().code().equals("S"))
        .extracting(
            one -> one.earlier().inspection().inspectionId(),
            one -> one.inspection().inspectionId(),
            ScoreChange::comparedWith,
            ScoreChange::isLatest,
            one -> one.verdict95().label())
        .containsExactly(
            tuple("S-2016", "S-2018", EarlierInspection.PREVIOUS, true, "declined"),
            tuple("A-2014", "S-2016", EarlierInspection.PREDECESSOR, false, "improved"),
            tuple("B-2013", "S-2016", EarlierInspection.PREDECESSOR, false, "improved"));
  }

  @Test
  void each_part_of_a_divided_institution_is_set_beside_the_whole() throws IOException {
    Codebook codebook = register("A S|T,2015-04-01");

    assertThat(
            overall(
                results(
                    codebook,
                    in(codebook, "A", 2014, POOR),
                    in(codebook, "S", 2016, GOOD),
                    in(codebook, "T", 2017, POOR))))
        .extracting(
            one -> one.inspection().inspectionId(),
            one -> one.verdict95().label(),
            one -> one.statistic(ScoreChange.Statistics::shrunken).isPresent())
        .containsExactly(
            tuple("S-2016", "improved", false), tuple("T-2017", "no clear change", false));
  }

  @Test
  void one_that_took_another_over_between_two_inspections_says_so() throws IOException {
    Codebook codebook = register("A S,2015-04-01");

    assertThat(
            overall(
                results(
                    codebook,
                    in(codebook, "A", 2014, POOR),
                    in(codebook, "S", 2014, POOR),
                    in(codebook, "S", 2016, GOOD),
                    in(codebook, "S", 2018, GOOD))))
        .extracting(
            one -> one.earlier().inspection().inspectionId(),
            one -> one.inspection().inspectionId(),
            ScoreChange::tookOver)
        .containsExactly(
            tuple("S-2016", "S-2018", List.of()),
            tuple("S-2014", "S-2016", List.of("A")),
            tuple("S-2014", "S-2018", List.of("A")),
            tuple("A-2014", "S-2016", List.of()));
  }

  @Test
  void what_is_taken_over_after_an_inspection_is_no_part_of_what_changed_before_it()
      throws IOException {
    Codebook codebook = register("A S,2017-04-01");

    assertThat(
            overall(
                results(
                    codebook,
                    in(codebook, "S", 2014, POOR),
                    in(codebook, "S", 2016, GOOD),
                    in(codebook, "S", 2018, GOOD))))
        .filteredOn(one -> one.comparedWith() == EarlierInspection.PREVIOUS)
        .extracting(one -> one.inspection().inspectionId(), ScoreChange::tookOver)
        .containsExactly(tuple("S-2018", List.of("A")), tuple("S-2016", List.of()));
  }

  @Test
  void an_inspection_without_a_date_is_not_set_beside_a_predecessor() throws IOException {
    Codebook codebook = register("A S,2015-04-01");
    InspectionTallies dated = in(codebook, "S", 2016, GOOD);
    InspectionTallies undated =
        new InspectionTallies(
            dated.inspectionId(),
            dated.trust(),
            null,
            null,
            null,
            null,
            dated.caseload(),
            dated.casesSampled(),
            dated.cases(),
            true,
            dated.counts());

    assertThat(overall(results(codebook, in(codebook, "A", 2014, POOR), undated))).isEmpty();
  }

  @Test
  void where_a_predecessor_never_was_inspected_its_own_predecessors_stand_for_it()
      throws IOException {
    Codebook codebook = register("A B,2013-04-01", "B S,2015-04-01");

    assertThat(
            overall(
                results(codebook, in(codebook, "A", 2012, POOR), in(codebook, "S", 2016, GOOD))))
        .extracting(one -> one.earlier().inspection().inspectionId(), ScoreChange::comparedWith)
        .containsExactly(tuple("A-2012", EarlierInspection.PREDECESSOR));
  }

  @Test
  void one_that_is_no_more_is_compared_until_a_successor_has_been_inspected() throws IOException {
    Codebook codebook = register("A S,2015-04-01");
    InspectionTallies last = in(codebook, "A", 2014, POOR);
    InspectionTallies before = in(codebook, "S", 2014, POOR);
    InspectionTallies since = in(codebook, "S", 2016, GOOD);

    assertThat(results(codebook, last, before).inspections()).containsExactly(last, before);
    assertThat(results(codebook, last, before, since).inspections()).containsExactly(since);
  }

  /** What is published of a successor is made of published scores, as of any other. */
  @Test
  void the_public_is_told_of_the_same_pairs() throws IOException {
    Codebook codebook = register("A S,2015-04-01");
    Results results =
        results(codebook, in(codebook, "A", 2014, POOR), in(codebook, "S", 2016, GOOD));

    assertThat(PublishedChanges.of(results, java.util.Set.of()))
        .isNotEmpty()
        .allMatch(one -> one.comparedWith() == EarlierInspection.PREDECESSOR)
        .allMatch(one -> one.difference() == null);
  }
}
