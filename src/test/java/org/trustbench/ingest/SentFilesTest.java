package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.matrix.FileAccount;
import org.trustbench.support.LandingFolder;

/** Files as trusts save them: what is read all the same, and what refuses a submission. */
class SentFilesTest {
  private static final String JUDGEMENTS = "judgements.csv";
  private static final String LONG =
      """
      case_id,question_id,answer
      C1,plan,yes
      C2,plan,no
      """;

  @TempDir Path landing;

  private Filled judgements(String text) {
    return Sent.sound(landing).file(JUDGEMENTS, text).read();
  }

  private String refusal(Sent sent) {
    ReadOutcome reading = sent.read().reading();
    assertThat(reading.status()).isEqualTo(Status.REFUSED);
    assertThat(reading.files().stream().mapToLong(FileAccount::rejected).sum())
        .isEqualTo(reading.rejects().stream().mapToLong(Reject::cells).sum());
    assertThat(reading.files()).allSatisfy(file -> assertThat(file.sha256()).hasSize(64));
    return reading.reason();
  }

  private String refusal(String text) {
    return refusal(Sent.sound(landing).file(JUDGEMENTS, text));
  }

  private static void assertSound(Filled filled) {
    assertThat(Sent.account(filled.reading()))
        .startsWith("accepted\n")
        .contains("judgements.csv", ": read 2, accepted 2, rejected 0, collapsed 0");
    int c1 = filled.matrix().caseNumber("C1");
    assertThat(Sent.CODEBOOK.answerCode(filled.matrix().answer(c1, Sent.CODEBOOK.question("plan"))))
        .isEqualTo("yes");
  }

  @Test
  void byte_order_mark_crlf_semicolons_tabs_and_a_missing_last_line_end_are_read() {
    assertSound(judgements("\uFEFF" + LONG));
    assertSound(judgements(LONG.replace("\n", "\r\n")));
    assertSound(judgements(LONG.replace(',', ';')));
    assertSound(judgements("\uFEFF" + LONG.replace(',', '\t').replace("\n", "\r\n")));
    assertSound(judgements(LONG.strip()));
    assertSound(judgements(LONG.replace('\n', '\r')));
  }

  @Test
  void quotation_marks_blanks_around_cells_and_blank_lines_are_read() {
    assertSound(
        judgements(
            "\n"
                + "\"case_id\", question_id ,\"answer\"\n\n"
                + "\"C1\",\"plan\",\"yes\"\n\n\n"
                + "  C2 ,\tplan , no\n\n"));
  }

  @Test
  void a_row_is_named_by_its_own_line_below_blank_lines_and_embedded_line_breaks() {
    Filled filled =
        judgements("\n\ncase_id,question_id,answer,note\n\nC1,plan,yes,\"a\nb\"\nC2,plann,no,\n");

    assertThat(Sent.rows(filled.reading())).extracting(Reject::line).containsExactly(7);
  }

  @Test
  void a_line_break_inside_a_note_that_is_not_read_is_no_fault() {
    assertSound(
        judgements(
            "case_id,question_id,answer,note\n"
                + "C1,plan,yes,\"well,\n"
                + "in the end, perhaps, and\n\n"
                + "so, on\"\n"
                + "C2,plan,no,\n"));
    assertSound(
        judgements(
            "case_id,question_id,answer,note\n"
                + "C1,plan,yes,\"two\n"
                + "lines, \"\"quoted\"\"\"\n"
                + "C2,plan,no,\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A mark never closed, and one at the end of a note rows later.
        "case_id,question_id,answer,note\nC1,plan,yes,\"oops\nC2,plan,no,\nC2,pace,no,so\"\n",
        "case_id,question_id,answer,note\nC1,plan,yes,\"oops, he said\nC2,plan,no,so\"\n",
        "note,case_id,question_id,answer\n\"oops,C1,plan,yes\nfine\",C2,plan,no\n",
        "case_id,note,question_id,answer\nC1,\"oops,plan,yes\r\nC2,so\",plan,no\r\n",
        "case_id,note,plan,pace,safe\nC1,\"oops,yes,yes,1\n\nC2,,yes,yes,1\n\nC2,\",yes,yes,1\n"
      })
  void a_note_that_takes_in_rows_refuses_the_submission(String text) {
    assertThat(refusal(text))
        .isEqualTo(
            "X/judgements.csv: line 2: a quotation mark opened here takes in the lines after it:"
                + " close it or double it");
  }

  @Test
  void notes_of_cases_that_take_in_cases_refuse_the_submission() {
    assertThat(
            refusal(
                Sent.sound(landing)
                    .file(
                        "cases.csv",
                        "case_id,stage,note\nC1,early,\"oops\nC2,late,\nC3,late,so\"\nC4,late,\n")))
        .contains("cases.csv: line 2: a quotation mark opened here");
  }

  @Test
  void characters_of_several_bytes_are_read_and_kept() {
    Filled filled =
        Sent.sound(landing)
            .file(
                "cases.csv",
                "case_id,stage,risk,town\nC1,early,low,Llanfairpwllgwyngyll – 日本 😀\nC2,,,Ély\n")
            .read();

    assertThat(filled.matrix().cases())
        .extracting(row -> row.attributes().get(2))
        .containsExactly("Llanfairpwllgwyngyll – 日本 😀", "Ély");
  }

  @Test
  void gzip_is_read_and_so_is_gzip_in_two_members() {
    byte[] first = LandingFolder.gzip("case_id,question_id,answer\nC1,plan,yes\n");
    byte[] second = LandingFolder.gzip("C2,plan,no\n");
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);

    assertSound(
        Sent.sound(landing)
            .without(JUDGEMENTS)
            .file(JUDGEMENTS + ".gz", LandingFolder.gzip(LONG))
            .read());
    assertSound(Sent.sound(landing).without(JUDGEMENTS).file(JUDGEMENTS + ".gz", both).read());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 12, 100, 5_000})
  void gzip_that_ends_early_refuses_the_submission(int bytes) {
    String rows =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "C1,plan" + Integer.toHexString(i * 7919) + ",yes\n")
            .collect(Collectors.joining("", "case_id,question_id,answer\n", ""));
    byte[] packed = LandingFolder.gzip(rows);
    assertThat(packed.length).isGreaterThan(6_000);

    assertThat(
            refusal(
                Sent.sound(landing)
                    .without(JUDGEMENTS)
                    .file(JUDGEMENTS + ".gz", Arrays.copyOf(packed, bytes))))
        .startsWith("X/judgements.csv.gz: ")
        .containsAnyOf("it is not a gzip file", "damaged or ends early");
  }

  @Test
  void json_lines_in_a_gzip_that_ends_early_refuse_the_submission() {
    byte[] packed = LandingFolder.gzip("{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"yes\"}}\n");

    assertThat(
            refusal(
                Sent.in(landing).file("cases.jsonl.gz", Arrays.copyOf(packed, packed.length - 9))))
        .contains("damaged or ends early");
  }

  @Test
  void text_named_gz_refuses_the_submission() {
    assertThat(refusal(Sent.sound(landing).without(JUDGEMENTS).file(JUDGEMENTS + ".gz", LONG)))
        .isEqualTo(
            "X/judgements.csv.gz: it is not a gzip file: pack it again, or send it unpacked without"
                + " .gz");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE,seems to be UTF-16", "UTF-16BE,seems to be UTF-16", "ISO-8859-1,not UTF-8"})
  void another_encoding_than_utf_8_refuses_the_submission(String charset, String words) {
    String text = LONG.replace("C2,plan,no", "C2,plan,né");

    assertThat(
            refusal(Sent.sound(landing).file(JUDGEMENTS, text.getBytes(Charset.forName(charset)))))
        .startsWith("X/judgements.csv: ")
        .contains(words);
  }

  @Test
  void json_lines_in_latin_1_refuse_the_submission_and_name_the_line() {
    String text = "{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"yes\"}}\n{\"case_id\":\"É\"}\n";

    assertThat(
            refusal(
                Sent.in(landing).file("cases.jsonl", text.getBytes(StandardCharsets.ISO_8859_1))))
        .startsWith("X/cases.jsonl: after line ")
        .contains("not UTF-8");
  }

  @Test
  void a_quotation_mark_never_closed_refuses_the_submission() {
    assertThat(refusal("case_id,question_id,answer\nC1,plan,yes\nC2,\"plan,no\nC1,pace,no\n"))
        .isEqualTo(
            "X/judgements.csv: it cannot be split into rows after line 2: close every quotation"
                + " mark");
  }

  @Test
  void a_quotation_mark_closed_lines_later_refuses_the_submission() {
    assertThat(
            refusal(
                "case_id,question_id,answer\n"
                    + "C1,\"plan,yes\n"
                    + "C2,plan,no\n"
                    + "C1,pace\",no\n"
                    + "C2,pace,no\n"))
        .isEqualTo(
            "X/judgements.csv: line 2: a quotation mark opened here takes in the lines after it:"
                + " close it or double it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"question_id,answer", "plan,pace"})
  void a_quotation_mark_in_the_inspectors_column_swallows_no_row(String columns) {
    String row = columns.startsWith("q") ? "plan,yes" : "yes,yes";
    assertThat(
            refusal(
                "case_id,%s,inspector_id\nC1,%s,\"i1\nC2,%s,i2\"\nC2,%s,i3\n"
                    .formatted(columns, row, row, row)))
        .contains("line 2: a quotation mark opened here takes in the lines after it");
  }

  @Test
  void a_header_of_a_million_columns_refuses_the_submission() {
    String header =
        IntStream.range(0, 1_000_000).mapToObj(i -> "q" + i).collect(Collectors.joining(","));

    assertThat(refusal("case_id," + header + "\nC1\n")).contains("16384 columns");
  }

  @Test
  void a_line_of_five_megabytes_refuses_the_submission() {
    assertThat(refusal("case_id,question_id,answer\nC1,plan," + "y".repeat(5_000_000) + "\n"))
        .contains("after line 1", "1048576 characters");
    assertThat(refusal("y".repeat(5_000_000))).contains("1048576 characters");
  }

  @Test
  void a_column_that_stands_twice_refuses_the_submission() {
    assertThat(refusal("case_id,plan, plan\nC1,yes,no\n"))
        .isEqualTo(
            "X/judgements.csv: line 1: columns 2 and 3 have the same name: name each column once");
  }

  @Test
  void a_question_in_two_spellings_of_its_id_is_two_judgements_of_it() {
    assertThat(
            Sent.account(
                judgements("case_id,plan,PLAN,pace\nC1,yes,no,yes\nC2,yes,yes,no\n").reading()))
        .contains("judgements.csv: read 6, accepted 3, rejected 2, collapsed 1");
  }

  @Test
  void a_column_that_must_be_there_is_named() {
    assertThat(refusal("\ncase_id,question_id\nC1,plan\n"))
        .isEqualTo(
            "X/judgements.csv: line 2: column \"answer\" is missing: the header must name it");
    assertThat(refusal("case,plan\nC1,yes\n")).contains("column \"case_id\" is missing");
    assertThat(refusal("case_id,colour\nC1,red\n"))
        .contains("line 1: no column is a question of schools");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n\n"})
  void an_empty_file_refuses_the_submission(String text) {
    assertThat(refusal(text))
        .isEqualTo("X/judgements.csv: it is empty: send it again with its rows");
    assertThat(refusal(Sent.sound(landing).file("cases.csv", text)))
        .isEqualTo("X/cases.csv: it is empty: send it again with its rows");
  }

  @Test
  void a_file_of_a_header_alone_leaves_nothing_to_accept() {
    assertThat(refusal("case_id,question_id,answer\n"))
        .contains("no judgement in it could be accepted");
    assertThat(refusal(Sent.in(landing.resolve("b")).file("cases.jsonl", "\n")))
        .contains("no judgement in it");
    assertThat(refusal(Sent.in(landing.resolve("c")).file("cases.jsonl", "")))
        .contains("it is empty");
  }

  @Test
  void a_folder_with_too_few_or_too_many_files_is_refused() {
    assertThat(refusal(Sent.sound(landing).without("cases.csv")))
        .isEqualTo("X: cases.csv is missing: add it, or send cases.jsonl");
    assertThat(refusal(Sent.sound(landing).without(JUDGEMENTS)))
        .contains("judgements.csv is missing");
    assertThat(refusal(Sent.sound(landing).without("inspection.json")))
        .contains("inspection.json is missing");
    assertThat(refusal(Sent.sound(landing).file("cases.jsonl", "{}")))
        .contains("both cases.jsonl and CSV");
    assertThat(
            refusal(
                Sent.sound(landing)
                    .without("cases.jsonl")
                    .file(JUDGEMENTS + ".gz", LandingFolder.gzip(LONG))))
        .contains("the same file is there twice");
  }

  @Test
  void more_rejects_than_the_tolerance_refuse_the_submission_and_as_many_do_not() {
    String oneOfFour = LONG + "C1,pace,maybe\nC2,pace,yes\n";

    assertThat(
            Sent.sound(landing)
                .file(JUDGEMENTS, oneOfFour)
                .tolerating(0.25)
                .read()
                .reading()
                .status())
        .isEqualTo(Status.ACCEPTED);
    assertThat(refusal(Sent.sound(landing).file(JUDGEMENTS, oneOfFour).tolerating(0.249)))
        .isEqualTo(
            "X: 1 of 4 judgements was rejected, more than the tolerance of 24.9 %: mend the rows"
                + " listed as rejects and send it again");
  }

  @Test
  void hidden_folders_are_no_submissions_and_one_submission_may_be_named_itself() {
    Sent.sound(landing);
    new LandingFolder(landing).file(".trash/inspection.json", "{}");

    assertThat(Landing.submissions(landing)).extracting(Submission::name).containsExactly("X");
    assertThat(Landing.submissions(landing.resolve("X/.")))
        .extracting(Submission::name)
        .containsExactly("X");
  }
}
