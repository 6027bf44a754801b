package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trustbench.support.SampleRuns;

/** The report's page, for every trust and comparator that can be chosen: one figure everywhere. */
class PageFiguresTest {
  private static final ExactFigures EXACT = new ExactFigures(SampleRuns.national().release());
  private static final Pattern STANDING =
      Pattern.compile(
          "All work with cases: .* scored (\\d+) % \\((\\d+) to (\\d+)\\) on a base of ([\\d,]+)"
              + " judgements in (\\d+) cases\\. The (\\d+) other trusts of .* together scored (\\d+)"
              + " %\\. The difference is (-?\\d+ \\(-?\\d+ to -?\\d+).*");
  private static final Pattern ITEM =
      Pattern.compile(
          "(.*?): (\\d+ % \\(\\d+ to \\d+\\)) against (\\d+) %; difference (-?\\d+ \\(-?\\d+ to"
              + " -?\\d+).*; base ([\\d,]+) judgements in (\\d+) cases; .*");
  private static final String[] DIFFERENCE = {
    "difference_points", "difference_lower95_points", "difference_upper95_points"
  };

  private static PublishedPage page;

  @BeforeAll
  static void read() throws IOException {
    page = PublishedPage.of(SampleRuns.national().release());
  }

  private static Stream<Map.Entry<String, JsonNode>> of(String part) {
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
    page.data().get(part).fields().forEachRemaining(entries::add);
    return entries.stream();
  }

  @Test
  void tables_of_a_trust_against_its_comparators() {
    int before = EXACT.held();
    of("views")
        .forEach(
            view -> {
              holdTable(view.getKey(), view.getValue().get("benchmark").get("table"));
              view.getValue()
                  .get("details")
                  .forEach(detail -> holdTable(view.getKey(), detail.get("table")));
            });
    assertThat(EXACT.held() - before).isGreaterThan(8_000);
  }

  private static void holdTable(String key, JsonNode table) {
    if (table == null) {
      return;
    }
    String trust = key.substring(0, key.indexOf('|'));
    String comparator = key.substring(key.indexOf('|') + 1);
    for (Map<String, String> row : page.rows(table)) {
      String measure = EXACT.measure(row.get("Measure"));
      Map<String, String> compared = EXACT.comparison(trust, measure, comparator);
      row.forEach((column, shown) -> hold(trust, measure, compared, column, shown));
    }
  }

  private static void hold(
      String trust, String measure, Map<String, String> row, String column, String shown) {
    List<String> where = List.of(trust, measure, row.get("comparator_id"), column);
    Map<String, String> score = EXACT.score(trust, measure);
    switch (column) {
      case "Score % (95 %)" -> EXACT.score(where, shown, score);
      case "Lowest" -> EXACT.whole(where, shown, row.get("lowest_percent"));
      case "Highest" -> EXACT.whole(where, shown, row.get("highest_percent"));
      case "Others" -> EXACT.whole(where, shown, row.get("benchmark_percent"));
      case "Difference (95 %)" -> EXACT.interval(where, shown, row, DIFFERENCE);
      case "Base" -> EXACT.count(where, shown, score.get("assessed"));
      case "Not recorded" -> EXACT.count(where, shown, score.get("not_recorded"));
      case "Adjusted" -> EXACT.whole(where, shown, row.get("adjusted_percent"));
      case "Rank" -> EXACT.rank(where, shown, row);
      case "Verdict" -> EXACT.verdict(where, shown, row);
      default -> assertThat(column).isIn("Measure", "Robust", "Flag");
    }
  }

  @Test
  void sentences_on_where_a_trust_stands() {
    int before = EXACT.held();
    of("views")
        .forEach(view -> view.getValue().get("standing").forEach(p -> hold(view.getKey(), p)));
    assertThat(EXACT.held() - before).isGreaterThan(1_000);
  }

  private static void hold(String key, JsonNode paragraph) {
    String trust = key.substring(0, key.indexOf('|'));
    String comparator = key.substring(key.indexOf('|') + 1);
    Matcher whole = STANDING.matcher(ExactFigures.plain(paragraph.get(0).asText()));
    if (whole.matches()) {
      Map<String, String> row = EXACT.comparison(trust, "overall", comparator);
      String score = "%s (%s to %s)".formatted(whole.group(1), whole.group(2), whole.group(3));
      hold(key, row, score, whole.group(7), whole.group(8), whole.group(4), whole.group(5));
      EXACT.count(key, whole.group(6), row.get("other_trusts"));
    }
    for (JsonNode item : paragraph.get(1)) {
      Matcher one = ITEM.matcher(ExactFigures.plain(item.asText()));
      if (one.matches()) {
        hold(
            key,
            EXACT.comparison(trust, EXACT.measure(one.group(1)), comparator),
            one.group(2).replace(" %", ""),
            one.group(3),
            one.group(4),
            one.group(5),
            one.group(6));
      }
    }
  }

  private static void hold(
      String where,
      Map<String, String> row,
      String score,
      String others,
      String difference,
      String base,
      String cases) {
    Map<String, String> exact = EXACT.score(row.get("trust_id"), row.get("measure_id"));
    EXACT.score(where, score, exact);
    EXACT.whole(where, others, row.get("benchmark_percent"));
    EXACT.interval(where, difference + ")", row, DIFFERENCE);
    EXACT.count(where, base, exact.get("assessed"));
    EXACT.count(where, cases, exact.get("cases_assessed"));
  }

  @Test
  void league_tables_and_the_charts_beside_them() {
    int before = EXACT.held();
    of("leagues").forEach(league -> holdLeague(league.getKey(), league.getValue()));
    assertThat(EXACT.held() - before).isGreaterThan(8_000);
  }

  private static void holdLeague(String key, JsonNode league) {
    String measure = key.substring(key.lastIndexOf('|') + 1);
    String group = key.substring(0, key.lastIndexOf('|'));
    String comparator = group.replaceFirst(":.*", "");
    // Without one the page makes the table of its columns, which EveryMeasureTest holds to the
    // files.
    JsonNode table = league.path("table");
    assertThat(table.isMissingNode())
        .as(key)
        .isEqualTo(!measure.equals("overall") && !measure.startsWith("theme-"));
    for (Map<String, String> row :
        table.isMissingNode() ? List.<Map<String, String>>of() : page.rows(table)) {
      String trust = EXACT.trust(row.get("Trust"));
      Map<String, String> score = EXACT.score(trust, measure);
      Map<String, String> rank = EXACT.rank(trust, measure, comparator);
      EXACT.score(key, row.get("Score % (95 %)"), score);
      EXACT.count(key, row.get("Cases"), score.get("cases_assessed"));
      EXACT.count(key, row.get("Judgements"), score.get("assessed"));
      EXACT.rank(key, row.get("Rank"), rank);
      EXACT.same(key, row.get("Tier"), rank.get("tier").isEmpty() ? "[x]" : rank.get("tier"));
      EXACT.verdict(
          key, row.get("Against the others"), EXACT.comparison(trust, measure, comparator));
    }
    for (String chart : List.of("caterpillar", "funnel")) {
      if (!league.path(chart).isMissingNode() && !league.path(chart).isNull()) {
        holdRows(key, measure, league.get(chart), 5);
        holdCentre(key, league.get(chart), EXACT.comparator(group, measure));
      }
    }
  }

  /** Of each point its trust, three datasets, where it stands, and its score. */
  private static void holdRows(String key, String measure, JsonNode chart, int place) {
    for (JsonNode row : chart.get("rows")) {
      if (row.get(0).isTextual()) {
        Map<String, String> score = EXACT.score(row.get(0).asText(), measure);
        EXACT.tenth(key, row.get(place).numberValue(), score.get("score_percent"));
        for (JsonNode cell : row) {
          Matcher told = Pattern.compile(".*: (\\d+) %, .*").matcher(cell.asText());
          if (told.matches()) {
            EXACT.same(key, told.group(1), ExactFigures.percent(score, 0));
          }
        }
      }
    }
  }

  private static void holdCentre(String key, JsonNode chart, Map<String, String> group) {
    Matcher centre =
        Pattern.compile("All trusts together: (\\d+) %").matcher(chart.get("changes").toString());
    while (centre.find()) {
      EXACT.whole(key, centre.group(1), group.get("pooled_percent"));
    }
  }

  @Test
  void every_trust_on_every_theme() {
    int before = EXACT.held();
    of("rugs")
        .forEach(
            rug -> {
              String comparator = rug.getKey().replaceFirst(":.*", "");
              for (Map<String, String> row : page.rows(rug.getValue().get("table"))) {
                String name = row.get("Trust");
                row.forEach(
                    (column, shown) -> {
                      if (!column.equals("Trust") && !name.startsWith("All ")) {
                        hold(rug.getKey(), EXACT.trust(name), column, comparator, shown);
                      }
                    });
              }
            });
    assertThat(EXACT.held() - before).isGreaterThan(500);
  }

  private static void hold(
      String where, String trust, String label, String comparator, String shown) {
    String measure = EXACT.measure(label);
    Matcher parts = Pattern.compile("(\\d+) (?:\\[u\\] )?(.*)").matcher(shown);
    if (parts.matches()) {
      EXACT.same(where, parts.group(1), ExactFigures.percent(EXACT.score(trust, measure), 0));
      EXACT.verdict(where, parts.group(2), EXACT.comparison(trust, measure, comparator));
    }
  }
}
