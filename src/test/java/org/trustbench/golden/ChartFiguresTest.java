package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.trustbench.support.SampleRuns;

/** Every saved chart of a release, the national samples with a focus and a tranche. */
class ChartFiguresTest {
  private static final Path RELEASE = SampleRuns.national().release();
  private static final ExactFigures EXACT = new ExactFigures(RELEASE);
  private static final String FOCUS = "NSP";
  private static final String COMPARATOR = "tranche";

  private static void each(String kind, BiConsumer<String, JsonNode> hold) throws IOException {
    int before = EXACT.held();
    try (var files = Files.list(RELEASE.resolve("charts"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        if (name.startsWith(kind)) {
          hold.accept(
              name.substring(kind.length()).replaceFirst("^-", ""),
              new ObjectMapper().readTree(Files.readString(file)));
        }
      }
    }
    assertThat(EXACT.held()).isGreaterThan(before);
  }

  private static List<JsonNode> rows(JsonNode chart) {
    List<JsonNode> rows = new ArrayList<>();
    chart.get("dataset").forEach(set -> set.get("source").forEach(rows::add));
    return rows;
  }

  private static String label(JsonNode axis, int place) {
    JsonNode label = axis.get("data").get(place);
    return label.isTextual() ? label.asText() : label.path("value").asText();
  }

  @Test
  void caterpillars_place_and_print_scores_intervals_and_ranks() throws IOException {
    each(
        "caterpillar",
        (measure, chart) -> {
          JsonNode names = chart.get("yAxis").get(0);
          for (JsonNode row : rows(chart)) {
            int place = row.get(0).asInt();
            String trust = EXACT.trust(label(names, place));
            Map<String, String> score = EXACT.score(trust, measure);
            EXACT.tenth(measure, row.get(1).numberValue(), score.get("score_percent"));
            EXACT.tenth(measure, row.get(2).numberValue(), score.get("lower95_percent"));
            String printed = label(chart.get("yAxis").get(1), place);
            EXACT.score(measure, printed, score);
            EXACT.rank(
                measure,
                printed.replaceFirst(".*, ", ""),
                EXACT.comparison(trust, measure, COMPARATOR));
          }
        });
  }

  @Test
  void funnels_place_and_say_scores_at_effective_judgements() throws IOException {
    each(
        "funnel",
        (measure, chart) -> {
          for (JsonNode row : rows(chart)) {
            if (row.size() == 4 && row.get(3).isTextual()) {
              String trust = EXACT.trust(row.get(3).asText());
              Map<String, String> score = EXACT.score(trust, measure);
              EXACT.tenth(measure, row.get(1).numberValue(), score.get("score_percent"));
              EXACT.tenth(
                  measure,
                  row.get(0).numberValue(),
                  EXACT.comparison(trust, measure, COMPARATOR).get("effective_judgements"));
              EXACT.same(
                  measure,
                  row.get(2).asText().replaceFirst(".*: (\\d+)\u00a0%.*", "$1"),
                  ExactFigures.percent(score, 0));
            }
          }
        });
  }

  @Test
  void spines_place_differences_and_print_scores() throws IOException {
    each(
        "spine",
        (kind, chart) -> {
          for (JsonNode row : rows(chart)) {
            String label = label(chart.get("yAxis"), row.get(0).asInt());
            if (label.isEmpty()) {
              continue;
            }
            String measure = EXACT.measure(label);
            Map<String, String> compared = EXACT.comparison(FOCUS, measure, COMPARATOR);
            if (row.size() == 2) {
              EXACT.tenth(label, row.get(1).numberValue(), compared.get("difference_points"));
            } else if (row.get(2).isTextual()) {
              EXACT.same(
                  label, row.get(2).asText(), ExactFigures.percent(EXACT.score(FOCUS, measure), 0));
              EXACT.whole(label, row.get(3).asText(), compared.get("benchmark_percent"));
              String[] range = row.get(4).asText().split("–", -1);
              EXACT.whole(label, range[0], compared.get("lowest_percent"));
              EXACT.whole(label, range[1], compared.get("highest_percent"));
            }
          }
        });
  }

  @Test
  void steps_of_a_pathway_are_those_of_its_table() throws IOException {
    each(
        "steps",
        (pathway, chart) -> {
          for (int set = 0; set < chart.get("dataset").size(); set++) {
            for (JsonNode row : chart.get("dataset").get(set).get("source")) {
              boolean isOfFocus = set == 0;
              Map<String, String> step =
                  EXACT.table("pathway").stream()
                      .filter(one -> one.get("trust_id").equals(FOCUS))
                      .filter(one -> one.get("pathway_id").equals(pathway))
                      .filter(one -> one.get("comparator_id").equals(COMPARATOR))
                      .filter(one -> one.get("step").equals(row.get(0).asText()))
                      .findFirst()
                      .orElseThrow();
              EXACT.tenth(
                  step,
                  row.get(1).numberValue(),
                  step.get(isOfFocus ? "remaining_percent" : "others_percent"));
              EXACT.interval(
                  step,
                  row.get(2).asText(),
                  step,
                  isOfFocus
                      ? new String[] {"remaining_percent", "lower95_percent", "upper95_percent"}
                      : new String[] {
                        "others_percent", "others_lower95_percent", "others_upper95_percent"
                      });
            }
          }
        });
  }

  @Test
  void the_rug_prints_scores_and_what_all_trusts_have_together() throws IOException {
    each(
        "rug",
        (none, chart) -> {
          for (JsonNode row : rows(chart)) {
            String printed = row.get(2).asText().replaceAll("[▲▼ ]", "");
            if (!printed.matches("\\d+")) {
              continue;
            }
            String measure = EXACT.measure(label(chart.get("xAxis"), row.get(0).asInt()));
            String name = label(chart.get("yAxis"), row.get(1).asInt());
            if (name.startsWith("All trusts")) {
              EXACT.whole(
                  name, printed, EXACT.comparator("tranche:2", measure).get("pooled_percent"));
            } else {
              EXACT.same(
                  name, printed, ExactFigures.percent(EXACT.score(EXACT.trust(name), measure), 0));
            }
          }
        });
  }
}
