package org.trustbench.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Question;

/** Writes {@code judgements.csv}, long or wide. */
final class JudgementFiles {
  private JudgementFiles() {}

  /** A row a judgement: {@code case_id,question_id,answer,inspector_id}. */
  static void writeLong(SyntheticInspection inspection, OutputStream out) throws IOException {
    writeLong(inspection, out, SyntheticReading.FIRST);
  }

  /** The same of second readings. */
  static void writeSecondLong(SyntheticInspection inspection, OutputStream out) throws IOException {
    writeLong(inspection, out, SyntheticReading.SECOND);
  }

  private static void writeLong(
      SyntheticInspection inspection, OutputStream out, SyntheticReading reading)
      throws IOException {
    FileFormat format = inspection.trust().format();
    char delimiter = format.delimiter();
    String end = format.endOfLine();
    byte[][] questions = new byte[inspection.framework().questions().size()][];
    for (int q = 0; q < questions.length; q++) {
      String id = inspection.framework().questions().get(q).id();
      questions[q] = CellBytes.bytes(CellBytes.csv(id, delimiter) + delimiter);
    }
    byte[][] answers = answers(inspection);
    out.write(
        CellBytes.bytes(
            CellBytes.csvRow(List.of("case_id", "question_id", "answer", "inspector_id"), delimiter)
                + end));
    for (int row : reading.rows(inspection)) {
      byte[] start = CellBytes.bytes(inspection.caseId(row) + delimiter);
      byte[] rest = CellBytes.bytes(delimiter + reading.inspector(inspection, row) + end);
      for (int q = 0; q < questions.length; q++) {
        byte answer = reading.answer(inspection, row, q);
        if (answer != SyntheticInspection.NOT_ASKED) {
          out.write(start);
          out.write(questions[q]);
          if (answer != SyntheticInspection.BLANK) {
            out.write(answers[answer]);
          }
          out.write(rest);
        }
      }
    }
  }

  /**
   * A row a case: {@code case_id} and a column per question, blank where it was not asked; and who
   * judged, where the inspectors are those of the programme.
   */
  static void writeWide(SyntheticInspection inspection, OutputStream out) throws IOException {
    writeWide(inspection, out, SyntheticReading.FIRST);
  }

  /** The same of second readings. */
  static void writeSecondWide(SyntheticInspection inspection, OutputStream out) throws IOException {
    writeWide(inspection, out, SyntheticReading.SECOND);
  }

  private static void writeWide(
      SyntheticInspection inspection, OutputStream out, SyntheticReading reading)
      throws IOException {
    FileFormat format = inspection.trust().format();
    char delimiter = format.delimiter();
    byte[] end = CellBytes.bytes(format.endOfLine());
    byte[][] answers = answers(inspection);
    boolean isNamed = inspection.team().isOfProgramme();
    List<String> header = new ArrayList<>(List.of("case_id"));
    inspection.framework().questions().stream().map(Question::id).forEach(header::add);
    if (isNamed) {
      header.add("inspector_id");
    }
    out.write(CellBytes.bytes(CellBytes.csvRow(header, delimiter)));
    out.write(end);
    int questions = inspection.framework().questions().size();
    for (int row : reading.rows(inspection)) {
      out.write(CellBytes.bytes(inspection.caseId(row)));
      for (int q = 0; q < questions; q++) {
        out.write(delimiter);
        byte answer = reading.answer(inspection, row, q);
        if (answer >= 0) {
          out.write(answers[answer]);
        }
      }
      if (isNamed) {
        out.write(CellBytes.bytes(delimiter + reading.inspector(inspection, row)));
      }
      out.write(end);
    }
  }

  private static byte[][] answers(SyntheticInspection inspection) {
    char delimiter = inspection.trust().format().delimiter();
    return SyntheticWords.answers(inspection).stream()
        .map(answer -> CellBytes.bytes(CellBytes.csv(answer, delimiter)))
        .toArray(byte[][]::new);
  }
}
