package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;

/** All outputs of a release read back: every occurrence of a figure is the same figure. */
class OneFigureTest {
  private static final Whole WHOLE = SampleRuns.national();

  /** Scores by trust and measure. */
  private static final Map<String, Map<String, String>> SCORES =
      WHOLE.table("scores").stream()
          .collect(
              Collectors.toMap(
                  row -> key(row.get("trust_id"), row.get("measure_id")), Function.identity()));

  private static final Map<String, String> NAMES =
      WHOLE.table("trusts").stream()
          .collect(Collectors.toMap(row -> row.get("trust_name"), row -> row.get("trust_id")));

  private static String key(String trust, String measure) {
    return trust + " " + measure;
  }

  /** Half up, from the integers. */
  private static String percent(Map<String, String> score, int decimals) {
    BigInteger y = new BigInteger(score.get("sufficient"));
    BigInteger n = new BigInteger(score.get("assessed"));
    BigInteger scaled = y.multiply(BigInteger.TEN.pow(decimals + 2)).shiftLeft(1).add(n);
    return new BigDecimal(scaled.divide(n.shiftLeft(1)), decimals).toPlainString();
  }

  @Test
  void scores_and_comparisons_are_the_counts_to_four_decimals() {
    for (Map<String, String> score : SCORES.values()) {
      if (!score.get("score_percent").isEmpty()) {
        assertThat(score.get("score_percent")).isEqualTo(percent(score, 4));
      }
    }
    for (Map<String, String> row : WHOLE.table("comparisons")) {
      assertThat(row.get("score_percent"))
          .isEqualTo(
              SCORES.get(key(row.get("trust_id"), row.get("measure_id"))).get("score_percent"));
    }
  }

  @Test
  void summaries_are_the_counts_in_whole_percent() {
    for (String name : List.of("league", "benchmark", "child_protection")) {
      List<Map<String, String>> rows =
          PlainCsv.rows(WHOLE.release().resolve("summary").resolve(name + ".csv"));
      assertThat(rows).isNotEmpty();
      for (Map<String, String> row : rows) {
        Map<String, String> score = SCORES.get(key(row.get("trust_id"), row.get("measure_id")));
        assertThat(row.get("score_percent")).isEqualTo(percent(score, 0));
      }
    }
  }

  @Test
  void whole_differences_and_benchmarks_are_those_of_comparisons() {
    Map<String, Map<String, String>> exact = new TreeMap<>();
    WHOLE
        .table("comparisons")
        .forEach(
            row ->
                exact.put(
                    key(row.get("trust_id"), row.get("measure_id")) + row.get("comparator_id"),
                    row));
    for (String name : List.of("benchmark", "child_protection")) {
      for (Map<String, String> row :
          PlainCsv.rows(WHOLE.release().resolve("summary").resolve(name + ".csv"))) {
        Map<String, String> published =
            exact.get(key(row.get("trust_id"), row.get("measure_id")) + row.get("comparator_id"));
        for (String column :
            List.of(
                "benchmark_percent", "difference_points", "lowest_percent", "highest_percent")) {
          assertThat(row.get(column)).as(column).isEqualTo(whole(published.get(column)));
        }
      }
    }
  }

  /** Of four decimals; none of the samples' lies between a half and its fifth decimal. */
  private static String whole(String decimals) {
    return new BigDecimal(decimals).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  @Test
  void the_terminal_prints_the_counts_in_whole_percent() {
    Pattern line =
        Pattern.compile(" +\\d+ +\\d+ \\(\\d+–\\d+\\) +(.+?) {2,}(\\d+) \\(\\d+–\\d+\\).*");
    int read = 0;
    for (String printed : WHOLE.run().out()) {
      Matcher row = line.matcher(printed);
      if (row.matches() && NAMES.containsKey(row.group(1))) {
        assertThat(row.group(2))
            .isEqualTo(percent(SCORES.get(key(NAMES.get(row.group(1)), "overall")), 0));
        read++;
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void findings_say_the_counts_in_whole_percent_or_in_more_decimals() throws IOException {
    JsonNode json = new ObjectMapper().readTree(WHOLE.release().resolve("findings.json").toFile());
    Pattern shown = Pattern.compile("(\\d+(?:\\.(\\d+))?) % of (\\d+) judgements");
    int read = 0;
    for (JsonNode trust : json.get("trusts")) {
      for (String kind : List.of("strengths", "concerns")) {
        for (JsonNode finding : trust.get(kind)) {
          String sentence = finding.get("sentence").asText();
          Map<String, String> score =
              SCORES.get(key(trust.get("trust_id").asText(), finding.get("measure_id").asText()));
          Matcher figure = shown.matcher(sentence);
          assertThat(figure.find()).as(sentence).isTrue();
          int decimals = figure.group(2) == null ? 0 : figure.group(2).length();
          assertThat(figure.group(1)).isEqualTo(percent(score, decimals));
          assertThat(figure.group(3)).isEqualTo(score.get("assessed"));
          assertThat(finding.get("score_percent").decimalValue())
              .isEqualByComparingTo(percent(score, 4));
          read++;
        }
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void charts_name_all_trusts_together_by_one_figure() throws IOException {
    Map<String, String> pooled =
        WHOLE.table("comparators").stream()
            .filter(row -> !row.get("pooled_percent").isEmpty())
            .collect(
                Collectors.toMap(
                    row -> row.get("comparator_label") + " " + row.get("measure_id"),
                    row -> row.get("pooled_percent"),
                    (a, b) -> a));
    Pattern named = Pattern.compile("All trusts together: (\\d+) %");
    Pattern title = Pattern.compile("All work with cases, ([^:\"]+): ");
    int read = 0;
    try (var files = Files.list(WHOLE.release().resolve("charts"))) {
      for (Path file : files.sorted().toList()) {
        String chart = Files.readString(file);
        Matcher figure = named.matcher(chart);
        Matcher titled = title.matcher(chart);
        if (figure.find() && titled.find()) {
          String exact = pooled.get(titled.group(1) + " overall");
          assertThat(figure.group(1)).as(file.toString()).isEqualTo(whole(exact));
          read++;
        }
      }
    }
    assertThat(read).isGreaterThan(1);
  }

  @Test
  void trusts_belong_to_the_tranche_that_their_inspections_name() {
    Map<String, String> tranches =
        WHOLE.table("trusts").stream()
            .collect(Collectors.toMap(row -> row.get("trust_id"), row -> row.get("tranche")));
    for (Map<String, String> inspection : WHOLE.table("inspections")) {
      assertThat(tranches.get(inspection.get("trust_id"))).isEqualTo(inspection.get("tranche"));
    }
  }
}
