package org.trustbench.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Attribute;

/** Writes {@code cases.csv}, and {@code cases.jsonl}, which holds the judgements too. */
final class CaseFiles {
  private CaseFiles() {}

  /** A row a case: {@code case_id,evidence} and a column per attribute. */
  static void writeCases(SyntheticInspection inspection, OutputStream out) throws IOException {
    FileFormat format = inspection.trust().format();
    char delimiter = format.delimiter();
    String end = format.endOfLine();
    List<Attribute> attributes = inspection.framework().attributes();
    List<String> cells = new ArrayList<>(List.of("case_id", "evidence"));
    attributes.stream().map(Attribute::id).forEach(cells::add);
    out.write(CellBytes.bytes(CellBytes.csvRow(cells, delimiter) + end));
    for (int row = 0; row < inspection.rows(); row++) {
      cells = new ArrayList<>(List.of(inspection.caseId(row), inspection.evidence(row)));
      for (int a = 0; a < attributes.size(); a++) {
        byte value = inspection.attribute(row, a);
        cells.add(value == AttributeModel.BLANK ? "" : inspection.values(a).get(value));
      }
      out.write(CellBytes.bytes(CellBytes.csvRow(cells, delimiter) + end));
    }
  }

  /** A line a case: its attributes and judgements; what is blank is left out. */
  static void writeJsonLines(SyntheticInspection inspection, OutputStream out) throws IOException {
    byte[] end = CellBytes.bytes(inspection.trust().format().endOfLine());
    byte[][] questions = new byte[inspection.framework().questions().size()][];
    for (int q = 0; q < questions.length; q++) {
      String id = inspection.framework().questions().get(q).id();
      questions[q] = CellBytes.bytes(CellBytes.json(id) + ":");
    }
    byte[][] answers =
        SyntheticWords.answers(inspection).stream()
            .map(answer -> CellBytes.bytes(CellBytes.json(answer)))
            .toArray(byte[][]::new);
    for (int row = 0; row < inspection.rows(); row++) {
      out.write(CellBytes.bytes(beginning(inspection, row)));
      writeAnswers(inspection, row, SyntheticReading.FIRST, questions, answers, out);
      if (inspection.secondAnswers().containsKey(row)) {
        String by = SyntheticReading.SECOND.inspector(inspection, row);
        out.write(
            CellBytes.bytes(
                ",\"second_inspector_id\":" + CellBytes.json(by) + ",\"second_readings\":{"));
        writeAnswers(inspection, row, SyntheticReading.SECOND, questions, answers, out);
      }
      out.write('}');
      out.write(end);
    }
  }

  private static void writeAnswers(
      SyntheticInspection inspection,
      int row,
      SyntheticReading reading,
      byte[][] questions,
      byte[][] answers,
      OutputStream out)
      throws IOException {
    boolean isFirst = true;
    for (int q = 0; q < questions.length; q++) {
      byte answer = reading.answer(inspection, row, q);
      if (answer >= 0) {
        if (!isFirst) {
          out.write(',');
        }
        isFirst = false;
        out.write(questions[q]);
        out.write(answers[answer]);
      }
    }
    out.write('}');
  }

  private static String beginning(SyntheticInspection inspection, int row) {
    StringBuilder text = new StringBuilder("{\"case_id\":");
    text.append(CellBytes.json(inspection.caseId(row)))
        .append(",\"evidence\":")
        .append(CellBytes.json(inspection.evidence(row)));
    if (inspection.team().isOfProgramme()) {
      String by = SyntheticReading.FIRST.inspector(inspection, row);
      text.append(",\"inspector_id\":").append(CellBytes.json(by));
    }
    text.append(",\"attributes\":{");
    String comma = "";
    for (int a = 0; a < inspection.framework().attributes().size(); a++) {
      byte value = inspection.attribute(row, a);
      if (value != AttributeModel.BLANK) {
        text.append(comma)
            .append(CellBytes.json(inspection.framework().attributes().get(a).id()))
            .append(':')
            .append(CellBytes.json(inspection.values(a).get(value)));
        comma = ",";
      }
    }
    return text.append("},\"judgements\":{").toString();
  }
}
