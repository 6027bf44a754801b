package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;

/** Cases that were read twice, and who read them, in every shape that is sent. */
class SecondReadingsTest {
  private static final String FIRST =
      """
      case_id,question_id,answer,inspector_id
      C1,plan,yes,Ann
      C2,plan,no, bob
      C2,pace,yes,
      """;

  @TempDir Path landing;

  private Sent sent(String second) {
    return Sent.sound(landing).file("judgements.csv", FIRST).file("second-readings.csv", second);
  }

  /** Every judgement of a reading as case, question, answer and inspector. */
  private static List<String> cells(Filled filled, Reading of) {
    Codebook codebook = Sent.CODEBOOK;
    JudgementMatrix matrix = filled.matrix().of(of);
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < matrix.cases().size(); c++) {
      for (int q = 0; q < matrix.questions(); q++) {
        if (matrix.answer(c, q) >= 0) {
          int by = matrix.judgedBy(c, q);
          cells.add(
              "%s %s %s %s"
                  .formatted(
                      matrix.cases().get(c).id(),
                      codebook.framework().questions().get(q).id(),
                      codebook.answerCode(matrix.answer(c, q)),
                      by < 0 ? "-" : matrix.inspectors().get(by)));
        }
      }
    }
    return cells;
  }

  @Test
  void second_readings_are_kept_apart_and_count_in_no_tally() {
    Filled twice =
        sent("case_id,question_id,answer,inspector_id\nC1,plan,no,BOB\nC2,plan,na,ann\n").read();
    Filled once = Sent.sound(landing.resolve("once")).file("judgements.csv", FIRST).read();

    assertThat(cells(twice, Reading.FIRST))
        .containsExactly("C1 plan yes ann", "C2 plan no bob", "C2 pace yes -");
    assertThat(cells(twice, Reading.SECOND)).containsExactly("C1 plan no bob", "C2 plan na ann");
    assertThat(Sent.tallies(twice)).isEqualTo(Sent.tallies(once));
    assertThat(twice.reading().readBy().inspectors()).isEqualTo(2);
    assertThat(twice.reading().readBy().secondReadings()).isEqualTo(2);
    assertThat(once.reading().readBy().secondReadings()).isZero();
  }

  @Test
  void a_wide_table_of_second_readings_may_hold_some_questions_alone() {
    Filled read = sent("case_id;inspector_id;pace\nC1;eve;n\nC2;eve;\n").read();

    assertThat(cells(read, Reading.SECOND)).containsExactly("C1 pace no eve", "C2 pace nr eve");
    assertThat(Sent.names(read.reading()))
        .noneMatch(name -> name.startsWith("second-readings.csv"));
  }

  @Test
  void bad_second_readings_are_rejected_with_place_and_reason_and_the_others_stay() {
    assertThat(
            sent("""
            case_id,question_id,answer,inspector_id
            C1,plan,no,bob
            C1,plan,no,eve
            C9,plan,no,bob
            C1,nonsense,no,bob
            C1,pace,perhaps,bob
            C2,plan,yes,bob
            C2,plan,no,eve
            ,plan,no,bob
            """)
                .account())
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 3, accepted 3, rejected 0, collapsed 0, out of scope 0, cases 0
            second-readings.csv: read 8, accepted 1, rejected 6, collapsed 1, out of scope 0, cases 0
            second-readings.csv:4 unknown-case 1: the case has no row in cases.csv: add it there, or correct the case_id
            second-readings.csv:5 unknown-question 1: (8 characters, not quoted) is not a question of schools version 1: correct it, or use the framework it belongs to
            second-readings.csv:6 unknown-answer 1: answer "perhaps" is not an answer to question pace: use [yes, no], or a code for not applicable or not recorded
            second-readings.csv:7 conflicting-judgement 1: in the second reading a question of a case is answered differently at second-readings.csv line 7 and second-readings.csv line 8: keep one of them, since a third reading is not taken in
            second-readings.csv:8 conflicting-judgement 1: in the second reading a question of a case is answered differently at second-readings.csv line 7 and second-readings.csv line 8: keep one of them, since a third reading is not taken in
            second-readings.csv:9 missing-key 1: case_id is empty: fill it in
            """);
  }

  @Test
  void who_judged_a_case_may_stand_beside_the_case_and_gives_way_to_who_made_a_judgement() {
    Filled read =
        Sent.sound(landing)
            .file("cases.csv", "case_id,stage,inspector_id\nC1,early,Eve\nC2,late,Eve\n")
            .file("judgements.csv", FIRST)
            .read();

    assertThat(cells(read, Reading.FIRST))
        .containsExactly("C1 plan yes ann", "C2 plan no bob", "C2 pace yes eve");
  }

  @Test
  void two_who_are_said_to_have_judged_one_case_are_nobody() {
    Filled read =
        Sent.sound(landing)
            .file("cases.csv", "case_id,stage,inspector_id\nC1,early,Eve\nC1,early,Ann\nC2,,Ann\n")
            .file("judgements.csv", "case_id,question_id,answer\nC1,plan,yes\nC2,plan,no\n")
            .read();

    assertThat(cells(read, Reading.FIRST)).containsExactly("C1 plan yes -", "C2 plan no ann");
  }

  @Test
  void documents_name_the_inspectors_of_both_readings() {
    Filled read =
        Sent.in(landing)
            .file(
                "cases.jsonl",
                """
                {"case_id":"C1","inspector_id":"Ann","judgements":{"plan":"yes","pace":"no"},"second_inspector_id":"Bob","second_readings":{"plan":"no","nonsense":"no"}}
                {"case_id":"C2","judgements":{"plan":"yes"}}
                """)
            .read();

    assertThat(cells(read, Reading.FIRST))
        .containsExactly("C1 plan yes ann", "C1 pace no ann", "C2 plan yes -");
    assertThat(cells(read, Reading.SECOND)).containsExactly("C1 plan no bob");
    assertThat(Sent.account(read.reading()))
        .startsWith(
            "accepted\n"
                + "cases.jsonl: read 5, accepted 4, rejected 1, collapsed 0, out of scope 0, cases"
                + " 2\n"
                + "cases.jsonl:1 unknown-question 1");
  }

  private List<Filled> extract(String layout, String text) {
    new LandingFolder(landing).file("long.csv", text);
    Codebook codebook =
        new Codebook(TinyFramework.read(json -> json.replace("{ \"id\": \"long\",", layout)));
    return new SubmissionReader(codebook, 1)
        .read(ExtractSubmission.of(List.of(landing.resolve("long.csv")), "long"));
  }

  private static final String LAYOUT =
      """
      { "id": "long", "inspector": "By", "reading": { "column": "Read", "first": ["1"], "second": ["2", "QA"] },
      """;

  @Test
  void an_extract_says_in_a_column_which_reading_a_row_is_of_in_any_order_of_rows() {
    List<String> rows =
        List.of(
            "Hill,C1,,Q1,J,Bob,qa",
            "Hill,C1,early,Q1,no,ann,1",
            "Hill,C1,early,Q2,J,ann,",
            "Hill,C7,early,Q1,J,bob,2",
            "Hill,C2,late,Q1,J,,3");
    List<String> told = new ArrayList<>();
    for (int turn = 0; turn < rows.size(); turn++) {
      List<String> turned = new ArrayList<>(rows.subList(turn, rows.size()));
      turned.addAll(rows.subList(0, turn));
      Filled hill =
          extract(
                  LAYOUT,
                  "School,Case,Stage,Item,Result,By,Read\n" + String.join("\n", turned) + "\n")
              .get(1);
      told.add(
          cells(hill, Reading.FIRST)
              + " "
              + cells(hill, Reading.SECOND)
              + " "
              + Sent.rows(hill.reading()).stream()
                  .map(reject -> reject.rule() + " " + reject.reason())
                  .sorted()
                  .collect(Collectors.joining(" ")));
    }

    assertThat(told)
        .containsOnly(
            "[C1 plan no ann, C1 pace yes ann] [C1 plan yes bob] unknown-case the case has no row"
                + " of a first reading: add it, or correct what the row says of its reading"
                + " unknown-reading column \"Read\" says neither a first nor a second reading:"
                + " correct it, or add what it says to \"reading\" of layout long");
  }

  @Test
  void a_wide_extract_repeats_a_case_in_a_row_of_its_second_reading() {
    new LandingFolder(landing)
        .file(
            "wide.csv",
            "t\nt\nSchool;Form;No;Kind;Stage;Town;Q1;Q2;Type;Day;By;Read\n"
                + "Hill;A;1;lesson;E;Ely;J;N;Full;03/02/2014;ann;1\n"
                + "Hill;A;1;lesson;L;;N;N;Full;09/09/2019;bob;2\n");
    Codebook codebook =
        new Codebook(
            TinyFramework.read(
                json ->
                    json.replace("{ \"id\": \"wide\",", LAYOUT.replace("\"long\"", "\"wide\""))));
    Filled hill =
        new SubmissionReader(codebook, 1)
            .read(ExtractSubmission.of(List.of(landing.resolve("wide.csv")), "wide"))
            .get(1);

    assertThat(cells(hill, Reading.FIRST)).containsExactly("A/1 plan yes ann", "A/1 pace no ann");
    assertThat(cells(hill, Reading.SECOND)).containsExactly("A/1 plan no bob", "A/1 pace no bob");
    assertThat(hill.reading().manifest().endDate()).hasToString("2014-02-03");
    assertThat(new Tallier(codebook).tally("H", hill.matrix()))
        .anyMatch(
            tally -> tally.measureId().equals("question-plan") && tally.counts().assessed() == 1);
  }
}
