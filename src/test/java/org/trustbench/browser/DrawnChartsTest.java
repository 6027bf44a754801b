package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.browser.Drawing.Mark;
import org.trustbench.support.PlainCsv;

/** Charts as they are drawn, held to the figures of the CSV files. */
@ExtendWith(SharedChromium.class)
class DrawnChartsTest {
  private static final String BLUE = "#12436D";
  private static final String ORANGE = "#F46A25";
  private static final int CIRCLE = 10;
  private static final int DIAMOND = 18;

  private final Figures figures = Figures.of(Releases.focused());
  private final List<Map<String, String>> themes =
      figures.against("NSP", "tranche", ShownReport.THEMES::contains);

  private static OpenedPage page;

  @BeforeAll
  static void open() {
    page = OpenedPage.at(Releases.focused().resolve("index.html"), OpenedPage.DESK);
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void every_chart_in_view_is_one_drawing_with_a_title_a_description_and_its_table() {
    assertThat(page.list(INCOMPLETE)).isEmpty();
    assertThat(page.list("[...document.querySelectorAll('figure')].map(f => f.id)"))
        .hasSizeGreaterThanOrEqualTo(6);
  }

  private static final String INCOMPLETE =
      """
      (() => {
        const words = (e, name) => (e.getAttribute(name) || '').split(' ')
          .map(id => (document.getElementById(id) || {}).textContent || '').join(' ').trim();
        return [...document.querySelectorAll('figure')].filter(f => f.checkVisibility()).filter(f => {
          const image = f.querySelector('[role=img]');
          const section = f.closest('section');
          return f.querySelectorAll('svg').length !== 1 || !image
            || words(image, 'aria-labelledby').length < 20
            || words(image, 'aria-describedby').length < 20
            || !section.querySelector('table');
        }).map(f => f.id);
      })()
      """;

  @ParameterizedTest
  @CsvSource({"1280, NSP, tranche", "1280, LDN, programme", "360, NSP, nps_division"})
  void texts_neither_collide_nor_leave_their_drawing(int width, String trust, String comparator) {
    Path file = Releases.focused().resolve("index.html");
    String hash = "#trust=%s&comparator=%s&measure=overall".formatted(trust, comparator);
    try (OpenedPage opened = OpenedPage.at(file, hash, width)) {
      assertThat(opened.list(Drawing.OFF)).isEmpty();
      assertThat(opened.list(Drawing.COLLIDING)).isEmpty();
    }
  }

  @Test
  void the_caterpillar_has_a_mark_for_every_trust_at_its_score() {
    Drawing drawing = Drawing.in(page, "caterpillar");
    List<Map<String, String>> league = figures.league("NSP", "tranche", "overall");
    List<Mark> marks =
        Stream.concat(drawing.marks(BLUE, CIRCLE).stream(), drawing.marks(ORANGE, DIAMOND).stream())
            .sorted(Comparator.comparingDouble(Mark::y))
            .toList();
    assertThat(drawing.marks(ORANGE, DIAMOND)).hasSize(1);
    assertInProportion(
        marks.stream().map(Mark::x).toList(),
        league.stream().map(row -> drawn(row, "score_percent")).toList());
    for (Map<String, String> row : league) {
      assertSaid(drawing, figures.score(row).get("trust_name"));
      assertSaid(drawing, Figures.scoreWords(figures.score(row)) + ", " + Figures.rankWords(row));
    }
    assertSaid(drawing, Figures.whole(pooled("overall")) + " %");
  }

  private static String pooled(String measure) {
    return PlainCsv.rows(Releases.focused().resolve("tables/comparators.csv")).stream()
        .filter(row -> row.get("comparator_id").equals("tranche"))
        .filter(row -> row.get("comparator_group").equals("2"))
        .filter(row -> row.get("measure_id").equals(measure))
        .findFirst()
        .orElseThrow()
        .get("pooled_percent");
  }

  @Test
  void the_funnel_has_a_mark_for_every_trust_at_its_judgements_and_score() {
    List<Map<String, String>> points =
        PlainCsv.rows(Releases.focused().resolve("tables/funnel_points.csv")).stream()
            .filter(row -> row.get("comparator_id").equals("tranche"))
            .filter(row -> row.get("comparator_group").equals("2"))
            .filter(row -> row.get("measure_id").equals("overall"))
            .sorted(Comparator.comparingDouble(row -> number(row, "effective_judgements")))
            .toList();
    Drawing drawing = Drawing.in(page, "funnel");
    List<Mark> marks =
        Stream.concat(drawing.marks(BLUE, CIRCLE).stream(), drawing.marks(ORANGE, DIAMOND).stream())
            .sorted(Comparator.comparingDouble(Mark::x))
            .toList();
    assertInProportion(
        marks.stream().map(Mark::x).toList(),
        points.stream().map(row -> number(row, "effective_judgements")).toList());
    assertInProportion(
        marks.stream().map(Mark::y).toList(),
        points.stream().map(row -> drawn(row, "score_percent")).toList());
    assertThat(points).anyMatch(row -> !row.get("place").equals("inside"));
    for (Map<String, String> row : points) {
      boolean isNamed = !row.get("place").equals("inside") || row.get("trust_id").equals("NSP");
      String name =
          figures
              .score(figures.of(row.get("trust_id"), "tranche", "overall"))
              .get("trust_name")
              .replaceAll("\\s", "");
      assertThat(drawing.said().contains(name)).as(name).isEqualTo(isNamed);
    }
    assertThat(drawing.said()).contains("95%", "99.8%");
  }

  @Test
  void the_rug_prints_every_score_with_the_benchmark_first() {
    List<List<String>> expected =
        Stream.concat(
                Stream.of(
                    themes.stream()
                        .map(measure -> Figures.whole(pooled(measure.get("measure_id"))))
                        .toList()),
                figures.league("NSP", "tranche", "overall").stream()
                    .map(row -> row.get("trust_id"))
                    .map(
                        trust ->
                            themes.stream()
                                .map(m -> figures.of(trust, "tranche", m.get("measure_id")))
                                .map(Figures::signedScore)
                                .toList()))
            .toList();
    List<List<String>> lines =
        Drawing.in(page, "rug").lines().stream()
            .map(line -> line.stream().filter(text -> text.matches("[▲▼]* ?\\d+|\\[.\\]")).toList())
            .filter(line -> !line.isEmpty())
            .toList();
    assertThat(lines).isEqualTo(expected);
  }

  @Test
  void the_spine_gives_every_measure_its_figures_and_marks_the_trust_s_distance() {
    Drawing drawing = Drawing.in(page, "spine-themes");
    List<String> said = drawing.lines().stream().map(line -> String.join(" ", line)).toList();
    for (Map<String, String> row : themes) {
      String figures =
          "%s %s %s–%s %s"
              .formatted(
                  Figures.whole(row.get("score_percent")),
                  Figures.whole(row.get("benchmark_percent")),
                  Figures.whole(row.get("lowest_percent")),
                  Figures.whole(row.get("highest_percent")),
                  Figures.signedVerdict(row));
      assertThat(said).as(row.get("measure_id")).anyMatch(line -> line.endsWith(figures));
    }
    assertInProportion(
        drawing.marks(ORANGE, DIAMOND).stream().map(Mark::x).toList(),
        themes.stream().map(row -> drawn(row, "difference_points")).toList());
  }

  @Test
  void the_pathway_s_bars_are_as_long_as_the_shares_that_are_left() {
    List<Map<String, String>> steps = figures.pathway("NSP", "tranche");
    Drawing drawing = Drawing.in(page, "steps-child-protection");
    assertThat(steps).hasSizeGreaterThan(3);
    for (Map<String, String> step : steps) {
      assertSaid(drawing, step.get("step_label"));
      assertSaid(drawing, Figures.shareWords(step));
      assertSaid(drawing, Figures.othersShareWords(step));
    }
    assertBars(drawing, ORANGE, steps, "remaining_percent");
    assertBars(drawing, BLUE, steps, "others_percent");
  }

  @Test
  void every_saved_chart_draws_by_itself_and_those_of_the_page_hold_the_same_rows()
      throws IOException {
    Map<String, String> saved = new TreeMap<>();
    try (Stream<Path> files = Files.list(Releases.focused().resolve("charts"))) {
      for (Path file : files.toList()) {
        saved.put(file.getFileName().toString().replace(".json", ""), Files.readString(file));
      }
    }
    Map<String, String> onPage =
        Map.of(
            "caterpillar", "caterpillar-overall",
            "funnel", "funnel-overall",
            "rug", "rug",
            "spine-themes", "spine-themes",
            "steps-child-protection", "steps-child-protection");
    assertThat(saved.keySet()).containsAll(onPage.values());
    for (Map.Entry<String, String> chart : saved.entrySet()) {
      assertThat(page.page().evaluate(DRAWN, chart.getValue())).as(chart.getKey()).isEqualTo(true);
    }
    onPage.forEach(
        (id, name) ->
            assertThat(page.page().evaluate(SAME_ROWS, List.of(id, saved.get(name))))
                .as(name)
                .isEqualTo(true));
  }

  /** Whether an option, drawn alone, shows its title and for whom it is. */
  private static final String DRAWN =
      """
      json => {
        const option = JSON.parse(json);
        const place = document.createElement('div');
        place.style.cssText = 'width: 900px; height: 600px';
        document.body.append(place);
        const chart = echarts.init(place, null, {renderer: 'svg'});
        chart.setOption(option);
        const words = text => text.replace(/\\s/g, '');
        const said = words(place.textContent);
        chart.dispose();
        place.remove();
        return said.includes(words(option.title.text)) && said.includes('internal')
          && option.series.length > 0 && !json.includes('function');
      }
      """;

  private static final String SAME_ROWS =
      """
      ([id, json]) => {
        const chart = echarts.getInstanceByDom(document.querySelector('#' + id + ' .canvas'));
        const rows = option => JSON.stringify(option.dataset.map(dataset => dataset.source));
        return rows(chart.getOption()) === rows(JSON.parse(json));
      }
      """;

  private static void assertBars(
      Drawing drawing, String fill, List<Map<String, String>> steps, String column) {
    assertInProportion(
        drawing.marks().stream()
            .filter(mark -> mark.fill().equals(fill))
            .sorted(Comparator.comparingDouble(Mark::y))
            .map(Mark::width)
            .toList(),
        steps.stream().map(step -> drawn(step, column)).filter(share -> share > 0).toList());
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** A number as charts have it: to one decimal. */
  private static double drawn(Map<String, String> row, String column) {
    return new BigDecimal(row.get(column)).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  private static void assertSaid(Drawing drawing, String words) {
    assertThat(drawing.said()).contains(words.replaceAll("\\s", ""));
  }

  /** As many places as values, and each where a straight scale through the outermost puts it. */
  private static void assertInProportion(List<Double> places, List<Double> values) {
    assertThat(places).hasSameSizeAs(values).hasSizeGreaterThan(2);
    int least = values.indexOf(values.stream().min(Comparator.naturalOrder()).orElseThrow());
    int most = values.indexOf(values.stream().max(Comparator.naturalOrder()).orElseThrow());
    double unit = (places.get(most) - places.get(least)) / (values.get(most) - values.get(least));
    assertThat(Math.abs(unit)).isGreaterThan(0);
    for (int i = 0; i < places.size(); i++) {
      assertThat(places.get(i))
          .as("place of value %s among %s", values.get(i), values)
          .isCloseTo(places.get(least) + unit * (values.get(i) - values.get(least)), within(1.5));
    }
  }
}
