package org.trustbench.publish.report;

import java.util.Map;

/** The style sheet of all pages. */
final class PageStyle {
  private PageStyle() {}

  /** Its text, as it stands within a page's style element or in a file. */
  static String text() {
    String element = ReportPage.rendered("style.jte", Map.of()).strip();
    return element.substring("<style>".length(), element.length() - "</style>".length()).strip()
        + "\n";
  }
}
