package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkNotes;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.TinyFramework;

/** What programs write where a value is missing counts as no answer, value or institution. */
class MissingMarksSentTest {
  private static final byte NA = 6;
  private static final byte NR = 7;

  private static final String DOUBTFUL =
      "answer \"NA\" may be na, or stand for a missing value, as programs write it: write na for"
          + " the one and nothing for the other, or have the framework say which (\"NA\" as an"
          + " alias of na, or in \"missing\")";

  @TempDir Path landing;

  private static Codebook with(String from, String to) {
    return with(json -> json.replace(from, to));
  }

  private static Codebook with(UnaryOperator<String> change) {
    return new Codebook(TinyFramework.read(change));
  }

  private static final String ALIASES = "\"aliases\": [\"n/a\"]";

  private static Codebook whereNaIsAnAlias() {
    return with(ALIASES, "\"aliases\": [\"n/a\", \"NA\"]");
  }

  private static Codebook whereNaIsMissing() {
    return with("\"evidence\": [", "\"missing\": [\"NA\"], \"evidence\": [");
  }

  private Filled folder(Codebook codebook, String file, String text) {
    Path sent = Sent.sound(landing).without("judgements.csv").file(file, text).folder();
    return new SubmissionReader(codebook, 1)
        .read(Landing.submissions(sent.getParent()).get(0))
        .get(0);
  }

  private List<Filled> extract(Codebook codebook, String text) {
    new LandingFolder(landing).file("long.csv", text);
    return new SubmissionReader(codebook, 1)
        .read(ExtractSubmission.of(List.of(landing.resolve("long.csv")), "long"));
  }

  private static final String LONG = "case_id,question_id,answer\nC1,plan,NA\nC2,plan,na\n";
  private static final String WIDE = "case_id,plan,pace\nC1,NA,yes\nC2,na,N/A\n";
  private static final String DOCUMENTS =
      """
      {"case_id":"C1","attributes":{},"judgements":{"plan":"NA"}}
      {"case_id":"C2","attributes":{},"judgements":{"plan":"na"}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {LONG, WIDE})
  void an_na_of_r_is_not_the_answer_na(String text) {
    Filled read = folder(Sent.CODEBOOK, "judgements.csv", text);

    assertThat(Sent.rows(read.reading())).extracting("reason").containsExactly(DOUBTFUL);
    assertThat(read.matrix().answer(0, 0)).isNegative();
    assertThat(read.matrix().answer(1, 0)).isEqualTo(NA);
  }

  @Test
  void nor_is_it_in_json() {
    Path sent = Sent.in(landing).file("cases.jsonl", DOCUMENTS).folder();
    Filled read =
        new SubmissionReader(Sent.CODEBOOK, 1)
            .read(Landing.submissions(sent.getParent()).get(0))
            .get(0);

    assertThat(Sent.rows(read.reading())).extracting("reason").containsExactly(DOUBTFUL);
  }

  @Test
  void the_framework_may_list_it_as_an_alias() {
    Filled read = folder(whereNaIsAnAlias(), "judgements.csv", LONG);

    assertThat(Sent.rows(read.reading())).isEmpty();
    assertThat(read.matrix().answer(0, 0)).isEqualTo(NA);
    assertThat(read.matrix().answer(1, 0)).isEqualTo(NA);
  }

  @Test
  void the_framework_may_list_it_as_missing_and_na_stays_the_answer() {
    Filled read = folder(whereNaIsMissing(), "judgements.csv", LONG);

    assertThat(Sent.rows(read.reading())).isEmpty();
    assertThat(read.matrix().answer(0, 0)).isEqualTo(NR);
    assertThat(read.matrix().answer(1, 0)).isEqualTo(NA);
  }

  private static final String EXTRACT =
      """
      School,Case,Stage,Item,Result
      Hill,C1,early,Q1,NA
      Hill,C2,early,Q1,na
      """;

  @Test
  void in_an_extract_it_is_rejected_too() {
    Filled read = extract(Sent.CODEBOOK, EXTRACT).get(1);

    assertThat(Sent.rows(read.reading())).extracting("reason").containsExactly(DOUBTFUL);
    assertThat(read.matrix().answer(1, 0)).isEqualTo(NA);
  }

  @Test
  void a_layout_may_say_that_it_is_missing_and_na_stays_the_answer() {
    Codebook codebook = with("{ \"id\": \"long\",", "{ \"id\": \"long\", \"missing\": [\"NA\"],");
    Filled read = extract(codebook, EXTRACT).get(1);

    assertThat(Sent.rows(read.reading())).isEmpty();
    assertThat(read.matrix().answer(0, 0)).isEqualTo(NR);
    assertThat(read.matrix().answer(1, 0)).isEqualTo(NA);
  }

  @ParameterizedTest
  @CsvSource({"NA, true", "na, false", "Na, false"})
  void a_layout_may_say_what_it_means_and_in_that_case_alone(String written, boolean isTaken) {
    Codebook codebook =
        with("{ \"J\": \"yes\" }", "{ \"J\": \"yes\", \"%s\": \"na\" }".formatted(written));
    Filled read = extract(codebook, EXTRACT).get(1);

    assertThat(read.matrix().answer(0, 0)).isEqualTo(isTaken ? NA : -1);
    assertThat(Sent.rows(read.reading())).hasSize(isTaken ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"NA, Na", "NULL, Null", "None, none", "NaN, NAN", "<NA>, <Na>"})
  void what_other_programs_write_is_a_code_only_where_it_is_spelt_so(String mark, String other) {
    assertThat(withAlias(other).answer(mark)).isEqualTo(Codebook.UNKNOWN);
    assertThat(withAlias(mark).answer(mark)).isEqualTo(NA);
  }

  @ParameterizedTest
  @CsvSource({"NULL, null", "null, NULL", "NaN, nan"})
  void where_one_such_mark_is_an_answer_it_is_so_in_any_case(String mark, String other) {
    assertThat(withAlias(other).answer(mark)).isEqualTo(NA);
  }

  @ParameterizedTest
  @CsvSource({"NA, na", "None, none", "NULL, Null"})
  void a_mark_that_would_mean_not_recorded_does(String mark, String other) {
    String nr = "{ \"code\": \"nr\", ";
    Codebook codebook =
        with(
            json ->
                json.replace("{ \"code\": \"na\", \"aliases\": [\"n/a\"],", "{ \"code\": \"x\",")
                    .replace(nr, nr + "\"aliases\": [\"%s\"], ".formatted(other)));

    assertThat(codebook.answer(mark)).isEqualTo(NR);
  }

  @Test
  void so_does_one_that_a_layout_says_to_be_not_recorded() {
    Codebook codebook = with("{ \"J\": \"yes\" }", "{ \"J\": \"yes\", \"na\": \"nr\" }");

    assertThat(extract(codebook, EXTRACT).get(1).matrix().answer(0, 0)).isEqualTo(NR);
  }

  private static Codebook withAlias(String alias) {
    return with(ALIASES, "\"aliases\": [\"%s\"]".formatted(alias.replace("\\", "\\\\")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"na", "Na", "nA", "N/A", "n/a", " na "})
  void what_people_write_for_not_applicable_is_the_answer_in_any_case(String written) {
    assertThat(Sent.CODEBOOK.answer(written)).isEqualTo(NA);
  }

  @Test
  void a_missing_attribute_is_not_its_value_of_that_name() {
    String late = "{ \"code\": \"late\",";
    Codebook codebook = with(late, "{ \"code\": \"na\", \"label\": \"No stage\" }, " + late);
    Path sent =
        Sent.in(landing)
            .file("cases.csv", "case_id,stage,risk,town\nC1,NA,low,Ely\nC2,na,low,Ely\n")
            .file("judgements.csv", "case_id,question_id,answer\nC1,plan,yes\nC2,plan,no\n")
            .folder();
    Filled read =
        new SubmissionReader(codebook, 1).read(Landing.submissions(sent.getParent()).get(0)).get(0);

    assertThat(read.matrix().isRejected(0)).isTrue();
    assertThat(read.matrix().cases().get(1).attributes().get(0)).isEqualTo("na");
    assertThat(Sent.rows(read.reading()).get(0).reason())
        .startsWith("stage \"NA\" may be na, or stand for a missing value");
  }

  @ParameterizedTest
  @CsvSource({"NA, NA, true", "na, NA, false", "NA, na, true", "na, na, true"})
  void an_institution_is_named_by_a_missing_mark_only_as_the_register_spells_it(
      String code, String written, boolean isFound) {
    Codebook codebook = TinyFramework.codebook(json -> json, List.of(code + ",Namibia,,,"));

    assertThat(codebook.register().find(written).isPresent()).isEqualTo(isFound);
  }

  @Test
  void rows_whose_whole_key_is_missing_are_not_one_case() {
    Codebook codebook = with("\"case_key\": [\"Case\"]", "\"case_key\": [\"Case\", \"Stage\"]");
    Filled read =
        extract(
                codebook,
                """
                School,Case,Stage,Item,Result
                Hill,NA,NA,Q1,J
                Hill,C1,early,Q2,J
                """)
            .get(1);

    assertThat(Sent.account(read.reading()))
        .contains("long.csv:2 missing-key 1: [Case, Stage] empty");
  }

  @Test
  void an_inspector_called_na_is_nobody_and_that_is_told() {
    Filled read =
        folder(
            Sent.CODEBOOK,
            "judgements.csv",
            "case_id,question_id,answer,inspector_id\nC1,plan,yes,NA\nC2,plan,yes,NA\n");

    assertThat(read.matrix().inspectors()).isEmpty();
    assertThat(Sent.rows(read.reading())).isEmpty();
    assertThat(Sent.names(read.reading()))
        .containsOnlyOnce(
            "judgements.csv: inspectors who are not known, since programs write such an id for a"
                + " missing value (leave it blank, or give the inspector another id): inspector_id"
                + " \"NA\"");
  }

  @Test
  void a_code_that_is_written_like_a_missing_value_is_told_of() {
    Framework framework =
        TinyFramework.read(json -> json.replace("{ \"code\": \"na\",", "{ \"code\": \"NA\","));

    assertThat(FrameworkNotes.of(framework, 0))
        .contains(
            "answer NA: \"NA\" is what programs such as R write where a value is missing, and counts"
                + " as this word there too: give it another");
    assertThat(FrameworkNotes.of(TinyFramework.read(), 0)).noneMatch(note -> note.contains("NA"));
  }
}
