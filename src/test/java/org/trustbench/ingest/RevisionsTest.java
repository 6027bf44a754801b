package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.audit.Thresholds;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.plan.IngestPolicy;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.lake.Lake;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.NoWorkers;
import org.trustbench.support.SharedSpark;
import org.trustbench.support.TinyFramework;

/** What the lake remembers of submissions that were replaced, held and withdrawn. */
class RevisionsTest {
  @RegisterExtension static final SharedSpark SPARK = new SharedSpark();
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";
  private static final String FIRST = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";
  private static final String MENDED = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,4\n";
  private static final String OTHER = "case_id,plan,pace,safe\nC1,no,no,4\nC2,no,yes,1\n";
  @TempDir Path folder;
  private Lake lake;
  private LandingFolder inbox;
  private int day = 0;

  @BeforeEach
  void open() {
    lake = LakeFolder.open(FRAMEWORK, folder.resolve("lake"));
    inbox = new LandingFolder(folder.resolve("inbox"));
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private Ingest ingest(String... accepting) {
    return new Ingest(
        lake,
        new IngestPolicy(0.5, new Thresholds(0.5, 0.5), 0, Set.of(accepting)),
        LakeIngestTest.PSEUDONYMS,
        nextDay());
  }

  private Clock nextDay() {
    day++;
    return Clock.fixed(Instant.parse("2026-03-0" + day + "T12:00:00Z"), ZoneOffset.UTC);
  }

  private Ingest.Report send(String judgements, String... accepting) {
    inbox.send("H", "H-1", "HILL", CASES, judgements);
    return ingest(accepting).run(Landing.submissions(inbox.path()), SPARK.runner());
  }

  private Ingest.Report sendAgain(String... accepting) {
    return ingest(accepting).run(Landing.submissions(inbox.path()), new NoWorkers());
  }

  /** Revision, status, the revision it replaced, judgements differing, and from when to when. */
  private List<String> history() {
    List<Row> rows = lake.submissions().history();
    return rows.stream()
        .map(
            row ->
                "%d %s %s %s %s"
                    .formatted(
                        row.revision().number(),
                        row.status(),
                        row.revision().judgementsDiffering().orElse(null),
                        day(row.revision().since()),
                        day(row.revision().end().map(Revision.End::at))))
        .toList();
  }

  private static String day(Optional<String> instant) {
    return instant.map(at -> at.substring(8, 10)).orElse("-");
  }

  @Test
  void a_replaced_submission_stays_in_the_past_with_what_changed_and_when() {
    send(FIRST);
    send(MENDED);

    assertThat(history()).containsExactly("1 replaced null 01 02", "2 accepted 1 02 -");
    List<Row> rows = lake.submissions().history();
    assertThat(rows.get(1).revision().replacedHash()).contains(rows.get(0).submissionHash());
    assertThat(lake.submissions().present().submissions()).containsExactly(rows.get(1));
    assertThat(rowsOf(rows.get(0))).isEqualTo(6);
  }

  private long rowsOf(Row submission) {
    return LakeFolder.rows(folder.resolve("lake"), "schools", "judgements").stream()
        .filter(row -> row.get("submission_hash").equals(submission.submissionHash()))
        .count();
  }

  @Test
  void a_sudden_change_is_stored_and_counts_for_nobody_until_it_is_accepted() {
    send(FIRST);
    inbox.send("D", "D-1", "DALE", CASES, FIRST);

    Ingest.Report report = send(OTHER);

    assertThat(report.setAside())
        .containsExactly(
            "H-1: 6 judgements differ from the 6 there were, more than the share of 0.5 that is let through; if that is right, take it in by --accept H-1");
    assertThat(report.added()).as("the other inspection").isEqualTo(1);
    assertThat(lake.submissions().present().submissions().stream().map(Row::status))
        .containsExactlyInAnyOrder(
            SubmissionStatus.ACCEPTED, SubmissionStatus.ACCEPTED, SubmissionStatus.HELD);
    Row held =
        lake.submissions().present().submissions().stream()
            .filter(r -> r.status() == SubmissionStatus.HELD)
            .findFirst()
            .get();
    assertThat(held.rule()).isEqualTo("sudden-change");
    assertThat(rowsOf(held)).as("rows to look at").isEqualTo(6);

    assertThat(sendAgain().setAside()).isEqualTo(report.setAside());
    assertThat(sendAgain("H-1").changed()).isEqualTo(1);

    assertThat(lake.submissions().present().submissions()).allMatch(Row::isAccepted);
    assertThat(history())
        .containsExactly("1 accepted null 02 -", "1 replaced null 01 04", "2 accepted 6 04 -");
  }

  @Test
  void what_is_held_is_compared_anew_when_the_present_has_changed_since() {
    send(FIRST);
    send(OTHER);
    String held = inbox.path().toString();
    LandingFolder another = new LandingFolder(folder.resolve("another"));
    another.send("H", "H-1", "HILL", CASES, "case_id,plan,pace,safe\nC1,no,no,1\nC2,yes,no,1\n");
    ingest().run(Landing.submissions(another.path()), SPARK.runner());

    Ingest.Report report = ingest("H-1").run(Landing.submissions(Path.of(held)), SPARK.runner());

    assertThat(report.changed()).isEqualTo(1);
    assertThat(history())
        .containsExactly("1 replaced null 01 03", "2 replaced 3 03 04", "3 accepted 3 04 -");
  }

  @Test
  void a_withdrawn_inspection_does_not_come_back_with_the_next_run() {
    send(FIRST);
    Ingest.withdraw(lake, "H-1", "sampled twice", nextDay());

    Ingest.Report report = sendAgain();

    assertThat(report.withdrawn())
        .containsExactly("H-1 was withdrawn on 2026-03-02: sampled twice");
    assertThat(report.isComplete()).isTrue();
    assertThat(lake.submissions().present().submissions()).isEmpty();
    assertThat(history()).containsExactly("1 withdrawn null 01 02");
  }

  @Test
  void other_bytes_for_a_withdrawn_inspection_wait_to_be_accepted() {
    send(FIRST);
    Ingest.withdraw(lake, "H-1", "sampled twice", nextDay());

    Ingest.Report report = send(OTHER);
    assertThat(report.setAside())
        .containsExactly(
            "H-1 was withdrawn on 2026-03-02: sampled twice; if it is to come back, take it in by --accept H-1");
    assertThat(lake.submissions().present().submissions()).noneMatch(Row::isAccepted);

    assertThat(sendAgain("H-1").added()).isEqualTo(1);
    assertThat(history()).containsExactly("1 withdrawn null 01 02", "2 accepted null 04 -");
  }

  @Test
  void a_withdrawn_inspection_comes_back_in_the_same_bytes_when_it_is_accepted() {
    send(FIRST);
    Ingest.withdraw(lake, "H-1", "sampled twice", nextDay());

    assertThat(sendAgain("H-1").added()).isEqualTo(1);

    assertThat(history()).containsExactly("1 withdrawn null 01 02", "2 accepted null 03 -");
    assertThat(
            lake.rows()
                .tallies(List.of(lake.submissions().present().submissions().get(0).stored())))
        .hasSize(1);
  }

  @Test
  void accepting_what_nobody_holds_is_a_mistake() {
    send(FIRST);

    assertThatThrownBy(() -> sendAgain("H-1"))
        .isInstanceOf(PipelineException.class)
        .hasMessage("--accept H-1: nothing that was sent for it waits to be taken in");
  }

  @Test
  void another_reading_of_the_same_bytes_leaves_the_rows_of_the_first_where_they_are() {
    send(FIRST);
    Row first = lake.submissions().present().submissions().get(0);

    new Ingest(
            lake,
            new IngestPolicy(0.4, new Thresholds(1, 1), 0, Set.of()),
            LakeIngestTest.PSEUDONYMS,
            Clock.systemUTC())
        .run(Landing.submissions(inbox.path()), SPARK.runner());

    assertThat(lake.submissions().present().submissions().get(0).submissionHash())
        .isNotEqualTo(first.submissionHash());
    assertThat(lake.submissions().present().submissions().get(0).revision().judgementsDiffering())
        .contains(0L);
    assertThat(lake.rows().tallies(List.of(first.stored()))).hasSize(1);
  }

  @Test
  void an_ingest_that_leaves_fewer_trusts_than_expected_takes_in_nothing() {
    inbox.send("H", "H-1", "HILL", CASES, FIRST);
    Ingest expecting =
        new Ingest(
            lake,
            new IngestPolicy(0.5, new Thresholds(1, 1), 0.5, Set.of()),
            LakeIngestTest.PSEUDONYMS,
            Clock.systemUTC());

    assertThatThrownBy(() -> expecting.run(Landing.submissions(inbox.path()), SPARK.runner()))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("audit coverage: 1 of 3 trusts would have an inspection")
        .hasMessageContaining("lacking are DALE, FORD");
    assertThat(lake.submissions().history()).isEmpty();
  }
}
