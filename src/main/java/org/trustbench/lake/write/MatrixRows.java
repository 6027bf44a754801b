package org.trustbench.lake.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.lake.write.InspectionWriter.Accepted;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;
import org.trustbench.table.parquet.DictionaryRows;

/**
 * The accepted judgements of a reading of inspections as rows of the table of judgements, one
 * inspection after the other, each by case and question.
 */
final class MatrixRows implements DictionaryRows {
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final Codebook codebook;
  private final List<Accepted> inspections;
  private final Reading reading;
  private final List<List<String>> texts;

  /** Where the next row stands: inspection, case and question, and the text of the case's id. */
  private int inspection;

  private int caseNumber;
  private int question;
  private int caseText;

  /** Where the files of the inspection begin among all files. */
  private int firstFile;

  /** Where the inspectors of the inspection begin among all inspectors. */
  private int firstInspector;

  MatrixRows(Codebook codebook, String ingestId, List<Accepted> inspections, Reading reading) {
    this.codebook = codebook;
    this.reading = reading;
    this.inspections = inspections;
    List<String> cases = new ArrayList<>();
    List<String> files = new ArrayList<>();
    List<String> inspectors = new ArrayList<>();
    for (Accepted one : inspections) {
      for (int c = 0; c < one.matrix().cases().size(); c++) {
        if (!one.matrix().isRejected(c)) {
          cases.add(one.matrix().cases().get(c).id());
        }
      }
      files.addAll(one.files());
      inspectors.addAll(one.matrix().inspectors());
    }
    texts =
        Arrays.asList(
            inspections.stream().map(Accepted::hash).toList(),
            List.of(ingestId),
            inspections.stream().map(Accepted::inspectionId).toList(),
            cases,
            codebook.framework().questions().stream().map(Question::id).toList(),
            codebook.framework().answers().stream().map(Answer::code).toList(),
            Arrays.stream(OUTCOMES).map(Outcome::id).toList(),
            files,
            null,
            inspectors);
  }

  @Override
  public List<List<String>> texts() {
    return texts;
  }

  @Override
  public int next(int[][] columns) {
    int most = columns[0].length;
    int count = 0;
    while (count < most && inspection < inspections.size()) {
      JudgementMatrix matrix = inspections.get(inspection).matrix().of(reading);
      int from = count;
      count = ofInspection(matrix, columns, from, most);
      Arrays.fill(columns[0], from, count, inspection);
      Arrays.fill(columns[2], from, count, inspection);
      if (caseNumber == matrix.cases().size()) {
        firstFile += inspections.get(inspection).files().size();
        firstInspector += matrix.inspectors().size();
        inspection++;
        caseNumber = 0;
      }
    }
    Arrays.fill(columns[1], 0, count, 0);
    return count;
  }

  private int ofInspection(JudgementMatrix matrix, int[][] columns, int from, int most) {
    int count = from;
    while (count < most && caseNumber < matrix.cases().size()) {
      if (matrix.isRejected(caseNumber)) {
        caseNumber++;
        continue;
      }
      count = ofCase(matrix, columns, count, most);
      if (question == matrix.questions()) {
        question = 0;
        caseNumber++;
        caseText++;
      }
    }
    return count;
  }

  private int ofCase(JudgementMatrix matrix, int[][] columns, int from, int most) {
    int count = from;
    for (; question < matrix.questions() && count < most; question++) {
      int answer = matrix.answer(caseNumber, question);
      if (answer >= 0) {
        columns[3][count] = caseText;
        columns[4][count] = question;
        columns[5][count] = answer;
        columns[6][count] = codebook.outcome(question, answer).ordinal();
        columns[7][count] = firstFile + matrix.file(caseNumber, question);
        columns[8][count] = matrix.line(caseNumber, question);
        int by = matrix.judgedBy(caseNumber, question);
        columns[9][count] = by == JudgementMatrix.NOBODY ? NONE : firstInspector + by;
        count++;
      }
    }
    return count;
  }
}
