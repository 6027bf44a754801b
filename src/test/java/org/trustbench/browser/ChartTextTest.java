package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of charts on every screen: large enough, within the chart, and never on other text. */
@ExtendWith(SharedChromium.class)
class ChartTextTest {
  /** The place of a measure whose league is made of the page's columns. */
  private static final int QUESTION = 40;

  private static final int SMALLEST_PHONE = 320;
  private static final int TABLET = 768;
  private static final int WIDE = 1920;

  static Stream<Arguments> screens() {
    return Stream.of(Releases.focused(), Releases.publicly(), Releases.hostile())
        .flatMap(
            release ->
                Stream.of(SMALLEST_PHONE, OpenedPage.PHONE, TABLET, OpenedPage.DESK, WIDE)
                    .map(width -> Arguments.of(release.resolve("index.html"), width)));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void no_text_of_a_chart_is_small_or_cut_off_or_lies_on_another_and_plots_have_most_of_the_width(
      Path file, int width) {
    try (OpenedPage page = OpenedPage.at(file, width)) {
      assertThat(page.list(FAULTS)).isEmpty();
      assertThat(page.list(PLOTS))
          .isNotEmpty()
          .allSatisfy(share -> assertThat(((Number) share).doubleValue()).isGreaterThan(.45));
      page.page().selectOption("#choose-measure", new SelectOption().setIndex(QUESTION));
      assertThat(page.list(FAULTS)).isEmpty();
      if (width <= OpenedPage.PHONE) {
        assertThat(page.list(SCROLLING)).isEmpty();
      }
      if (width == OpenedPage.DESK) {
        page.page().selectOption("#choose-measure", "overall");
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.list(WIDTHS)).isNotEmpty().allMatch(SHEET::equals);
        assertThat(page.list(FAULTS)).isEmpty();
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        assertThat(page.list(WIDTHS)).isNotEmpty().noneMatch(SHEET::equals);
      }
    }
  }

  /** Wider, and text of 12 pixels would be smaller than 8 points on the 184 mm between margins. */
  private static final Integer SHEET = 780;

  private static final String WIDTHS =
      "[...document.querySelectorAll('figure:not([hidden]) .canvas')].map(e => e.clientWidth)";

  private static final String SCROLLING =
      """
      [...document.querySelectorAll('figure:not([hidden]) .scroll')]
        .filter(e => e.scrollWidth > e.clientWidth).map(e => e.closest('figure').id)
      """;

  /** Texts a line of a label apart may touch; those that share more than two pixels overlap. */
  static final String FAULTS =
      """
      (() => {
        const faults = [];
        for (const svg of document.querySelectorAll('figure:not([hidden]) svg')) {
          const id = svg.closest('figure').id;
          const edge = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll('text')].filter(e => e.textContent.trim())
            .map(e => ({words: e.textContent.trim(), box: e.getBoundingClientRect(),
              size: parseFloat(getComputedStyle(e).fontSize)}));
          texts.forEach((one, i) => {
            const a = one.box;
            if (one.size < 12) faults.push(`${id}: ${one.words} is ${one.size} px`);
            if (a.left < edge.left - 1 || a.right > edge.right + 1 ||
                a.top < edge.top - 1 || a.bottom > edge.bottom + 1)
              faults.push(`${id}: ${one.words} is cut off`);
            texts.slice(i + 1).forEach(other => {
              const b = other.box;
              const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (across > 2 && down > 3) faults.push(`${id}: ${one.words} lies on ${other.words}`);
            });
          });
        }
        return faults;
      })()
      """;

  /** The rug is a table and has no plot. */
  private static final String PLOTS =
      """
      [...document.querySelectorAll('figure:not([hidden]):not(#rug) .canvas')].map(canvas => {
        const grid = echarts.getInstanceByDom(canvas).getModel().getComponent('grid').coordinateSystem;
        return grid.getRect().width / canvas.clientWidth;
      })
      """;

  /** There is no league of one, and no comparison. */
  @ParameterizedTest
  @ValueSource(ints = {SMALLEST_PHONE, OpenedPage.DESK})
  void charts_of_the_only_institution_inspected_are_whole_too(int width) {
    try (OpenedPage page = OpenedPage.at(Releases.alone().resolve("index.html"), width)) {
      assertThat(page.list(FAULTS)).isEmpty();
      page.page().selectOption("#choose-measure", new SelectOption().setIndex(QUESTION));
      assertThat(page.list(FAULTS)).isEmpty();
      assertThat(page.evaluate("document.body.innerText").toString())
          .contains("Norfolk and Suffolk", "66\u00a0%")
          .doesNotContain("NaN", "undefined", "null");
    }
  }

  @Test
  void the_benchmark_table_is_seen_whole_on_a_desk() {
    try (OpenedPage page =
        OpenedPage.at(Releases.focused().resolve("index.html"), OpenedPage.DESK)) {
      List<Object> scrolling =
          page.list(
              "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth)"
                  + ".map(e => e.getAttribute('aria-labelledby') + ' ' + e.scrollWidth)");
      assertThat(scrolling).isEmpty();
    }
  }

  @Test
  void the_diamond_is_explained_where_there_is_one() {
    try (OpenedPage page =
        OpenedPage.at(Releases.unfocused().resolve("index.html"), OpenedPage.DESK)) {
      assertThat(legends(page)).doesNotContain("Diamond").contains("statistical ties");
      page.page().selectOption("#choose-trust", "KNT");
      assertThat(legends(page)).contains("Diamond: the trust in focus");
    }
  }

  private static String legends(OpenedPage page) {
    return page.list(
            "[...document.querySelectorAll('figure:not([hidden]) figcaption .note')].map(e => e.textContent)")
        .toString();
  }
}
