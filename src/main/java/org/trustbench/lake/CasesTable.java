package org.trustbench.lake;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.trustbench.framework.Attribute;
import org.trustbench.matrix.CaseRow;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** One row per submission and case; the framework's attributes are real columns. */
public final class CasesTable {
  private CasesTable() {}

  /** A stored case. */
  public record Row(String submissionHash, String inspectionId, String fileName, CaseRow row) {}

  static Table<Row> definition(List<Attribute> attributes) {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                text("submission_hash", "the submission", Row::submissionHash),
                text("inspection_id", "the inspection", Row::inspectionId),
                text("case_id", "the case within its inspection", row -> row.row().id()),
                text("evidence", "what kind of case it is", row -> row.row().evidence()),
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
        "One row per submission and case.",
        List.of("submission_hash", "case_id"),
        columns);
  }

  /** A stored row; the number of its file is not stored. */
  static Row row(Record r, List<String> attributes) {
    List<String> values = new ArrayList<>();
    attributes.forEach(attribute -> values.add((String) r.getField(attribute)));
    return new Row(
        (String) r.getField("submission_hash"),
        (String) r.getField("inspection_id"),
        (String) r.getField("file"),
        new CaseRow(
            (String) r.getField("case_id"),
            (String) r.getField("evidence"),
            values,
            0,
            ((Long) r.getField("line")).intValue()));
  }
}
