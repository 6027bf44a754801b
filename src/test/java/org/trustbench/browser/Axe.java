package org.trustbench.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of WCAG 2.2 at level AA and of good practice, as axe-core checks them in a page. */
final class Axe {
  private static final String SCRIPT = script();

  /**
   * Most of the time goes to the contrast of each text, which is the same in rows that are shown
   * alike: of those of a table it is asked of the first two and the last. All else is asked of
   * every row, in the same run, since axe lays out its picture of the page anew for each run.
   */
  private static final String VIOLATIONS =
      """
      (async () => {
        const look = e => {
          const s = getComputedStyle(e);
          const hasText = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          return [e.tagName, e.getAttribute('class'), hasText, s.color, s.backgroundColor,
            s.backgroundImage, s.fontSize, s.fontWeight, s.opacity, s.position, s.display,
            s.visibility, s.textShadow, s.filter, s.mixBlendMode].join(' ');
        };
        const mark = 'data-shown-alike';
        document.querySelectorAll(`[${mark}]`).forEach(e => e.removeAttribute(mark));
        for (const table of document.querySelectorAll('table')) {
          const seen = new Map();
          for (const row of [...table.rows].slice(0, -1)) {
            const parts = [row, ...row.querySelectorAll('*')];
            const looks = parts.map(look).join();
            seen.set(looks, (seen.get(looks) || 0) + 1);
            if (seen.get(looks) > 2) parts.forEach(e => e.setAttribute(mark, ''));
          }
        }
        axe.configure({rules: [{id: 'color-contrast', selector: `:not([${mark}])`}]});
        const found = await axe.run(document, {preload: false, resultTypes: ['violations'],
          runOnly: {type: 'tag', values: [
            'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}});
        return found.violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + ': ' + rule.help + ' at ' + node.target.join(' ') + ' (' + node.html.slice(0, 120)
            + ') ' + (node.failureSummary || '').replace(/\\s+/g, ' ')));
      })()
      """;

  private Axe() {}

  /** What a page breaks, one line per rule and place. */
  static List<Object> violations(OpenedPage page) {
    page.evaluate(SCRIPT + "\n;undefined");
    return page.list(VIOLATIONS);
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
