package org.trustbench.publish;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.summary.Standpoint;

/**
 * The report of a release as one self-contained HTML page, which needs neither network nor script.
 * The template escapes whatever it shows.
 */
public final class ReportPage {
  private static final int TYPICAL_LENGTH = 1 << 18;

  private ReportPage() {}

  /**
   * The page.
   *
   * @param focus code of the trust benchmarked; null for none
   * @param comparator id of the comparator that trusts are set against
   */
  public static String of(ReleaseContent content, String focus, String comparator) {
    Report report = Report.of(content, Standpoint.of(content.results(), focus, comparator));
    StringOutput page = new StringOutput(TYPICAL_LENGTH);
    TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            ReportPage.class.getClassLoader(),
            ReportPage.class.getPackageName())
        .render("page.jte", report, page);
    return page.toString();
  }
}
