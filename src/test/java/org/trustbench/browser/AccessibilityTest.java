package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages held to axe-core's rules. */
@ExtendWith(SharedChromium.class)
class AccessibilityTest {
  @TempDir Path folder;

  static Stream<Named<Path>> pages() {
    return Stream.concat(
        Releases.pages("with a focus", Releases.focused()),
        Releases.pages("for the public", Releases.publicly()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void no_rule_is_broken_on_a_wide_screen(Path file) {
    try (OpenedPage page = OpenedPage.at(file, OpenedPage.DESK)) {
      shortenDictionary(page);
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void no_rule_is_broken_on_a_phone(Path file) {
    try (OpenedPage page = OpenedPage.at(file, OpenedPage.PHONE)) {
      shortenDictionary(page);
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  /**
   * Takes the rows out of a dictionary that are built as an earlier one is: of hundreds some
   * remain, every table among them, at a tenth of the time. Other pages stay whole.
   */
  private static void shortenDictionary(OpenedPage page) {
    if (page.page().url().endsWith("/dictionary.html")) {
      page.evaluate(SHORTEN);
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('table')].every(t => t.rows.length > 1)"))
          .isEqualTo(true);
    }
  }

  private static final String SHORTEN =
      """
      (() => {
        const seen = new Set();
        for (const row of document.querySelectorAll('tbody tr')) {
          const shape = row.outerHTML.replace(/[^<>]+</g, 'text<');
          if (seen.has(shape) && row !== row.parentElement.rows[0]) row.remove();
          seen.add(shape);
        }
      })()
      """;

  @Test
  void no_rule_is_broken_in_the_dark_and_nothing_is_lost_in_forced_colours_or_without_motion() {
    try (OpenedPage page =
        OpenedPage.at(Releases.focused().resolve("index.html"), OpenedPage.DESK)) {
      page.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isNotEqualTo("rgb(255, 255, 255)");
      assertThat(Axe.violations(page)).isEmpty();
      page.page()
          .emulateMedia(
              new Page.EmulateMediaOptions()
                  .setForcedColors(ForcedColors.ACTIVE)
                  .setReducedMotion(ReducedMotion.REDUCE));
      assertThat(page.list(MOVING)).isEmpty();
      assertThat(page.list(UNMARKED)).isEmpty();
    }
  }

  private static final String MOVING =
      "document.getAnimations().map(a => (a.effect.target || {}).outerHTML).concat("
          + "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e)"
          + ".transitionDuration) > 0).map(e => e.outerHTML.slice(0, 80)))";

  /** Marks of a chart that its ground swallows. */
  private static final String UNMARKED =
      """
      [...document.querySelectorAll('figure:not([hidden]) .canvas')].filter(canvas => {
        const ground = getComputedStyle(canvas).backgroundColor;
        const marks = [...canvas.querySelectorAll('svg path, svg text')].map(e => getComputedStyle(e));
        return !marks.some(s => (s.fill !== 'none' && s.fill !== ground)
          || (s.stroke !== 'none' && s.stroke !== ground));
      }).map(e => e.closest('figure').id)
      """;

  @Test
  void rules_are_seen_to_be_broken() throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(
        file, "<!doctype html><title>t</title><p style='color:#ccc'>pale</p><select></select>");
    try (OpenedPage page = OpenedPage.at(file, OpenedPage.DESK)) {
      assertThat(Axe.violations(page).toString())
          .contains("color-contrast", "html-has-lang", "select-name", "landmark-one-main");
    }
  }

  /** The contrast of rows that are shown alike is asked of some, and nothing else is. */
  @Test
  void a_row_that_differs_from_those_before_it_is_seen_to_break_rules() throws IOException {
    String rows = "<tr><td>plain</td></tr>".repeat(9);
    String broken =
        "<tr><td style='color:#ccc'>pale</td></tr>"
            + "<tr><td><span style='background:#555'>dim</span></td></tr>"
            + "<tr><td><button></button></td></tr>";
    Path file = folder.resolve("page.html");
    Files.writeString(
        file,
        "<!doctype html><html lang=en><title>t</title><main><h1>t</h1><table><tr><th>Kind</th></tr>"
            + rows
            + broken
            + rows
            + "</table></main>");
    try (OpenedPage page = OpenedPage.at(file, OpenedPage.DESK)) {
      assertThat(Axe.violations(page))
          .hasSize(3)
          .anySatisfy(found -> assertThat(found.toString()).startsWith("button-name"))
          .anySatisfy(
              found -> assertThat(found.toString()).startsWith("color-contrast").contains("pale"))
          .anySatisfy(
              found -> assertThat(found.toString()).startsWith("color-contrast").contains("dim"));
    }
  }

  @Test
  void the_keyboard_s_place_is_seen_wherever_it_stops() {
    Path file = Releases.focused().resolve("index.html");
    try (OpenedPage opened = OpenedPage.at(file, OpenedPage.DESK)) {
      assertThat(Keyboard.stops(opened)).isGreaterThan(10);
    }
  }
}
