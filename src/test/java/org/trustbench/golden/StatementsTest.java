package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;

/** No two statements of one release contradict each other, in any table, for any trust. */
class StatementsTest {
  private static final Whole WHOLE = SampleRuns.national();
  private static final List<Map<String, String>> COMPARISONS = WHOLE.table("comparisons");

  /** Rows of ranks, a list for each comparator's group and measure, best first. */
  private static final List<List<Map<String, String>>> RANKINGS =
      WHOLE.table("ranks").stream()
          .filter(row -> !row.get("rank").isEmpty())
          .collect(
              Collectors.groupingBy(row -> row.get("comparator_key") + " " + row.get("measure_id")))
          .values()
          .stream()
          .map(
              rows ->
                  rows.stream().sorted(Comparator.comparingInt(row -> whole(row, "rank"))).toList())
          .toList();

  private static int whole(Map<String, String> row, String column) {
    return Integer.parseInt(row.get(column));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void a_rank_counts_the_higher_scores_and_lies_within_its_sets() {
    assertThat(RANKINGS).hasSizeGreaterThan(100);
    for (List<Map<String, String>> ranking : RANKINGS) {
      for (Map<String, String> row : ranking) {
        double score = number(row, "score_percent");
        long higher =
            ranking.stream().filter(other -> number(other, "score_percent") > score).count();
        long equal =
            ranking.stream().filter(other -> number(other, "score_percent") == score).count();
        assertThat(whole(row, "rank")).isBetween((int) higher + 1, (int) (higher + equal));
        assertThat(whole(row, "ranked_trusts")).isEqualTo(ranking.size());
        List<Integer> nested =
            List.of(
                1,
                whole(row, "rank_lower_simultaneous"),
                whole(row, "rank_lower"),
                whole(row, "rank"),
                whole(row, "rank_upper"),
                whole(row, "rank_upper_simultaneous"),
                ranking.size());
        assertThat(nested).isSorted();
      }
    }
  }

  @Test
  void trusts_of_one_tier_are_not_told_apart_by_their_ranks_and_a_new_tier_has_a_reason() {
    int breaks = 0;
    for (List<Map<String, String>> ranking : RANKINGS) {
      for (int i = 0; i < ranking.size(); i++) {
        Map<String, String> row = ranking.get(i);
        for (Map<String, String> below : ranking.subList(i + 1, ranking.size())) {
          assertThat(whole(below, "tier")).isGreaterThanOrEqualTo(whole(row, "tier"));
          if (below.get("tier").equals(row.get("tier"))) {
            assertThat(whole(below, "rank_lower_simultaneous"))
                .as("%s and %s", row, below)
                .isLessThanOrEqualTo(whole(row, "rank_upper_simultaneous"));
          }
          if (isAlike(row, below)) {
            assertThat(below.get("tier")).isEqualTo(row.get("tier"));
          }
        }
        if (i > 0 && !row.get("tier").equals(ranking.get(i - 1).get("tier"))) {
          assertThat(whole(row, "tier")).isEqualTo(whole(ranking.get(i - 1), "tier") + 1);
          assertThat(whole(row, "rank_lower_simultaneous")).as("%s", row).isGreaterThan(1);
          breaks++;
        }
      }
    }
    assertThat(breaks).isPositive();
  }

  /** The same score, and the same ranks not ruled out. */
  private static boolean isAlike(Map<String, String> one, Map<String, String> other) {
    return List.of(
            "score_percent",
            "rank_lower",
            "rank_upper",
            "rank_lower_simultaneous",
            "rank_upper_simultaneous")
        .stream()
        .allMatch(column -> one.get(column).equals(other.get(column)));
  }

  @Test
  void a_verdict_says_what_its_interval_says() {
    int apart = 0;
    for (Map<String, String> row : COMPARISONS) {
      for (String level : List.of("95", "998")) {
        String verdict = row.get("verdict" + level);
        if (row.get("difference_points").isEmpty() || verdict.equals("not compared")) {
          continue;
        }
        double difference = number(row, "difference_points");
        double low = number(row, "difference_lower" + level + "_points");
        double high = number(row, "difference_upper" + level + "_points");
        assertThat(difference).isBetween(low, high);
        switch (verdict) {
          case "higher" -> assertThat(low).as("%s", row).isNotNegative();
          case "lower" -> assertThat(high).as("%s", row).isNotPositive();
          default -> {
            assertThat(low).as("%s", row).isNotPositive();
            assertThat(high).as("%s", row).isNotNegative();
          }
        }
        apart += verdict.equals("higher") || verdict.equals("lower") ? 1 : 0;
      }
      if (!row.get("verdict998").equals("similar")) {
        assertThat(row.get("verdict998")).isEqualTo(row.get("verdict95"));
      }
    }
    assertThat(apart).isPositive();
  }

  @Test
  void p_values_say_what_verdicts_say() {
    for (Map<String, String> row : COMPARISONS) {
      if (!row.get("p_value").isEmpty()) {
        double p = number(row, "p_value");
        assertThat(p <= .05).as("%s", row).isEqualTo(isApart(row.get("verdict95")));
        assertThat(p <= .002).as("%s", row).isEqualTo(isApart(row.get("verdict998")));
        assertThat(number(row, "adjusted_p_value")).isGreaterThanOrEqualTo(p);
        assertThat(row.get("is_discovery"))
            .isEqualTo(Boolean.toString(number(row, "adjusted_p_value") <= .05));
      }
      if (!row.get("rules").isEmpty()) {
        assertThat(row.get("is_robust"))
            .isEqualTo(Boolean.toString(row.get("rules").equals(row.get("rules_agreeing"))));
      }
      if (!row.get("adjusted_verdict95").isEmpty()) {
        assertThat(row.get("case_mix_changes_verdict"))
            .isEqualTo(
                Boolean.toString(!row.get("adjusted_verdict95").equals(row.get("verdict95"))));
      }
    }
  }

  private static boolean isApart(String verdict) {
    return verdict.equals("higher") || verdict.equals("lower");
  }

  @Test
  void findings_sensitivity_ranks_and_summaries_repeat_the_comparison() {
    Map<String, Map<String, String>> comparisons =
        COMPARISONS.stream().collect(Collectors.toMap(StatementsTest::key, row -> row));
    List<Map<String, String>> repeated = new ArrayList<>(WHOLE.table("ranks"));
    for (Map<String, String> finding : WHOLE.table("findings")) {
      if (finding.get("basis").equals("comparative")) {
        finding.remove("adjusted_p_value"); // of another family: the trust's own comparisons
        repeated.add(finding);
      }
    }
    for (Map<String, String> row : repeated) {
      Map<String, String> comparison = comparisons.get(key(row));
      for (String column : row.keySet()) {
        if (comparison.containsKey(column)) {
          assertThat(row.get(column)).as("%s of %s", column, row).isEqualTo(comparison.get(column));
        }
      }
    }
    int published = 0;
    for (Map<String, String> row : WHOLE.table("sensitivity")) {
      if (row.get("is_published").equals("true")) {
        Map<String, String> comparison =
            COMPARISONS.stream()
                .filter(c -> c.get("comparator_id").equals(row.get("comparator_id")))
                .filter(c -> c.get("measure_id").equals(row.get("measure_id")))
                .filter(c -> c.get("inspection_id").equals(row.get("inspection_id")))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("verdict95")).isEqualTo(comparison.get("verdict95"));
        assertThat(row.get("verdict998")).isEqualTo(comparison.get("verdict998"));
        assertThat(row.get("benchmark_percent")).isEqualTo(comparison.get("benchmark_percent"));
        published++;
      }
    }
    assertThat(published).isPositive();
    for (Map<String, String> row :
        PlainCsv.rows(WHOLE.release().resolve("summary").resolve("league.csv"))) {
      Map<String, String> comparison =
          COMPARISONS.stream()
              .filter(c -> c.get("comparator_id").equals(row.get("comparator_id")))
              .filter(c -> c.get("measure_id").equals(row.get("measure_id")))
              .filter(c -> c.get("trust_id").equals(row.get("trust_id")))
              .findFirst()
              .orElseThrow();
      for (String column : List.of("tier", "rank", "rank_lower", "rank_upper", "verdict95")) {
        assertThat(row.get(column)).as(column).isEqualTo(comparison.get(column));
      }
    }
  }

  private static String key(Map<String, String> row) {
    return row.get("inspection_id") + " " + row.get("measure_id") + " " + row.get("comparator_key");
  }
}
