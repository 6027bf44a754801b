package org.trustbench.lake.table;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** One row per submission, case and question that was judged. */
public final class JudgementsTable {
  private JudgementsTable() {}

  /** A stored judgement. */
  public record Row(
      String submissionHash,
      String ingestId,
      String inspectionId,
      String caseId,
      String questionId,
      String answer,
      String outcome,
      String file,
      long line,
      String inspector) {}

  private static final List<String> KEY =
      List.of("submission_hash", "ingest_id", "case_id", "question_id");

  private static final List<Column<Row>> COLUMNS =
      List.of(
          text("submission_hash", "the submission", Row::submissionHash),
          text("ingest_id", "the ingest that wrote it", Row::ingestId),
          text("inspection_id", "the inspection", Row::inspectionId),
          text("case_id", "the {case} within its inspection", Row::caseId),
          text("question_id", "the question", Row::questionId),
          text("answer", "the framework's answer code", Row::answer),
          text("outcome", "sufficient, insufficient, not_applicable or not_recorded", Row::outcome),
          text("file", "the file it came from", Row::file),
          integer("line", "", "its line there", Row::line),
          text(
              "inspector",
              "who made it, the same in every inspection; null where that was not sent",
              Row::inspector));

  public static final Table<Row> DEFINITION =
      new Table<>(
          "judgements", "One row per submission, ingest, {case} and question.", KEY, COLUMNS);

  /** What another inspector judged of the same cases, which counts in no score. */
  public static final Table<Row> SECOND_READINGS =
      new Table<>(
          "second_readings",
          "One row per submission, ingest, {case} and question that was read a second time; counts"
              + " in no score.",
          KEY,
          COLUMNS);

  /** The columns that differ from row to row of one submission, in the order they are read. */
  public static final List<String> VARYING =
      List.of("case_id", "question_id", "answer", "outcome", "file", "line", "inspector");
}
