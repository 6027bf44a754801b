package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages on a phone: read from top to bottom without moving sideways, wide things in regions. */
@ExtendWith(SharedChromium.class)
class NarrowPageTest {
  private static final Map<Path, OpenedPage> OPENED = new HashMap<>();

  private static OpenedPage opened(Path file) {
    return OPENED.computeIfAbsent(file, page -> OpenedPage.at(page, OpenedPage.PHONE));
  }

  @AfterAll
  static void close() {
    OPENED.values().forEach(OpenedPage::close);
    OPENED.clear();
  }

  static Stream<Named<Path>> pages() {
    return Stream.concat(
        Releases.pages("with a focus", Releases.focused()),
        Releases.pages("hostile names", Releases.hostile()).limit(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void a_page_does_not_move_sideways(Path file) {
    assertThat(opened(file).list(STICKING_OUT)).isEmpty();
    assertThat(opened(file).evaluate("document.scrollingElement.scrollWidth"))
        .isEqualTo(OpenedPage.PHONE);
  }

  /** What reaches past the screen's edge and cannot be scrolled to within a region. */
  private static final String STICKING_OUT =
      """
      (() => {
        const scrolls = e => e && e !== document.documentElement &&
          (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
        return [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility())
          .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
          .filter(e => !scrolls(e.parentElement))
          .map(e => e.outerHTML.slice(0, 100));
      })()
      """;

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void text_is_large_enough_to_read(Path file) {
    assertThat(opened(file).list(SMALL)).isEmpty();
  }

  /** Texts below twelve pixels as they are drawn, so that a chart shrunk to fit shows up. */
  private static final String SMALL =
      """
      (() => {
        const small = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const e = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || !e.checkVisibility()) continue;
          const drawn = e.getScreenCTM ? e.getScreenCTM() : null;
          const scale = drawn ? Math.hypot(drawn.a, drawn.b) : 1;
          const size = parseFloat(getComputedStyle(e).fontSize) * scale;
          if (size < 11.99) small.push(size + 'px: ' + walker.currentNode.data.trim());
        }
        return small;
      })()
      """;

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void every_region_that_scrolls_has_a_name_and_can_be_reached_by_keyboard(Path file) {
    assertThat(opened(file).list(UNREACHED)).isEmpty();
  }

  private static final String UNREACHED =
      """
      [...document.querySelectorAll('body *')]
        .filter(e => e.checkVisibility())
        .filter(e => e.scrollWidth > e.clientWidth + 1)
        .filter(e => /auto|scroll/.test(getComputedStyle(e).overflowX))
        .filter(e => !e.matches('select, textarea'))
        .filter(e => e.tabIndex !== 0 || e.getAttribute('role') !== 'region'
          || !(e.getAttribute('aria-label')
            || (document.getElementById(e.getAttribute('aria-labelledby')) || {}).textContent))
        .map(e => e.outerHTML.slice(0, 100))
      """;
}
