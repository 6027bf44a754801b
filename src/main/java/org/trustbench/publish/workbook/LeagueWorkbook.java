package org.trustbench.publish.workbook;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.grid.Cell;

/**
 * The league tables as a workbook, laid out as government asks of published spreadsheets: cover,
 * contents and notes, then one table a sheet, from A1, without merged, blank or hidden cells.
 */
public final class LeagueWorkbook {
  private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  private LeagueWorkbook() {}

  /** The workbook of a release, from where its reader looks at it. */
  public static byte[] of(ReleaseContent content, ReportFocus reportFocus) throws IOException {
    Notes notes = Notes.of(content);
    List<WorkbookSheet> tables = TableSheets.of(content, reportFocus, notes);
    List<WorkbookSheet> sheets = new ArrayList<>();
    String title = content.results().framework().title() + ": league tables";
    sheets.add(CoverSheet.of(title, content, reportFocus, latest(content)));
    WorkbookSheet noted =
        new WorkbookSheet(
            "Notes",
            "Notes and shorthand",
            remark(content),
            List.of("Note", "Meaning"),
            notes.rows());
    sheets.add(contents(content, noted, tables));
    sheets.add(noted);
    sheets.addAll(tables);
    return OpenDocumentPackage.of(
        MEDIA_TYPE,
        properties(title, content, reportFocus),
        OpenDocumentPackage.resource("styles.xml"),
        out -> OdsContent.write(out, sheets));
  }

  /** What every sheet says under its title: whom it is for, and whether it is invented. */
  static String remark(ReleaseContent content) {
    return "Audience: %s.%s"
        .formatted(
            content.audience().label(),
            content.isSynthetic()
                ? content
                    .terms()
                    .text(
                        " SYNTHETIC DATA: invented judgements, no figure here is of a real {institution}.")
                : "");
  }

  private static WorkbookSheet contents(
      ReleaseContent content, WorkbookSheet notes, List<WorkbookSheet> tables) {
    List<List<Cell>> rows = new ArrayList<>();
    Map<Integer, String> links = new HashMap<>();
    for (WorkbookSheet sheet : Stream.concat(Stream.of(notes), tables.stream()).toList()) {
      links.put(rows.size(), sheet.name());
      rows.add(WorkbookSheet.texts(sheet.name(), sheet.title()));
    }
    return new WorkbookSheet(
        "Contents", "Contents", remark(content), List.of("Sheet", "What it holds"), rows, links);
  }

  private static DocumentProperties properties(
      String title, ReleaseContent content, ReportFocus reportFocus) {
    String subject =
        reportFocus.inspected().isPresent()
            ? reportFocus.focus().name()
                + content.terms().text(" and the {institutions} it is compared with")
            : content.terms().text("All {institutions} inspected");
    return new DocumentProperties(
        title,
        (content.isSynthetic() ? "Synthetic data. " : "") + subject,
        remark(content) + " " + content.results().framework().description(),
        "trustbench",
        latest(content));
  }

  /** The last day that the inspections know of; null if they know of none. */
  static LocalDate latest(ReleaseContent content) {
    return content.results().inspections().stream()
        .flatMap(LeagueWorkbook::days)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static Stream<LocalDate> days(InspectionTallies inspection) {
    return Stream.of(inspection.startDate(), inspection.endDate(), inspection.publishedDate());
  }
}
