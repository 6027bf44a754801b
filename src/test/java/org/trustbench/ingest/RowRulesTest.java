package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules by which a row is not accepted, each with what it says. */
class RowRulesTest {
  @TempDir Path landing;

  private String judgements(String text) {
    return Sent.sound(landing).file("judgements.csv", text).account();
  }

  private String cases(String text) {
    return Sent.sound(landing).file("cases.csv", text).account();
  }

  private String jsonLines(String text) {
    return Sent.in(landing).file("cases.jsonl", text).account();
  }

  @Test
  void sound_rows_are_accepted() {
    assertThat(Sent.sound(landing).account())
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 0
            """);
  }

  @Test
  void malformed_line() {
    assertThat(
            judgements(
                """
                case_id,question_id,answer
                C1,plan
                C1,plan,yes
                C1,pace,yes,,x
                """))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 3, accepted 1, rejected 2, collapsed 0, out of scope 0, cases 0
            judgements.csv:2 malformed-line 1: 2 cells where the header has 3: check delimiters and quotation marks
            judgements.csv:4 malformed-line 1: 5 cells where the header has 3: check delimiters and quotation marks
            """);
  }

  private static final String OPEN_MARK =
      "close the quotation mark that is open there, or double it";

  @Test
  void rows_that_a_quotation_mark_has_drawn_into_one_count_each() {
    assertThat(
            judgements(
                """
                case_id,question_id,answer
                C1,"plan,yes
                C1,pace,yes
                C1,marked,yes
                C2,plan",no,x
                C2,pace,yes
                """))
        .endsWith(
            """
            judgements.csv: read 5, accepted 1, rejected 4, collapsed 0, out of scope 0, cases 0
            judgements.csv:2 malformed-line 4: lines 2 to 5 are one row of 4 cells where the header has 3: %s
            """
                .formatted(OPEN_MARK));
  }

  @Test
  void in_a_wide_table_they_count_for_every_question() {
    assertThat(
            judgements(
                """
                case_id,plan,pace,marked
                C1,"yes,yes,yes\r
                C2,yes,no,yes\r
                C3,yes",no,yes,yes
                C2,yes
                C1,yes,no,yes
                """))
        .endsWith(
            """
            judgements.csv: read 15, accepted 3, rejected 12, collapsed 0, out of scope 0, cases 0
            judgements.csv:2 malformed-line 9: lines 2 to 4 are one row of 5 cells where the header has 4: %s
            judgements.csv:5 malformed-line 3: 2 cells where the header has 4: check delimiters and quotation marks
            """
                .formatted(OPEN_MARK));
  }

  @Test
  void the_header_once_more_counts_as_one() {
    assertThat(judgements("case_id,plan,pace\nC1,yes,no\ncase_id,plan,pace\nC2,yes,no\n"))
        .contains("judgements.csv: read 5, accepted 4, rejected 1,");
  }

  @Test
  void what_was_drawn_into_one_row_is_beyond_the_tolerance_if_it_is_too_much() {
    StringBuilder rows = new StringBuilder("case_id,question_id,answer\n");
    for (int i = 0; i < 70; i++) {
      rows.append(
          switch (i) {
            case 20 -> "C1,\"plan,yes\n";
            case 29 -> "C1,plan\",yes,x\n";
            default -> "C1,plan,yes\n";
          });
    }
    assertThat(
            Sent.sound(landing).file("judgements.csv", rows.toString()).tolerating(0.05).account())
        .startsWith("refused too-many-rejects: X: 10 of 70 judgements were rejected");
  }

  @Test
  void missing_key() {
    assertThat(
            judgements(
                """
                case_id,question_id,answer
                ,plan,yes
                C1, ,yes
                C1,plan,yes
                """))
        .endsWith(
            """
            judgements.csv:2 missing-key 1: case_id is empty: fill it in
            judgements.csv:3 missing-key 1: question_id is empty: fill it in
            """);
  }

  @Test
  void missing_key_of_a_case_row_rejects_no_cell() {
    assertThat(cases("case_id,stage,risk,town\n,early,low,Ely\nC1,early,low,Ely\nC2,,,\n"))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 0
            cases.csv:2 missing-key 0: case_id is empty: fill it in
            """);
  }

  @Test
  void unknown_question() {
    assertThat(judgements("case_id,question_id,answer\nC1,plann,yes\nC1,PLAN,yes\nC2,\"a,b\",no\n"))
        .endsWith(
            """
            judgements.csv:2 unknown-question 1: "plann" is not a question of schools version 1: correct it, or use the framework it belongs to
            judgements.csv:4 unknown-question 1: (3 characters, not quoted) is not a question of schools version 1: correct it, or use the framework it belongs to
            """);
  }

  @Test
  void unknown_answer() {
    assertThat(
            judgements(
                "case_id,question_id,answer\nC1,plan,maybe\nC1,safe,yes\nC1,pace,1\nC2,plan,y\n"))
        .endsWith(
            """
            judgements.csv:2 unknown-answer 1: answer "maybe" is not an answer to question plan: use [yes, no], or a code for not applicable or not recorded
            judgements.csv:3 unknown-answer 1: answer "yes" is not an answer to question safe: use [1, 2, 3, 4], or a code for not applicable or not recorded
            judgements.csv:4 unknown-answer 1: answer "1" is not an answer to question pace: use [yes, no], or a code for not applicable or not recorded
            """);
  }

  @Test
  void unknown_case() {
    assertThat(judgements("case_id,question_id,answer\nC9,plan,yes\nc9,plan,yes\nC1,plan,yes\n"))
        .endsWith(
            """
            judgements.csv:2 unknown-case 1: the case has no row in cases.csv: add it there, or correct the case_id
            judgements.csv:3 unknown-case 1: the case has no row in cases.csv: add it there, or correct the case_id
            """);
  }

  @Test
  void duplicate_case() {
    assertThat(
            cases(
                """
                case_id,stage,risk,town
                C1,early,low,Ely
                C2,late,high,
                C1,late,low,Ely
                """))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 1
            judgements.csv: read 2, accepted 1, rejected 1, collapsed 0, out of scope 0, cases 0
            cases.csv:2 duplicate-case 0: a case is described differently at cases.csv line 2 and cases.csv line 4: keep the right one
            cases.csv:4 duplicate-case 0: a case is described differently at cases.csv line 2 and cases.csv line 4: keep the right one
            judgements.csv:2 unknown-case 1: the case's own row was rejected (cases.csv line 2): mend that row
            """);
  }

  @Test
  void a_case_described_twice_in_the_same_words_harms_nothing() {
    assertThat(cases("case_id,stage,risk,town\nC1,early,low,Ely\nC2,,,\nC1,Early,LOW,Ely\n"))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 0
            """);
  }

  @Test
  void conflicting_judgement_rejects_every_answer_and_names_the_lines() {
    assertThat(
            judgements(
                """
                case_id,question_id,answer
                C1,plan,yes
                C2,plan,no
                C1,plan,no
                C1,plan,yes
                """))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 4, accepted 1, rejected 3, collapsed 0, out of scope 0, cases 0
            judgements.csv:2 conflicting-judgement 1: a question of a case is answered differently at judgements.csv line 2 and judgements.csv line 4 and judgements.csv line 5: keep the right one
            judgements.csv:4 conflicting-judgement 1: a question of a case is answered differently at judgements.csv line 2 and judgements.csv line 4 and judgements.csv line 5: keep the right one
            judgements.csv:5 conflicting-judgement 1: a question of a case is answered differently at judgements.csv line 2 and judgements.csv line 4 and judgements.csv line 5: keep the right one
            """);
  }

  @Test
  void an_answer_in_another_spelling_is_the_same_answer_and_collapses() {
    assertThat(
            judgements(
                "case_id,question_id,answer\nC1,plan,yes\nC1,plan,Y\nC1,Plan, TRUE \nC2,plan,no\n"))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 4, accepted 2, rejected 0, collapsed 2, out of scope 0, cases 0
            """);
  }

  @Test
  void attribute_outside_list() {
    assertThat(cases("case_id,stage,risk,town\nC1,middle,low,Ely\nC2,late,high,\n"))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 1
            judgements.csv: read 2, accepted 1, rejected 1, collapsed 0, out of scope 0, cases 0
            cases.csv:2 attribute-outside-list 0: stage "middle" is not one of [early, late]: correct it, or leave it blank
            judgements.csv:2 unknown-case 1: the case's own row was rejected (cases.csv line 2): mend that row
            """);
  }

  @Test
  void wrong_evidence() {
    String cases = "case_id,evidence,stage\nC1,lesson,\nI1,interview,\n";
    assertThat(
            Sent.sound(landing)
                .file("cases.csv", cases)
                .file(
                    "judgements.csv",
                    """
                    case_id,question_id,answer
                    I1,plan,yes
                    I1,pace,na
                    I1,talk,no
                    C1,talk,
                    C1,plan,yes
                    """)
                .account())
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 5, accepted 4, rejected 1, collapsed 0, out of scope 0, cases 0
            judgements.csv:2 wrong-evidence 1: question plan is asked of evidence "lesson", this case is of evidence "interview": correct the question, or the case's evidence
            """);
  }

  @Test
  void evidence_outside_list() {
    assertThat(cases("case_id,evidence,stage\nC1,rumour,\nC2,lesson,\n"))
        .contains(
            """
            cases.csv:2 attribute-outside-list 0: evidence (6 characters, not quoted) is not one of [lesson, interview]: correct it
            """);
  }

  @Test
  void a_faulty_case_row_is_named_wherever_it_stands_among_rows_of_its_case() {
    String before = cases("case_id,stage,risk,town\nC1,middle,low,Ely\nC1,early,low,Ely\nC2,,,\n");
    String after = cases("case_id,stage,risk,town\nC1,early,low,Ely\nC1,middle,low,Ely\nC2,,,\n");

    assertThat(before)
        .contains("cases.csv:2 attribute-outside-list 0: stage \"middle\"")
        .contains("cases.csv:2 duplicate-case")
        .contains("cases.csv:3 duplicate-case");
    assertThat(after)
        .contains("cases.csv:3 attribute-outside-list 0: stage \"middle\"")
        .contains("cases.csv:2 duplicate-case")
        .contains("cases.csv:3 duplicate-case");
  }

  @Test
  void a_faulty_case_row_that_stands_twice_is_not_called_different() {
    assertThat(cases("case_id,stage,risk,town\nC1,middle,low,Ely\nC1,middle,low,Ely\nC2,,,\n"))
        .contains("cases.csv:2 attribute-outside-list")
        .doesNotContain("duplicate-case");
  }

  @Test
  void a_wide_row_counts_a_cell_a_question_and_blanks_are_not_recorded() {
    assertThat(
            judgements(
                """
                case_id,inspector_id,plan,pace,colour
                C1,i1,yes,,red
                C2,i1,no,perhaps,
                C3,i2,yes,yes,
                """))
        .isEqualTo(
            """
            accepted
            cases.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 2
            judgements.csv: read 9, accepted 3, rejected 6, collapsed 0, out of scope 0, cases 0
            judgements.csv:1 unknown-question 2: column 5 (6 characters, not quoted) is not a question of schools version 1: correct it, or use the framework it belongs to
            judgements.csv:3 unknown-answer 1: answer "perhaps" is not an answer to question pace: use [yes, no], or a code for not applicable or not recorded
            judgements.csv:4 unknown-case 3: the case has no row in cases.csv: add it there, or correct the case_id
            """);
  }

  @Test
  void case_ids_never_appear_in_a_reason_even_where_columns_have_slipped() {
    String cases =
        """
        case_id,stage,risk,town
        SECRET-1,early,low,Ely
        SECRET-2,SECRET-2,low,Ely
        SECRET-3,early,low,Ely
        SECRET-3,late,low,Ely
        SECRET-4,SECRET-1,low,Ely
        SECRET-5,late,low,Ely
        """;
    String judgements =
        """
        case_id,question_id,answer
        SECRET-1,plan,yes
        SECRET-1,plan,no
        SECRET-1,SECRET-1,yes
        SECRET-1,pace,SECRET-1
        SECRET-2,plan,yes
        SECRET-3,plan,yes
        SECRET-9,plan,yes
        plan,SECRET-1,yes
        SECRET-5,plan,yes
        SECRET-1,plan
        """;
    String account =
        Sent.in(landing).file("cases.csv", cases).file("judgements.csv", judgements).account();

    assertThat(account)
        .doesNotContain("SECRET")
        .contains("(a case id) is not a question of schools")
        .contains("answer (a case id) is not an answer to question pace");
    assertThat(account.lines().filter(line -> line.matches(".*:\\d+ [a-z-]+ \\d+: .*")))
        .hasSizeGreaterThanOrEqualTo(11);
  }

  @Test
  void a_text_in_place_of_an_answer_is_not_quoted() {
    String json =
        "{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"a\\nb\\u2028c\\u202Ed\",\"pace\":\""
            + "x".repeat(500)
            + "\",\"safe\":\"1\"}}\n";
    assertThat(jsonLines(json))
        .contains("answer (7 characters, not quoted) (with an invisible character, U+202E) is not")
        .contains("answer (500 characters, not quoted) is not");
  }

  @Test
  void json_answers_may_be_numbers_and_booleans_and_null_is_not_recorded() {
    assertThat(
            jsonLines(
                """
                {"case_id":"C1","attributes":{"stage":"early"},"judgements":{"plan":true,"pace":false,"safe":2,"marked":null}}
                """))
        .isEqualTo(
            """
            accepted
            cases.jsonl: read 4, accepted 4, rejected 0, collapsed 0, out of scope 0, cases 1
            """);
  }

  @Test
  void a_json_question_that_stands_twice_is_two_judgements() {
    assertThat(
            jsonLines(
                "{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"yes\",\"plan\":\"no\",\"pace\":\"yes\",\"pace\":\"y\"}}\n"))
        .isEqualTo(
            """
            accepted
            cases.jsonl: read 4, accepted 1, rejected 2, collapsed 1, out of scope 0, cases 1
            cases.jsonl:1 conflicting-judgement 2: a question of a case is answered differently at cases.jsonl line 1: keep the right one
            """);
  }

  @Test
  void a_line_that_is_no_document_counts_for_every_question_of_a_case() {
    String deep = "{\"case_id\":\"C3\",\"x\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
    assertThat(
            jsonLines(
                """
                    {"case_id":"C1","judgements":{"plan":"yes","pace":"yes"}}
                    {"case_id":"C2","judgements":{"plan":"yes"
                    ["C2"]
                    {"case_id":"C2"} {"case_id":"C3"}
                    {"case_id":"C2","judgements":["yes"]}
                    {"case_id":"C2","case_id":"C3"}
                    {"case_id":["C2"]}
                    {"case_id":"C2","attributes":{"town":{"name":"Ely"}}}
                    {"case_id":"C2","attributes":{"stage":"early","stage":"late"}}
                    %s
                    """
                    .formatted(deep)))
        .isEqualTo(
            """
            accepted
            cases.jsonl: read 38, accepted 2, rejected 36, collapsed 0, out of scope 0, cases 1
            cases.jsonl:2 malformed-line 4: it is not one JSON document: mend the line
            cases.jsonl:3 malformed-line 4: it is not a JSON object: write { … }
            cases.jsonl:4 malformed-line 4: there is more than one document on the line
            cases.jsonl:5 malformed-line 4: "judgements" is not an object: write {"name": "value"}
            cases.jsonl:6 malformed-line 4: "case_id" stands twice: keep one of them
            cases.jsonl:7 malformed-line 4: "case_id" is not a text: write "value"
            cases.jsonl:8 malformed-line 4: attribute "town" is not a text: write "value"
            cases.jsonl:9 malformed-line 4: attribute "stage" stands twice: keep one of them
            cases.jsonl:10 malformed-line 4: it is not one JSON document: mend the line
            """);
  }

  @Test
  void a_json_answer_that_is_an_object_or_a_list_is_no_answer() {
    assertThat(
            jsonLines(
                "{\"case_id\":\"C1\",\"judgements\":{\"plan\":{\"a\":1},\"pace\":[1,2],\"safe\":1}}\n"))
        .startsWith("accepted\ncases.jsonl: read 3, accepted 1, rejected 2")
        .contains("answer \"{\" is not an answer", "answer \"[\" is not an answer");
  }

  @Test
  void a_json_line_without_case_id_is_rejected_with_its_questions() {
    assertThat(
            jsonLines(
                """
                {"case_id":null,"judgements":{"plan":"yes","pace":"no"}}
                {"judgements":{"plan":"yes"}}
                {"case_id":"C1","judgements":{"plan":"yes"}}
                """))
        .endsWith(
            """
            cases.jsonl: read 4, accepted 1, rejected 3, collapsed 0, out of scope 0, cases 1
            cases.jsonl:1 missing-key 2: case_id is empty: fill it in
            cases.jsonl:2 missing-key 1: case_id is empty: fill it in
            """);
  }

  @Test
  void a_huge_json_line_is_rejected_whatever_it_begins_with() {
    String good = "{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"yes\"}}\n";
    String huge = "{\"case_id\":\"" + "x".repeat(2_000_000) + "\"}\n";
    String behindBlanks = " ".repeat(2_000_000) + good;

    assertThat(jsonLines(good + huge + behindBlanks))
        .endsWith(
            """
            cases.jsonl: read 9, accepted 1, rejected 8, collapsed 0, out of scope 0, cases 1
            cases.jsonl:2 malformed-line 4: the line is longer than 1048576 characters: write a document of one case
            cases.jsonl:3 malformed-line 4: the line is longer than 1048576 characters: write a document of one case
            """);
  }
}
