package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.TinyFramework;

/** Targets and ratings that a framework declares, as a reader sees them on a page. */
@ExtendWith(SharedChromium.class)
class OwnRulesTest {
  private static final int SMALL_PHONE = 320;
  private static final String RULES =
      """
      "targets": [
        { "id": "charter", "label": "Charter", "target": 72.5, "tolerance": 2.5,
          "measures": ["overall", "question-plan"] },
        { "id": "band", "label": "Band", "average_of": "programme", "tolerance": 5,
          "measures": ["theme-B"] }],
      "ratings": {
        "whose": "Invented.",
        "scale": [{ "id": "good", "label": "Good" }, { "id": "poor", "label": "Poor" }],
        "rules": [
          { "id": "teaching", "label": "Teaching", "score_of": "theme-A", "bands": [
            { "rating": "good", "at_least": 70 }, { "rating": "poor", "at_least": 0 }] },
          { "id": "safety", "label": "Safety", "score_of": "theme-B", "bands": [
            { "rating": "good", "at_least": 70 }, { "rating": "poor", "at_least": 0 }] },
          { "id": "worst", "label": "Worst", "lowest_of": ["teaching", "safety"] }] },
      """;

  @TempDir static Path folder;

  private static Path release;

  @BeforeAll
  static void publish() throws IOException {
    String framework =
        TinyFramework.write(
                folder.resolve("framework"),
                json -> json.replace("\"layouts\":", RULES + "\"layouts\":"))
            .toString();
    String sent = folder.resolve("sent").toString();
    MainRun made =
        MainRun.of("synthesise", "--framework", framework, "--scale", "0.3", "--to", sent);
    assertThat(made.exitCode()).as("%s", made.err()).isZero();
    release =
        MainRun.in(
                folder.resolve("w"),
                "run",
                "--focus",
                "HILL",
                "--framework",
                framework,
                "--submissions",
                sent)
            .release();
  }

  private static OpenedPage open(String hash, int width) {
    return OpenedPage.at(release.resolve("index.html"), hash, width);
  }

  private static List<Map<String, String>> published(String table, String trust) {
    return PlainCsv.rows(release.resolve(table)).stream()
        .filter(row -> row.get("trust_id").equals(trust))
        .toList();
  }

  private static List<Object> firstColumns(OpenedPage page, String slot, int columns) {
    return page.list(
        "[...document.querySelectorAll('#slot-%s tbody tr')].map(r => [...r.cells].slice(0, %d).map(c => c.innerText.trim()).join('|'))"
            .formatted(slot, columns));
  }

  @Test
  void the_funnel_around_a_target_follows_measure_and_institution() {
    try (OpenedPage opened = open("", OpenedPage.DESK)) {
      Page page = opened.page();
      assertThat(page.innerText("#target-funnel-title")).contains("beside “Charter”");
      assertThat(Drawing.in(opened, "target-funnel").said()).contains("Target:72.5%");
      assertThat(page.innerText("#target-funnel .sentence")).startsWith("Hill School: ");
      page.selectOption("#choose-measure", "theme-B");
      assertThat(page.innerText("#target-funnel-title")).startsWith("Safety beside “Band”");
      assertThat(Drawing.in(opened, "target-funnel").said()).contains("Alltruststogether:");
      page.selectOption("#choose-trust", "DALE");
      assertThat(page.innerText("#target-funnel .sentence")).startsWith("Dale School: ");
      page.selectOption("#choose-measure", "theme-A");
      assertThat(page.innerText("#target-funnel-title"))
          .as("a measure without a target leaves the first that has one")
          .contains("beside “Charter”");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HILL", "DALE", "FORD"})
  void the_tables_beside_targets_are_those_of_the_files(String trust) {
    try (OpenedPage page = open("#trust=" + trust + "&comparator=programme", OpenedPage.DESK)) {
      List<String> shown =
          firstColumns(page, "targets-charter", 3).stream()
              .map(
                  row ->
                      row.toString().replaceAll(" \\(.*?\\)( \\[u])?", "").replace('\u00a0', ' '))
              .toList();
      assertThat(shown)
          .containsExactlyElementsOf(
              published("summary/beside_targets.csv", trust).stream()
                  .filter(row -> row.get("target_id").equals("charter"))
                  .map(
                      row ->
                          row.get("measure")
                              + "|"
                              + row.get("score_percent")
                              + "|"
                              + row.get("held_to"))
                  .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HILL", "DALE", "FORD"})
  void the_ratings_of_whoever_is_chosen_are_those_of_the_files(String trust) {
    try (OpenedPage page = open("#trust=" + trust + "&comparator=programme", OpenedPage.DESK)) {
      assertThat(firstColumns(page, "own-ratings", 2))
          .containsExactlyElementsOf(
              published("tables/ratings.csv", trust).stream()
                  .map(row -> row.get("rating_label") + "|" + row.get("rating_words"))
                  .collect(Collectors.toList()));
      assertThat(page.page().innerText("section[aria-labelledby=rated]"))
          .contains("Whose rules: Invented.");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {OpenedPage.DESK, OpenedPage.PHONE, SMALL_PHONE})
  void the_page_is_no_wider_than_the_screen(int width) {
    try (OpenedPage page = open("", width)) {
      assertThat(page.list(Drawing.OFF)).isEmpty();
      assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }
  }

  @Test
  void no_rule_is_broken_on_a_small_phone_in_the_dark() {
    try (OpenedPage page = open("", SMALL_PHONE)) {
      page.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(Axe.violations(page)).isEmpty();
    }
  }
}
