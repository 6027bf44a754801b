package org.trustbench.ingest.extract;

import java.time.LocalDate;
import java.util.Arrays;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/**
 * Finds or adds the case that each of some packed rows is about.
 *
 * <p>A row's description is the texts of its case's id, of its stratum and of its attributes, as
 * places in {@link PackedRows#texts()}.
 */
final class ExtractCases {
  private final ParsedRows parsed;
  private final RowForm form;
  private final Layout layout;
  private final ParsedTexts texts;
  private final int file;

  /** What described the case of the row before. */
  private int[] before = {};

  private RoutedInspection routedBefore;
  private int caseBefore;

  ExtractCases(ParsedRows parsed) {
    this.parsed = parsed;
    this.form = parsed.form();
    this.layout = form.layout();
    this.texts = parsed.texts();
    this.file = parsed.file();
  }

  private String caseId(int text) {
    boolean isOnePart = layout.caseKey().size() == 1;
    return isOnePart || text == PackedRows.NONE ? texts.plain(text) : texts.sent(text);
  }

  /** The row's case; -1 where the row is rejected, or no more is taken in. */
  int caseNumber(RoutedInspection route, int[] description, int date, int line) {
    if (route.isRefused()) {
      return -1;
    }
    InspectionBuilder builder = route.builder();
    String caseId = checkedCaseId(builder, description[0], line);
    if (caseId == null) {
      return -1;
    }
    if (!isDated(date, route)) {
      parsed.reject(
          builder,
          line,
          RejectRule.UNREADABLE_DATE,
          parsed.told(
              parsed.rows().places().date(),
              line,
              "%s is not a date like %s: correct it%s"
                  .formatted(
                      layout.date(),
                      layout.dateFormat(),
                      DayHints.of(texts.plain(date), layout.dateFormat()))));
      return -1;
    }
    if (layout.listing() != null) {
      return visit(builder, caseId, line);
    }
    try {
      return caseRow(route, caseId, description, line);
    } catch (Refusal e) {
      route.refuse(e);
      return -1;
    }
  }

  /** The id of the row's case; null where the row is rejected for it. */
  String checkedCaseId(InspectionBuilder builder, int text, int line) {
    String caseId = caseId(text);
    if (caseId.isEmpty()) {
      parsed.reject(
          builder,
          line,
          RejectRule.MISSING_KEY,
          parsed.told(
              parsed.rows().places().caseId(),
              line,
              "%s empty: fill in one of them at least".formatted(layout.caseKey())));
      return null;
    }
    if (RejectReasons.caseIdFault(caseId) != null) {
      parsed.reject(
          builder,
          line,
          RejectRule.MALFORMED_LINE,
          parsed.told(parsed.rows().places().caseId(), line, RejectReasons.caseIdFault(caseId)));
      return null;
    }
    return caseId;
  }

  /** The visit that something is listed of. */
  private int visit(InspectionBuilder builder, String caseId, int line) {
    int visit = builder.matrix().caseNumber(caseId);
    if (visit < 0) {
      parsed.reject(
          builder,
          line,
          RejectRule.UNKNOWN_CASE,
          "the visit is not in the file of visits: add it there, or correct %s"
              .formatted(layout.caseKey()));
    }
    return visit;
  }

  /** In the long shape the rows of a case mostly follow each other, and describe it alike. */
  private int caseRow(RoutedInspection route, String caseId, int[] description, int line)
      throws Refusal {
    if (!form.isLong() || routedBefore != route || !Arrays.equals(before, description)) {
      String[] given = new String[description.length - 2];
      for (int i = 0; i < given.length; i++) {
        given[i] = texts.attribute(i, description[2 + i]);
      }
      routedBefore = null;
      caseBefore =
          route
              .builder()
              .caseRow(
                  caseId,
                  texts.plain(description[1]),
                  Arrays.asList(given),
                  file,
                  line,
                  form.isLong());
      routedBefore = route;
      before = description.clone();
    }
    return caseBefore;
  }

  /** Widens the route's days by a date; false if it is not one. A blank date says nothing. */
  private boolean isDated(int text, RoutedInspection route) {
    if (texts.plain(text).isEmpty()) {
      return true;
    }
    LocalDate day = texts.date(text);
    if (day == null) {
      return false;
    }
    route.addDay(day);
    return true;
  }
}
