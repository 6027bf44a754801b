package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.PipelineException;

/** Each test breaks one thing in a small framework of schools and reads what the reader says. */
class FrameworkReader_MistakesTest {
  private static final String JSON =
      """
      {
        "id": "schools",
        "version": "1",
        "title": "School visits",
        "description": "A small framework.",
        "programme": "All schools",
        "evidence": ["lesson"],
        "answers": [
          { "code": "1", "label": "Good", "aliases": ["good"] },
          { "code": "2", "label": "Weak" },
          { "code": "nr", "means": "not_recorded" }
        ],
        "themes": [{ "id": "A", "title": "Teaching", "sections": [{ "id": "A1", "title": "Plans" }] }],
        "attributes": [
          { "id": "stage", "label": "Stage", "values": [
            { "code": "early", "label": "Early" }, { "code": "late", "label": "Late" }] },
          { "id": "town", "label": "Town" }
        ],
        "case_mix": ["stage"],
        "measures": [],
        "pathways": [],
        "dimensions": [{ "id": "county", "label": "County" }],
        "comparators": [{ "id": "programme", "label": "All schools" }],
        "vocabulary": [{ "word": "most", "above": 50 }, { "word": "few", "at_least": 0 }],
        "layouts": [{ "id": "extract", "trust": "School", "case_key": ["No"],
          "questions": { "plan": "Plan" }, "inspection_id": "{trust}-1" }]
      }
      """;
  private static final String QUESTIONS =
      """
      id,label,text,sections,answers,sufficient,applies_when
      plan,Lesson planned,Was the lesson planned?,A1,1|2,1,
      pace,Pace right,Was the pace right?,A1,1|2,1,stage=early|late or town=Ely
      """;
  private static final String TRUSTS =
      """
      code,name,aliases,county
      HILL,Hill School,Hill,Kent
      DALE,Dale School,Dale|The Dale,
      """;

  @TempDir Path folder;

  @BeforeEach
  void a_framework_without_mistakes() throws IOException {
    write("framework.json", JSON);
    write("questions.csv", QUESTIONS);
    write("trusts.csv", TRUSTS);
  }

  @Test
  void a_folder_without_mistakes_is_read() {
    Framework framework = FrameworkReader.read(folder.toString());

    assertThat(framework.id()).isEqualTo("schools");
    assertThat(framework.trust("DALE").dimensions()).isEmpty();
    assertThat(framework.questions().get(1).appliesWhen().attributes())
        .containsExactly("stage", "town");
  }

  @Test
  void a_question_without_evidence_is_answered_on_the_default_kind_of_case() {
    assertThat(FrameworkReader.read(folder.toString()).questions())
        .extracting(Question::evidence)
        .containsOnly("lesson");
  }

  @Test
  void a_byte_order_mark_is_no_mistake() throws IOException {
    write("framework.json", "\uFEFF" + JSON);
    write("questions.csv", "\uFEFF" + QUESTIONS.replace("\n", "\r\n"));
    write("trusts.csv", "\uFEFF" + TRUSTS);

    assertThat(FrameworkReader.read(folder.toString()).trusts()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"framework.json", "questions.csv", "trusts.csv"})
  void a_missing_file_is_named(String file) throws IOException {
    Files.delete(folder.resolve(file));

    assertThat(message()).startsWith(folder + "/" + file + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"framework.json", "questions.csv", "trusts.csv"})
  void a_file_that_is_not_utf_8_is_named(String file) throws IOException {
    String text = Files.readString(folder.resolve(file)) + "é";
    Files.write(folder.resolve(file), text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(message()).isEqualTo(folder + "/" + file + " is not UTF-8 (save it as UTF-8)");
  }

  @Test
  void what_is_not_json_is_named_with_its_line() throws IOException {
    json("\"version\": \"1\",", "\"version\" \"1\",");

    assertThat(message()).startsWith(folder + "/framework.json is not JSON at line 3, column ");
  }

  @Test
  void a_key_that_stands_twice_is_named_with_its_line() throws IOException {
    json("\"version\": \"1\",", "\"version\": \"1\",\n\"id\": \"other\",");

    assertThat(message())
        .startsWith(folder + "/framework.json is not JSON at line 4")
        .contains("'id'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n"})
  void an_empty_framework_json_is_said_to_be_empty(String text) throws IOException {
    write("framework.json", text);

    assertThat(message())
        .isEqualTo(folder + "/framework.json is empty (it begins with { and ends with })");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "3"})
  void a_framework_json_without_an_object_is_named(String text) throws IOException {
    write("framework.json", text);

    assertThat(message())
        .isEqualTo(
            "%s/framework.json line 1: is %s (it is to be a group { … })".formatted(folder, text));
  }

  @Test
  void a_brace_too_many_is_named_with_its_line() throws IOException {
    write("framework.json", JSON + "}\n");

    assertThat(message())
        .startsWith(folder + "/framework.json is not JSON at line " + (JSON.lines().count() + 1))
        .doesNotContain("Source");
  }

  @Test
  void each_breach_of_the_schema_is_named_with_its_path() throws IOException {
    json("\"title\": \"School visits\",", "");
    json("{ \"word\": \"most\", \"above\": 50 }", "{ \"word\": \"most\" }");
    json("{ \"id\": \"county\",", "{ \"id\": \"the county\",");

    assertThat(message())
        .contains(folder + "/framework.json line 1: \"title\" is missing (add \"title\"")
        .contains("/framework.json vocabulary 1 (most): says neither or both of \"at_least\"")
        .contains("/framework.json dimensions 1 (the county), id: \"the county\" is no id");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "planned?,A1;planned?,A9;question plan: there is no section A9",
        "planned?,A1,1|2;planned?,A1,1|7;question plan: answers: there is no 7",
        "planned?,A1,1|2;planned?,A1,2;question plan: sufficient: there is no 1",
        "planned?,A1,1|2;planned?,A1,1|nr;question plan: answers: there is no nr",
        "planned?,A1,1|2,1;planned?,A1,1|2,;question plan: no answer is sufficient",
        "planned?,A1;planned?,;question plan: it feeds no section",
        "pace,;plan,;question: plan stands twice",
        "pace,;PLAN,;question: plan stands twice",
        "pace,;the pace,;question the pace: an id is letters, digits, . _ and -",
        "pace,;' ,';line 3: column id is empty",
        "town=Ely;village=Ely;question pace: applies_when: there is no attribute village",
        "early|late;early|never;question pace: applies_when stage: there is no never",
        "or town=Ely;or town;line 3: applies_when \"stage=early|late or town\" is not",
        "applies_when;applies_when,evidence;line 2: 7 cells where the header has 8",
        "label,text;label,label;line 1: column label stands twice",
        "id,label;name,label;line 1: column id is missing",
        "applies_when;Applies When;line 1: column Applies When is spelt otherwise than"
            + " applies_when",
        "applies_when;apply_when;line 1: column apply_when is not known, and applies_when is"
            + " lacking",
        "sufficient,applies_when;sufficient,Answer;column Answer is spelt otherwise than answers",
        "Was the lesson planned?;\"Was it\" planned?;is not CSV",
        "Was the pace right?;\"Was it right?;is not CSV"
      })
  void a_mistake_in_the_questions_is_named(String from, String to, String message)
      throws IOException {
    edit("questions.csv", from, to);

    assertThat(message()).startsWith(folder + "/questions.csv").contains(message);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Dale|The Dale;Dale|hill;\"hill\" names both HILL and DALE",
        "Dale|The Dale;HillSchool;\"HillSchool\" names both HILL and DALE",
        "DALE;HILL;HILL stands twice",
        "DALE;DA LE;trust DA LE: a code is letters, digits, . _ and -",
        "aliases,county;aliases,region;line 1: column county is missing",
        "aliases,county;aliases,county,County ;line 1: column County is spelt otherwise than"
            + " county",
        "Dale School;'';line 3: column name is empty"
      })
  void a_mistake_in_the_trusts_is_named(String from, String to, String message) throws IOException {
    edit("trusts.csv", from, to);

    assertThat(message()).startsWith(folder + "/trusts.csv").contains(message);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "\"code\": \"2\", \"label\": \"Weak\";\"code\": \"2\", \"aliases\": [\"GOOD\"];"
            + "answers: \"GOOD\" means both 1 and 2",
        "\"label\": \"Late\";\"label\": \"early\";"
            + "attribute stage: \"early\" means both early and late",
        "\"case_mix\": [\"stage\"];\"case_mix\": [\"age\"];case_mix: there is no attribute age",
        "\"case_mix\": [\"stage\"];\"case_mix\": [\"town\"];case_mix: town has no list of values",
        "\"id\": \"town\";\"id\": \"case_id\";attribute case_id: the name is taken",
        "\"label\": \"All schools\" };\"label\": \"All\", \"by\": \"region\" };"
            + "comparator programme: there is no dimension region",
        "\"label\": \"All schools\" };\"label\": \"All\", \"by\": \"county\", \"and\": [\"size\"]"
            + " };comparator programme: there is no dimension size",
        "\"measures\": [];\"sample_design\": { \"strata\": \"stages\", \"population\": \"town\" };"
            + "sample_design: there is no stages (did you mean stage?",
        "\"measures\": [];\"sample_design\": { \"strata\": \"town\", \"population\": \"town\" };"
            + "sample_design: strata town may have any value",
        "\"measures\": [];\"sample_design\": { \"strata\": \"stage\", \"population\": \"stage\" };"
            + "sample_design: population stage lists its values",
        "\"measures\": [];\"levels\": [{ \"by\": \"countie\", \"one\": \"county\","
            + " \"many\": \"counties\" }];levels: there is no countie (did you mean county?",
        "\"measures\": [];\"levels\": [{ \"by\": \"county\", \"one\": \"county\","
            + " \"many\": \"counties\" }, { \"by\": \"county\", \"one\": \"county\","
            + " \"many\": \"counties\" }];levels: county stands twice",
        "\"title\": \"Plans\";\"title\": \"Plans\", \"evidence\": \"talk\";"
            + "section A1: evidence talk is not declared",
        "\"above\": 50;\"at_least\": 0;vocabulary: \"few\" is never reached after \"most\"",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"care\", \"label\": \"M\","
            + " \"questions\": [\"pace\"] }];measure m: kind care is not declared",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"questions\": [\"peace\"] }];measure m: questions: there is no peace",
        "\"measures\": [];\"measures\": [{ \"id\": \"theme-A\", \"kind\": \"theme\","
            + " \"label\": \"M\", \"questions\": [\"pace\"] }];measures: theme-A stands twice",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"questions\": [\"pace\"], \"when\": { \"all\": [{ \"attribute\": \"age\","
            + " \"in\": [\"9\"] }] } }];measure m: when: there is no attribute age",
        "\"pathways\": [];\"pathways\": [{ \"id\": \"p\", \"label\": \"P\", \"steps\":"
            + " [{ \"label\": \"S\", \"questions\": [\"peace\"] }] }];"
            + "measure pathway-p-1: questions: there is no peace"
      })
  void a_mistake_among_themes_attributes_and_measures_is_named(
      String from, String to, String message) throws IOException {
    edit("framework.json", from, to);

    assertThat(message()).contains(folder + "/framework.json " + message);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "\"measures\": [];\"scales\": [{ \"id\": \"s\", \"grades\": [\"1\", \"3\"], \"questions\":"
            + " [\"plan\"] }];scale s: grades: there is no 3",
        "\"measures\": [];\"scales\": [{ \"id\": \"s\", \"grades\": [\"1\", \"nr\"], \"questions\":"
            + " [\"plan\"] }];scale s: grades: there is no nr",
        "\"measures\": [];\"scales\": [{ \"id\": \"s\", \"grades\": [\"1\", \"2\"] }];scale s: no"
            + " question is answered on it",
        "\"measures\": [];\"scales\": [{ \"id\": \"s\", \"grades\": [\"1\", \"2\"], \"questions\":"
            + " [\"peace\"] }];scale s: questions: there is no peace",
        "\"measures\": [];\"scales\": [{ \"id\": \"s\", \"grades\": [\"1\", \"2\"], \"questions\":"
            + " [\"plan\"], \"reversed\": [\"plan\"] }];scale s: questions: plan stands twice",
        "\"measures\": [];\"scales\": [{ \"id\": \"s\", \"grades\": [\"2\", \"1\"], \"questions\":"
            + " [\"plan\"] }];scale s: question plan: what is sufficient (1) is not the best of its"
            + " answers (2|1) (if it is asked the other way round",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\""
            + " }];measure m: it says nothing of what it counts",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"questions\": [\"plan\"], \"rule\": \"plan\" }];measure m: it has both questions"
            + " and rule",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"rule\": { \"all\": [\"peace\"] } }];measure m: questions: there is no peace",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"rule\": { \"at_least\": 3, \"of\": [\"plan\", \"pace\"] } }];measure m: rule: at"
            + " least 3 of 2 can never be met",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"rule\": { \"at_least_percent\": 101, \"of\": [\"plan\"] } }];measure m: rule: 101"
            + " percent can never be met",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"rule\": { \"question\": \"plan\", \"answers\": [\"9\"] } }];measure m: rule:"
            + " there is no 9",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"rule\": { \"some\": [\"plan\"] } }];measures 1 (m), rule: is no rule",
        "\"measures\": [];\"measures\": [{ \"id\": \"m\", \"kind\": \"theme\", \"label\": \"M\","
            + " \"classes\": [{ \"id\": \"a\", \"label\": \"A\" }, { \"id\": \"b\", \"label\":"
            + " \"B\", \"rule\": \"plan\" }] }];measure m: classes: a has no rule"
      })
  void a_mistake_in_a_scale_or_a_rule_over_a_case_is_named(String from, String to, String message)
      throws IOException {
    edit("framework.json", from, to);

    assertThat(message()).contains(message);
  }

  @Test
  void a_group_that_lies_in_two_groups_of_the_level_above_is_named() throws IOException {
    json(
        "\"measures\": []",
        "\"levels\": [{ \"by\": \"town\", \"one\": \"town\", \"many\": \"towns\" },"
            + " { \"by\": \"county\", \"one\": \"county\", \"many\": \"counties\" }]");
    json("\"dimensions\": [", "\"dimensions\": [{ \"id\": \"town\", \"label\": \"Town\" }, ");
    write(
        "trusts.csv", "code,name,aliases,town,county\nA,A,,Ely,Cambs\nB,B,,ely,Kent\nC,C,,Ely,\n");

    assertThat(message())
        .contains("/trusts.csv trust B: town Ely is in county Kent here, and in county Cambs")
        .contains("trust C: town Ely is in no county here, and in county Cambs with trust A")
        .contains("every town lies within one county");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "\"sentences\": { \"headlines\": \"H\" };findings, sentences: there is no headlines",
        "\"sentences\": { \"figure\": \"In {score} {said}, {others} {benchmark}.\" };"
            + "findings, sentences, figure: it leaves {base} out",
        "\"sentences\": { \"clear\": \"Clear, {as} day.\" };"
            + "findings, sentences, clear: there is nothing to put in {as}",
        "\"topics\": [{ \"id\": \"t\", \"figures\": [{ \"measure\": \"question-pase\" }] }];"
            + "topic t: there is no measure question-pase (did you mean question-pace?",
        "\"topics\": [{ \"id\": \"t\", \"name\": \"{Lessons}\","
            + " \"figures\": [{ \"measure\": \"theme-A\" }] }];"
            + "topic t: there is nothing to put in {Lessons}",
        "\"topics\": [{ \"id\": \"t\", \"figures\": [{ \"measure\": \"theme-A\" }] },"
            + " { \"id\": \"u\", \"figures\": [{ \"measure\": \"theme-A\" }] }];"
            + "topic u: theme-A stands in t already",
        "\"topics\": [{ \"id\": \"t\", \"figures\": [{ \"measure\": \"theme-A\" }] },"
            + " { \"id\": \"t\", \"figures\": [{ \"measure\": \"overall\" }] }];"
            + "topics: t stands twice",
        "\"rules\": { \"strength_from\": 60, \"concern_below\": 70 };"
            + "findings, rules: a score could be a strength and a concern",
        "\"rules\": { \"alone_concern_to\": 95 };"
            + "findings, rules: a score by itself could be a strength and a concern",
        "\"rules\": { \"strength_from\": 160 };findings, rules: a limit is above 100"
      })
  void a_mistake_in_the_findings_is_named(String entry, String message) throws IOException {
    json("\"layouts\"", "\"findings\": { " + entry + " }, \"layouts\"");

    assertThat(message()).contains(folder + "/framework.json " + message);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "\"encoding\": \"latin 1\";encoding latin 1 is not known",
        "\"encoding\": \"utf-5\";encoding utf-5 is not known",
        "\"attributes\": { \"age\": \"Age\" };attributes: there is no age",
        "\"attribute_values\": { \"stage\": { \"E\": \"erly\" } };"
            + "attribute_values stage: there is no erly",
        "\"answer_values\": { \"A\": \"7\" };answer_values: there is no 7",
        "\"date\": \"Day\";date and date_format go together",
        "\"date\": \"Day\", \"date_format\": \"dd/mm/yyyy\";date_format dd/mm/yyyy reads no date",
        "\"date\": \"Day\", \"date_format\": \"dd/MM/YYYY\";date_format dd/MM/YYYY reads no date",
        "\"date\": \"Day\", \"date_format\": \"day\";date_format day reads no date",
        "\"published\": \"4 March 2014\";published 4 March 2014 is not a date yyyy-MM-dd"
      })
  void a_mistake_in_a_layout_is_named(String entry, String message) throws IOException {
    json("\"inspection_id\"", entry + ", \"inspection_id\"");

    assertThat(message()).startsWith(folder + "/framework.json layout extract: " + message);
  }

  @Test
  void a_layout_names_inspections_by_their_trust() throws IOException {
    json("{trust}-1", "inspection-1");

    assertThat(message())
        .isEqualTo(
            folder
                + "/framework.json layout extract: inspection_id does not contain {trust}"
                + " ({trust} stands for the trust's code: \"{trust}-2014\")");
  }

  @Test
  void a_date_with_a_time_of_day_is_a_date() throws IOException {
    json(
        "\"inspection_id\"",
        "\"date\": \"Day\", \"date_format\": \"dd/MM/yyyy HH:mm\", \"inspection_id\"");

    assertThat(FrameworkReader.read(folder.toString()).layouts().get(0).dateFormat())
        .isEqualTo("dd/MM/yyyy HH:mm");
  }

  @Test
  void every_mistake_is_reported_at_once() throws IOException {
    edit("questions.csv", "pace,Pace right,Was the pace right?,A1", "pace,Pace,Pace?,A9");
    edit("trusts.csv", "The Dale", "Hill");
    json("[\"stage\"]", "[\"age\"]");

    assertThat(message()).contains("/questions.csv ", "/trusts.csv", "/framework.json ");
  }

  @Test
  void a_framework_that_is_nowhere_is_said_to_be_neither_built_in_nor_a_folder() {
    assertThat(
            catchThrowableOfType(PipelineException.class, () -> FrameworkReader.read("iaow-2031")))
        .hasMessage(
            "Framework iaow-2031 is neither built in (iaow-2013, care-inspectorate-2023,"
                + " cfsr-round-3, ofsted-csc-2014) nor a folder");
  }

  /** The one line that reading the folder ends in. */
  private String message() {
    PipelineException mistake =
        catchThrowableOfType(
            PipelineException.class, () -> FrameworkReader.read(folder.toString()));
    assertThat(mistake).as("a mistake").isNotNull();
    assertThat(mistake.reason()).isEqualTo(PipelineException.Reason.USAGE);
    assertThat(mistake.getMessage()).doesNotContain("\n");
    return mistake.getMessage();
  }

  private void json(String from, String to) throws IOException {
    edit("framework.json", from, to);
  }

  private void edit(String file, String from, String to) throws IOException {
    String before = Files.readString(folder.resolve(file));
    assertThat(before).contains(from);
    write(file, before.replace(from, to));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
