package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.plan.DuplicateClaims;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.SentPlace;
import org.trustbench.ingest.sent.SourceLine;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.workbook.OdsBytes;
import org.trustbench.ingest.workbook.XlsxBytes;
import org.trustbench.support.LandingFolder;

/** A workbook is a submission as a folder is: its sheets are what the folder has in files. */
class WholeWorkbookTest {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final String INSPECTION =
      "field,value,what to write\ninspection_id,HILL-1,\ntrust,Hill School,\nframework,schools,\nstart_date,2014-02-03,\ncaseload,40,\ncases_sampled,,\nend_date,,\npublished_date,,\n";
  private static final String CASES = "case_id,stage,risk,town\nC1,early,low,Ely\nC2,late,high,\n";
  private static final String JUDGEMENTS = "case_id,plan,pace\nC1,yes,\nC2,no,maybe\n";

  @TempDir Path landing;

  private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

  private WholeWorkbookTest sheet(String name, String csv) {
    sheets.put(name, csv.lines().map(line -> Arrays.asList(COMMA.split(line, -1))).toList());
    return this;
  }

  private WholeWorkbookTest whole() {
    return sheet("inspection", INSPECTION).sheet("cases", CASES).sheet("judgements", JUDGEMENTS);
  }

  /** Puts the workbook there, in the format that its name says. */
  private WholeWorkbookTest as(String name) throws Exception {
    byte[] bytes =
        name.toLowerCase(Locale.ROOT).endsWith(".ods") ? OdsBytes.of(sheets) : XlsxBytes.of(sheets);
    new LandingFolder(landing).file(name, bytes);
    return this;
  }

  private Filled read() {
    return Sent.read(Landing.submissions(landing).get(0), 1).get(0);
  }

  private String account() {
    return Sent.account(read().reading());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hill.xlsx", "Hill.ods", "HILL 1/return (final).ODS", "H/cases.ods"})
  void its_sheets_are_read_wherever_it_lies(String name) throws Exception {
    String sheet = name + "/";
    assertThat(whole().as(name).account().replace(sheet, ""))
        .isEqualTo(
            """
            accepted
            cases: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements: read 4, accepted 3, rejected 1, collapsed 0, out of scope 0, cases 0
            judgements:3 unknown-answer 1: judgements!C3: answer "maybe" is not an answer to question pace: use [yes, no], or a code for not applicable or not recorded
            """);
    assertThat(read().reading().manifest().caseload()).isEqualTo(40);
    assertThat(read().reading().manifest().startDate()).isEqualTo("2014-02-03");
    assertThat(Sent.names(read().reading())).noneMatch(told -> told.contains("passed over"));
  }

  @Test
  void tallies_are_those_of_a_folder_with_the_same_rows() throws Exception {
    Path csv = landing.resolve("other");
    Filled folder = Sent.in(csv).file("cases.csv", CASES).file("judgements.csv", JUDGEMENTS).read();

    landing = landing.resolve("these");
    assertThat(Sent.tallies(whole().as("Hill.ods").read())).isEqualTo(Sent.tallies(folder));
  }

  @Test
  void a_table_may_hold_cases_and_judgements() throws Exception {
    sheet("Inspection", INSPECTION)
        .sheet(
            "Cases",
            "case_id,stage,plan,pace,risk,town,inspector_id\nC1,early,yes,,low,Ely,i1\nC2,late,no,maybe,high,,i2\n")
        .as("Hill.xlsx");

    assertThat(account().replace("Hill.xlsx/", ""))
        .isEqualTo(
            """
            accepted
            cases: read 4, accepted 3, rejected 1, collapsed 0, out of scope 0, cases 2
            cases:3 unknown-answer 1: Cases!D3: answer "maybe" is not an answer to question pace: use [yes, no], or a code for not applicable or not recorded
            """);
    Submission sent = Landing.submissions(landing).get(0);
    assertThat(ContentHashes.sourceHash(sent, ContentHashes.digests(sent)))
        .isEqualTo(read().reading().sourceHash());
  }

  @Test
  void a_table_of_cases_and_judgements_may_be_csv() throws Exception {
    assertThat(
            Sent.in(landing)
                .file(
                    "cases.csv", "case_id,stage,risk,town,plan\nC1,early,low,Ely,yes\n,late,,,no\n")
                .account())
        .isEqualTo(
            """
            accepted
            cases.csv: read 2, accepted 1, rejected 1, collapsed 0, out of scope 0, cases 1
            cases.csv:3 missing-key 1: case_id is empty: fill it in
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "'inspection_id,HILL-1\ntrust,Hill School\nframework,schools'",
    "'inspection_id,trust,framework,synthetic\nHILL-1,Hill School,schools,no'",
    "'Field,Value\ninspection_id,HILL-1\ntrust,hill\nframework,schools\nsynthetic,FALSE'"
  })
  void what_was_inspected_may_stand_in_rows_or_columns(String inspection) throws Exception {
    sheet("inspection", inspection.replace("\\n", "\n"))
        .sheet("cases", CASES)
        .sheet("judgements", JUDGEMENTS)
        .as("Hill.xlsx");

    assertThat(read().reading().manifest().inspectionId()).isEqualTo("HILL-1");
    assertThat(read().reading().manifest().isSynthetic()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trust,Hill School,|trust,Hull School,|Hill.xlsx/inspection: inspection!B3: trust \"Hull School\" is not in the register of schools: correct the name, or add it as an alias to trusts.csv",
        "2014-02-03|03/02/2014|Hill.xlsx/inspection: inspection!B5: field \"start_date\" is \"03/02/2014\": write a date as 2014-03-04",
        "caseload,40|caseload,many|Hill.xlsx/inspection: inspection!B6: field \"caseload\" is \"many\": write a whole number",
        "caseload,40|Caseload,40|Hill.xlsx/inspection: inspection!B6: field \"Caseload\" is spelt otherwise than \"caseload\": write \"caseload\"",
        "caseload,40|trust,Hill|Hill.xlsx/inspection: inspection!B6: field \"trust\" is there twice: keep one",
        "caseload,40|,40|Hill.xlsx/inspection: inspection!B6: it is of no field: name the field beside it",
        "field,value|what,that|Hill.xlsx/inspection: inspection row 1: it must have the columns \"field\" and \"value\", or a column for each field"
      })
  void a_wrong_field_is_told_with_its_cell(String right, String wrong, String reason)
      throws Exception {
    sheet("inspection", INSPECTION.replace(right, wrong))
        .sheet("cases", CASES)
        .sheet("judgements", JUDGEMENTS)
        .as("Hill.xlsx");

    assertThat(read().reading().reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "judgements, judgments, Hill.ods: sheet \"judgments\" is spelt otherwise than \"judgements\": name it \"judgements\"",
    "judgements, Sheet3, Hill.ods/judgements: it has no sheet \"judgements\": name the sheet with the table so",
    "inspection, Cover, Hill.ods/inspection: it has no sheet \"inspection\": name the sheet with the table so"
  })
  void a_sheet_that_is_lacking_is_told(String right, String wrong, String reason) throws Exception {
    whole();
    sheets.put(wrong, sheets.remove(right));

    assertThat(as("Hill.ods").read().reading().reason()).isEqualTo(reason);
  }

  @Test
  void other_sheets_are_passed_over_and_told_but_for_those_of_the_template() throws Exception {
    whole().sheet("Questions", "a\n").sheet("Mary Smith", "b\n").sheet("notes", "c\n").as("H.ods");

    assertThat(Sent.names(read().reading()))
        .contains(
            "H.ods/inspection: passed over beside it: sheet (10 characters, not quoted), sheet \"notes\"");
  }

  @Test
  void a_folder_says_what_was_inspected_and_its_workbook_the_rest() throws Exception {
    sheet("cases", CASES).sheet("judgements", JUDGEMENTS).as("X/return.xlsx");
    Sent.in(landing);

    assertThat(account()).startsWith("accepted\nreturn.xlsx/cases: read 0, ");
  }

  @Test
  void of_two_workbooks_neither_is_guessed() throws Exception {
    whole().as("X/a.xlsx").as("X/b.ods");

    assertThat(read().reading().reason())
        .isEqualTo(
            "X: both a.xlsx and b.ods are workbooks: keep the one that is to be read, or send cases.xlsx and judgements.xlsx");
  }

  @Test
  void what_spreadsheet_programs_leave_beside_a_workbook_is_none() throws Exception {
    whole().as("Hill.xlsx");
    Files.writeString(landing.resolve("~$Hill.xlsx"), "x");
    Files.writeString(landing.resolve(".~lock.Hill.xlsx#"), "x");

    assertThat(Landing.submissions(landing)).hasSize(1);
    assertThat(Landing.besideFolders(landing)).isEmpty();
  }

  @Test
  void a_workbook_and_a_folder_that_claim_the_same_inspection_are_both_refused() throws Exception {
    whole().as("Hill.xlsx");
    Sent.sound(landing);

    assertThat(
            DuplicateClaims.disputed(
                    Landing.submissions(landing), org.trustbench.support.TinyFramework.read())
                .values())
        .extracting(Throwable::getMessage)
        .containsOnly("Hill.xlsx and X are both inspection HILL-1: keep the right one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hill.xlsx", "Hill.ods"})
  void every_reason_about_a_cell_names_it(String name) throws Exception {
    sheet("inspection", INSPECTION)
        .sheet(
            "cases",
            "case_id,evidence,stage,risk,town\n007,lesson,early,low,Ely\n8,lesson,late,huge,\n9,exam,,,\n#N/A,,,,\n,,early,,\n10,lesson,early,,#REF!\n11,lesson,early,,\n11,lesson,late,,\n")
        .sheet(
            "judgements",
            "case_id,question_id,answer\n007,plan,yes\n007,plan,no\n007,talk,yes\n007,safe,#N/A\n7,plan,yes\n9,plan,yes\n,plan,yes\n007,plann,yes\n007,safe,02\n12,plan,yes\n007,pace,yes\n")
        .as(name);

    assertThat(
            read().reading().rejects().stream()
                .filter(reject -> !reject.isOfNames())
                .map(
                    reject ->
                        reject.file().replace(name + "/", "")
                            + " "
                            + reject.line()
                            + " "
                            + reject.reason()))
        .containsExactly(
            "cases 3 cases!D3: risk (4 characters, not quoted) is not one of [low, high]: correct it, or leave it blank",
            "cases 4 cases!B4: evidence (4 characters, not quoted) is not one of [lesson, interview]: correct it",
            "cases 5 cases!A5: case_id \"#N/A\" names nothing: fill it in",
            "cases 6 cases!A6: case_id is empty: fill it in",
            "cases 7 cases!E7: town \"#REF!\", the error of a formula, names nothing: leave it blank; if it stands for a value that is missing, list it in \"missing\" of the framework or layout",
            "cases 8 cases!A8: a case is described differently at Hill cases!A8 and Hill cases!A9: keep the right one"
                .replace("Hill", name),
            "cases 9 cases!A9: a case is described differently at Hill cases!A8 and Hill cases!A9: keep the right one"
                .replace("Hill", name),
            "judgements 2 judgements!C2: a question of a case is answered differently at Hill judgements!C2 and Hill judgements!C3: keep the right one"
                .replace("Hill", name),
            "judgements 3 judgements!C3: a question of a case is answered differently at Hill judgements!C2 and Hill judgements!C3: keep the right one"
                .replace("Hill", name),
            "judgements 4 judgements!C4: question talk is asked of evidence \"interview\", this case is of evidence \"lesson\": correct the question, or the case's evidence",
            "judgements 5 judgements!C5: answer \"#N/A\", the error of a formula, is not an answer to question safe: use [1, 2, 3, 4], or a code for not applicable or not recorded; if it stands for a value that is missing, list it in \"missing\" of the framework or layout",
            "judgements 6 judgements!A6: the case has no row in cases: add it there, or correct the case_id (one there differs by zeros in front alone, which spreadsheet programs drop from numbers)",
            "judgements 7 judgements!C7: the case's own row was rejected (Hill cases!A4): mend that row"
                .replace("Hill", name),
            "judgements 8 judgements!A8: case_id is empty: fill it in",
            "judgements 9 judgements!B9: \"plann\" is not a question of schools version 1: correct it, or use the framework it belongs to",
            "judgements 10 judgements!C10: answer (2 characters, not quoted) is not an answer to question safe: use [1, 2, 3, 4], or a code for not applicable or not recorded (2 is, and differs by zeros in front alone, which spreadsheet programs drop from numbers: write it as text)",
            "judgements 11 judgements!A11: the case has no row in cases: add it there, or correct the case_id");
  }

  @ParameterizedTest
  @CsvSource({
    "Hill.ods/judgements:3, judgements row 3",
    "Hill.ods:judgements!C3, judgements row 3",
    "Hill.ods:Cases!a2, cases row 2"
  })
  void a_row_is_shown_by_its_sheet_and_cell(String place, String told) throws Exception {
    whole().as("Hill.ods");
    List<Submission> sent = Landing.submissions(landing);
    SentPlace found = SentPlace.of(place, sent).orElseThrow();
    SourceLine line = SourceLine.find(sent, found.file(), found.line(), ReadOptions.OF_FOLDERS);

    assertThat(line.place()).isEqualTo(told);
    assertThat(line.text())
        .isEqualTo(told.startsWith("c") ? "C1, early, low, Ely" : "C2, no, maybe");
  }
}
