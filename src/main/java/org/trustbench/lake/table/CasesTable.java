package org.trustbench.lake.table;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trustbench.framework.Attribute;
import org.trustbench.matrix.CaseRow;
import org.trustbench.table.Column;
import org.trustbench.table.Table;
import org.trustbench.table.parquet.DictionaryRows;

/** One row per submission and case; the framework's attributes are real columns. */
public final class CasesTable {
  /** Columns before the framework's attributes. */
  private static final int OWN = 7;

  private static final int PAGE = 1 << 10;

  private CasesTable() {}

  /** A stored case. */
  public record Row(StoredRows stored, String inspectionId, String fileName, CaseRow row) {
    public String submissionHash() {
      return stored.submissionHash();
    }

    public String ingestId() {
      return stored.ingestId();
    }
  }

  public static Table<Row> definition(List<Attribute> attributes) {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                text("submission_hash", "the submission", Row::submissionHash),
                text("ingest_id", "the ingest that wrote it", Row::ingestId),
                text("inspection_id", "the inspection", Row::inspectionId),
                text("case_id", "the {case} within its inspection", row -> row.row().id()),
                text("evidence", "what kind of {case} it is", row -> row.row().evidence()),
                text("file", "the file it came from", Row::fileName),
                integer("line", "", "its line there", row -> (long) row.row().line())));
    for (int i = 0; i < attributes.size(); i++) {
      int place = i;
      Attribute attribute = attributes.get(i);
      columns.add(
          text(attribute.id(), attribute.label(), row -> row.row().attributes().get(place)));
    }
    return new Table<>(
        "cases",
        "One row per submission, ingest and {case}.",
        List.of("submission_hash", "ingest_id", "case_id"),
        columns);
  }

  /** The columns that a stored row is made from. */
  public static List<String> columns(List<String> attributes) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "submission_hash",
                "ingest_id",
                "inspection_id",
                "case_id",
                "evidence",
                "file",
                "line"));
    columns.addAll(attributes);
    return columns;
  }

  /** Stored rows from {@link #columns}; the number of a row's file is not stored. */
  public static List<Row> rows(DictionaryRows coded) {
    List<Row> rows = new ArrayList<>();
    int[][] page = new int[coded.texts().size()][PAGE];
    for (int found = coded.next(page); found > 0; found = coded.next(page)) {
      List<List<String>> texts = coded.texts();
      for (int i = 0; i < found; i++) {
        String[] values = new String[page.length - OWN];
        for (int value = 0; value < values.length; value++) {
          values[value] = value(texts, page, OWN + value, i);
        }
        rows.add(
            new Row(
                new StoredRows(value(texts, page, 0, i), value(texts, page, 1, i)),
                value(texts, page, 2, i),
                value(texts, page, 5, i),
                new CaseRow(
                    value(texts, page, 3, i),
                    value(texts, page, 4, i),
                    Arrays.asList(values),
                    0,
                    page[6][i])));
      }
    }
    return rows;
  }

  private static String value(List<List<String>> texts, int[][] page, int column, int row) {
    int place = page[column][row];
    return place == DictionaryRows.NONE ? null : texts.get(column).get(place);
  }
}
