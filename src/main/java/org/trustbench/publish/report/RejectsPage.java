package org.trustbench.publish.report;

import java.util.List;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.framework.Framework;

/** The page that lists rejected rows one by one, for those who have to correct them. */
public final class RejectsPage {
  /** More rows than a browser shows at ease. */
  private static final int MOST = 5_000;

  private RejectsPage() {}

  /**
   * The page as its template takes it.
   *
   * @param more how many rows are left out
   */
  public record Model(Framework framework, List<RejectedRow> rows, int more) {}

  /** The page of some rows, in their order. */
  public static String of(Framework framework, List<RejectedRow> rejects) {
    List<RejectedRow> shown = rejects.subList(0, Math.min(MOST, rejects.size()));
    return ReportPage.rendered(
        "rejectspage.jte", new Model(framework, shown, rejects.size() - shown.size()));
  }
}
