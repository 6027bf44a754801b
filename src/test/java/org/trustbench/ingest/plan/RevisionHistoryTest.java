package org.trustbench.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.matrix.InspectionDetails;
import org.trustbench.matrix.ReaderCounts;
import org.trustbench.submission.SubmissionStatus;

/**
 * What stands after a run. A row is written as its hash, status and inspection; then its revision,
 * the hash it replaces and when it ended; then, after @, the extract it came with.
 */
class RevisionHistoryTest {
  private static Row row(String text) {
    String[] halves = text.strip().split("@", -1);
    String[] words = halves[0].strip().split(" ", -1);
    String inspection = words.length > 2 && !words[2].equals("-") ? words[2] : null;
    Revision revision =
        words.length > 3
            ? new Revision(
                Long.parseLong(words[3]),
                words[3].equals("0") ? Optional.empty() : Optional.of("t" + words[3]),
                words.length > 4 && !words[4].equals("-")
                    ? Optional.of(words[4])
                    : Optional.empty(),
                Optional.empty(),
                words.length > 5
                    ? Optional.of(new Revision.End(words[5], Optional.empty()))
                    : Optional.empty())
            : null;
    String source = halves.length > 1 ? halves[1].strip() : words[0];
    return new Row(
        new StoredRows(words[0], "ingest"),
        null,
        SubmissionStatus.of(words[1]),
        inspection == null
            ? null
            : new InspectionDetails(
                inspection, null, null, null, null, null, null, null, "", false),
        1,
        ReaderCounts.NOT_KNOWN,
        source,
        source,
        1,
        "form",
        "",
        "",
        revision);
  }

  private static List<Row> rows(String text) {
    return text == null || text.isBlank()
        ? List.of()
        : List.of(text.split(";", -1)).stream().map(RevisionHistoryTest::row).toList();
  }

  private static String text(Row row) {
    Revision revision = row.revision();
    String past =
        revision == null
            ? ""
            : " %d %s%s"
                .formatted(
                    revision.number(),
                    revision.replacedHash().orElse("-"),
                    revision.end().map(end -> " " + end.at()).orElse(""));
    return "%s %s %s%s"
        .formatted(
            row.submissionHash(),
            row.status(),
            row.inspectionId() == null ? "-" : row.inspectionId(),
            past);
  }

  private static String text(List<Row> rows) {
    return rows.stream().map(RevisionHistoryTest::text).sorted().collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          the first submission        |                        | a accepted I 0               | a   | a accepted I 1 -
          another inspection stays    | a accepted I 1         | b accepted J 0               | b   | a accepted I 1 -; b accepted J 1 -
          a changed one replaces      | a accepted I 1         | b accepted I 0 a             | b   | a replaced I 1 - now; b accepted I 2 a
          back to the first           | a replaced I 1 - t2; b accepted I 2 a | a accepted I 0 b | a | a accepted I 3 b; a replaced I 1 - t2; b replaced I 2 a now
          the same again              | a accepted I 1         | a accepted I 0 a             | a   | a accepted I 1 -
          nothing sent                | a accepted I 1         |                              |     | a accepted I 1 -
          refused leaves the present  | a accepted I 1         | r refused I                  | r   | a accepted I 1 -; r refused I
          refused, sent again         | r refused I            |                              | r   | r refused I
          refused, sent no more       | r refused I            |                              |     |
          held leaves the present     | a accepted I 1         | h held I 0 a                 | h   | a accepted I 1 -; h held I 0 a
          held, then accepted         | a accepted I 1; h held I 0 a | h accepted I 0 a       | h   | a replaced I 1 - now; h accepted I 2 a
          held, then mended           | a accepted I 1; h held I 0 a | b accepted I 0 a       | b   | a replaced I 1 - now; b accepted I 2 a
          withdrawn, then back        | a withdrawn I 1 - t2   | a accepted I 0               | a   | a accepted I 2 -; a withdrawn I 1 - t2
          another run was first       | b accepted I 2 a       | c accepted I 0 a             | c   | b accepted I 2 a
          another run added it first  | b accepted I 1         | c accepted I 0               | c   | b accepted I 1 -
          the rest of an extract      | a accepted I 1 @x; u unrouted @x |                    |     | a accepted I 1 -; u unrouted -
          the rest of a split extract | a accepted I 1 @x; u unrouted @x | b accepted I 0 a @y | b  | a replaced I 1 - now; b accepted I 2 a
          the rest of a withdrawn one | a withdrawn I 1 - t2 @x; u unrouted @x |              |     | a withdrawn I 1 - t2; u unrouted -
          """)
  void what_stands_after_a_run(String what, String before, String read, String sent, String after) {
    Set<String> hashes = sent == null ? Set.of() : Set.of(sent.strip());

    RevisionHistory succession = RevisionHistory.of(rows(before), rows(read), hashes, "now");

    assertThat(text(succession.rows())).isEqualTo(after == null ? "" : after.strip());
  }

  @Test
  void a_submission_that_another_run_has_overtaken_is_told() {
    RevisionHistory succession =
        RevisionHistory.of(
            rows("b accepted I 2 a"),
            rows("c accepted I 0 a; d accepted J 0"),
            Set.of("c", "d"),
            "now");

    assertThat(text(succession.overtaken())).isEqualTo("c accepted I 0 a");
    assertThat(text(succession.rows())).isEqualTo("b accepted I 2 a; d accepted J 1 -");
  }

  @Test
  void doing_it_twice_changes_nothing_more() {
    List<Row> read = rows("b accepted I 0 a; r refused K");
    List<Row> once =
        RevisionHistory.of(rows("a accepted I 1"), read, Set.of("b", "r"), "now").rows();

    assertThat(RevisionHistory.of(once, read, Set.of("b", "r"), "later").rows()).isEqualTo(once);
  }

  @Test
  void a_withdrawn_inspection_is_the_past_and_says_why() {
    List<Row> after =
        RevisionHistory.withdrawn(rows("a accepted I 1; b accepted J 1"), "I", "wrong", "now");

    assertThat(text(after)).isEqualTo("a withdrawn I 1 - now; b accepted J 1 -");
    assertThat(after.get(0).revision().end().flatMap(Revision.End::why)).contains("wrong");
    assertThat(RevisionHistory.withdrawn(after)).containsOnlyKeys("I");
  }

  @Test
  void what_is_not_there_cannot_be_withdrawn() {
    assertThatThrownBy(
            () ->
                RevisionHistory.withdrawn(
                    rows("a withdrawn I 1 - t2; b accepted J 1"), "I", "wrong", "now"))
        .hasMessage(
            "inspection \"I\" is not in the lake, or is withdrawn already: --withdraw names one of"
                + " [J]");
  }
}
