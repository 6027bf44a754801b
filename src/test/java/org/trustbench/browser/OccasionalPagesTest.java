package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/**
 * What only some programmes have on their pages: history, peers, who judged, and groups with a page
 * for each level and each group.
 */
@ExtendWith(SharedChromium.class)
class OccasionalPagesTest {
  private static final int SMALL_PHONE = 320;
  private static final int SCHOOLS = 14;

  @TempDir static Path folder;
  private static Path release;

  /** Fourteen schools in two counties, inspected twice by the same inspectors. */
  @BeforeAll
  static void publish() throws IOException {
    Path framework =
        TinyFramework.write(
            folder.resolve("framework"),
            json ->
                json.replace(
                        "{ \"id\": \"county\", \"label\": \"County\" }",
                        "{ \"id\": \"county\", \"label\": \"County\" }, { \"id\": \"pupils\","
                            + " \"label\": \"Pupils\" }")
                    .replace(
                        "\"vocabulary\"",
                        "\"levels\": [{ \"by\": \"county\", \"one\": \"county\", \"many\": \"counties\""
                            + " }], \"peers\": [{ \"id\": \"near\", \"label\": \"Near ones\","
                            + " \"nearest\": 4, \"numbers\": [\"pupils\"] }], \"vocabulary\""));
    StringBuilder trusts = new StringBuilder("code,name,aliases,tranche,county,pupils\n");
    for (int i = 0; i < SCHOOLS; i++) {
      trusts.append(
          "S%02d,School %d,,,%s,%d%n".formatted(i, i, i % 2 == 0 ? "Kent" : "Cambs", 100 * i));
    }
    Files.writeString(framework.resolve("trusts.csv"), trusts);
    for (String round : List.of("1", "2")) {
      MainRun.of(
          "synthesise",
          "--framework",
          framework.toString(),
          "--round",
          round,
          "--scale",
          "0.3",
          "--inspectors",
          "12",
          "--to",
          folder.resolve("sent").toString());
    }
    release =
        done(
                "run",
                "--framework",
                framework.toString(),
                "--submissions",
                folder.resolve("sent").toString(),
                "--focus",
                "S00",
                "--comparator",
                "programme")
            .release();
  }

  private static MainRun done(String job, String... arguments) {
    MainRun run = MainRun.in(folder.resolve("workspace"), job, arguments);
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    return run;
  }

  private static OpenedPage open(String page, int width) {
    return OpenedPage.at(release.resolve(page), width);
  }

  @Test
  void every_part_is_on_the_page() {
    try (OpenedPage page = open("index.html", OpenedPage.DESK)) {
      assertThat(page.evaluate("document.body.innerText").toString())
          .contains("Who judged", "Beside its own peers", "Regression to the mean");
      assertThat(page.list("[...document.querySelectorAll('#history tbody tr')].map(r => 1)"))
          .hasSizeGreaterThan(2);
      assertThat(Drawing.in(page, "history-chart").marks()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "groups-county.html", "groups/county/Kent.html"})
  void the_place_of_the_keyboard_is_seen_wherever_it_stops(String page) {
    try (OpenedPage opened = open(page, OpenedPage.DESK)) {
      assertThat(Keyboard.stops(opened)).isGreaterThan(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "groups-county.html", "groups/county/Kent.html"})
  void no_rule_is_broken_wide_or_on_a_small_phone_in_the_dark(String page) {
    try (OpenedPage opened = open(page, OpenedPage.DESK)) {
      assertThat(Axe.violations(opened)).isEmpty();
    }
    try (OpenedPage opened = open(page, SMALL_PHONE)) {
      opened.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(Axe.violations(opened)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "groups-county.html", "groups/county/Kent.html"})
  void on_a_small_phone_nothing_moves_sideways_and_no_texts_collide(String page) {
    try (OpenedPage opened = open(page, SMALL_PHONE)) {
      assertThat(opened.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(SMALL_PHONE);
      assertThat(opened.list(Drawing.OFF)).isEmpty();
      assertThat(opened.list(Drawing.COLLIDING)).isEmpty();
    }
  }

  @Test
  void on_paper_nothing_is_cut_off() {
    assertThat(printed("index.html"))
        .contains("Who judged", "Beside its own peers", "inspection before");
    assertThat(printed("groups-county.html")).contains("All counties");
    assertThat(printed("groups/county/Kent.html"))
        .contains("Trusts of Kent inspected again", "Draft findings");
  }

  private static String printed(String page) {
    try (OpenedPage opened = open(page, OpenedPage.DESK)) {
      PrintedPage printed = PrintedPage.of(opened);
      assertThat(printed.cut()).isEmpty();
      return String.join(" ", printed.sheets());
    }
  }

  /** A group chosen on the page of its level by the keyboard alone. */
  @Test
  void a_group_is_chosen_by_keyboard_on_the_page_of_its_level() {
    try (OpenedPage opened = open("groups-county.html", OpenedPage.DESK)) {
      List<String> seen = new ArrayList<>();
      while (!opened.evaluate("document.activeElement.id").equals("choose-trust")) {
        opened.page().keyboard().press("Tab");
        seen.add(opened.evaluate("document.activeElement.id").toString());
        assertThat(seen).hasSizeLessThan(30);
      }
      opened.page().keyboard().press("End");
      assertThat(
              opened.evaluate("document.querySelector('#main h1, main h1').innerText").toString())
          .contains("Kent");
    }
  }
}
