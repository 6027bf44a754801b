package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.SourceLine;
import org.trustbench.ingest.workbook.XlsxBytes;
import org.trustbench.support.LandingFolder;

/** Tables that are sent as workbooks come to what the same tables come to as CSV. */
class WorkbooksSentTest {
  private static final String CASES = "case_id,stage,risk,town\nC1,early,low,Ely\nC2,late,high,\n";
  private static final String JUDGEMENTS =
      "case_id,question_id,answer\nC1,plan,yes\nC2,plan,no\nC2,plan,maybe\nC9,plan,no\n";

  private static final Pattern COMMA = Pattern.compile(",");

  @TempDir Path landing;

  private static byte[] workbook(String csv) throws Exception {
    return XlsxBytes.ofTexts(csv.lines().map(line -> List.of(COMMA.split(line, -1))).toList());
  }

  @Test
  void rows_are_accounted_for_with_the_cell_of_an_answer() throws Exception {
    Sent sent =
        Sent.in(landing)
            .file("cases.xlsx", workbook(CASES))
            .file("judgements.xlsx", workbook(JUDGEMENTS));

    assertThat(sent.account())
        .isEqualTo(
            """
            accepted
            cases.xlsx: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.xlsx: read 4, accepted 2, rejected 2, collapsed 0, out of scope 0, cases 0
            judgements.xlsx:4 unknown-answer 1: t!C4: answer "maybe" is not an answer to question plan: use [yes, no], or a code for not applicable or not recorded
            judgements.xlsx:5 unknown-case 1: t!A5: the case has no row in cases.xlsx: add it there, or correct the case_id
            """);
  }

  @Test
  void tallies_are_those_of_the_same_tables_as_csv() throws Exception {
    Filled csv =
        Sent.in(landing.resolve("csv"))
            .file("cases.csv", CASES)
            .file("judgements.csv", JUDGEMENTS)
            .read();
    Filled mixed =
        Sent.in(landing.resolve("mixed"))
            .file("cases.csv", CASES)
            .file("judgements.xlsx", workbook(JUDGEMENTS))
            .read();

    assertThat(Sent.tallies(mixed)).isEqualTo(Sent.tallies(csv)).isNotEmpty();
  }

  @Test
  void the_same_table_in_two_formats_is_refused() throws Exception {
    assertThat(Sent.sound(landing).file("judgements.xlsx", workbook(JUDGEMENTS)).read().reading())
        .extracting(reading -> reading.reason())
        .isEqualTo("X: both judgements.csv and judgements.xlsx are there: keep one of them");
  }

  @Test
  void an_extract_that_is_a_workbook_comes_to_what_it_does_as_csv() throws Exception {
    String rows =
        "School,Case,Stage,Item,Result\nHill,C1,early,Q1,J\nHill,C1,early,Q2,no\nDale,C2,,Q2,J\n";
    new LandingFolder(landing.resolve("a")).file("long.csv", rows);
    new LandingFolder(landing.resolve("b")).file("long.xlsx", workbook(rows));

    assertThat(told("b/long.xlsx")).isEqualTo(told("a/long.csv")).contains("DALE-2015");
  }

  @Test
  void rejects_of_an_extract_name_the_cell() throws Exception {
    String rows =
        "School,Case,Stage,Item,Result\nHill,C1,early,Q1,J\nHill,C1,early,Q2,perhaps\nHill,,early,Q2,J\nHill,C1,early,Q9,J\nHull,C1,early,Q2,J\n";
    new LandingFolder(landing).file("long.xlsx", workbook(rows));

    assertThat(told("long.xlsx"))
        .contains(":3 unknown-answer 1: t!E3: answer")
        .contains(":4 missing-key 1: t!B4: [Case] empty")
        .contains(":5 unknown-question 1: t!D5: ")
        .contains(":6 unknown-trust 1: t!A6: ");
  }

  private String told(String file) {
    return Sent.read(ExtractSubmission.of(List.of(landing.resolve(file)), "long"), 1).stream()
        .map(
            one ->
                one.reading().manifest()
                    + Sent.account(one.reading())
                    + (one.matrix() == null ? "" : Sent.tallies(one)))
        .collect(Collectors.joining("\n"))
        .replace(".xlsx", ".csv");
  }

  @Test
  void a_row_is_shown_where_it_was_sent() throws Exception {
    Sent.in(landing)
        .file("cases.xlsx", workbook(CASES))
        .file("judgements.xlsx", workbook(JUDGEMENTS));

    SourceLine line =
        SourceLine.find(
            Landing.submissions(landing), "X/judgements.xlsx", 4, ReadOptions.OF_FOLDERS);

    assertThat(line.place()).isEqualTo("t row 4");
    assertThat(line.header()).isEqualTo("case_id, question_id, answer");
    assertThat(line.text()).isEqualTo("C2, plan, maybe");
  }
}
