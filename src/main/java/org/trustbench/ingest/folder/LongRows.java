package org.trustbench.ingest.folder;

import java.util.function.UnaryOperator;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.ReadingBuilder;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.reject.SafeQuoting;
import org.trustbench.ingest.rows.CellPlaces;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.matrix.Reading;

/** Reads a table with one judgement to a row; all cases must have been read before. */
final class LongRows {
  private final RowReader table;
  private final Codebook codebook;
  private final InspectionBuilder builder;
  private final ReadingBuilder reading;
  private final int file;
  private final int caseColumn;
  private final int questionColumn;
  private final int answerColumn;
  private final int inspectorColumn;

  /** Why a judgement of a case without a row is rejected, by the id that was given. */
  private final UnaryOperator<String> unknownCase;

  LongRows(
      RowReader table,
      Codebook codebook,
      InspectionBuilder builder,
      Reading reading,
      int file,
      UnaryOperator<String> unknownCase)
      throws Refusal {
    this.unknownCase = unknownCase;
    this.table = table;
    this.codebook = codebook;
    this.builder = builder;
    this.reading = builder.of(reading);
    this.file = file;
    caseColumn = table.column(FolderReader.CASE_ID);
    questionColumn = table.column(FolderReader.QUESTION_ID);
    answerColumn = table.column(FolderReader.ANSWER);
    inspectorColumn = table.header().indexOf(FolderReader.INSPECTOR_ID);
    builder.places(
        file,
        new CellPlaces(
            table.heading().cells(),
            caseColumn,
            -1,
            -1,
            new int[0],
            new int[0],
            questionColumn,
            answerColumn));
  }

  void read() throws Refusal {
    MemoizedLookup<Integer> cases = new MemoizedLookup<>(id -> builder.matrix().caseNumber(id));
    MemoizedLookup<Integer> questions = new MemoizedLookup<>(codebook::question);
    MemoizedLookup<Integer> answers = new MemoizedLookup<>(codebook::answer);
    MemoizedLookup<Integer> inspectors = new MemoizedLookup<>(id -> reading.inspector(id, file));
    while (table.next()) {
      if (table.isFaulty()) {
        long lost = table.cellsLost(1);
        builder.read(file, lost);
        builder.reject(file, table.line(), RejectRule.MALFORMED_LINE, table.fault(), lost);
        continue;
      }
      builder.read(file, 1);
      int caseNumber = table.value(caseColumn, cases);
      int question = table.value(questionColumn, questions);
      int answer = table.value(answerColumn, answers);
      table.checkNoLineBreak(inspectorColumn);
      if (caseNumber < 0 || question < 0) {
        rejectKey(table.given(caseColumn), table.given(questionColumn));
      } else if (!reading.judgement(caseNumber, question, answer, file, table.line())) {
        reading.unknownAnswer(question, table.given(answerColumn), file, table.line());
      } else if (inspectorColumn >= 0) {
        reading.judgedBy(caseNumber, question, table.value(inspectorColumn, inspectors), file);
      }
    }
  }

  /** Rejects a judgement of a case or a question that there is not. */
  private void rejectKey(String caseId, String questionId) throws Refusal {
    boolean isNoCase = Spelling.plain(caseId).isEmpty();
    if (isNoCase || Spelling.plain(questionId).isEmpty()) {
      reject(
          RejectRule.MISSING_KEY,
          isNoCase ? caseColumn : questionColumn,
          "%s is empty: fill it in"
              .formatted(isNoCase ? FolderReader.CASE_ID : FolderReader.QUESTION_ID));
    } else if (codebook.question(questionId) < 0) {
      reject(
          RejectRule.UNKNOWN_QUESTION,
          questionColumn,
          builder.reasons().unknownQuestion(questionId));
    } else {
      reject(
          RejectRule.UNKNOWN_CASE,
          caseColumn,
          unknownCase.apply(caseId) + SafeQuoting.unseen(caseId));
    }
  }

  private void reject(RejectRule rule, int column, String reason) throws Refusal {
    builder.reject(file, table.line(), rule, table.told(column, reason), 1);
  }
}
