package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.browser.Drawing.Mark;
import org.trustbench.support.GradedProgramme;
import org.trustbench.support.PlainCsv;

/** Grades as they are drawn, held to the figures of the CSV files. */
@ExtendWith(SharedChromium.class)
class GradeChartTest {
  private static final int SMALL_PHONE = 320;
  private static final Set<String> SHADES =
      Set.of("#12436D", "#1F5A8C", "#2F6F9F", "#8FBBDC", "#B4D2E9", "#D3E4F2", "#EAF2F9");

  private static Path release() {
    return GradedProgramme.whole().run().release();
  }

  private static OpenedPage open(String hash, int width) {
    return OpenedPage.at(release().resolve("index.html"), hash, width);
  }

  private static List<Map<String, String>> grades(String school) {
    return PlainCsv.rows(release().resolve("tables/grades.csv")).stream()
        .filter(row -> row.get("trust_id").equals(school))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAA", "CCC"})
  void every_bar_is_parted_as_the_grades_are_whoever_is_chosen(String school) {
    try (OpenedPage page = open("#trust=" + school + "&comparator=programme", OpenedPage.DESK)) {
      List<Double> widths =
          Drawing.in(page, "grades-chart").marks().stream()
              .filter(mark -> SHADES.contains(mark.fill()) && mark.height() > 15)
              .sorted(
                  Comparator.comparingDouble((Mark mark) -> Math.round(mark.y()))
                      .thenComparingDouble(Mark::x))
              .map(Mark::width)
              .toList();
      List<Double> shares =
          grades(school).stream()
              .map(row -> Double.parseDouble(row.get("share_percent")))
              .filter(share -> share > 0)
              .toList();
      assertThat(widths).hasSameSizeAs(shares);
      double unit =
          widths.stream().mapToDouble(one -> one).sum()
              / shares.stream().mapToDouble(one -> one).sum();
      for (int i = 0; i < shares.size(); i++) {
        assertThat(widths.get(i)).isCloseTo(shares.get(i) * unit, within(2.0));
      }
    }
  }

  @Test
  void the_table_beside_it_has_every_grade() {
    try (OpenedPage page = open("", OpenedPage.DESK)) {
      assertThat(page.list("[...document.querySelectorAll('#grades tbody tr')].map(r => 1)"))
          .hasSameSizeAs(grades("AAA"));
      assertThat(
              page.evaluate("document.querySelector('#slot-grades').closest('section').innerText"))
          .asString()
          .contains("Goodman", "The measure's own cut");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {OpenedPage.DESK, OpenedPage.PHONE, SMALL_PHONE})
  void texts_neither_collide_nor_leave_their_drawing_nor_the_screen(int width) {
    try (OpenedPage page = open("", width)) {
      assertThat(page.list(Drawing.OFF)).isEmpty();
      assertThat(page.list(Drawing.COLLIDING)).isEmpty();
      assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }
  }

  @Test
  void no_rule_is_broken_on_a_wide_screen() {
    try (OpenedPage page = open("", OpenedPage.DESK)) {
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @Test
  void no_rule_is_broken_on_a_small_phone_in_the_dark() {
    try (OpenedPage page = open("", SMALL_PHONE)) {
      page.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @Test
  void on_paper_nothing_is_cut_off() {
    try (OpenedPage page = open("", OpenedPage.DESK)) {
      PrintedPage printed = PrintedPage.of(page);
      assertThat(printed.cut()).isEmpty();
      assertThat(String.join(" ", printed.sheets())).contains("Grade by grade", "own cut");
    }
  }

  @Test
  void words_in_a_bar_stand_out_from_it() {
    try (OpenedPage page = open("", OpenedPage.DESK)) {
      assertThat(Drawing.in(page, "grades-chart").said()).contains("Good:56", "owncut35similar");
      assertThat(page.list(FAINT)).isEmpty();
    }
  }

  /** Words of which the bar under them has less than 4.5 : 1. */
  private static final String FAINT =
      """
      (() => {
        const lum = c => c.map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
        const rgb = e => getComputedStyle(e).fill.match(/\\d+/g).slice(0, 3).map(Number);
        const svg = document.querySelector('#grades-chart svg');
        const bars = [...svg.querySelectorAll('path')].filter(p => /rgb/.test(getComputedStyle(p).fill))
          .map(e => ({e, box: e.getBoundingClientRect()})).filter(b => b.box.height > 15 && b.box.height < 30);
        return [...svg.querySelectorAll('text')].flatMap(t => {
          const box = t.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
          const under = bars.filter(b => b.box.left < x && x < b.box.right && b.box.top < y && y < b.box.bottom);
          return under.filter(b => {
            const pair = [lum(rgb(t)), lum(rgb(b.e))].sort((p, q) => q - p);
            return (pair[0] + 0.05) / (pair[1] + 0.05) < 4.5;
          }).map(b => t.textContent + ' on ' + getComputedStyle(b.e).fill);
        });
      })()
      """;
}
