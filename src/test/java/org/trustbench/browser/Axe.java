package org.trustbench.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of WCAG 2.2 at level AA and of good practice, as axe-core checks them in a page. */
final class Axe {
  private static final String SCRIPT = script();

  private static final String VIOLATIONS =
      """
      axe.run(document, {
        preload: false,
        resultTypes: ['violations'],
        runOnly: {type: 'tag', values: [
          'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}
      }).then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
        rule.id + ': ' + rule.help + ' at ' + node.target.join(' ') + ' (' + node.html.slice(0, 120)
          + ') ' + (node.failureSummary || '').replace(/\\s+/g, ' '))))
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
