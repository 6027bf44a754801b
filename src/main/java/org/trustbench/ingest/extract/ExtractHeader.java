package org.trustbench.ingest.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.sent.SentNames;

/** The header of a file of an extract. */
final class ExtractHeader {
  private ExtractHeader() {}

  private static boolean isOfKey(Layout layout, String column) {
    return layout.rowKey() != null && layout.rowKey().columns().contains(column);
  }

  /**
   * Checks the headers of all files.
   *
   * @throws Refusal if one lacks a column, or if files of visits or listings are lacking that the
   *     layout rests on
   */
  static void check(ExtractSource source, InspectionBuilder unrouted) throws IOException, Refusal {
    int files = source.extract().files().size();
    int ofVisits = 0;
    for (int file = 0; file < files; file++) {
      ofVisits += check(source, file, unrouted) ? 1 : 0;
    }
    Layout layout = source.layout();
    if (layout.listing() != null && (ofVisits == 0 || ofVisits == files)) {
      throw new Refusal(
          RejectRule.MISSING_FILE,
          source.extract().name(),
          ofVisits == 0
              ? "layout %s lists only what was insufficient, and no file of visits is with it, so that nothing says what else was judged: give that too, with the columns %s"
                  .formatted(layout.id(), layout.listing().visits().columns())
              : "no file lists what was insufficient, by the columns %s, and without one all would count as sufficient: give that too, if there is nothing in it with its header alone"
                  .formatted(layout.columns()));
    }
  }

  /**
   * Checks the header of a file: what the layout reads is to be there as it is spelt, and an
   * extract may have columns of its own.
   *
   * @param unrouted told which columns are passed over and which attributes are lacking
   * @return whether the file is one of visits
   * @throws Refusal if a column that the layout reads is not there
   */
  static boolean check(ExtractSource source, int number, InspectionBuilder unrouted)
      throws IOException, Refusal {
    SentFile file = source.extract().files().get(number);
    Layout asked = source.layout();
    Codebook codebook = source.codebook();
    try (RowReader table =
        InputFormats.open(FileSlice.whole(number, file), ReadOptions.of(asked))) {
      Layout layout = asked.of(table.header());
      List<String> columns = new ArrayList<>(layout.columns());
      SentNames names =
          new SentNames(file, RejectRule.UNREADABLE_FILE, KnownNames.exactly(columns), codebook);
      for (String column : columns) {
        table.heading().checkNotOneCellWith(column);
      }
      names.columns(table.heading(), name -> isOfKey(layout, name));
      columns.removeAll(table.header());
      names.checkInsteadOf(columns);
      for (String column : layout.columns()) {
        if (!column.equals(layout.synthetic())) {
          table.column(column);
        }
      }
      unrouted.note(number, table.headerLine(), RejectRule.NAME_PASSED_OVER, names.passedOver());
      List<String> unread =
          codebook.framework().attributes().stream()
              .map(Attribute::id)
              .filter(id -> !layout.attributes().containsKey(id))
              .toList();
      unrouted.note(
          number,
          table.headerLine(),
          RejectRule.NAME_LACKING,
          layout.listing() == null ? SentNames.lacking("attribute", unread) : List.of());
      return layout.shape() == Layout.Shape.VISITS;
    }
  }
}
