package org.trustbench.ingest.folder;

import java.util.HashMap;
import java.util.Map;
import org.trustbench.framework.Form;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.matrix.JudgementMatrix;

/**
 * The rows of a file with a judgement on each, as numbers, some at a time. It asks the matrix for
 * cases, all of which must be there, and changes nothing, so that rows may be read ahead of whoever
 * takes them in.
 */
final class LongRows {
  private static final int MOST = 1 << 12;

  private final RowReader table;
  private final Form form;
  private final int caseColumn;
  private final int questionColumn;
  private final int answerColumn;
  private final int inspectorColumn;
  private final MemoizedLookup<Integer> cases;
  private final MemoizedLookup<Integer> questions;
  private final MemoizedLookup<Integer> answers;
  private Refusal refusal;

  /**
   * A row that is no judgement, as it stands.
   *
   * @param ragged why it is no row of the table; null if it is one, of which there are then the
   *     cells
   */
  record Odd(String ragged, String caseId, String questionId, String answer) {}

  /** Rows one after the other: numbers of each, -1 for what there is not, or the odd row. */
  static final class Batch {
    private final int[] cases = new int[MOST];
    private final int[] questions = new int[MOST];
    private final int[] answers = new int[MOST];
    private final int[] lines = new int[MOST];
    private final Map<Integer, Odd> odd = new HashMap<>();
    private int size;

    int size() {
      return size;
    }

    int caseNumber(int row) {
      return cases[row];
    }

    int question(int row) {
      return questions[row];
    }

    int answer(int row) {
      return answers[row];
    }

    int line(int row) {
      return lines[row];
    }

    /** What stands in place of a judgement; null where there is one. */
    Odd odd(int row) {
      return answers[row] < 0 ? odd.get(row) : null;
    }
  }

  LongRows(RowReader table, Form form, JudgementMatrix matrix) throws Refusal {
    this.table = table;
    this.form = form;
    caseColumn = table.column(FolderReader.CASE_ID);
    questionColumn = table.column(FolderReader.QUESTION_ID);
    answerColumn = table.column(FolderReader.ANSWER);
    inspectorColumn = table.header().indexOf(FolderReader.INSPECTOR_ID);
    cases = new MemoizedLookup<>(id -> matrix.caseNumber(id));
    questions = new MemoizedLookup<>(form::question);
    answers = new MemoizedLookup<>(form::answer);
  }

  /**
   * Reads the next rows into a batch, in place of those that it had; gives it, or null at the end.
   *
   * @throws Refusal in the place of the row that the file cannot be read beyond
   */
  Batch next(Batch batch) throws Refusal {
    if (refusal != null) {
      throw refusal;
    }
    batch.size = 0;
    batch.odd.clear();
    try {
      while (batch.size < MOST && table.next()) {
        add(batch);
      }
    } catch (Refusal e) {
      refusal = e;
      if (batch.size == 0) {
        throw e;
      }
    }
    return batch.size == 0 ? null : batch;
  }

  private void add(Batch batch) throws Refusal {
    int row = batch.size;
    batch.lines[row] = table.line();
    if (table.isFaulty()) {
      batch.answers[row] = -1;
      batch.odd.put(row, new Odd(table.fault(), null, null, null));
      batch.size++;
      return;
    }
    int caseNumber = table.value(caseColumn, cases);
    int question = table.value(questionColumn, questions);
    int answer = table.value(answerColumn, answers);
    table.checkNoLineBreak(inspectorColumn);
    boolean isJudgement =
        caseNumber >= 0 && question >= 0 && answer >= 0 && form.outcome(question, answer) != null;
    batch.cases[row] = caseNumber;
    batch.questions[row] = question;
    batch.answers[row] = isJudgement ? answer : -1;
    if (!isJudgement) {
      batch.odd.put(
          row,
          new Odd(
              null,
              table.given(caseColumn),
              table.given(questionColumn),
              table.given(answerColumn)));
    }
    batch.size++;
  }
}
