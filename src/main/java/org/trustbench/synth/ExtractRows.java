package org.trustbench.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Layout;

/**
 * The rows of a national extract: columns that describe the case first, then judgements. Where the
 * layout has columns for inspectors and readings, they say who judged, if that was made up.
 */
final class ExtractRows {
  private static final int OUT_OF_SCOPE_EVERY = 12;

  private final Framework framework;
  private final Layout layout;
  private final Charset charset;
  private final byte[][] questions;
  private final byte[][] answers;
  private final byte[] end;

  ExtractRows(Framework framework, Layout layout) {
    this.framework = framework;
    this.layout = layout;
    charset = Charset.forName(layout.encoding());
    end = bytes("\n");
    questions =
        framework.questions().stream()
            .map(
                question ->
                    layout.shape() == Layout.Shape.LONG
                        ? cell(written(layout.questionValues(), question.id()))
                        : layout.questions().containsKey(question.id())
                            ? cell(layout.questions().get(question.id()))
                            : null)
            .toArray(byte[][]::new);
    answers =
        framework.answers().stream()
            .map(answer -> cell(written(layout.answerValues(), answer.code())))
            .toArray(byte[][]::new);
  }

  byte[] header() {
    List<String> columns = new ArrayList<>(description(null, 0, SyntheticReading.FIRST).keySet());
    if (layout.shape() == Layout.Shape.LONG) {
      columns.add(layout.question());
      columns.add(layout.answer());
    } else {
      framework.questions().stream()
          .map(question -> layout.questions().get(question.id()))
          .filter(column -> column != null)
          .forEach(columns::add);
    }
    return bytes(CellBytes.csvRow(columns, layout.writtenDelimiter()) + "\n");
  }

  /** Writes what the extract says of one case, and how many rows that took. */
  int write(SyntheticInspection inspection, int row, OutputStream out) throws IOException {
    int written = write(inspection, row, SyntheticReading.FIRST, out);
    return layout.judges().reading() != null && inspection.secondAnswers().containsKey(row)
        ? written + write(inspection, row, SyntheticReading.SECOND, out)
        : written;
  }

  private int write(
      SyntheticInspection inspection, int row, SyntheticReading reading, OutputStream out)
      throws IOException {
    byte[] description =
        bytes(
            CellBytes.csvRow(
                List.copyOf(description(inspection, row, reading).values()),
                layout.writtenDelimiter()));
    Read read = new Read(inspection, row, reading, description);
    return layout.shape() == Layout.Shape.LONG ? writeLong(read, out) : writeWide(read, out);
  }

  /** One reading of a case, and the cells that describe it. */
  private record Read(
      SyntheticInspection inspection, int row, SyntheticReading reading, byte[] description) {
    byte answer(int question) {
      return reading.answer(inspection, row, question);
    }
  }

  private int writeWide(Read read, OutputStream out) throws IOException {
    out.write(read.description());
    for (int q = 0; q < questions.length; q++) {
      if (questions[q] != null) {
        out.write(layout.writtenDelimiter());
        byte answer = read.answer(q);
        if (answer >= 0) {
          out.write(answers[answer]);
        }
      }
    }
    out.write(end);
    return 1;
  }

  private int writeLong(Read read, OutputStream out) throws IOException {
    int written = 0;
    for (int q = 0; q < questions.length; q++) {
      byte answer = read.answer(q);
      if (answer != SyntheticInspection.NOT_ASKED) {
        out.write(read.description());
        out.write(layout.writtenDelimiter());
        out.write(questions[q]);
        out.write(layout.writtenDelimiter());
        if (answer >= 0) {
          out.write(answers[answer]);
        }
        out.write(end);
        written++;
      }
    }
    return written;
  }

  /** The columns that describe a case and their cells; the cells are empty without inspection. */
  private Map<String, String> description(
      SyntheticInspection inspection, int row, SyntheticReading reading) {
    Map<String, String> cells = new LinkedHashMap<>();
    boolean isHeader = inspection == null;
    cells.put(layout.trust(), isHeader ? "" : inspection.trust().spelling());
    for (String key : layout.caseKey()) {
      cells.putIfAbsent(key, isHeader ? "" : "SYN-" + inspection.caseId(row));
    }
    if (layout.synthetic() != null) {
      cells.putIfAbsent(layout.synthetic(), "yes");
    }
    if (layout.include() != null) {
      cells.putIfAbsent(layout.include().column(), status(row));
    }
    if (layout.date() != null) {
      cells.putIfAbsent(layout.date(), isHeader ? "" : date(inspection.trust(), row));
    }
    if (layout.evidence() != null) {
      cells.putIfAbsent(layout.evidence(), isHeader ? "" : inspection.evidence(row));
    }
    if (layout.judges().inspector() != null) {
      cells.putIfAbsent(
          layout.judges().inspector(),
          isHeader || !inspection.team().isOfProgramme() ? "" : reading.inspector(inspection, row));
    }
    if (layout.judges().reading() != null) {
      cells.putIfAbsent(layout.judges().reading(), reading(reading));
    }
    for (int a = 0; a < framework.attributes().size(); a++) {
      String id = framework.attributes().get(a).id();
      String column = layout.attributes().get(id);
      if (column != null) {
        cells.putIfAbsent(column, isHeader ? "" : attribute(inspection, row, a, id));
      }
    }
    return cells;
  }

  /** What the layout writes of a reading; a first one may have no word. */
  private String reading(SyntheticReading reading) {
    return switch (reading) {
      case FIRST -> layout.judges().first().stream().findFirst().orElse("");
      case SECOND -> layout.judges().second().get(0);
    };
  }

  private String attribute(SyntheticInspection inspection, int row, int attribute, String id) {
    byte value = inspection.attribute(row, attribute);
    return value == AttributeModel.BLANK
        ? ""
        : written(
            layout.attributeValues().getOrDefault(id, Map.of()),
            inspection.values(attribute).get(value));
  }

  private String status(int row) {
    List<String> inScope = layout.include().values();
    return row % OUT_OF_SCOPE_EVERY == OUT_OF_SCOPE_EVERY - 1
        ? "Not " + inScope.get(0).toLowerCase(Locale.ROOT)
        : inScope.get(row % inScope.size());
  }

  private String date(SyntheticTrust trust, int row) {
    long days = ChronoUnit.DAYS.between(trust.start(), trust.end()) + 1;
    LocalDate day = trust.start().plusDays(row % Math.max(1, days));
    return day.format(DateTimeFormatter.ofPattern(layout.dateFormat(), Locale.ROOT));
  }

  /** The extract's spelling of a code; the code itself where the layout has none. */
  private static String written(Map<String, String> codesByText, String code) {
    return codesByText.entrySet().stream()
        .filter(entry -> entry.getValue().equals(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(code);
  }

  private byte[] cell(String text) {
    return bytes(CellBytes.csv(text, layout.writtenDelimiter()));
  }

  private byte[] bytes(String text) {
    return text.getBytes(charset);
  }
}
