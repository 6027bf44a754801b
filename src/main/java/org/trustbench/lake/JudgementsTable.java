package org.trustbench.lake;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;

/** One row per submission, case and question that was judged. */
public final class JudgementsTable {
  private JudgementsTable() {}

  /** A stored judgement. */
  public record Row(
      String submissionHash,
      String inspectionId,
      String caseId,
      String questionId,
      String answer,
      String outcome,
      String file,
      long line) {}

  static final Table<Row> DEFINITION =
      new Table<>(
          "judgements",
          "One row per submission, case and question.",
          List.of("submission_hash", "case_id", "question_id"),
          List.of(
              text("submission_hash", "the submission", Row::submissionHash),
              text("inspection_id", "the inspection", Row::inspectionId),
              text("case_id", "the case within its inspection", Row::caseId),
              text("question_id", "the question", Row::questionId),
              text("answer", "the framework's answer code", Row::answer),
              text(
                  "outcome",
                  "sufficient, insufficient, not_applicable or not_recorded",
                  Row::outcome),
              text("file", "the file it came from", Row::file),
              integer("line", "", "its line there", Row::line)));

  /** The columns that differ from row to row of one submission, in the order they are read. */
  static final List<String> VARYING =
      List.of("case_id", "question_id", "answer", "outcome", "file", "line");

  /** Rows of one submission from records of {@link #VARYING}; of every text one is kept. */
  static final class Reader implements Function<Record, Row> {
    private final String hash;
    private final String inspectionId;
    private final Map<String, String> texts = new HashMap<>();
    private final String[] last = new String[VARYING.size()];

    Reader(String hash, String inspectionId) {
      this.hash = hash;
      this.inspectionId = inspectionId;
    }

    @Override
    public Row apply(Record record) {
      return new Row(
          hash,
          inspectionId,
          text(record, 0),
          text(record, 1),
          text(record, 2),
          text(record, 3),
          text(record, 4),
          record.get(5, Long.class));
    }

    /** Mostly that of the row before, as rows are stored by case and question. */
    private String text(Record record, int column) {
      String text = record.get(column, String.class);
      if (!text.equals(last[column])) {
        last[column] = texts.computeIfAbsent(text, same -> same);
      }
      return last[column];
    }
  }
}
