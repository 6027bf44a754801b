package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report where scripts are switched off: all of it, for the trust in focus. */
@ExtendWith(SharedChromium.class)
class WithoutScriptsTest {
  private final Figures figures = Figures.of(Releases.focused());

  private static OpenedPage opened() {
    return OpenedPage.withoutScripts(Releases.focused().resolve("index.html"), OpenedPage.DESK);
  }

  @Test
  void every_chapter_s_table_is_there_with_the_figures_of_the_trust_in_focus() {
    try (OpenedPage page = opened()) {
      new ShownReport(page, figures, "NSP", "tranche").assertShows("overall");
    }
  }

  @Test
  void nothing_is_offered_that_would_not_work() {
    try (OpenedPage page = opened()) {
      assertThat(page.list(OFFERED)).isEmpty();
    }
  }

  private static final String OFFERED =
      """
      [...document.querySelectorAll('select, button, input, [role="group"]')].filter(e => e.checkVisibility())
        .map(e => e.outerHTML.slice(0, 100))
      """;
}
