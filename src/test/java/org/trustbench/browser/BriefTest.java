package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page of paper for each trust, as a browser prints it. */
@ExtendWith(SharedChromium.class)
class BriefTest {
  private static final Path FOLDER = Releases.everyTrust().resolve("briefs");
  private static final int PAPER = 695;

  private final Figures figures = Figures.of(Releases.everyTrust());

  @Test
  void a_trust_s_brief_is_two_sheets_at_most_with_head_foot_and_numbers() {
    try (OpenedPage page = OpenedPage.at(FOLDER.resolve("NSP.html"), PAPER)) {
      assertThat(Axe.violations(page)).isEmpty();
      PrintedPage printed = PrintedPage.of(page);
      assertThat(printed.sheets()).hasSizeBetween(1, 2);
      assertThat(printed.cut()).isEmpty();
      for (int i = 0; i < printed.sheets().size(); i++) {
        assertThat(printed.sheets().get(i))
            .contains("Norfolk and Suffolk Probation Trust · Inspection of Adult Offending Work")
            .contains("Internal: not for publication")
            .contains("Synthetic data")
            .contains("%d / %d".formatted(i + 1, printed.sheets().size()));
      }
    }
  }

  @Test
  void all_briefs_print_each_on_its_own_sheets() {
    List<String> names = figures.names().values().stream().toList();
    try (OpenedPage page = OpenedPage.at(FOLDER.resolve("all.print.html"), PAPER)) {
      List<String> sheets = PrintedPage.of(page).sheets();
      for (String name : names) {
        List<String> own =
            sheets.stream().filter(sheet -> sheet.contains(name + " · Inspection of")).toList();
        assertThat(own).as(name).hasSizeBetween(1, 2);
      }
      assertThat(sheets).allMatch(sheet -> sheet.contains(" / " + sheets.size()));
      assertThat(page.list(CUT)).isEmpty();
    }
  }

  /** Drawings that a reader would not see whole. */
  private static final String CUT =
      """
      [...document.querySelectorAll('svg')].filter(e => e.getBoundingClientRect().width < 60
        || e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 80))
      """;

  @Test
  void a_trust_s_page_leads_to_its_brief_without_scripts_too() {
    Path page = Releases.everyTrust().resolve("trusts/KNT.html");
    for (OpenedPage opened :
        List.of(
            OpenedPage.at(page, OpenedPage.DESK),
            OpenedPage.withoutScripts(page, OpenedPage.DESK))) {
      try (opened) {
        assertThat(opened.page().getAttribute("#brief-link", "href"))
            .isEqualTo("../briefs/KNT.html");
      }
    }
  }

  @Test
  void a_brief_fits_a_phone_s_screen() {
    try (OpenedPage page = OpenedPage.at(FOLDER.resolve("KNT.html"), OpenedPage.PHONE)) {
      assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
          .isEqualTo(OpenedPage.PHONE);
    }
  }
}
