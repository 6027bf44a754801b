package org.trustbench.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Mistake;
import org.trustbench.support.MainRun;

/** Frameworks drafted from small extracts, and what a person still has to decide in them. */
class FrameworkDraftTest {
  /** Six visits to three schools. */
  private static final String VISITS =
      """
      School,County,Visit no,Stage,Day,Plans,Pace,Marking
      Hill School,Kent,1,early,31/03/2024,yes,no,yes
      Hill School,Kent,2,late,01/04/2024,yes,N/A,no
      Dale School,Kent,1,early,02/04/2024,no,no,yes
      Dale School,Kent,2,late,03/04/2024,yes,yes,yes
      Firth School,Fife,1,early,04/04/2024,no,yes,
      Firth School,Fife,2,late,05/04/2024,yes,yes,no
      """;

  @TempDir Path folder;
  private Path drafted;

  @BeforeEach
  void where() {
    drafted = folder.resolve("drafted");
  }

  @Test
  void columns_are_taken_for_what_names_and_values_tell() {
    assertThat(account(VISITS))
        .containsExactly(
            "header on line 1, 8 columns, UTF-8, , between cells",
            "  institution     School: 3 values",
            "  or institution  County: 2 values",
            "  case            Visit no: 2 values",
            "  question        Plans: yes, no",
            "  question        Pace: yes, no; no judgement: N/A",
            "  question        Marking: yes, no",
            "  day             Day: dd/MM/yyyy",
            "  group           County: 2 values",
            "  attribute       Stage: 2 values");
  }

  @ParameterizedTest
  @CsvSource({
    "1, '1 row has another number of cells than the header, and was left out'",
    "2, '2 rows have another number of cells than the header, and were left out'"
  })
  void rows_of_another_width_are_counted_in_a_sentence(int rows, String says) {
    assertThat(account(VISITS + "Hill School,Kent,3\n".repeat(rows))).contains(says);
  }

  /** Three rounds, each with rooms 1 and 2, each of two visits. */
  @Test
  void three_columns_together_may_tell_cases_apart() {
    StringBuilder text = new StringBuilder("School,Round no,Room no,Visit no,Plans,Pace,Marking\n");
    for (int i = 0; i < 24; i++) {
      text.append(
          "%s,%d,%d,%d,%s,yes,no\n"
              .formatted(
                  i < 12 ? "Hill" : "Dale",
                  i % 3,
                  i / 3 % 2,
                  i / 6 % 2,
                  i % 2 == 0 ? "yes" : "no"));
    }

    assertThat(account(text.toString()))
        .contains(
            "  case            Round no: 3 values",
            "  case            Room no: 2 values",
            "  case            Visit no: 2 values");
  }

  @Test
  void numbers_that_begin_anew_in_each_institution_tell_cases_apart_whatever_they_are_called() {
    StringBuilder text = new StringBuilder("School,Visit,Plans,Pace,Marking\n");
    for (int i = 0; i < 40; i++) {
      text.append(
          "%s,%d,%s,no,yes\n"
              .formatted(i < 20 ? "Hill" : "Dale", i % 20 + 1, i % 3 == 0 ? "no" : "yes"));
    }

    assertThat(account(text.toString())).contains("  case            Visit: 20 values");
  }

  @Test
  void rows_of_one_cell_are_taken_for_notes_and_no_institution() throws IOException {
    assertThat(account(VISITS + "\nSource: the inspectorate\nSource: again,,,,,,,\n"))
        .contains(
            "  institution     School: 3 values",
            "2 rows have one cell alone, and are taken for notes: Source:");
    assertThat(Files.readString(drafted.resolve("framework.json")))
        .contains("\"footer_begins_with\" : [\n        \"DECIDE: Source:\"");
    decide();
    assertThat(ingest(folder.resolve("visits.csv")).out())
        .contains("inspections: 3 new, 0 changed, 0 unchanged; submissions refused: 0");
  }

  @Test
  void a_listing_of_deficiencies_is_said_to_have_no_answers_and_no_key() {
    String text =
        """
        Home,Survey date,Tag
        Alder,2024-03-31,F550
        Alder,2024-03-31,F550
        Birch,2024-04-02,F561
        Birch,2024-04-02,F562
        Birch,2024-04-02,F562
        Birch,2024-04-02,F562
        """;

    assertThat(account(text))
        .contains(
            "no columns were found that tell the cases of an institution apart",
            "no answers were found: where rows list only what was insufficient, the layout needs"
                + " \"lists\" and a file of visits");
  }

  @Test
  void whatever_is_not_known_is_a_mistake_with_file_line_and_place() {
    draft(VISITS);

    assertThat(open())
        .containsExactly(
            "framework.json line 3 version",
            "framework.json line 4 title",
            "framework.json line 5 description",
            "framework.json line 6 programme",
            "framework.json line 8 institution, one",
            "framework.json line 9 institution, many",
            "framework.json line 30 answers 3 (n_a), means",
            "framework.json line 41 themes 1 (A), title",
            "framework.json line 45 themes 1 (A), sections 1 (A1), title",
            "framework.json line 67 case_mix 1",
            "framework.json line 118 layouts 1 (visits), trust",
            "framework.json line 120 layouts 1 (visits), case_key 1",
            "framework.json line 131 layouts 1 (visits), answer_values, \"\"",
            "framework.json line 133 layouts 1 (visits), inspection_id",
            "questions.csv line 2 question plans, sufficient",
            "questions.csv line 3 question pace, sufficient",
            "questions.csv line 4 question marking, sufficient");
  }

  @Test
  void a_draft_is_refused_by_ingest_too() {
    Path extract = draft(VISITS);

    MainRun run = ingest(extract);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().toString())
        .contains("questions.csv question plans, sufficient: is not decided; guessed: yes");
  }

  @Test
  void once_decided_it_reads_the_extract_without_a_word() {
    Path extract = draft(VISITS);
    decide();

    assertThat(FrameworkReader.check(drafted.toString()).mistakes()).isEmpty();
    MainRun run = ingest(extract);
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    assertThat(run.out())
        .contains("inspections: 3 new, 0 changed, 0 unchanged; submissions refused: 0");
  }

  @Test
  void grades_without_words_have_no_guess_that_could_stand() throws IOException {
    draft(VISITS.replace(",yes", ",1").replace(",no", ",4"));
    decide();

    assertThat(Files.readString(drafted.resolve("questions.csv"))).contains("A1,1|4,some of 1|4");
    assertThat(open())
        .contains("questions.csv line 2 question plans: sufficient")
        .noneMatch(place -> place.contains("framework.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "satisfactory, some of yes|no|satisfactory",
    "Requires improvement, some of yes|no|requires_improvement",
    "met, yes|met"
  })
  void an_answer_that_some_count_as_enough_leaves_no_guess(String answer, String guess)
      throws IOException {
    draft(VISITS.replace("yes,yes,yes", "yes,%s,yes".formatted(answer)));

    assertThat(Files.readString(drafted.resolve("questions.csv"))).contains("DECIDE: " + guess);
  }

  @Test
  void days_that_may_be_months_are_to_be_decided() {
    draft(VISITS.replace("31/03", "11/03"));

    assertThat(open()).anyMatch(place -> place.endsWith("date_format"));
  }

  @Test
  void names_a_letter_apart_are_to_be_decided() {
    draft(VISITS + "Firht School,Fife,3,late,05/04/2024,yes,yes,no\n");

    assertThat(FrameworkReader.check(drafted.toString()).mistakes())
        .extracting(Mistake::place, Mistake::fix)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "trust firht-school, name",
                "it is a letter from Firth School: if both are one institution take this row out,"
                    + " and write its name into the aliases of the other; if they are two leave the"
                    + " name (without DECIDE:)"));
  }

  @Test
  void rows_of_a_kind_that_has_no_answers_are_left_out_once_somebody_agrees() {
    List<String> lines = new ArrayList<>(VISITS.lines().toList());
    lines.set(0, lines.get(0) + ",Visit type");
    lines.replaceAll(line -> line.endsWith("type") ? line : line + ",full");
    lines.add("Hill School,Kent,3,late,05/04/2024,,,,interim");

    assertThat(account(String.join("\n", lines))).contains("  scope           Visit type: full");
    assertThat(open())
        .contains(
            "framework.json line 134 layouts 1 (visits), include, column",
            "framework.json line 136 layouts 1 (visits), include, in 1");
  }

  @ParameterizedTest
  @CsvSource({
    "School, school, schools",
    "Local authority name, local authority, local authorities",
    "PrisonName, prison, prisons",
    "Swimming pools, pool, pools",
    "Whoever, institution, institutions",
  })
  void what_institutions_are_called_is_guessed_of_their_column(
      String column, String one, String many) {
    Path extract = written(VISITS.replaceFirst("School", column), StandardCharsets.UTF_8);

    assertThat(FrameworkDraft.of(extract, column).files().get("framework.json"))
        .contains("\"one\" : \"DECIDE: %s\"".formatted(one))
        .contains("\"many\" : \"DECIDE: %s\"".formatted(many));
  }

  @Test
  void a_row_a_judgement_is_known_by_its_question_and_answer() throws IOException {
    String text =
        """
        Council,Case ref,Standard,Rating
        Ayr,A1,S1 Safety,Met
        Ayr,A1,S2 Care,Not met
        Ayr,A2,S1 Safety,Met
        Ayr,A2,S2 Care,Met
        Bute,B1,S1 Safety,Met
        Bute,B1,S2 Care,Not met
        Bute,B2,S1 Safety,Not met
        Bute,B2,S2 Care,Met
        """;

    assertThat(account(text))
        .contains("  questions       Standard: 2 values", "  answers         Rating: Met, Not met");
    assertThat(Files.readString(drafted.resolve("questions.csv")))
        .isEqualTo(
            """
            id,label,text,sections,answers,sufficient
            s1_safety,S1 Safety,S1 Safety,A1,met|not_met,DECIDE: met
            s2_care,S2 Care,S2 Care,A1,met|not_met,DECIDE: met
            """);
    decide();
    assertThat(ingest(folder.resolve("visits.csv")).exitCode()).isZero();
  }

  @Test
  void titles_above_the_header_and_another_encoding_go_into_the_layout() throws IOException {
    String text = "Visits of 2024\n\n" + VISITS.replace(',', ';').replace("Hill", "H\u00F6h");

    account(text, Charset.forName("windows-1252"));

    assertThat(Files.readString(drafted.resolve("framework.json")))
        .contains(
            "\"encoding\" : \"DECIDE: windows-1252\"",
            "\"delimiter\" : \";\"",
            "\"skip_lines\" : 2");
    assertThat(Files.readString(drafted.resolve("trusts.csv")))
        .contains("hoh-school,H\u00F6h School,");
  }

  @Test
  void the_institution_may_be_said_beforehand() {
    Path extract = written(VISITS, StandardCharsets.UTF_8);
    MainRun run =
        MainRun.of(
            "framework",
            "draft",
            extract.toString(),
            "--to",
            drafted.toString(),
            "--trust",
            "County");

    assertThat(run.out()).contains("  institution     County: 2 values");
    assertThat(open()).noneMatch(place -> place.endsWith("trust"));
  }

  @Test
  void personal_columns_are_no_attributes() {
    assertThat(account(VISITS.replace("Stage", "Inspector name")))
        .contains("  not used        Inspector name: 2 values");
  }

  @Test
  void no_draft_is_written_over_another() {
    Path extract = draft(VISITS);
    MainRun again =
        MainRun.of("framework", "draft", extract.toString(), "--to", drafted.toString());

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err().toString()).contains("is there already: name another folder with --to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'a,b\n1,2\n'; no column looks like the institution's: name it with --trust COLUMN",
        "'School,A,A\nx,1,2\n'; visits.csv: line 1: columns 2 and 3 have the same name: name each column once",
        "'one\ntwo\n'; it is no table",
        "''; it is no table",
        "'PK\u0003\u0004x'; it is a zip archive: unpack it",
        "'a,b\n\u2400,1\n'; there are NUL characters, which no text has"
      })
  void a_file_that_is_no_table_is_refused_in_a_line(String text, String wrong) {
    Path extract = written(text, StandardCharsets.UTF_8);
    MainRun run = MainRun.of("framework", "draft", extract.toString(), "--to", drafted.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasSize(1).first().asString().contains(wrong);
    assertThat(drafted).doesNotExist();
  }

  private List<String> account(String text) {
    return account(text, StandardCharsets.UTF_8);
  }

  private List<String> account(String text, Charset charset) {
    Path extract = written(text, charset);
    MainRun run = MainRun.of("framework", "draft", extract.toString(), "--to", drafted.toString());
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    return run.out().subList(0, run.out().size() - 2);
  }

  private Path draft(String text) {
    account(text);
    return folder.resolve("visits.csv");
  }

  private Path written(String text, Charset charset) {
    try {
      return Files.write(
          folder.resolve("visits.csv"), text.replace('\u2400', '\0').getBytes(charset));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The mistakes of the draft: file, line and place. */
  private List<String> open() {
    return FrameworkReader.check(drafted.toString()).mistakes().stream()
        .map(
            mistake ->
                "%s line %d %s"
                    .formatted(
                        Path.of(mistake.file()).getFileName(), mistake.line(), mistake.place()))
        .toList();
  }

  /** What somebody does who agrees with every guess, and fills in what has none. */
  private void decide() {
    for (String name : List.of("framework.json", "questions.csv", "trusts.csv")) {
      Path file = drafted.resolve(name);
      try {
        String text = Files.readString(file).replace("DECIDE: ", "");
        for (Map.Entry<String, String> entry :
            Map.of(
                    "\"DECIDE\"", "\"x\"",
                    "\"some of stage\"", "\"stage\"")
                .entrySet()) {
          text = text.replace(entry.getKey(), entry.getValue());
        }
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private MainRun ingest(Path extract) {
    return MainRun.in(
        folder.resolve("work"),
        "ingest",
        "--framework",
        drafted.toString(),
        "--extract",
        extract.toString(),
        "--layout",
        "visits");
  }
}
