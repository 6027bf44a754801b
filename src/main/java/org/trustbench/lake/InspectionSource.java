package org.trustbench.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/** Fills a matrix from the lake, the second source of the one kernel; travels to tasks. */
public final class InspectionSource implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Framework framework;
  private final Table cases;
  private final Table judgements;

  InspectionSource(Framework framework, Table cases, Table judgements) {
    this.framework = framework;
    this.cases = SerializableTable.copyOf(cases);
    this.judgements = SerializableTable.copyOf(judgements);
  }

  /**
   * A stored submission.
   *
   * @param files names of the files that the matrix refers to by number
   */
  public record StoredMatrix(JudgementMatrix matrix, List<String> files) {}

  /**
   * The matrix of a stored submission, with the file and line of every case and judgement.
   * Questions and answers that the framework no longer has are left out: no measure asks for them.
   */
  public StoredMatrix matrix(String hash, Form form) throws IOException {
    List<String> files = new ArrayList<>();
    JudgementMatrix matrix = new JudgementMatrix(framework.questions().size());
    try (CloseableIterable<Record> rows = rows(cases, hash)) {
      for (Record row : rows) {
        List<String> attributes = new ArrayList<>();
        for (Attribute attribute : framework.attributes()) {
          attributes.add((String) row.getField(attribute.id()));
        }
        matrix.addCase(
            new CaseRow(
                (String) row.getField("case_id"),
                (String) row.getField("evidence"),
                attributes,
                number(files, row),
                ((Long) row.getField("line")).intValue()));
      }
    }
    try (CloseableIterable<Record> rows = rows(judgements, hash)) {
      for (Record row : rows) {
        int question = form.question((String) row.getField("question_id"));
        int answer = form.answer((String) row.getField("answer"));
        if (question >= 0 && answer >= 0 && form.outcome(question, answer) != null) {
          matrix.place(
              matrix.caseNumber((String) row.getField("case_id")),
              question,
              answer,
              number(files, row),
              ((Long) row.getField("line")).intValue());
        }
      }
    }
    return new StoredMatrix(matrix, files);
  }

  private static int number(List<String> files, Record row) {
    String name = (String) row.getField("file");
    int known = files.indexOf(name);
    if (known < 0) {
      files.add(name);
    }
    return known < 0 ? files.size() - 1 : known;
  }

  private static CloseableIterable<Record> rows(Table table, String hash) {
    return IcebergGenerics.read(table).where(Expressions.equal("submission_hash", hash)).build();
  }
}
