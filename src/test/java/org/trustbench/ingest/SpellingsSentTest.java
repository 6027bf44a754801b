package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.json.JsonNumber;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.support.LandingFolder;

/** What was sent is grouped as a reader sees it, not as it was typed. */
class SpellingsSentTest {
  @TempDir Path landing;

  private String judgements(String row) {
    return Sent.sound(landing)
        .file("judgements.csv", "case_id,question_id,answer\n" + row + "\nC2,plan,no\n")
        .account();
  }

  private String jsonLines(String text) {
    return Sent.in(landing).file("cases.jsonl", text).account();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c1,plan,yes",
        "\u00A0C1\u00A0,plan,yes",
        "C\u200B1,plan,yes",
        "C1,PLAN\u00A0,yes",
        "C1,pl\u00ADan,yes",
        "C1,plan,YES\u2003",
        "C1,plan,y\u200Des",
        "\uFEFFC1,plan,yes",
        "\"C1\u200B\",plan,yes"
      })
  void a_judgement_is_of_the_case_question_and_answer_that_a_reader_sees(String row) {
    assertThat(judgements(row))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 0
            """);
  }

  @Test
  void an_answer_of_nothing_but_invisible_characters_is_blank() {
    Filled read =
        Sent.sound(landing)
            .file(
                "judgements.csv", "case_id,question_id,answer\nC1,plan,\u00A0\u200B\nC2,plan,no\n")
            .read();

    assertThat(read.reading().rejects()).allMatch(one -> one.rule().equals("name-lacking"));
    assertThat(read.matrix().answer(0, 0)).isEqualTo((byte) 7);
  }

  @ParameterizedTest
  @CsvSource({
    "'C1,plan,may\u200Bbe', 'answer \"maybe\" (with an invisible character, U+200B) is not'",
    "'C1,plan,Jane\u00A0Doe', 'answer (8 characters, not quoted) (with an invisible character, U+00A0) is'",
    "'C9\u200B,plan,yes', 'or correct the case_id (with an invisible character, U+200B)'",
    "'C1,\u200Bplam,yes', '\"plam\" (with an invisible character, U+200B) is not a question'",
    "'C1,C2\u00AD,yes', '(a case id) (with an invisible character, U+00AD) is not a question'"
  })
  void a_reason_names_an_invisible_character_of_the_value_that_it_rejects(
      String row, String reason) {
    assertThat(judgements(row)).contains(reason);
  }

  @Test
  void rows_of_cases_whose_ids_differ_in_capitals_alone_are_not_taken_for_one() {
    assertThat(
            Sent.sound(landing)
                .file("cases.csv", "case_id,stage,risk,town\nC1,,,\nc1,,,\nC2,,,\n")
                .file("judgements.csv", "case_id,question_id,answer\nC2,plan,yes\nC2,pace,no\n")
                .account())
        .contains("duplicate-case")
        .contains("cases 1");
  }

  @Test
  void attributes_and_evidence_are_settled_on_the_frameworks_spelling() {
    Filled read =
        Sent.sound(landing)
            .file(
                "cases.csv",
                "case_id,evidence,stage,risk,town\nC1,LESSON\u00A0,EARLY\u200B,\u00A0Low,Cafe\u0301  Town\u00A0\nC2,,,,\n")
            .read();

    assertThat(read.matrix().cases().get(0).evidence()).isEqualTo("lesson");
    assertThat(read.matrix().cases().get(0).attributes())
        .containsExactly("early", "low", "Café Town");
  }

  @Test
  void a_number_of_json_is_one_text_however_it_is_written() {
    assertThat(
            jsonLines(
                """
                {"case_id":3.0,"attributes":{},"judgements":{"safe":3.0,"plan":"yes"}}
                {"case_id":4,"attributes":{},"judgements":{"safe":4e0}}
                {"case_id":"3","attributes":{},"judgements":{"safe":3}}
                """))
        .startsWith("accepted\n")
        .contains("read 4, accepted 3, rejected 0, collapsed 1, out of scope 0, cases 2");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "3.0, 3",
    "30e-1, 3",
    "1e1, 10",
    "-0.0, 0",
    "3.50, 3.5",
    "1e999999999, 1e999999999",
    "1e99999999999, 1e99999999999"
  })
  void a_number_is_written_in_its_shortest_form(String number, String text) {
    assertThat(JsonNumber.text(number)).isEqualTo(text);
  }

  @Test
  void a_manifest_that_is_no_utf8_is_refused() {
    byte[] latin1 =
        LandingFolder.manifest("HILL-1", "Hill School")
            .replace("\"HILL-1\"", "\"HILL-1\", \"note\": \"é\"")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Sent.sound(landing).file("inspection.json", latin1).read().reading().reason())
        .isEqualTo("X/inspection.json: it is not UTF-8: save it as that and send it again");
  }

  @Test
  void an_extracts_values_are_looked_up_as_a_reader_sees_them() {
    new LandingFolder(landing)
        .file(
            "wide.csv",
            "National extract\nfor years\nSchool;Form;No;Kind;Stage;Town;Q1;Q2;Type;Day\n"
                + "\u00A0hill;A;1;Lesson;e\u00A0;;j;N\u00A0;full\u00A0;03/02/2014\n",
            Charset.forName("windows-1252"));
    List<Filled> filled =
        Sent.read(ExtractSubmission.of(List.of(landing.resolve("wide.csv")), "wide"), 1);

    assertThat(Sent.account(filled.get(1).reading()))
        .isEqualTo(
            "accepted\nwide.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 1\n");
  }

  @Test
  void what_file_managers_leave_is_no_part_of_an_extract() {
    new LandingFolder(landing)
        .file("long.csv", "School,Case,Stage,Item,Result\nHill,1,,Q1,yes\n")
        .file(".DS_Store", "x")
        .file("~$long.xlsx", "x")
        .file(".~lock.long.csv#", "x")
        .file("Thumbs.db", "x");

    assertThat(ExtractSubmission.of(List.of(landing), "long").files())
        .extracting(SentFile::name)
        .containsExactly("long.csv");
  }

  @Test
  void what_an_archive_of_macos_leaves_beside_folders_is_no_submission() {
    new LandingFolder(landing)
        .file("HILL/inspection.json", "{}")
        .file("__MACOSX/HILL/._inspection.json", "x");

    assertThat(Landing.submissions(landing)).extracting(Submission::name).containsExactly("HILL");
  }

  @Test
  void a_refusal_within_an_extract_names_the_institution() {
    new LandingFolder(landing)
        .file(
            "long.csv",
            "School,Case,Stage,Item,Result\nHill,1,,Q1,yes\nThe Dale,2,,Q1,what\nThe Dale,3,,Q1,ever\n");
    List<Filled> filled =
        Sent.read(ExtractSubmission.of(List.of(landing.resolve("long.csv")), "long"), 0.5);

    assertThat(filled.get(1).reading().reason())
        .startsWith("long.csv: ")
        .contains("DALE-2015")
        .contains("2 of 2 judgements were rejected");
  }
}
