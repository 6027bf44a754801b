package org.trustbench.publish.report;

import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.summary.RatingTable;
import org.trustbench.summary.ReportFocus;

/**
 * The ratings that a page shows.
 *
 * @param tables none where the framework has no rules, or the page nobody who is rated
 * @param rules what a reader has to know of them
 * @param isPart whether the table leaves institutions out
 */
record RatingSection(List<PageTable> tables, List<String> rules, boolean isPart) {
  /** The id of the table of the institution in focus, and of its place on the page. */
  static final String TABLE = "own-ratings";

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

  /** The ratings of the institution in focus, with their reasons. */
  static MeasureSection own(
      ReleaseContent content,
      Map<String, List<InspectionRating>> byTrust,
      ReportFocus reportFocus) {
    List<InspectionRating> own =
        reportFocus.focus() == null
            ? List.of()
            : byTrust.getOrDefault(reportFocus.focus().code(), List.of());
    return own.isEmpty()
        ? MeasureSection.NONE
        : MeasureSection.of(
            PageTable.of(
                TABLE,
                RatingTable.own("Ratings of " + reportFocus.focus().name(), own, content.terms()),
                "Rated",
                "Each with its reason, and how often other draws came to it."));
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }
}
