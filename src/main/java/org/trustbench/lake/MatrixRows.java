package org.trustbench.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Form;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.table.CodedRows;

/** The accepted judgements of a matrix as rows of the table of judgements, by case and question. */
final class MatrixRows implements CodedRows {
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final Form form;
  private final JudgementMatrix matrix;
  private final List<List<String>> texts;
  private int caseNumber;
  private int question;
  private int caseText;

  /**
   * Makes the rows.
   *
   * @param files names of the files the matrix refers to by number
   */
  MatrixRows(
      StoredRows stored,
      String inspectionId,
      Form form,
      JudgementMatrix matrix,
      List<String> files) {
    this.form = form;
    this.matrix = matrix;
    List<String> cases = new ArrayList<>();
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (!matrix.isRejected(c)) {
        cases.add(matrix.cases().get(c).id());
      }
    }
    texts =
        Arrays.asList(
            List.of(stored.submissionHash()),
            List.of(stored.ingestId()),
            List.of(inspectionId),
            cases,
            form.framework().questions().stream().map(Question::id).toList(),
            form.framework().answers().stream().map(Answer::code).toList(),
            Arrays.stream(OUTCOMES).map(Outcome::id).toList(),
            files,
            null);
  }

  @Override
  public List<List<String>> texts() {
    return texts;
  }

  @Override
  public int next(int[][] columns) {
    int most = columns[0].length;
    int count = 0;
    while (count < most && caseNumber < matrix.cases().size()) {
      if (matrix.isRejected(caseNumber)) {
        caseNumber++;
        continue;
      }
      count = ofCase(columns, count, most);
      if (question == matrix.questions()) {
        question = 0;
        caseNumber++;
        caseText++;
      }
    }
    Arrays.fill(columns[0], 0, count, 0);
    Arrays.fill(columns[1], 0, count, 0);
    Arrays.fill(columns[2], 0, count, 0);
    return count;
  }

  private int ofCase(int[][] columns, int from, int most) {
    int count = from;
    for (; question < matrix.questions() && count < most; question++) {
      int answer = matrix.answer(caseNumber, question);
      if (answer >= 0) {
        columns[3][count] = caseText;
        columns[4][count] = question;
        columns[5][count] = answer;
        columns[6][count] = form.outcome(question, answer).ordinal();
        columns[7][count] = matrix.file(caseNumber, question);
        columns[8][count] = matrix.line(caseNumber, question);
        count++;
      }
    }
    return count;
  }
}
