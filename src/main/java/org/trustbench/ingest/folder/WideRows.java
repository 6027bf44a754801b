package org.trustbench.ingest.folder;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.ReadingBuilder;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;

/** Reads a table with a column for each question; all cases must have been read before. */
final class WideRows {
  private final RowReader table;
  private final Codebook codebook;
  private final InspectionBuilder builder;
  private final ReadingBuilder reading;
  private final SentFile file;
  private final int number;

  /** Whether it is the table of cases, whose other columns were read with them. */
  private final boolean isOneTable;

  /** Why a judgement of a case without a row is rejected, by the id that was given. */
  private final UnaryOperator<String> unknownCase;

  private final int caseColumn;
  private final int inspector;

  /** The question of each column; negative where it is none. */
  private final int[] questions;

  private final UnnamedColumns unnamed;

  WideRows(
      RowReader table,
      Codebook codebook,
      InspectionBuilder builder,
      Reading reading,
      SentFile file,
      int number,
      boolean isOneTable,
      UnaryOperator<String> unknownCase)
      throws Refusal {
    this.table = table;
    this.codebook = codebook;
    this.builder = builder;
    this.reading = builder.of(reading);
    this.file = file;
    this.number = number;
    this.isOneTable = isOneTable;
    this.unknownCase = unknownCase;
    caseColumn = table.column(FolderReader.CASE_ID);
    inspector = table.header().indexOf(FolderReader.INSPECTOR_ID);
    questions = table.header().stream().mapToInt(codebook::question).toArray();
    unnamed = new UnnamedColumns(table);
  }

  void read() throws Refusal {
    if (Arrays.stream(questions).allMatch(question -> question < 0)) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          file.name(),
          "%s: no column is a question of %s: the header must name question_id and answer, or the questions"
              .formatted(table.heading().place(), codebook.framework().id()));
    }
    builder.places(number, TablePlaces.of(table, codebook, true));
    int cells = cells();
    long[] unknown = new long[table.header().size()];
    MemoizedLookup<Integer> answers = new MemoizedLookup<>(codebook::answer);
    MemoizedLookup<Integer> inspectors = new MemoizedLookup<>(id -> reading.inspector(id, number));
    while (table.next()) {
      if (table.isFaulty()) {
        long lost = table.cellsLost(cells);
        builder.read(number, lost);
        builder.reject(number, table.line(), RejectRule.MALFORMED_LINE, table.fault(), lost);
        continue;
      }
      builder.read(number, cells);
      table.checkNoLineBreak(inspector);
      unnamed.check();
      String caseId = table.name(caseColumn);
      int caseNumber = caseId.isEmpty() ? -1 : builder.matrix().caseNumber(caseId);
      if (caseNumber < 0) {
        rejectRow(caseId, cells);
      } else {
        int judgedBy = inspector < 0 ? JudgementMatrix.NOBODY : table.value(inspector, inspectors);
        judgements(caseNumber, judgedBy, answers, unknown);
      }
    }
    rejectColumns(unknown);
  }

  /** How many cells of judgements a row has. */
  private int cells() {
    return isOneTable
        ? (int) Arrays.stream(questions).filter(question -> question >= 0).count()
        : table.header().size() - 1 - (inspector < 0 ? 0 : 1) - unnamed.count();
  }

  private void rejectRow(String caseId, int cells) throws Refusal {
    builder.reject(
        number,
        table.line(),
        caseId.isEmpty() ? RejectRule.MISSING_KEY : RejectRule.UNKNOWN_CASE,
        table.told(
            caseColumn,
            caseId.isEmpty() ? "case_id is empty: fill it in" : unknownCase.apply(caseId)),
        cells);
  }

  private void judgements(
      int caseNumber, int judgedBy, MemoizedLookup<Integer> answers, long[] unknown)
      throws Refusal {
    for (int column = 0; column < questions.length; column++) {
      if (questions[column] >= 0) {
        int answer = table.value(column, answers);
        if (!reading.judgement(caseNumber, questions[column], answer, number, table.line())) {
          reading.unknownAnswer(questions[column], table.given(column), number, table.line());
        } else {
          reading.judgedBy(caseNumber, questions[column], judgedBy, number);
        }
      } else if (!isOneTable
          && column != caseColumn
          && column != inspector
          && !unnamed.has(column)) {
        unknown[column]++;
      }
    }
  }

  /** Rejects the cells below the name of no question, all of a column at once. */
  private void rejectColumns(long[] unknown) throws Refusal {
    for (int column = 0; column < unknown.length; column++) {
      if (unknown[column] > 0) {
        builder.reject(
            number,
            table.headerLine(),
            RejectRule.UNKNOWN_QUESTION,
            told(column, builder.reasons().unknownColumn(table.header().get(column), column)),
            unknown[column]);
      }
    }
  }

  /** A reason that is about the name of a column. */
  private String told(int column, String reason) {
    Header header = table.heading();
    return header.cells() == null ? reason : header.place(column) + ": " + reason;
  }
}
