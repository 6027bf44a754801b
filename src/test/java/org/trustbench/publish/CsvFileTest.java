package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

class CsvFileTest {
  private record Cells(String first, Double number, String last) {}

  private static final Table<Cells> TABLE =
      new Table<>(
          "cells",
          "One row per line.",
          List.of("first"),
          List.of(
              Column.text("first", "text", Cells::first),
              Column.decimal("number", "", "a number", Cells::number),
              Column.text("last", "text", Cells::last)));

  private static final List<String> TEXTS =
      List.of(
          "plain",
          "",
          " spaces ",
          "a,b",
          "say \"so\"",
          "two\nlines",
          "a\rb",
          "#hash",
          "=1+1",
          "é ⚑ 𝄞",
          "'",
          "\"",
          "x".repeat(100_000) + ",");

  @Test
  void cells_are_quoted_as_the_csv_library_does() throws IOException {
    List<Cells> rows = new ArrayList<>();
    StringWriter expected = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(expected)) {
      csv.writeRecord("first", "number", "last");
      for (String first : TEXTS) {
        for (String last : TEXTS) {
          rows.add(new Cells(first, -1.5, last));
          csv.writeRecord(CsvFile.neutral(first), "-1.500000", CsvFile.neutral(last));
        }
      }
      rows.add(new Cells(null, null, null));
      csv.writeRecord("", "", "");
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CsvFile.write(written, TABLE, rows);
    assertThat(written.toString(StandardCharsets.UTF_8).equals(expected.toString())).isTrue();
  }
}
