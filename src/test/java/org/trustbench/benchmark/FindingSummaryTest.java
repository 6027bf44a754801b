package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/**
 * What is told of schools, from a table in: by question sufficient of judged, in late and in early
 * lessons.
 */
class FindingSummaryTest {
  /** Three schools like each other, to compare with. */
  private static final String OTHERS =
      """
      DALE plan 14/20 14/20, pace 14/20 14/20, marked 14/20 14/20, safe 14/20 14/20
      FORD plan 14/20 14/20, pace 14/20 14/20, marked 14/20 14/20, safe 14/20 14/20
      S01 plan 14/20 14/20, pace 14/20 14/20, marked 14/20 14/20, safe 14/20 14/20
      """;

  private static String told(String topics, String hill) {
    return told(topics, hill, OTHERS);
  }

  private static String told(String topics, String hill, String others) {
    Codebook codebook =
        TinyFramework.codebook(
            json -> json.replace("\"layouts\"", topics + "\"layouts\""),
            List.of("S01,School 1,,,"));
    List<InspectionTallies> inspections =
        ("HILL " + hill + "\n" + others)
            .lines()
            .map(
                line ->
                    Judged.inspection(
                        codebook,
                        line.substring(0, line.indexOf(' ')),
                        line.substring(line.indexOf(' ') + 1).replace(", ", "\n")))
            .toList();
    Results results =
        Benchmark.of(
            codebook.framework(), new AnalysisRules(AnalysisRules.POOLED, 10), inspections);
    FindingSummary summary =
        FindingSummary.of(results).stream()
            .filter(one -> one.inspection().trust().code().equals("HILL"))
            .findFirst()
            .orElseThrow();
    return "well: " + words(summary.strengths()) + "; attention: " + words(summary.concerns());
  }

  private static String words(List<FindingStatement> statements) {
    return statements.stream()
        .map(
            one ->
                one.topic().id()
                    + " of "
                    + one.findings().stream()
                        .map(finding -> finding.score().measure().id())
                        .collect(Collectors.joining("+")))
        .collect(Collectors.joining(", "));
  }

  @Test
  void a_theme_takes_in_its_sections_and_questions() {
    assertThat(told("", "plan 5/20 5/20, pace 5/20 5/20, marked 5/20 5/20, safe 14/20 14/20"))
        .isEqualTo("well: ; attention: theme-A of theme-A");
  }

  @Test
  void a_question_far_worse_than_its_theme_is_told_beside_it() {
    assertThat(told("", "plan 9/20 9/20, pace 8/20 8/20, marked 0/20 0/20, safe 14/20 14/20"))
        .isEqualTo("well: ; attention: question-marked of question-marked, theme-A of theme-A");
  }

  @Test
  void a_question_that_points_the_other_way_is_told_for_itself() {
    assertThat(told("", "plan 2/20 2/20, pace 2/20 2/20, marked 20/20 20/20, safe 14/20 14/20"))
        .isEqualTo("well: question-marked of question-marked; attention: section-A1 of section-A1");
  }

  @Test
  void a_measure_on_the_same_judgements_is_not_told_twice() {
    assertThat(told("", "plan 14/20 14/20, pace 14/20 14/20, marked 14/20 14/20, safe 4/20 4/20"))
        .isEqualTo("well: ; attention: theme-B of theme-B");
  }

  @Test
  void a_score_that_most_would_be_content_with_is_no_concern_though_others_have_more() {
    String hill = "plan 17/20 17/20, pace 17/20 17/20, marked 17/20 17/20, safe 14/20 14/20";
    assertThat(told("", hill, OTHERS.replace("14/20", "20/20")))
        .isEqualTo("well: ; attention: theme-B of theme-B");
  }

  @Test
  void measures_of_one_topic_are_one_statement_and_what_is_in_no_topic_speaks_for_itself() {
    assertThat(
            told(
                """
                "findings": { "topics": [
                  { "id": "craft", "figures": [
                    { "measure": "question-plan" }, { "measure": "question-marked" }] }] },
                """,
                "plan 5/20 5/20, pace 14/20 14/20, marked 5/20 5/20, safe 4/20 4/20"))
        .isEqualTo("well: ; attention: theme-B of theme-B, craft of question-plan+question-marked");
  }

  @Test
  void a_topic_whose_measures_point_both_ways_is_told_on_either_side() {
    assertThat(
            told(
                """
                "findings": { "topics": [
                  { "id": "craft", "figures": [
                    { "measure": "question-plan" }, { "measure": "question-marked" }] }] },
                """,
                "plan 20/20 20/20, pace 14/20 14/20, marked 5/20 5/20, safe 14/20 14/20"))
        .isEqualTo("well: craft of question-plan; attention: craft of question-marked");
  }

  @Test
  void there_are_no_more_statements_than_the_framework_wants() {
    assertThat(
            told(
                """
                "findings": { "rules": { "most": 1 } },
                """,
                "plan 5/20 5/20, pace 5/20 5/20, marked 5/20 5/20, safe 4/20 4/20"))
        .isEqualTo("well: ; attention: theme-B of theme-B");
  }

  @Test
  void the_framework_says_from_where_on_a_low_score_is_a_concern() {
    String hill = "plan 8/20 8/20, pace 8/20 8/20, marked 8/20 8/20, safe 14/20 14/20";
    assertThat(told("", hill)).isEqualTo("well: ; attention: theme-A of theme-A");
    assertThat(
            told(
                """
                "findings": { "rules": { "concern_below": 40, "alone_concern_to": 30 } },
                """,
                hill))
        .isEqualTo("well: ; attention: ");
  }
}
