package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What pages do when they are opened: show themselves, and nothing else. */
@ExtendWith(SharedChromium.class)
class QuietPageTest {
  private static final long BUDGET_BYTES = 3_000_000;

  @TempDir Path folder;

  static Stream<Named<Path>> pages() {
    return Releases.allPages();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void a_page_asks_for_nothing_and_shows_no_word_of_a_program_for_a_missing_figure(Path file) {
    try (OpenedPage page = OpenedPage.at(file, OpenedPage.DESK)) {
      assertThat(page.list("performance.getEntriesByType('resource').map(e => e.name)")).isEmpty();
      assertThat(page.list(SHOWN).stream().map(Object::toString))
          .isNotEmpty()
          .noneMatch(text -> text.matches("(?s).*\\b(null|NaN|undefined|Infinity)\\b.*"))
          .noneMatch(text -> text.contains("[object "));
    }
  }

  /** Every text of a page, and what it says in attributes. */
  private static final String SHOWN =
      """
      (() => {
        const texts = [document.title];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          if (!walker.currentNode.parentElement.closest('script, style'))
            texts.push(walker.currentNode.data);
        }
        for (const e of document.querySelectorAll('[title], [aria-label], [alt], [aria-description]'))
          for (const name of ['title', 'aria-label', 'alt', 'aria-description'])
            if (e.hasAttribute(name)) texts.push(e.getAttribute(name));
        return texts;
      })()
      """;

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void a_page_stays_within_its_weight(Path file) throws IOException {
    assertThat(Files.size(file)).isLessThan(BUDGET_BYTES);
  }

  @Test
  void whatever_a_page_does_is_noticed() throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(
        file,
        """
        <!doctype html><title>t</title><link rel=stylesheet href=style.css>
        <img src='http://other.invalid/a.png'>
        <script>
          alert('hello');
          fetch('https://other.invalid/data').catch(() => 0);
          window.open('about:blank');
          throw new Error('broken');
        </script>
        """);
    OpenedPage page = OpenedPage.at(file, OpenedPage.DESK);
    assertThatThrownBy(page::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "style.css",
            "http://other.invalid/a.png",
            "dialog: hello",
            "https://other.invalid/data",
            "opened",
            "error: Error: broken");
  }
}
