package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What readers of one trust's page take elsewhere, in a few clicks and choices: a table to a
 * spreadsheet, a link to a colleague, a sheet of paper to a meeting.
 */
@ExtendWith(SharedChromium.class)
class TakenQuestionsTest {
  private static final Path FILE = Releases.everyTrust().resolve("trusts/NSP.html");
  private static final String SECTION = "section-2.4";

  private static OpenedPage page;
  private static Figures figures;

  @BeforeAll
  static void open() {
    figures = Figures.of(Releases.everyTrust());
    page = OpenedPage.at(FILE, OpenedPage.DESK);
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void which_trust_scores_highest_in_a_section_and_its_table_in_a_spreadsheet() throws IOException {
    List<Map<String, String>> league = figures.league("NSP", "programme", SECTION);
    String best = figures.score(league.get(0)).get("trust_name");
    page.page().selectOption("#choose-comparator", "programme");
    page.page().selectOption("#choose-measure", SECTION);
    List<List<String>> rows =
        TakeAwayTest.rows(
            page.download("#league-list .tables .take button:text-is('CSV') >> nth=0").path());
    int trust = rows.get(0).indexOf("Trust");
    assertThat(rows.get(1).get(trust)).isEqualTo(best);
    assertThat(rows.get(1).get(rows.get(0).indexOf("Score %")))
        .isEqualTo(Figures.whole(figures.score(league.get(0)).get("score_percent")));
    assertThat(rows.subList(1, league.size() + 1)).allMatch(row -> !row.get(trust).isEmpty());
  }

  @Test
  void a_link_shows_a_colleague_measure_comparator_and_order_as_they_are_on_the_screen() {
    page.page().selectOption("#choose-comparator", "programme");
    page.page().selectOption("#choose-measure", "theme-4");
    page.page().click("#slot-benchmark thead button:has-text('Score')");
    page.page().click("#slot-benchmark thead button:has-text('Score')");
    page.page().click("#league-list table thead button:has-text('Tranche') >> nth=0");
    page.page().click("#every-summary");
    page.page().click("#every-table thead button:has-text('Score')");
    String address = page.page().url();
    assertThat(address).contains("sort=benchmark:2:down,");
    List<PageTable> here = PageTable.all(page);
    try (OpenedPage there =
        OpenedPage.at(FILE, address.substring(address.indexOf('#')), OpenedPage.DESK)) {
      there.page().click("#every-summary");
      assertThat(PageTable.all(there)).isEqualTo(here);
      assertThat(there.page().isVisible("#address-complaint")).isFalse();
      assertThat(there.page().url()).isEqualTo(address);
    }
    page.page().click("#every-summary");
  }

  @Test
  void an_order_that_a_link_names_and_the_page_does_not_have_is_said() {
    try (OpenedPage there =
        OpenedPage.at(
            FILE, "#measure=overall&sort=benchmark:2:up,nowhere:1:up,benchmark:99:down", 1280)) {
      assertThat(there.page().innerText("#address-complaint"))
          .isEqualTo(
              "This page cannot sort as its address says: “nowhere:1:up”, “benchmark:99:down”.");
      assertThat(there.page().getAttribute("#benchmark th >> nth=1", "aria-sort"))
          .isEqualTo("ascending");
    }
  }

  @Test
  void a_sheet_of_paper_on_a_trust_is_one_click_away() {
    assertThat(page.page().getAttribute("#brief-link", "href")).isEqualTo("../briefs/NSP.html");
  }

  @Test
  void what_robust_means_is_on_the_page() {
    assertThat(page.page().innerText("main").replace('\u00a0', ' '))
        .containsPattern("Robust\\s+Whether .* all give the same verdict at 95 %");
  }
}
