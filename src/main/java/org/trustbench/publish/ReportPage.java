package org.trustbench.publish;

import org.trustbench.disclosure.ReleaseContent;

/** The report of a release as one self-contained HTML page. */
public final class ReportPage {
  private ReportPage() {}

  /**
   * The page.
   *
   * @param focus code of the trust benchmarked; null for none
   */
  public static String of(ReleaseContent content, String focus, String comparator) {
    return "<!doctype html><title>" + focus + comparator + content.audience() + "</title>\n";
  }
}
