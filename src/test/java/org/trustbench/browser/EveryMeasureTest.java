package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.summary.Formatting;

/** Every measure of every trust on the page, alone, beside the others, and beside another trust. */
@ExtendWith(SharedChromium.class)
class EveryMeasureTest {
  private static final List<String> COMPARATORS = List.of("programme", "tranche", "nps_division");

  private static OpenedPage page;
  private static OpenedPage publicly;
  private static Figures figures;

  @BeforeAll
  static void open() {
    figures = Figures.of(Releases.focused());
    page = OpenedPage.at(Releases.focused().resolve("index.html"), OpenedPage.DESK);
    publicly = OpenedPage.at(Releases.publicly().resolve("index.html"), OpenedPage.DESK);
  }

  @AfterAll
  static void close() {
    page.close();
    publicly.close();
  }

  private static String plain(Object text) {
    return Stream.of(text.toString().split("\t", -1))
        .limit(2)
        .collect(Collectors.joining(" "))
        .strip();
  }

  @Test
  void every_measure_of_the_files_can_be_chosen() {
    assertThat(
            page.list("[...document.querySelectorAll('#choose-measure option')].map(e => e.value)"))
        .containsExactlyInAnyOrderElementsOf(
            figures.scores().stream()
                .map(row -> (Object) row.get("measure_id"))
                .distinct()
                .toList())
        .hasSizeGreaterThan(100);
  }

  @Test
  void every_score_is_that_of_the_files() {
    for (Map.Entry<OpenedPage, Figures> release :
        Map.of(page, figures, publicly, Figures.of(Releases.publicly())).entrySet()) {
      Map<String, String> shown = new HashMap<>();
      release.getKey().list(SCORES).forEach(one -> put(shown, one));
      List<Map<String, String>> rows = release.getValue().scores();
      assertThat(shown).hasSize(rows.size());
      assertThat(rows)
          .allSatisfy(
              row ->
                  assertThat(shown.get(row.get("trust_id") + " " + row.get("measure_id")))
                      .isEqualTo(Figures.scoreWords(row)));
    }
  }

  private static void put(Map<String, String> shown, Object one) {
    List<?> parts = (List<?>) one;
    shown.put(parts.get(0).toString(), plain(parts.get(1)));
  }

  private static final String SCORES =
      """
      figures.data.trusts.flatMap((trust, t) => figures.data.measures.map((measure, m) =>
        [trust[0] + ' ' + measure[0], figures.score(figures.cell(t, m))]))
      """;

  @Test
  void every_comparison_with_the_others_is_that_of_the_files() {
    for (String comparator : COMPARATORS) {
      Map<String, List<?>> shown = new HashMap<>();
      page.list(AGAINST.replace("COMPARATOR", comparator))
          .forEach(one -> shown.put(((List<?>) one).get(0).toString(), (List<?>) one));
      for (String trust : figures.names().keySet()) {
        for (Map<String, String> row : figures.against(trust, comparator, kind -> true)) {
          List<?> cells = shown.get(trust + " " + row.get("measure_id"));
          assertThat(plain(cells.get(1)))
              .isEqualTo(
                  row.get("benchmark_percent").isEmpty()
                      ? "[x]"
                      : Figures.whole(row.get("benchmark_percent")));
          assertThat(cells.get(3)).isEqualTo(Figures.verdictWords(row));
          if (!row.get("difference_lower95_points").isEmpty() && !isOnAHalf(row)) {
            assertThat(plain(cells.get(2))).isEqualTo(Figures.differenceWords(row));
          }
        }
      }
    }
  }

  /** Four decimals that end in a half do not tell which way the figure behind them is rounded. */
  private static boolean isOnAHalf(Map<String, String> row) {
    return Stream.of("difference_points", "difference_lower95_points", "difference_upper95_points")
        .anyMatch(name -> row.get(name).endsWith(".5000"));
  }

  private static final String AGAINST =
      """
      figures.data.trusts.flatMap(trust => figures.data.measures.map((measure, m) => {
        const against = figures.against(trust[0] + '|COMPARATOR', m);
        return against && [trust[0] + ' ' + measure[0], against.others, against.difference, against.verdict];
      })).filter(Boolean)
      """;

  @Test
  void a_league_of_a_section_or_question_is_that_of_the_files() {
    for (String measure : List.of("section-4.2", "question-oversight_harm", "section-1.4")) {
      page.page().selectOption("#choose-measure", measure);
      List<Map<String, String>> league = figures.league("NSP", "tranche", measure);
      PageTable table =
          PageTable.titled(
              PageTable.all(page),
              figures.score(league.get(0)).get("measure_label") + ": Tranche 2");
      assertThat(table.column("Rank")).isEqualTo(league.stream().map(Figures::rankWords).toList());
      assertThat(table.column("Score"))
          .isEqualTo(league.stream().map(figures::score).map(Figures::scoreWords).toList());
      assertThat(table.column("Against"))
          .isEqualTo(league.stream().map(Figures::verdictWords).toList());
      assertThat(Drawing.in(page, "caterpillar").said())
          .contains(
              league.stream()
                  .map(row -> figures.score(row).get("trust_name").replaceAll("\\s", ""))
                  .toList());
    }
  }

  /** A score on the judgements it is worth; null where it is on too few cases to be compared. */
  private static Proportion worth(Map<String, String> score) {
    if (score.get("design_effect").isEmpty() || Integer.parseInt(score.get("cases_assessed")) < 5) {
      return null;
    }
    double n = Double.parseDouble(score.get("assessed"));
    return new Proportion(
        Double.parseDouble(score.get("sufficient")) / n,
        n / Double.parseDouble(score.get("design_effect")));
  }

  private static String verdict(Proportion one, Proportion other) {
    Interval at95 = Difference.interval(one, other, Normal.Z95);
    boolean isSure = Difference.interval(one, other, Normal.Z998).excludes(0);
    return !at95.excludes(0)
        ? "similar"
        : (at95.low() > 0 ? "higher" : "lower") + (isSure ? " (99.8 %)" : "");
  }

  @Test
  void two_trusts_differ_by_what_the_statistics_say_and_for_the_public_never_by_more() {
    Map<List<String>, Map<String, String>> scores = new HashMap<>();
    figures.scores().forEach(row -> scores.put(key(row), row));
    Map<List<String>, List<?>> rounded = new HashMap<>();
    publicly.list(PAIRS).forEach(one -> rounded.put(pair((List<?>) one), (List<?>) one));
    List<String> claimed = new ArrayList<>();
    for (Object one : page.list(PAIRS)) {
      List<?> cells = (List<?>) one;
      List<String> pair = pair(cells);
      Proportion first = worth(scores.get(List.of(pair.get(0), pair.get(2))));
      Proportion second = worth(scores.get(List.of(pair.get(1), pair.get(2))));
      String verdict = first == null || second == null ? "not compared" : verdict(first, second);
      assertThat(cells.get(4)).as("%s", pair).isEqualTo(verdict);
      if (first != null && second != null) {
        Interval interval = Difference.interval(first, second, Normal.Z95);
        assertThat(plain(cells.get(3)))
            .as("%s", pair)
            .isEqualTo(
                "%s (%s to %s)"
                    .formatted(
                        Formatting.points(first.p() - second.p()),
                        Formatting.points(interval.low()),
                        Formatting.points(interval.high())));
      }
      String toPublic = rounded.get(pair).get(4).toString();
      if (toPublic.startsWith("higher") || toPublic.startsWith("lower")) {
        assertThat(verdict).as("%s", pair).startsWith(toPublic.replace(" (99.8 %)", ""));
        assertThat(verdict.contains("99.8") || !toPublic.contains("99.8")).isTrue();
        claimed.add(toPublic);
      }
    }
    assertThat(claimed).hasSizeGreaterThan(100);
  }

  private static List<String> key(Map<String, String> row) {
    return List.of(row.get("trust_id"), row.get("measure_id"));
  }

  private static List<String> pair(List<?> cells) {
    return cells.stream().limit(3).map(Object::toString).toList();
  }

  private static final String PAIRS =
      """
      ['NSP', 'CMB', 'WPT'].flatMap(first => figures.data.trusts.filter(trust => trust[0] !== first)
        .flatMap(trust => figures.data.measures.map((measure, m) => {
          const pair = figures.pair(figures.trusts[first], figures.trusts[trust[0]], m);
          return [first, trust[0], measure[0], pair.difference, pair.verdict];
        })))
      """;

  @Test
  void a_measure_and_a_trust_are_found_and_chosen_with_the_keyboard_alone() {
    page.page().focus("#find");
    page.page().keyboard().type("oversight harm");
    assertThat(page.page().innerText("#find-status")).contains("match");
    page.page().keyboard().press("ArrowDown");
    page.page().keyboard().press("Enter");
    assertThat(page.evaluate("document.getElementById('choose-measure').value"))
        .isEqualTo("question-oversight_harm");
    page.page().keyboard().type("kent");
    page.page().keyboard().press("Enter");
    assertThat(page.evaluate("document.getElementById('choose-trust').value")).isEqualTo("KNT");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("find");
    page.page().keyboard().type("no such thing");
    assertThat(page.page().innerText("#find-status")).startsWith("No measure and no trust");
    page.page().keyboard().press("Escape");
    assertThat(page.page().innerText("#find-list")).isEmpty();
    page.page().selectOption("#choose-trust", "NSP");
  }

  @Test
  void a_link_names_who_is_set_beside_and_says_when_there_is_nobody_of_that_name() {
    page.page().selectOption("#choose-beside", "KNT");
    assertThat(page.page().url()).endsWith("&beside=KNT");
    assertThat(page.page().innerText("#chosen-figure")).contains("Kent Probation", "Difference");
    page.evaluate("location.hash = 'trust=NSP&beside=XXX'");
    page.page().waitForSelector("#address-complaint:not([hidden])");
    assertThat(page.page().innerText("#address-complaint"))
        .contains("Not found: trust beside it “XXX”", "Followed: trust.");
    page.page().selectOption("#choose-beside", "");
    assertThat(page.page().isVisible("#address-complaint")).isFalse();
  }
}
