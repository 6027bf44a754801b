package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.sent.Landing;

/** Workbooks of several programs (see README.md beside them) come to the same, and to the CSV. */
class SavedByProgramsTest {
  private static final Path WORKBOOKS = Path.of("src/test/resources/workbooks");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openpyxl.xlsx",
        "openpyxl-1904.xlsx",
        "libreoffice.xlsx",
        "libreoffice.ods",
        "openxlsx.xlsx",
        "libxlsxwriter.xlsx",
        "poi.xlsx",
        "poi-streamed.xlsx"
      })
  void a_workbook_is_read_as_it_is_shown(String name) throws Exception {
    Path file = WORKBOOKS.resolve(name);
    assertThat(values(file))
        .startsWith("2014-03-04", "2014-03-04T12:00", "TRUE", "50%", "0007", "1234.5", "#N/A")
        .contains("0.3", "1000000000000000", "x");
    Filled workbook = Sent.read(Landing.workbookAlone(file), 1).get(0);
    assertThat(Sent.account(workbook.reading()).replace(name + "/", ""))
        .isEqualTo(
            """
            accepted
            cases: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 3
            judgements: read 15, accepted 15, rejected 0, collapsed 0, out of scope 0, cases 0
            """);
    assertThat(Sent.tallies(workbook)).isEqualTo(Sent.tallies(csv()));
    assertThat(workbook.reading().manifest().endDate()).isEqualTo("2014-02-07");
    assertThat(workbook.reading().manifest().casesSampled()).isEqualTo(3);
  }

  private static List<String> values(Path file) throws Exception {
    SentFile sent = new SentFile("X", file.toString(), Files.size(file)).ofSheet("values");
    SentFile named =
        new SentFile(file.getFileName() + "/values", sent.path(), sent.bytes(), "values");
    List<String> values = new ArrayList<>();
    try (RowReader reader = InputFormats.open(named)) {
      while (reader.next()) {
        values.add(reader.name(0));
      }
    }
    return values;
  }

  private Filled csv() {
    return Sent.in(folder)
        .file(
            "cases.csv",
            "case_id,evidence,stage,risk,town\n007,lesson,early,low,Ely\n8,lesson,late,high,\n0009,interview,,,Ely\n")
        .file(
            "judgements.csv",
            "case_id,plan,pace,marked,safe,talk\n007,yes,no,na,2,\n8,yes,,no,3,\n0009,,,,,yes\n")
        .read();
  }

  @Test
  void a_row_that_is_hidden_counts_and_is_told() {
    Filled read = Sent.read(Landing.workbookAlone(WORKBOOKS.resolve("openpyxl.xlsx")), 1).get(0);

    assertThat(Sent.names(read.reading()))
        .contains("openpyxl.xlsx/judgements: hidden, and read like the others: row 3")
        .contains(
            "openpyxl.xlsx/inspection: passed over beside it: sheet (6 characters, not quoted)");
  }
}
