package org.trustbench.publish.report;

import java.util.List;
import java.util.Map;
import org.trustbench.framework.Framework;

/** A self-contained page that lists what has to be corrected in one submission. */
public final class ProblemsPage {
  /** More rows than a browser shows at ease. */
  private static final int MOST = 2_000;

  private ProblemsPage() {}

  /**
   * One inspection, or the part of an extract that is of none.
   *
   * @param state what becomes of it, in a word
   * @param reason why; empty where nothing is wrong with it as a whole
   * @param counts what was counted in it, by name
   * @param remarks what somebody should look at, by kind
   * @param rows what is not accepted
   */
  public record Part(
      String title,
      String state,
      String reason,
      Map<String, Long> counts,
      Map<String, List<String>> remarks,
      List<Row> rows) {

    /** The rows that are shown. */
    public List<Row> shown() {
      return rows.subList(0, Math.min(MOST, rows.size()));
    }
  }

  /**
   * A row that is not accepted.
   *
   * @param line counted from 1; 0 where the whole is meant
   * @param cells the judgements in it
   */
  public record Row(String file, int line, String rule, String reason, long cells) {}

  /** The page as its template takes it. */
  public record Model(Framework framework, List<Part> parts) {}

  /** The page. */
  public static String of(Framework framework, List<Part> parts) {
    return ReportPage.rendered("problemspage.jte", new Model(framework, parts));
  }
}
