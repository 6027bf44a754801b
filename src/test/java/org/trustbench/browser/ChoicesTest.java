package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing trust, comparator and measure, with the mouse and without. */
@ExtendWith(SharedChromium.class)
class ChoicesTest {
  private static final Path FILE = Releases.focused().resolve("index.html");

  private final Figures figures = Figures.of(Releases.focused());

  private void assertShows(OpenedPage page, String trust, String comparator, String measure) {
    new ShownReport(page, figures, trust, comparator).assertShows(measure);
  }

  private static String chosen(OpenedPage page) {
    return page.list(
            "['trust', 'comparator', 'measure'].map(name => document.getElementById('choose-' + name).value)")
        .toString();
  }

  @Test
  void the_page_opens_on_the_trust_in_focus() {
    try (OpenedPage page = OpenedPage.at(FILE, OpenedPage.DESK)) {
      assertThat(chosen(page)).isEqualTo("[NSP, tranche, overall]");
      assertShows(page, "NSP", "tranche", "overall");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KNT, tranche, theme-4",
    "LDN, programme, overall",
    "GCS, nps_division, theme-1",
    "NSP, programme, theme-5"
  })
  void a_choice_shows_that_trust_s_figures(String trust, String comparator, String measure) {
    try (OpenedPage page = OpenedPage.at(FILE, OpenedPage.DESK)) {
      page.page().selectOption("#choose-trust", trust);
      page.page().selectOption("#choose-comparator", comparator);
      page.page().selectOption("#choose-measure", measure);
      assertShows(page, trust, comparator, measure);
      assertThat(Drawing.in(page, "caterpillar").said())
          .contains(
              figures
                  .score(figures.of(trust, comparator, measure))
                  .get("trust_name")
                  .replaceAll("\\s", ""));
      assertThat(page.page().url())
          .endsWith("#trust=%s&comparator=%s&measure=%s".formatted(trust, comparator, measure));
    }
  }

  @Test
  void everything_is_chosen_and_sorted_with_the_keyboard_alone() {
    try (OpenedPage opened = OpenedPage.at(FILE, OpenedPage.DESK)) {
      Page page = opened.page();
      press(page, "choose-trust", "Home");
      page.keyboard().type("K");
      press(page, "choose-comparator", "ArrowUp");
      press(page, "choose-measure", "ArrowDown");
      assertThat(chosen(opened)).isEqualTo("[KNT, programme, theme-1]");
      assertShows(opened, "KNT", "programme", "theme-1");
      while (!page.evaluate("document.activeElement.innerText").equals("Measure")) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Enter");
      List<String> measures =
          PageTable.titled(PageTable.all(opened), "Kent Probation against England and Wales")
              .column("Measure");
      assertThat(measures).hasSize(6).isSorted();
      assertThat(page.evaluate("document.activeElement.innerText")).isEqualTo("Measure");
    }
  }

  /** Goes to a control by the tabulator and presses a key there. */
  private static void press(Page page, String id, String key) {
    for (int stop = 0; !page.evaluate("document.activeElement.id").equals(id); stop++) {
      assertThat(stop).as("stops before " + id).isLessThan(20);
      page.keyboard().press("Tab");
    }
    page.keyboard().press(key);
  }

  @Test
  void the_link_to_a_choice_brings_it_back_and_so_does_going_back() {
    String hash = "#trust=KNT&comparator=programme&measure=theme-4";
    try (OpenedPage page = OpenedPage.at(FILE, hash, OpenedPage.DESK)) {
      assertThat(chosen(page)).isEqualTo("[KNT, programme, theme-4]");
      assertShows(page, "KNT", "programme", "theme-4");
      page.page().selectOption("#choose-trust", "LDN");
      page.page().selectOption("#choose-measure", "overall");
      assertShows(page, "LDN", "programme", "overall");
      page.page().goBack();
      assertThat(chosen(page)).isEqualTo("[LDN, programme, theme-4]");
      page.page().goBack();
      assertThat(chosen(page)).isEqualTo("[KNT, programme, theme-4]");
      assertShows(page, "KNT", "programme", "theme-4");
      page.page().goForward();
      assertThat(chosen(page)).isEqualTo("[LDN, programme, theme-4]");
    }
  }

  private static String complaint(OpenedPage page) {
    return page.page().isVisible("#address-complaint")
        ? page.page().innerText("#address-complaint")
        : "";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#trust=none&comparator=programme&measure=theme-4 | [NSP, programme, theme-4]"
            + " | Not found: trust “none”. Followed: comparator, measure.",
        "#trust=KNT&comparator=nowhere | [KNT, tranche, overall]"
            + " | Not found: comparator “nowhere”. Followed: trust.",
        "#trust=%E0%A4%A&measure=overall | [NSP, tranche, overall]"
            + " | Not found: trust “%E0%A4%A”. Followed: measure.",
        "#trust=<img src=x onerror=alert(1)> | [NSP, tranche, overall]"
            + " | Not found: trust “<img src=x onerror=alert(1)>”. For the rest",
        "#__proto__=x&trust=constructor | [NSP, tranche, overall]"
            + " | Not found: “__proto__=x”, trust “constructor”. For the rest",
      })
  void what_of_an_address_cannot_be_followed_is_said_and_the_rest_followed(
      String hash, String choice, String said) {
    try (OpenedPage page = OpenedPage.at(FILE, hash, OpenedPage.DESK)) {
      assertThat(chosen(page)).isEqualTo(choice);
      assertThat(complaint(page)).contains(said);
      page.page().selectOption("#choose-trust", "LDN");
      assertThat(complaint(page)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"#notes, NSP", "#trust=KNT&comparator=tranche&measure=overall, KNT", "'', NSP"})
  void an_address_that_is_followed_raises_no_complaint(String hash, String trust) {
    try (OpenedPage page = OpenedPage.at(FILE, hash, OpenedPage.DESK)) {
      assertThat(chosen(page)).isEqualTo("[" + trust + ", tranche, overall]");
      assertThat(complaint(page)).isEmpty();
    }
  }

  @Test
  void a_place_on_the_page_is_gone_to_without_changing_the_choice() {
    try (OpenedPage page = OpenedPage.at(FILE, OpenedPage.DESK)) {
      page.page().selectOption("#choose-trust", "KNT");
      page.page().click("nav a[href='#notes']");
      assertThat(page.page().url()).endsWith("#notes");
      assertThat(chosen(page)).isEqualTo("[KNT, tranche, overall]");
    }
  }

  @Test
  void with_no_trust_in_focus_there_are_leagues_and_no_benchmark() {
    try (OpenedPage page = OpenedPage.at(FILE, OpenedPage.DESK)) {
      page.page().selectOption("#choose-trust", "");
      assertThat(PageTable.all(page))
          .anyMatch(PageTable::isLeague)
          .noneMatch(table -> table.title().contains(" against "));
      assertThat(page.page().locator(".in-focus").count()).isZero();
      page.page().selectOption("#choose-trust", "NSP");
      assertShows(page, "NSP", "tranche", "overall");
    }
  }

  @Test
  void a_league_is_sorted_by_its_headers_up_and_down() {
    List<Map<String, String>> league = figures.league("NSP", "programme", "overall");
    try (OpenedPage page = OpenedPage.at(FILE, OpenedPage.DESK)) {
      page.page().selectOption("#choose-comparator", "programme");
      List<String> scores =
          league.stream()
              .sorted(Comparator.comparing(row -> new BigDecimal(row.get("score_percent"))))
              .map(row -> Figures.whole(row.get("score_percent")))
              .toList();
      assertThat(sorted(page, "Score")).isEqualTo(scores);
      assertThat(orders(page)).containsExactly("Score % (95 %): ascending");
      List<String> down = new ArrayList<>(scores);
      Collections.reverse(down);
      assertThat(sorted(page, "Score")).isEqualTo(down);
      assertThat(orders(page)).containsExactly("Score % (95 %): descending");
      assertThat(sorted(page, "Tier")).isSorted();
      assertThat(orders(page)).containsExactly("Tier: ascending");
    }
  }

  /** Clicks on a header of the first league; the first words of its column then. */
  private static List<String> sorted(OpenedPage page, String column) {
    page.page()
        .locator("#league-list table")
        .first()
        .locator("thead button")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(column))
        .first()
        .click();
    return PageTable.all(page).stream()
        .filter(PageTable::isLeague)
        .findFirst()
        .orElseThrow()
        .column(column)
        .stream()
        .map(text -> text.replaceAll(" .*", ""))
        .toList();
  }

  private static List<Object> orders(OpenedPage page) {
    return page.list(
        """
        [...document.querySelector('#league-list table').querySelectorAll('[aria-sort]')]
          .map(e => e.innerText + ': ' + e.getAttribute('aria-sort'))
        """);
  }

  @Test
  void limits_that_allow_for_over_dispersion_are_an_option_where_there_are_any() {
    try (OpenedPage opened = OpenedPage.at(FILE, OpenedPage.DESK)) {
      Page page = opened.page();
      assertThat(page.isVisible("#funnel-widened")).isFalse();
      page.selectOption("#choose-comparator", "programme");
      List<String> trusts = funnelNames(opened);
      page.focus("#funnel-widened");
      page.keyboard().press("Space");
      assertThat(page.isChecked("#funnel-widened")).isTrue();
      assertThat(funnelNames(opened)).isNotEqualTo(trusts);
      assertThat(trusts).containsAll(funnelNames(opened));
      page.keyboard().press("Space");
      assertThat(funnelNames(opened)).isEqualTo(trusts);
    }
  }

  /** The trusts that a funnel names, which are those outside its limits. */
  private List<String> funnelNames(OpenedPage page) {
    String said = Drawing.in(page, "funnel").said();
    return figures.league("NSP", "programme", "overall").stream()
        .map(row -> figures.score(row).get("trust_name"))
        .filter(name -> said.contains(name.replaceAll("\\s", "")))
        .sorted()
        .toList();
  }

  @Test
  void choices_do_as_the_release_made_for_that_trust() {
    Path made = Releases.focusedOn("KNT").resolve("index.html");
    try (OpenedPage chosen = OpenedPage.at(FILE, OpenedPage.DESK);
        OpenedPage published = OpenedPage.withoutScripts(made, OpenedPage.DESK)) {
      chosen.page().selectOption("#choose-trust", "KNT");
      assertThat(PageTable.all(chosen)).isEqualTo(PageTable.all(published));
      for (String id : List.of("title", "standing-text", "sureness-text", "key-figures")) {
        String text = "document.getElementById('" + id + "').innerText";
        assertThat(chosen.evaluate(text)).isEqualTo(published.evaluate(text));
      }
    }
  }
}
