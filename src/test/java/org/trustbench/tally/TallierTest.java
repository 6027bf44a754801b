package org.trustbench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.TinyFramework;

/** A case is a line: id, evidence, stage, risk, then question=answer. A dash is not recorded. */
class TallierTest {
  private static final Codebook CODEBOOK = TinyFramework.codebook();

  private static JudgementMatrix matrix(List<String> lines) {
    JudgementMatrix matrix = new JudgementMatrix(CODEBOOK.framework().questions().size());
    for (String line : lines) {
      String[] words = line.strip().split(" +");
      int c =
          matrix.addCase(
              new CaseRow(
                  words[0], words[1], Arrays.asList(value(words[2]), value(words[3]), null), 0, 1));
      for (String word : Arrays.asList(words).subList(4, words.length)) {
        String[] given = word.split("=", -1);
        if (given[0].equals("rejected")) {
          matrix.reject(c);
        } else {
          matrix.place(c, CODEBOOK.question(given[0]), CODEBOOK.answer(given[1]), 0, 1);
        }
      }
    }
    return matrix;
  }

  private static String value(String word) {
    return word.equals("-") ? null : word;
  }

  private static List<Tally> tallies(String cases) {
    return new Tallier(CODEBOOK).tally("HILL-1", matrix(cases.lines().toList()));
  }

  private static Counts whole(List<Tally> tallies, String measure) {
    return tallies.stream()
        .filter(tally -> tally.measureId().equals(measure))
        .map(Tally::counts)
        .reduce(Counts.NONE, Counts::plus);
  }

  private static Counts whole(String cases, String measure) {
    return whole(tallies(cases), measure);
  }

  /** In scope, assessed cases, y, n, not applicable, not recorded, yy, yn, nn. */
  private static Counts counts(long... c) {
    return new Counts(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]);
  }

  @Test
  void a_question_of_two_sections_counts_once_in_their_theme_and_once_in_each_section() {
    String cases =
        """
        C1 lesson early low plan=yes pace=no marked=yes
        """;
    assertThat(whole(cases, "theme-A")).isEqualTo(counts(1, 1, 2, 3, 0, 0, 4, 6, 9));
    assertThat(whole(cases, "section-A1")).isEqualTo(counts(1, 1, 1, 2, 0, 0, 1, 2, 4));
    assertThat(whole(cases, "section-A2")).isEqualTo(counts(1, 1, 1, 2, 0, 0, 1, 2, 4));
  }

  @Test
  void every_outcome_is_counted_in_its_own_place() {
    assertThat(whole("C1 lesson early low plan=yes pace=na marked=nr safe=4", "overall"))
        .isEqualTo(counts(1, 1, 1, 2, 1, 1, 1, 2, 4));
  }

  @Test
  void a_question_never_answered_in_a_case_is_not_recorded() {
    assertThat(whole("C1 lesson early low plan=yes", "overall"))
        .isEqualTo(counts(1, 1, 1, 1, 0, 3, 1, 1, 1));
  }

  @Test
  void a_cell_in_conflict_is_not_recorded() {
    assertThat(whole("C1 lesson early low plan=yes plan=no pace=yes", "section-A1"))
        .isEqualTo(counts(1, 1, 1, 1, 0, 1, 1, 1, 1));
  }

  @Test
  void grades_that_the_framework_calls_sufficient_are() {
    String cases =
        """
        C1 lesson early low safe=1
        C2 lesson early low safe=2
        C3 lesson early low safe=3
        C4 lesson early low safe=4
        """;
    assertThat(whole(cases, "question-safe")).isEqualTo(counts(4, 4, 2, 4, 0, 0, 2, 2, 4));
  }

  @Test
  void a_case_where_nothing_applied_changes_no_score_and_no_sum_of_squares() {
    String assessed = "C1 lesson early low plan=yes pace=no";
    String idle = assessed + "\nC2 lesson early low plan=na pace=na marked=na safe=na";

    Counts before = whole(assessed, "theme-A");
    Counts after = whole(idle, "theme-A");

    assertThat(after.sufficient()).isEqualTo(before.sufficient());
    assertThat(after.assessed()).isEqualTo(before.assessed());
    assertThat(after.casesAssessed()).isEqualTo(before.casesAssessed());
    assertThat(after.sumNN()).isEqualTo(before.sumNN());
    assertThat(after.casesInScope()).isEqualTo(before.casesInScope() + 1);
    assertThat(after.notApplicable()).isEqualTo(before.notApplicable() + 3);
  }

  @Test
  void interviews_are_never_mixed_with_cases() {
    String cases =
        """
        C1 lesson    early low plan=yes
        I1 interview -     -   talk=no
        I2 interview -     -   talk=yes plan=no
        """;
    assertThat(whole(cases, "section-A4")).isEqualTo(counts(2, 2, 1, 2, 0, 0, 1, 1, 2));
    assertThat(whole(cases, "theme-A").casesInScope()).isEqualTo(1);
    assertThat(whole(cases, "theme-A").assessed()).isEqualTo(1);
    assertThat(whole(cases, "overall").assessed()).isEqualTo(1);
    assertThat(whole(cases, "question-plan")).isEqualTo(counts(1, 1, 1, 1, 0, 0, 1, 1, 1));
  }

  @Test
  void a_conditional_measure_is_about_the_cases_that_meet_its_condition() {
    String cases =
        """
        C1 lesson late  low  safe=1
        C2 lesson late  high safe=3
        C3 lesson early high safe=1
        C4 lesson -     high safe=1
        """;
    assertThat(whole(cases, "safe-late")).isEqualTo(counts(2, 2, 1, 2, 0, 0, 1, 1, 2));
    assertThat(whole(cases, "question-safe").assessed()).isEqualTo(4);
  }

  @Test
  void a_condition_is_asked_of_each_case_though_its_attribute_is_no_part_of_the_case_mix() {
    Codebook codebook =
        TinyFramework.codebook(
            json -> json.replace("[\"stage\", \"risk\"]", "[\"risk\"]"), List.of());
    List<String> cases = List.of("C1 lesson early low safe=1", "C2 lesson late low safe=3");
    assertThat(whole(new Tallier(codebook).tally("HILL-1", matrix(cases)), "safe-late"))
        .isEqualTo(counts(1, 1, 0, 1, 0, 0, 0, 0, 1));
  }

  @Test
  void on_a_pathway_not_applicable_passes_and_insufficient_or_not_recorded_leaves() {
    String cases =
        """
        C1 lesson late low plan=yes pace=yes marked=na safe=1
        C2 lesson late low plan=na  pace=na  marked=na safe=na
        C3 lesson late low plan=no  pace=yes marked=yes safe=1
        C4 lesson late low plan=yes pace=yes marked=no safe=1
        C5 lesson late low          pace=yes marked=yes safe=1
        C6 lesson late low plan=yes pace=nr  marked=yes safe=1
        C7 lesson early low plan=yes pace=yes marked=yes safe=1
        """;
    List<String> steps =
        CODEBOOK.framework().measures().stream()
            .filter(Measure::isPathwayStep)
            .map(Measure::id)
            .toList();
    List<Tally> tallies = tallies(cases);

    assertThat(steps.stream().map(step -> whole(tallies, step).casesInScope()))
        .containsExactly(6L, 4L, 2L);
    assertThat(steps.stream().map(step -> whole(tallies, step).sufficient()))
        .containsExactly(4L, 2L, 2L);
    assertThat(steps.stream().map(step -> whole(tallies, step).assessed()))
        .containsExactly(6L, 4L, 2L);
  }

  @Test
  void strata_are_the_case_mix_values_with_blanks_for_what_was_not_recorded() {
    String cases =
        """
        C1 lesson early low  plan=yes
        C2 lesson early low  plan=no
        C3 lesson early high plan=yes
        C4 lesson -     high plan=yes
        C5 lesson -     -    plan=na
        """;
    assertThat(tallies(cases).stream().filter(t -> t.measureId().equals("section-A1")))
        .extracting(Tally::stratum)
        .containsExactly("early|high", "early|low", "|", "|high");
    assertThat(tallies(cases).stream().filter(t -> t.measureId().equals("question-plan")))
        .extracting(Tally::stratum)
        .containsExactly("all");
  }

  @Test
  void a_rejected_case_is_in_no_tally() {
    assertThat(tallies("C1 lesson late low plan=yes rejected=")).isEmpty();
  }

  @Test
  void sums_are_those_of_a_count_by_hand_over_random_cases() {
    List<String> lines = randomCases(7, 60);
    List<Tally> tallies = new Tallier(CODEBOOK).tally("HILL-1", matrix(lines));

    for (Measure measure : CODEBOOK.framework().measures()) {
      if (!measure.isPathwayStep()) {
        assertThat(whole(tallies, measure.id())).as(measure.id()).isEqualTo(byHand(lines, measure));
      }
    }
  }

  @Test
  void tallies_do_not_depend_on_the_order_of_cases() {
    List<String> lines = randomCases(8, 40);
    List<Tally> before = new Tallier(CODEBOOK).tally("HILL-1", matrix(lines));
    Collections.shuffle(lines, new Random(3));

    assertThat(new Tallier(CODEBOOK).tally("HILL-1", matrix(lines))).isEqualTo(before);
  }

  @Test
  void cases_tallied_apart_and_merged_in_any_grouping_are_cases_tallied_together() {
    List<String> lines = randomCases(9, 30);
    Tallier tallier = new Tallier(CODEBOOK);
    Map<String, Counts> together = merged(tallier.tally("HILL-1", matrix(lines)));
    List<Tally> a = tallier.tally("HILL-1", matrix(lines.subList(0, 7)));
    List<Tally> b = tallier.tally("HILL-1", matrix(lines.subList(7, 19)));
    List<Tally> c = tallier.tally("HILL-1", matrix(lines.subList(19, 30)));

    assertThat(plus(plus(merged(a), merged(b)), merged(c))).isEqualTo(together);
    assertThat(plus(merged(a), plus(merged(c), merged(b)))).isEqualTo(together);
  }

  private static Map<String, Counts> merged(List<Tally> tallies) {
    Map<String, Counts> merged = new HashMap<>();
    tallies.forEach(t -> merged.put(t.measureId() + " " + t.stratum(), t.counts()));
    return merged;
  }

  private static Map<String, Counts> plus(Map<String, Counts> a, Map<String, Counts> b) {
    Map<String, Counts> sum = new HashMap<>(a);
    b.forEach((key, counts) -> sum.merge(key, counts, Counts::plus));
    return sum;
  }

  private static List<String> randomCases(int seed, int cases) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int c = 0; c < cases; c++) {
      boolean isInterview = random.nextInt(5) == 0;
      StringBuilder line =
          new StringBuilder("C%d %s ".formatted(c, isInterview ? "interview" : "lesson"));
      line.append(List.of("early", "late", "-").get(random.nextInt(3))).append(' ');
      line.append(List.of("low", "high", "-").get(random.nextInt(3)));
      for (String question : List.of("plan", "pace", "marked", "talk")) {
        String answer = List.of("yes", "no", "na", "nr", "").get(random.nextInt(5));
        line.append(answer.isEmpty() ? "" : " %s=%s".formatted(question, answer));
      }
      line.append(" safe=").append(1 + random.nextInt(4));
      lines.add(line.toString());
    }
    return lines;
  }

  /** Straight from the definitions, from the texts of the cases. */
  private static Counts byHand(List<String> lines, Measure measure) {
    long[] sums = new long[9];
    for (String line : lines) {
      boolean isInScope =
          line.contains(" " + measure.evidence() + " ")
              && (!measure.id().equals("safe-late") || line.contains(" late "));
      if (!isInScope) {
        continue;
      }
      long y = 0;
      long n = 0;
      for (String question : measure.questions()) {
        String answer = line.replaceFirst(".* " + question + "=([a-z0-9]+).*", "$1");
        Outcome outcome =
            answer.equals(line) || answer.equals("nr")
                ? Outcome.NOT_RECORDED
                : answer.equals("na")
                    ? Outcome.NOT_APPLICABLE
                    : List.of("yes", "1", "2").contains(answer)
                        ? Outcome.SUFFICIENT
                        : Outcome.INSUFFICIENT;
        y += outcome == Outcome.SUFFICIENT ? 1 : 0;
        n += outcome == Outcome.SUFFICIENT || outcome == Outcome.INSUFFICIENT ? 1 : 0;
        sums[4] += outcome == Outcome.NOT_APPLICABLE ? 1 : 0;
        sums[5] += outcome == Outcome.NOT_RECORDED ? 1 : 0;
      }
      sums[0]++;
      sums[1] += n > 0 ? 1 : 0;
      sums[2] += y;
      sums[3] += n;
      sums[6] += y * y;
      sums[7] += y * n;
      sums[8] += n * n;
    }
    return counts(sums);
  }
}
