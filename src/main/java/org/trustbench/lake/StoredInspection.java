package org.trustbench.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Form;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Tally;

/**
 * The rows of one submission as they were read back from where they are stored.
 *
 * @param rejectedCells judgements that its rejects account for
 */
public record StoredInspection(
    List<CasesTable.Row> cases,
    List<JudgementsTable.Row> judgements,
    long rejectedCells,
    List<Tally> tallies) {

  /** Names of the files that the matrix refers to by number. */
  public List<String> files() {
    return List.copyOf(numbers().keySet());
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    cases.forEach(row -> numbers.putIfAbsent(row.fileName(), numbers.size()));
    judgements.forEach(row -> numbers.putIfAbsent(row.file(), numbers.size()));
    return numbers;
  }

  /**
   * The matrix that cases and judgements fill. Questions and answers that the form does not have
   * are left out, as are judgements without a case: no measure asks for them.
   */
  public JudgementMatrix matrix(Form form) {
    Map<String, Integer> numbers = numbers();
    JudgementMatrix matrix = new JudgementMatrix(form.framework().questions().size());
    for (CasesTable.Row stored : cases) {
      CaseRow row = stored.row();
      if (matrix.caseNumber(row.id()) < 0) {
        int file = numbers.get(stored.fileName());
        matrix.addCase(new CaseRow(row.id(), row.evidence(), row.attributes(), file, row.line()));
      }
    }
    for (JudgementsTable.Row row : judgements) {
      int caseNumber = matrix.caseNumber(row.caseId());
      int question = form.question(row.questionId());
      int answer = form.answer(row.answer());
      if (caseNumber >= 0
          && question >= 0
          && answer >= 0
          && form.outcome(question, answer) != null) {
        matrix.place(caseNumber, question, answer, numbers.get(row.file()), (int) row.line());
      }
    }
    return matrix;
  }
}
