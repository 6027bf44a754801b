package org.trustbench.publish.report;

import java.util.List;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.summary.RatingTable;

/**
 * The ratings that a page shows.
 *
 * @param tables none where the framework has no rules, or the page nobody who is rated
 * @param rules what a reader has to know of them
 * @param isPart whether the table leaves institutions out
 */
record RatingSection(List<PageTable> tables, List<String> rules, boolean isPart) {
  /** Rows that a page has at most; files have all. */
  private static final int MOST_ROWS = 600;

  /**
   * Of a release.
   *
   * @param only code of the institution whose ratings alone are shown; null for all
   */
  static RatingSection of(PageCache pages, String only) {
    List<InspectionRating> rated = pages.ratings(only);
    if (rated.isEmpty()) {
      return new RatingSection(List.of(), List.of(), false);
    }
    ReleaseContent content = pages.content();
    List<InspectionRating> shown = rated.subList(0, Math.min(MOST_ROWS, rated.size()));
    PageTable table =
        PageTable.inBlocks(
            "ratings",
            RatingTable.of("Ratings by rule", shown, content.terms()),
            "Rated",
            "Not the inspectorate's own unless the rules say so.",
            shown.stream().map(one -> one.inspection().trust().code()).toList());
    return new RatingSection(
        List.of(table), RatingTable.rules(content), shown.size() < rated.size());
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }
}
