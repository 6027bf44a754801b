package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.support.LandingFolder;

/** Every name in what was sent is known, meant to be one that is known, or foreign and told. */
class SentNamesTest {
  private static final String SOUND = LandingFolder.manifest("HILL-1", "Hill School");

  @TempDir Path landing;

  private ReadOutcome cases(String header) {
    return Sent.sound(landing)
        .file("cases.csv", header + "\nC1,lesson,late,low,Ely\nC2,lesson,early,,\n")
        .read()
        .reading();
  }

  private static void assertRefused(ReadOutcome reading, String file, String right) {
    assertThat(reading.status()).isEqualTo(Status.REFUSED);
    assertThat(reading.reason()).startsWith("X/" + file + ": ").contains("\"" + right + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'case_id,Evidence,stage,risk,town', evidence",
    "'case_id,evidence,Stage,risk,town', stage",
    "'case_id,evidence,stage,Risk_,town', risk",
    "'case_id,evidence,stage,risk,twon', town",
    "'case_id,evidence,stag,risk,town', stage",
    "'case_id,evdnce,stage,risk,town', evidence",
    "'Case-ID,evidence,stage,risk,town', case_id"
  })
  void a_column_of_cases_one_slip_away_refuses_the_submission(String header, String right) {
    assertRefused(cases(header), "cases.csv", right);
  }

  @Test
  void a_column_that_measures_rest_on_must_be_there_and_others_are_told_as_lacking() {
    assertRefused(cases("case_id,evidence,note,risk,town"), "cases.csv", "stage");

    ReadOutcome reading = cases("case_id,evidence,stage,note,remark");
    assertThat(reading.status()).isEqualTo(Status.ACCEPTED);
    assertThat(Sent.names(reading))
        .containsExactly(
            "cases.csv: lacking, and so not known: column risk, town",
            "cases.csv: passed over as foreign to the format: column 4 \"note\", column 5 \"remark\"");
  }

  @Test
  void a_foreign_column_that_may_be_a_persons_name_is_told_by_its_place() {
    assertThat(Sent.names(cases("case_id,evidence,stage,risk,Ann Brown")))
        .contains(
            "cases.csv: passed over as foreign to the format: column 5 (9 characters, not quoted)");
  }

  @ParameterizedTest
  @CsvSource({
    "'case_id,question_id,Answer,note', answer",
    "'case_id,Question-Id,answer,note', question_id",
    "'case_id,question_id,answer,inspectorid', inspector_id",
    "'case_id,inspector_id,plann,pace', plan",
  })
  void a_column_of_judgements_one_slip_away_refuses_the_submission(String header, String right) {
    ReadOutcome reading =
        Sent.sound(landing).file("judgements.csv", header + "\nC1,plan,yes,\n").read().reading();

    assertRefused(reading, "judgements.csv", right);
  }

  @Test
  void a_question_with_invisible_characters_in_its_name_is_that_question() {
    ReadOutcome reading =
        Sent.sound(landing)
            .file("judgements.csv", "case_id,plan,p\u00ADace\u00A0\nC1,yes,no\n")
            .read()
            .reading();

    assertThat(reading.status()).isEqualTo(ReadOutcome.Status.ACCEPTED);
    assertThat(reading.files().toString()).contains("accepted=2");
  }

  @Test
  void a_question_as_a_column_beside_rows_of_judgements_refuses_the_submission() {
    ReadOutcome reading =
        Sent.sound(landing)
            .file("judgements.csv", "case_id,question_id,answer,pace\nC1,plan,yes,no\n")
            .read()
            .reading();

    assertRefused(reading, "judgements.csv", "pace");
  }

  @Test
  void questions_without_a_column_are_told_as_lacking() {
    ReadOutcome reading =
        Sent.sound(landing)
            .file("judgements.csv", "case_id,plan,pace\nC1,yes,no\n")
            .read()
            .reading();

    assertThat(Sent.names(reading))
        .contains("judgements.csv: lacking, and so not known: question marked, safe, talk");
  }

  private ReadOutcome json(String document) {
    return Sent.in(landing).file("cases.jsonl", document + "\n").read().reading();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"case_id\":\"C1\",\"Evidence\":\"interview\",\"judgements\":{\"plan\":\"yes\"}} | evidence",
        "{\"case_id\":\"C1\",\"evidense\":\"interview\",\"judgements\":{\"plan\":\"yes\"}} | evidence",
        "{\"case_id\":\"C1\",\"attribute\":{\"stage\":\"late\"},\"judgements\":{\"plan\":\"yes\"}} | attributes",
        "{\"case_id\":\"C1\",\"judgments\":{\"plan\":\"yes\"},\"judgements\":{}} | judgements",
        "{\"case_id\":\"C1\",\"attributes\":{\"Stage\":\"late\"},\"judgements\":{\"plan\":\"yes\"}} | stage",
        "{\"case_id\":\"C1\",\"attributes\":{\"st\u200Bage\":\"late\"},\"judgements\":{\"plan\":\"yes\"}} | stage"
      })
  void a_field_one_slip_away_refuses_the_submission(String document, String right) {
    assertRefused(json(document), "cases.jsonl", right);
  }

  @Test
  void foreign_and_lacking_fields_are_told() {
    ReadOutcome reading =
        json(
            "{\"case_id\":\"C1\",\"evidence\":\"lesson\",\"note\":1,\"attributes\":{\"stage\":null,\"office\":2},\"judgements\":{\"plan\":\"yes\"}}");

    assertThat(Sent.names(reading))
        .containsExactly(
            "cases.jsonl: lacking, and so not known: attribute risk, town",
            "cases.jsonl: passed over as foreign to the format: field \"note\"",
            "cases.jsonl: passed over as foreign to the format: field \"office\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"TRUE\"", "\"true\"", "\"yes\"", "1", "null", "[]", "{\"is\":true}", "\"\""})
  void a_safety_label_of_another_type_refuses_the_submission(String value) {
    ReadOutcome reading =
        Sent.sound(landing)
            .file(
                "inspection.json", SOUND.replace("\"synthetic\": true", "\"synthetic\": " + value))
            .read()
            .reading();

    assertRefused(reading, "inspection.json", "synthetic");
  }

  @ParameterizedTest
  @CsvSource({
    "synthetic, Synthetic",
    "synthetic, sinthetic",
    "synthetic, is_synthetik",
    "caseload, case_load",
    "cases_sampled, casesSampled",
    "start_date, startdate",
    "published_date, publised_date",
    "end_date, 'end_date '"
  })
  void a_field_of_the_manifest_one_slip_away_refuses_the_submission(String right, String given) {
    ReadOutcome reading =
        Sent.sound(landing)
            .file("inspection.json", SOUND.replace("\"" + right + "\"", "\"" + given + "\""))
            .read()
            .reading();

    assertRefused(reading, "inspection.json", right);
  }

  @ParameterizedTest
  @CsvSource({
    "50, '\"50\"'",
    "50, true",
    "'\"2014-02-03\"', 20140203",
    "'\"2014-02-07\"', '\"2014-02-01\"'",
    "'\"2014-03-04\"', '[\"2014-03-04\"]'",
    "'\"HILL-1\"', 7"
  })
  void a_field_of_the_manifest_of_another_type_refuses_the_submission(String right, String given) {
    ReadOutcome reading =
        Sent.sound(landing).file("inspection.json", SOUND.replace(right, given)).read().reading();

    assertThat(reading.status()).isEqualTo(Status.REFUSED);
    assertThat(reading.rule()).isEqualTo("unreadable-manifest");
  }

  @Test
  void foreign_and_lacking_fields_of_the_manifest_are_told() {
    String manifest =
        "{\"inspection_id\":\"H\",\"trust\":\"HILL\",\"framework\":\"schools\",\"office\":\"x\",\"note\":\"y\",\"start_date\":null}";

    assertThat(Sent.names(Sent.sound(landing).file("inspection.json", manifest).read().reading()))
        .contains(
            "inspection.json: passed over as foreign to the format: field \"office\"",
            "inspection.json: lacking, and so not known: field end_date, published_date, caseload, cases_sampled");
  }

  private List<Filled> extract(String text) {
    new LandingFolder(landing).file("long.csv", text);
    return Sent.read(ExtractSubmission.of(List.of(landing.resolve("long.csv")), "long"), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'school,Case,Stage,Item,Result', School",
    "'School,Case,Stage,Item,Result,stage', Stage",
    "'School,Case,Stage,Items,Result', Item"
  })
  void a_column_of_an_extract_spelt_otherwise_refuses_it(String header, String right) {
    ReadOutcome reading = extract(header + "\nHill,C1,late,Q1,J,x\n").get(0).reading();

    assertThat(reading.status()).isEqualTo(Status.REFUSED);
    assertThat(reading.reason()).contains("\"" + right + "\"");
  }

  @Test
  void foreign_columns_of_an_extract_and_attributes_that_its_layout_lacks_are_told() {
    List<Filled> read =
        extract("School,Case,Stage,Item,Result,Items,Region\nHill,C1,late,Q1,J,x,y\n");

    assertThat(Sent.names(read.get(0).reading()))
        .containsExactly(
            "long.csv: lacking, and so not known: attribute risk, town",
            "long.csv: passed over as foreign to the format: column 6 (5 characters, not quoted), column 7 \"Region\"");
  }
}
