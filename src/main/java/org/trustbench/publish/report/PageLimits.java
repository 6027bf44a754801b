package org.trustbench.publish.report;

import java.util.List;
import org.trustbench.benchmark.Comparison;
import org.trustbench.summary.ListExcerpt;
import org.trustbench.terms.Terms;

/** How many trusts tables and charts of a page show; of more they show an excerpt. */
final class PageLimits {
  /** So many are shown in full. */
  static final int MOST = 300;

  /** Of more, so many from either end of a league. */
  static final int END = 25;

  private PageLimits() {}

  /** Whether so many are too many to be shown in full. */
  static boolean areTooMany(int trusts) {
    return trusts > MOST;
  }

  /** What is shown of a league with a trust in focus; with nobody in focus if it is null. */
  static ListExcerpt<Comparison> excerpt(List<Comparison> league, String focus) {
    return ListExcerpt.of(
        league, MOST, END, c -> c.score().inspection().trust().code().equals(focus));
  }

  /** What a caption says of what is left out, a space before it; empty where nothing is. */
  static String note(ListExcerpt<Comparison> excerpt, Terms terms) {
    return excerpt.isCut()
        ? terms.text(
            " Shown: the first %d and the last %d of %s%s; every one is in tables/comparisons.csv.",
            END,
            END,
            terms.grouped(excerpt.all(), "{institution}", "{institutions}"),
            excerpt.shown().size() > 2 * END ? ", and those around the one in focus" : "")
        : "";
  }
}
