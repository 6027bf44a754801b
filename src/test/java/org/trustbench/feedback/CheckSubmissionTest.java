package org.trustbench.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.ingest.workbook.OdsBytes;
import org.trustbench.ingest.workbook.XlsxBytes;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.ForkFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** What is said of submissions before they are sent. */
class CheckSubmissionTest {
  private static final String CASES =
      """
      case_id,evidence,stage,risk,town
      Anna Berg,lesson,early,low,Ely
      c2,lesson,late,high,Ely
      c3,interview,,,
      """;
  private static final String JUDGEMENTS =
      """
      case_id,plan,pace,marked,safe,talk
      Anna Berg,yes,no,yes,1,
      c2,yes,yes,na,4,
      c3,,,,,yes
      """;

  @TempDir Path folder;
  private Path framework;

  @BeforeEach
  void a_framework() throws IOException {
    framework = TinyFramework.write(folder.resolve("framework"), json -> json);
  }

  @Test
  void what_is_in_order_is_said_to_be_and_nothing_is_stored() throws IOException {
    send("H", "HILL", CASES, JUDGEMENTS);
    List<Path> before = files();

    MainRun run = check(folder.resolve("sent/H"));

    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    assertThat(run.out())
        .contains(
            "School visits (schools, version 1): 1 of 1 would be taken in",
            "H-1: Hill School: would be taken in",
            "  judgements read 15, accepted 15, cases 3");
    assertThat(files())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    before.stream(),
                    Stream.of("problems/problems.html", "problems/summary.txt")
                        .map(folder::resolve))
                .toList());
  }

  @Test
  void the_copy_says_beside_each_faulty_row_what_to_mend() throws IOException {
    send("H", "HILL", CASES, JUDGEMENTS.replace("c2,yes,yes", "c2,perhaps,yes").replace(",", ";"));

    MainRun run = check(folder.resolve("sent"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(Files.readString(folder.resolve("problems/H/judgements-to-mend.csv")).lines())
        .containsExactly(
            "\uFEFFcase_id;plan;pace;marked;safe;talk;what to mend",
            "Anna Berg;yes;no;yes;1;;",
            "c2;perhaps;yes;na;4;;\"answer \"\"perhaps\"\" is not an answer to question plan: use"
                + " [yes, no], or a code for not applicable or not recorded\"",
            "c3;;;;;yes;");
    assertThat(folder.resolve("sent/H/judgements.csv")).exists();
    assertThat(run.out())
        .anyMatch(
            line ->
                line.startsWith(
                    "  unknown-answer: 1, with judgements rejected 1; first: H/judgements.csv line 3:"
                        + " answer \"perhaps\" is not an answer"))
        .anyMatch(line -> line.startsWith("H-1: Hill School: would be refused: H: 1 of 15"));
  }

  @Test
  void no_value_that_may_tell_a_person_is_on_the_page_or_in_the_summary() throws IOException {
    send(
        "H",
        "HILL",
        CASES,
        JUDGEMENTS.replace("Anna Berg,yes,no", "Anna Berg,Berta Cole was late,no")
            + "Carl Dorn,yes,yes,yes,1,\n");

    assertThat(check(folder.resolve("sent")).exitCode()).isEqualTo(3);
    for (String file : List.of("problems.html", "summary.txt")) {
      assertThat(Files.readString(folder.resolve("problems").resolve(file)))
          .as(file)
          .contains("unknown-answer")
          .doesNotContain("Anna", "Berta", "Carl", "Dorn", "Cole");
    }
    assertThat(Files.readString(folder.resolve("problems/problems.html")))
        .contains("H/judgements.csv", "<td>2</td>");
  }

  @Test
  void what_is_never_said_is_told() throws IOException {
    send(
        "H",
        "HILL",
        CASES.replace(",Ely", ","),
        JUDGEMENTS.replace(",1,\n", ",,\n").replace(",4,\n", ",nr,\n"));

    assertThat(check(folder.resolve("sent")).out())
        .contains(
            "  to look at, attributes never given: town",
            "  to look at, questions never answered: safe");
  }

  @Test
  void a_case_with_nothing_but_not_applicable_is_told_by_its_line() throws IOException {
    send("H", "HILL", CASES, JUDGEMENTS.replace("c2,yes,yes,na,4,", "c2,na,na,na,,"));

    assertThat(check(folder.resolve("sent")).out())
        .contains("  to look at, cases with nothing but not applicable: H/cases.csv line 3");
  }

  @Test
  void a_question_always_answered_the_same_is_told_from_ten_cases_on() throws IOException {
    assertThat(sameAnswers(9)).noneMatch(line -> line.contains("always answered"));
    assertThat(sameAnswers(10))
        .contains("  to look at, questions always answered the same: plan: yes in all 10 cases");
  }

  private List<String> sameAnswers(int cases) throws IOException {
    send(
        "H",
        "HILL",
        rows("case_id,evidence,stage,risk,town", cases, i -> "c%d,lesson,early,low,Ely"),
        rows(
            "case_id,plan,pace,marked,safe",
            cases,
            i -> i % 2 == 0 ? "c%d,yes,no,yes,1" : "c%d,yes,yes,no,2"));
    return check(folder.resolve("sent")).out();
  }

  @Test
  void a_case_that_is_there_under_another_id_is_told() {
    Codebook codebook = wideForm(12);
    JudgementMatrix matrix = new JudgementMatrix(12);
    for (int c = 0; c < 3; c++) {
      matrix.addCase(new CaseRow("c" + c, "lesson", new ArrayList<>(List.of("early")), 0, c + 2));
      for (int q = 0; q < 12; q++) {
        matrix.place(c, q, c == 1 && q == 11 ? 1 : 0, 0, c + 2);
      }
    }

    assertThat(UnlikelyValues.of(codebook, matrix, List.of("H/cases.csv")))
        .filteredOn(remark -> remark.kind().equals("cases alike in everything"))
        .extracting(InspectionProblems.Remark::text)
        .containsExactly("H/cases.csv line 2 and H/cases.csv line 4");
  }

  /** A form of some questions, all answered on lessons with yes or no. */
  private static Codebook wideForm(int questions) {
    try {
      Path folder = ForkFolder.create("wide-form");
      TinyFramework.write(
          folder,
          json ->
              json.replaceAll(
                      "(?s)\"measures\": \\[.*?\\],\\s+\"pathways\"",
                      "\"measures\": [], \"pathways\"")
                  .replaceAll(
                      "(?s)\"pathways\": \\[.*?\\],\\s+\"dimensions\"",
                      "\"pathways\": [], \"dimensions\"")
                  .replaceAll("(?s)\"layouts\": \\[.*\\]", "\"layouts\": []")
                  .replaceAll(
                      "(?s)\\{ \"id\": \"risk\".*?\\] \\},\\s+\\{ \"id\": \"town\".*?\\}", "")
                  .replace("\"Late\" }] },", "\"Late\" }] }")
                  .replace("\"stage\", \"risk\"", "\"stage\""));
      Files.writeString(
          folder.resolve("questions.csv"),
          rows(
              "id,label,text,sections,answers,sufficient,evidence",
              questions,
              i -> "q%d,Q,Q?,A1,yes|no,yes,lesson"));
      return new Codebook(FrameworkReader.read(folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_inspection_whose_share_of_not_recorded_is_far_from_the_others_is_told()
      throws IOException {
    for (String trust : List.of("HILL", "DALE", "FORD")) {
      send(trust, trust, CASES, JUDGEMENTS);
    }
    send("X", "HILL", CASES, JUDGEMENTS.replace("Anna Berg,yes,no,yes,1", "Anna Berg,,,,"));

    assertThat(check(folder.resolve("sent")).out())
        .filteredOn(line -> line.contains("shares of not recorded"))
        .containsExactly(
            "  to look at, shares of not recorded far from the others': 44 %, where others have 0"
                + " %");
  }

  @Test
  void two_folders_of_one_inspection_are_refused_as_by_an_ingest() throws IOException {
    send("A", "HILL", CASES, JUDGEMENTS);
    send("B", "HILL", CASES, JUDGEMENTS);
    Files.writeString(
        folder.resolve("sent/B/inspection.json"),
        Files.readString(folder.resolve("sent/A/inspection.json")));

    MainRun run = check(folder.resolve("sent"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("School visits (schools, version 1): 0 of 2 would be taken in");
  }

  @Test
  void an_extract_is_copied_with_its_own_delimiter_in_utf_8() throws IOException {
    Path extract = folder.resolve("national.csv");
    Files.write(
        extract,
        """
        Title

        School;Form;No;Kind;Stage;Town;Q1;Q2;Type;Day
        Hill;1;1;lesson;E;Höh;J;N;Full;01/02/2014
        Hill;1;2;lesson;E;Ely;J;perhaps;Full;01/02/2014
        Nowhere;1;2;lesson;E;Ely;J;N;Full;01/02/2014
        Hill;1;3;lesson;E;Ely;J;N;Other;01/02/2014
        """
            .getBytes(Charset.forName("windows-1252")));

    MainRun run =
        MainRun.of(
            "check-submission",
            extract.toString(),
            "--framework",
            framework.toString(),
            "--layout",
            "wide",
            "--reject-tolerance",
            "1",
            "--to",
            folder.resolve("problems").toString());

    assertThat(run.exitCode()).as(run.err().toString()).isEqualTo(3);
    assertThat(
            Files.readString(
                    folder.resolve("problems/national-to-mend.csv"), StandardCharsets.UTF_8)
                .lines())
        .hasSize(5)
        .anyMatch(line -> line.matches("Hill;1;2;.*;\"?answer .*is not an answer to.*"))
        .anyMatch(line -> line.matches("Nowhere;.*not in the register.*"))
        .anyMatch(line -> line.matches("Hill;1;1;lesson;E;Höh;J;N;Full;01/02/2014;"));
  }

  @Test
  void a_sheet_of_a_workbook_is_copied_with_what_to_mend_beside_each_row() throws IOException {
    send("H", "HILL", CASES, JUDGEMENTS);
    Path sent = folder.resolve("sent/H");
    Files.delete(sent.resolve("judgements.csv"));
    Files.write(
        sent.resolve("judgements.xlsx"),
        XlsxBytes.ofTexts(
            List.of(
                List.of("case_id", "plan", "pace"),
                List.of("Anna Berg", "yes", "no"),
                List.of("c2", "perhaps", "yes"))));

    assertThat(check(folder.resolve("sent")).exitCode()).isEqualTo(3);
    assertThat(Files.readString(folder.resolve("problems/H/judgements.xlsx-to-mend.csv")).lines())
        .containsExactly(
            "\uFEFFcase_id,plan,pace,what to mend",
            "Anna Berg,yes,no,",
            "c2,perhaps,yes,\"t!B3: answer \"\"perhaps\"\" is not an answer to question plan: use"
                + " [yes, no], or a code for not applicable or not recorded\"");
  }

  @Test
  void a_workbook_is_checked_by_itself_and_its_sheets_are_copied() throws IOException {
    Path workbook = folder.resolve("Hill.ods");
    Files.write(
        workbook,
        OdsBytes.of(
            Map.of(
                "inspection",
                List.of(
                    List.of("field", "value"),
                    List.of("inspection_id", "H-1"),
                    List.of("trust", "HILL"),
                    List.of("framework", "schools")),
                "cases",
                List.of(List.of("case_id", "stage", "risk", "town"), List.of("c1", "", "", "")),
                "judgements",
                List.of(List.of("case_id", "plan"), List.of("c1", "perhaps")))));

    MainRun run = check(workbook);

    assertThat(run.exitCode()).as(run.err().toString()).isEqualTo(3);
    assertThat(run.out()).anyMatch(line -> line.startsWith("H-1: Hill School: would be refused"));
    assertThat(folder.resolve("problems/Hill-ods/judgements-to-mend.csv"))
        .content()
        .contains("c1,perhaps,\"judgements!B2: answer");
  }

  @Test
  void no_file_that_was_sent_is_ever_written_over() throws IOException {
    send("H", "HILL", CASES, JUDGEMENTS.replace("c2,yes,yes", "c2,perhaps,yes"));
    List<Path> before = files();
    String sent = Files.readString(folder.resolve("sent/H/judgements.csv"));

    MainRun run =
        MainRun.of(
            "check-submission",
            folder.resolve("sent").toString(),
            "--framework",
            framework.toString(),
            "--to",
            folder.resolve("sent").toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(folder.resolve("sent/H/judgements.csv")).hasContent(sent);
    assertThat(files()).containsAll(before);
  }

  @Test
  void a_file_without_a_layout_is_wrong_usage() throws IOException {
    send("H", "HILL", CASES, JUDGEMENTS);

    MainRun run = check(folder.resolve("sent/H/cases.csv"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("is a file: name its layout with --layout, one of [wide, long]");
  }

  private MainRun check(Path path) {
    return MainRun.of(
        "check-submission",
        path.toString(),
        "--framework",
        framework.toString(),
        "--to",
        folder.resolve("problems").toString());
  }

  private void send(String name, String trust, String cases, String judgements) throws IOException {
    Path sent = Files.createDirectories(folder.resolve("sent").resolve(name));
    Files.writeString(
        sent.resolve("inspection.json"),
        """
        {"inspection_id": "%s-1", "trust": "%s", "framework": "schools", "synthetic": true,
         "start_date": "2026-05-04", "end_date": "2026-05-08", "published_date": "2026-07-01",
         "caseload": 40, "cases_sampled": 3}
        """
            .formatted(name, trust));
    Files.writeString(sent.resolve("cases.csv"), cases);
    Files.writeString(sent.resolve("judgements.csv"), judgements);
  }

  private static String rows(String header, int count, IntFunction<String> row) {
    return header
        + "\n"
        + IntStream.range(0, count)
            .mapToObj(i -> row.apply(i).formatted(i))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
