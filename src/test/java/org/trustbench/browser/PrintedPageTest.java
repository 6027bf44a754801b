package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages on paper. */
@ExtendWith(SharedChromium.class)
class PrintedPageTest {
  /** What an A4 sheet leaves between its margins, in CSS pixels. */
  private static final int PAPER = 695;

  private static final Map<Path, PrintedPage> PRINTED = new HashMap<>();

  @TempDir Path folder;

  static Stream<Named<Path>> pages() {
    return Stream.concat(
        Releases.pages("with a focus", Releases.focused()),
        Releases.pages("for the public", Releases.publicly()).limit(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void every_sheet_says_for_whom_it_is(Path file) {
    String audience =
        file.startsWith(Releases.publicly())
            ? "public: small numbers are suppressed"
            : "internal: not for publication";
    assertThat(printed(file).sheets()).hasSizeGreaterThan(1);
    assertThat(
            printed(file).sheets().stream()
                .map(sheet -> sheet.toLowerCase(Locale.ROOT))
                .filter(sheet -> !sheet.contains(audience) || !sheet.contains("synthetic data"))
                .map(sheet -> sheet.substring(0, Math.min(80, sheet.length()))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void no_text_is_cut_off(Path file) {
    assertThat(printed(file).cut()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void every_word_of_every_table_is_on_paper(Path file) {
    try (OpenedPage page = OpenedPage.at(file, PAPER)) {
      Set<String> shown =
          words(
              PageTable.all(page).stream()
                  .flatMap(
                      table ->
                          Stream.concat(
                              table.columns().stream(),
                              table.rows().stream().flatMap(List::stream))));
      assertThat(shown).hasSizeGreaterThan(20);
      shown.removeAll(words(printed(file).sheets().stream()));
      assertThat(shown).isEmpty();
    }
  }

  private static PrintedPage printed(Path file) {
    return PRINTED.computeIfAbsent(
        file,
        unprinted -> {
          try (OpenedPage page = OpenedPage.at(unprinted, PAPER)) {
            return PrintedPage.of(page);
          }
        });
  }

  /** Words, those joined by a hyphen apart because a line may end there. */
  private static Set<String> words(Stream<String> texts) {
    return texts
        .flatMap(text -> Arrays.stream(text.split("[\\s\\u00a0-]+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void nothing_is_clipped_and_nothing_is_offered_to_press(Path file) {
    try (OpenedPage page = OpenedPage.at(file, PAPER)) {
      page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.list(CLIPPED)).isEmpty();
      assertThat(page.list(CONTROLS)).isEmpty();
      assertThat(page.list(Drawing.OFF)).isEmpty();
    }
  }

  private static final String CLIPPED =
      """
      [...document.querySelectorAll('main *')].filter(e => e.checkVisibility())
        .filter(e => !e.matches('.unseen, svg *'))
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1
          || (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
              && getComputedStyle(e).overflowX !== 'visible'))
        .map(e => e.outerHTML.slice(0, 100))
      """;

  private static final String CONTROLS =
      """
      [...document.querySelectorAll('select, input, nav, button, .skip')]
        .filter(e => e.checkVisibility())
        .filter(e => e.tagName !== 'BUTTON' || !e.closest('th'))
        .map(e => e.outerHTML.slice(0, 100))
      """;

  @Test
  void text_beyond_the_paper_s_edge_is_noticed() throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(
        file, "<!doctype html><title>t</title><p style='white-space:pre'>" + "wide ".repeat(400));
    try (OpenedPage page = OpenedPage.at(file, PAPER)) {
      assertThat(PrintedPage.of(page).cut()).isNotEmpty();
    }
  }
}
