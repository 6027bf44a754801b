package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** A page gone through by the Tab key alone. */
final class Keyboard {
  private Keyboard() {}

  /** Fails where a stop is out of view or not outlined; gives how many there are. */
  static int stops(OpenedPage opened) {
    int stops = ((Number) opened.evaluate(STOPS)).intValue();
    for (int stop = 0; stop < stops; stop++) {
      opened.page().keyboard().press("Tab");
      assertThat(opened.evaluate(UNSEEN)).as("stop %d of %d", stop + 1, stops).isNull();
    }
    return stops;
  }

  private static final String STOPS =
      """
      [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')]
        .filter(e => e.checkVisibility() && !e.disabled).length
      """;

  /** Null where the focused element is in view and outlined; else what is wrong. */
  private static final String UNSEEN =
      """
      (() => {
        const e = document.activeElement;
        if (e === document.body) return 'nothing is focused';
        const style = getComputedStyle(e), box = e.getBoundingClientRect();
        const where = e.outerHTML.slice(0, 100);
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
          return 'no outline: ' + where;
        if (box.bottom <= 0 || box.top >= innerHeight || box.width === 0)
          return 'out of view: ' + where;
        return null;
      })()
      """;
}
