package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.extract.ExtractReading;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.matrix.CaseRow;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.TinyFramework;
import org.trustbench.tasks.TaskRunner;

/** National extracts: wide in windows-1252 below two lines of title, and long. */
class ExtractTest {
  private static final String WIDE_HEADER =
      "National extract\nfor years\nSchool;Form;No;Kind;Stage;Town;Q1;Q2;Type;Day;Inspector\n";

  @TempDir Path folder;

  private List<Filled> wide(String rows) {
    new LandingFolder(folder).file("wide.csv", WIDE_HEADER + rows, Charset.forName("windows-1252"));
    return Sent.read(ExtractSubmission.of(List.of(folder.resolve("wide.csv")), "wide"), 1);
  }

  private List<Filled> longShape(String rows) {
    new LandingFolder(folder).file("long.csv", "School,Case,Stage,Item,Result\n" + rows);
    return Sent.read(ExtractSubmission.of(List.of(folder.resolve("long.csv")), "long"), 1);
  }

  private static String accounts(List<Filled> filled) {
    return filled.stream()
        .map(Filled::reading)
        .map(
            reading ->
                (reading.manifest() == null ? "" : reading.manifest().inspectionId() + " ")
                    + Sent.account(reading))
        .collect(Collectors.joining());
  }

  @Test
  void rows_are_routed_by_institution_mapped_and_accounted_for() {
    List<Filled> filled =
        wide(
            """
            Hill;A;1;lesson;E;Ély;J;N;Full;03/02/2014;x
            The Dale;A;1;;L;Ely;N;;Full;05/02/2014;x
            HILL;A;2;lesson;Late;;na;J;Full;01/02/2014;x
            Hill;A;3;lesson;E;;J;J;Partial;03/02/2014;x
            Hull;A;4;lesson;E;;J;J;Full;03/02/2014;x
            """);

    assertThat(accounts(filled))
        .isEqualTo(
            """
            unrouted unknown-trust: wide.csv: rows of trusts that are not in the register: 1 (2 judgements, 1 name), which count nowhere; "Hull" is not in the register of schools: correct the name, or add it as an alias to trusts.csv
            wide.csv: read 4, accepted 0, rejected 2, collapsed 0, out of scope 2, cases 0
            wide.csv:8 unknown-trust 2: "Hull" is not in the register of schools: correct the name, or add it as an alias to trusts.csv
            DALE-2014 accepted
            wide.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 1
            HILL-2014 accepted
            wide.csv: read 4, accepted 4, rejected 0, collapsed 0, out of scope 0, cases 2
            """);
    Filled hill = filled.get(2);
    assertThat(hill.matrix().cases()).extracting(CaseRow::id).containsExactly("A/1", "A/2");
    assertThat(hill.matrix().cases())
        .extracting(row -> row.attributes().get(0))
        .containsExactly("early", "late");
    assertThat(hill.matrix().cases().get(0).attributes().get(2)).isEqualTo("Ély");
    assertThat(hill.matrix().line(0, 0)).isEqualTo(4);
    assertThat(hill.reading().manifest().startDate()).isEqualTo(LocalDate.of(2014, 2, 1));
    assertThat(hill.reading().manifest().endDate()).isEqualTo(LocalDate.of(2014, 2, 3));
    assertThat(hill.reading().manifest().publishedDate()).isEqualTo(LocalDate.of(2014, 3, 4));
  }

  @Test
  void parts_of_a_composite_key_may_be_blank_but_not_all_of_them() {
    assertThat(
            accounts(
                wide(
                    """
                    Hill;A;;lesson;E;;J;N;Full;03/02/2014;x
                    Hill;;A;lesson;E;;J;N;Full;03/02/2014;x
                    Hill;;;lesson;E;;J;N;Full;03/02/2014;x
                    """)))
        .endsWith(
            """
            HILL-2014 accepted
            wide.csv: read 6, accepted 4, rejected 2, collapsed 0, out of scope 0, cases 2
            wide.csv:6 missing-key 2: [Form, No] empty: fill in one of them at least
            """);
  }

  private static final String FRAMED =
      """
      { "id": "long", "encoding": "UTF-8", "header_begins_with": "School",
        "footer_begins_with": ["Source:", "Total"], "missing": ["*", "c", "#N/A", "NULL"],
      """;

  private List<Filled> framed(String text) {
    Codebook codebook =
        new Codebook(
            TinyFramework.read(
                json ->
                    json.replace(
                        "{ \"id\": \"long\", \"encoding\": \"UTF-8\", \"delimiter\": \",\", \"skip_lines\": 0,",
                        FRAMED)));
    new LandingFolder(folder).file("long.csv", text);
    return read(codebook, ExtractSubmission.of(List.of(folder.resolve("long.csv")), "long"));
  }

  @Test
  void titles_are_passed_over_and_notes_and_totals_counted_as_out_of_scope() {
    assertThat(
            accounts(
                framed(
                    """
                    National visits

                    Years 2014, 2015
                    School;Case;Stage;Item;Result
                    Hill;C1;early;Q1;J
                    Total Hill;C1;early;Q1;J
                    Hill;Total;early;Q1;J
                    Total;;;1;
                    Total for Kent;;;1;9
                    Source: visits; see the web
                    Source: visits;;;;
                    """)))
        .isEqualTo(
            """
            unrouted unknown-trust: long.csv: rows of trusts that are not in the register: 1 (1 judgement, 1 name), which count nowhere; (10 characters, not quoted) is not in the register of schools: correct the name, or add it as an alias to trusts.csv
            long.csv: read 5, accepted 0, rejected 1, collapsed 0, out of scope 4, cases 0
            long.csv:6 unknown-trust 1: (10 characters, not quoted) is not in the register of schools: correct the name, or add it as an alias to trusts.csv
            HILL-2015 accepted
            long.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 2
            """);
  }

  @Test
  void what_the_layout_lists_as_missing_is_not_recorded_and_nothing_else_is() {
    List<Filled> filled =
        framed(
            """
            School,Case,Stage,Item,Result
            Hill,C1,NULL,Q1,*
            Hill,C1,,Q2,C
            Hill,#N/A,early,Q1,J
            Hill,C2,early,Q1,-
            Hill,N/A,early,Q1,J
            """);

    assertThat(accounts(filled))
        .endsWith(
            """
            HILL-2015 accepted
            long.csv: read 5, accepted 2, rejected 3, collapsed 0, out of scope 0, cases 2
            long.csv:4 missing-key 1: [Case] empty: fill in one of them at least
            long.csv:5 unknown-answer 1: answer "-" is not an answer to question plan: use [yes, no], or a code for not applicable or not recorded; if it stands for a value that is missing, list it in "missing" of the framework or layout
            long.csv:6 malformed-line 1: case_id "N/A" names nothing: fill it in
            """);
    Filled hill = filled.get(1);
    int c1 = hill.matrix().caseNumber("C1");
    assertThat(List.of(hill.matrix().answer(c1, 0), hill.matrix().answer(c1, 1)))
        .extracting(answer -> Sent.CODEBOOK.answerCode(answer))
        .containsExactly("nr", "nr");
  }

  @Test
  void two_composite_keys_never_meet_whatever_their_parts_hold() {
    List<Filled> filled =
        wide(
            """
            Hill;a/b;c;lesson;E;;J;N;Full;03/02/2014;x
            Hill;a;b/c;lesson;E;;N;N;Full;03/02/2014;x
            Hill;a/;b;lesson;E;;N;N;Full;03/02/2014;x
            Hill;a;/b;lesson;E;;N;N;Full;03/02/2014;x
            """);

    assertThat(filled.get(1).matrix().cases()).hasSize(4);
    assertThat(accounts(filled)).contains("accepted 8, rejected 0, collapsed 0");
  }

  @Test
  void a_date_that_is_none_rejects_its_row_and_a_blank_one_says_nothing() {
    assertThat(
            accounts(
                wide(
                    """
                    Hill;A;1;lesson;E;;J;N;Full;30/02/2014;x
                    Hill;A;2;lesson;E;;J;N;Full;2014-02-03;x
                    Hill;A;3;lesson;E;;J;N;Full;;x
                    """)))
        .endsWith(
            """
            HILL-2014 accepted
            wide.csv: read 6, accepted 2, rejected 4, collapsed 0, out of scope 0, cases 1
            wide.csv:4 unreadable-date 2: Day is not a date like dd/MM/yyyy: correct it
            wide.csv:5 unreadable-date 2: Day is not a date like dd/MM/yyyy: correct it
            """);
  }

  @Test
  void a_year_of_two_digits_is_read_where_the_layout_has_two() {
    Codebook codebook =
        new Codebook(TinyFramework.read(json -> json.replace("dd/MM/yyyy", "dd/MM/yy")));
    new LandingFolder(folder)
        .file("wide.csv", WIDE_HEADER + "Hill;A;1;lesson;E;;J;N;Full;03/02/14;x\n");
    Submission submission = ExtractSubmission.of(List.of(folder.resolve("wide.csv")), "wide");

    assertThat(read(codebook, submission).get(1).reading().manifest().startDate())
        .isEqualTo(LocalDate.of(2014, 2, 3));
  }

  private static List<Filled> read(Codebook codebook, Submission submission) {
    return new SubmissionReader(codebook, 1).read(submission);
  }

  @Test
  void a_quotation_mark_in_the_filter_swallows_no_row() {
    ReadOutcome reading =
        wide("""
                Hill;A;1;lesson;E;;J;N;"Full;03/02/2014;x
                Hill;A;2;lesson;E;;J;N;Full";03/02/2014;x
                Hill;A;3;lesson;E;;J;N;Full;03/02/2014;x
                """)
            .get(0)
            .reading();

    assertThat(reading.status()).isEqualTo(Status.REFUSED);
    assertThat(reading.reason()).contains("line 4: a quotation mark opened here");
  }

  @Test
  void a_malformed_row_belongs_to_no_inspection_and_counts_for_every_question() {
    assertThat(accounts(wide("Hill;A;1\nHill;A;2;lesson;E;;J;N;Full;03/02/2014;x\n")))
        .startsWith(
            """
            unrouted
            wide.csv: read 2, accepted 0, rejected 2, collapsed 0, out of scope 0, cases 0
            wide.csv:4 malformed-line 2: 3 cells where the header has 11: check delimiters and quotation marks
            """);
  }

  @Test
  void rows_that_are_drawn_into_a_note_are_not_out_of_scope() {
    assertThat(
            accounts(
                framed(
                    """
                    School,Case,Stage,Item,Result
                    Hill,C1,early,Q1,J
                    "Source: visits
                    Hill,C2,early,Q1,J
                    Hill,C3",early,Q1,J
                    Hill,C4,early,Q1,J
                    "Source: a, b, c, d, e, f
                    of 2014, and more, and more, and more, and more"
                    """)))
        .startsWith(
            """
            unrouted
            long.csv: read 4, accepted 0, rejected 3, collapsed 0, out of scope 1, cases 0
            long.csv:3 malformed-line 3: lines 3 to 5 are one row of 4 cells where the header has 5: close the quotation mark that is open there, or double it
            HILL-2015 accepted
            long.csv: read 2, accepted 2, rejected 0, collapsed 0, out of scope 0, cases 2
            """);
  }

  @Test
  void rows_of_an_extract_that_are_drawn_into_one_count_each() {
    String torn =
        """
        Hill;A;1;"lesson;E;;J;N;Full;03/02/2014;x
        Hill;A;2;lesson;E;;J;N;Full;03/02/2014;x
        Hill;A;3;lesson";E
        Hill;A;4;lesson;E;;J;N;Full;03/02/2014;x
        """;

    assertThat(accounts(wide(torn)))
        .startsWith(
            """
            unrouted
            wide.csv: read 6, accepted 0, rejected 6, collapsed 0, out of scope 0, cases 0
            wide.csv:4 malformed-line 6: lines 4 to 6 are one row of 5 cells where the header has 11: close the quotation mark that is open there, or double it
            HILL-2014 accepted
            """);
  }

  @Test
  void a_long_extract_repeats_a_case_on_each_of_its_rows() {
    assertThat(
            accounts(
                longShape(
                    """
                    Hill,C1,early,Q1,J
                    Hill,C1,early,Q2,no
                    Hill,C1,early,safe,2
                    Hill,C1,early,Q1,yes
                    Hill,C1,early,Q9,yes
                    Hill,C2,late,Q1,no
                    Hill,C2,late,Q1,yes
                    Dale,C1,late,Q1,J
                    """)))
        .isEqualTo(
            """
            unrouted
            DALE-2015 accepted
            long.csv: read 1, accepted 1, rejected 0, collapsed 0, out of scope 0, cases 1
            HILL-2015 accepted
            long.csv: read 7, accepted 3, rejected 3, collapsed 1, out of scope 0, cases 2
            long.csv:6 unknown-question 1: (2 characters, not quoted) is not a question of schools version 1: correct it, or use the framework it belongs to
            long.csv:7 conflicting-judgement 1: a question of a case is answered differently at long.csv line 7 and long.csv line 8: keep the right one
            long.csv:8 conflicting-judgement 1: a question of a case is answered differently at long.csv line 7 and long.csv line 8: keep the right one
            """);
  }

  @Test
  void a_case_of_a_long_extract_described_differently_is_rejected_once_for_each_description() {
    String account =
        accounts(
            longShape(
                "Hill,C1,early,Q1,J\nHill,C1,late,Q2,J\nHill,C1,early,safe,1\nHill,C2,late,Q1,J\n"));

    assertThat(account).contains("read 4, accepted 1, rejected 3");
    assertThat(account.lines().filter(line -> line.contains("duplicate-case"))).hasSize(2);
  }

  @Test
  void a_fault_on_every_row_of_a_case_is_told_once_and_as_what_it_is() {
    String account =
        accounts(longShape("Hill,C1,middle,Q1,J\nHill,C1,middle,Q2,J\nHill,C2,late,Q1,J\n"));

    assertThat(account)
        .contains("long.csv:2 attribute-outside-list 0: stage \"middle\"")
        .doesNotContain("duplicate-case");
    assertThat(account.lines().filter(line -> line.contains("attribute-outside-list"))).hasSize(1);
  }

  @Test
  void several_files_are_one_extract_and_a_fault_names_its_file() {
    LandingFolder files = new LandingFolder(folder);
    files.file("b.csv", "School,Case,Stage,Item,Result\nHill,C1,early,Q1,J\nHill,C3,,Q1,?\n");
    files.file(
        "a.csv",
        "Result,Item,Stage,Case,School\nno,Q1,early,C1,Hill\nJ,Q2,early,C1,Hill\nJ,Q2,,C2,Dale\n");
    List<Filled> filled = Sent.read(ExtractSubmission.of(List.of(folder), "long"), 1);

    assertThat(accounts(filled))
        .isEqualTo(
            """
            unrouted
            DALE-2015 accepted
            a.csv: read 1, accepted 1, rejected 0, collapsed 0, out of scope 0, cases 1
            HILL-2015 accepted
            a.csv: read 2, accepted 1, rejected 1, collapsed 0, out of scope 0, cases 1
            b.csv: read 2, accepted 0, rejected 2, collapsed 0, out of scope 0, cases 1
            a.csv:2 conflicting-judgement 1: a question of a case is answered differently at a.csv line 2 and b.csv line 2: keep the right one
            b.csv:2 conflicting-judgement 1: a question of a case is answered differently at a.csv line 2 and b.csv line 2: keep the right one
            b.csv:3 unknown-answer 1: answer "?" is not an answer to question plan: use [yes, no], or a code for not applicable or not recorded
            """);
  }

  @Test
  void an_extract_without_a_column_of_its_layout_is_refused_whole() {
    new LandingFolder(folder).file("long.csv", "School,Case,Item,Result\nHill,C1,Q1,J\n");
    List<Filled> filled =
        Sent.read(ExtractSubmission.of(List.of(folder.resolve("long.csv")), "long"), 1);

    assertThat(filled).hasSize(1);
    assertThat(filled.get(0).reading().reason())
        .isEqualTo("long.csv: line 1: column \"Stage\" is missing: the header must name it");
  }

  @Test
  void an_extract_that_ends_early_is_refused_with_all_that_was_read() {
    StringBuilder rows = new StringBuilder("School,Case,Stage,Item,Result\n");
    for (int i = 0; i < 50_000; i++) {
      rows.append("Hill,C").append(Integer.toHexString(i * 7919)).append(",early,Q1,J\n");
    }
    byte[] packed = LandingFolder.gzip(rows.toString());
    new LandingFolder(folder)
        .file("long.csv.gz", java.util.Arrays.copyOf(packed, packed.length / 2));
    ReadOutcome reading =
        Sent.read(ExtractSubmission.of(List.of(folder.resolve("long.csv.gz")), "long"), 1)
            .get(0)
            .reading();

    assertThat(reading.status()).isEqualTo(Status.REFUSED);
    assertThat(reading.files().get(0).read()).isBetween(1_000L, 49_999L);
    assertThat(reading.rejects().stream().mapToLong(Reject::cells).sum())
        .isEqualTo(reading.files().get(0).read());
  }

  @Test
  void an_extract_changed_between_its_digest_and_its_rows_is_refused() {
    Path file = folder.resolve("long.csv");
    new LandingFolder(folder)
        .file("long.csv", "School,Case,Stage,Item,Result\nHill,C1,late,Q1,J\n");
    TaskRunner slow =
        new TaskRunner() {
          @Override
          public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
            return TaskRunner.here().each(items, bytes, task);
          }

          @Override
          public <T, S> Shuffle<S> shuffle(List<T> items, long bytes, Task<T, Split<S>> task) {
            assertThat(file.toFile().setLastModified(1_000_000_000_000L)).isTrue();
            return TaskRunner.here().shuffle(items, bytes, task);
          }
        };
    try (ExtractReading reading =
        ExtractReading.of(
            Sent.CODEBOOK.framework(), 1, ExtractSubmission.of(List.of(file), "long"), slow)) {
      assertThat(Sent.account(reading.whole().reading()))
          .startsWith(
              "refused unreadable-file: long.csv: it was changed while it was read: send it again");
    }
  }
}
