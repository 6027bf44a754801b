package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.environment.Failpoint;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.Paused;

/** A change of key that is killed, or overtaken. */
@Tag("packaged")
class KilledRekeyTest {
  private static final List<Failpoint> MOMENTS =
      List.of(
          Failpoint.COPIES_WRITTEN,
          Failpoint.COPIES_APPENDED,
          Failpoint.SMALL_TABLE_WRITTEN,
          Failpoint.SUBMISSIONS_COMMITTED);

  @TempDir Path folder;

  private static void then(Schools schools, String next) throws IOException {
    Files.writeString(
        schools.workspace().resolve("lake.key"),
        "then\n" + next.repeat(32) + "\n",
        StandardOpenOption.APPEND);
  }

  private static Set<Object> cases(Schools schools) {
    return LakeFolder.current(schools.lake(), "schools", "cases").stream()
        .map(row -> row.get("case_id"))
        .collect(Collectors.toSet());
  }

  private static Paused paused(Schools schools, Failpoint at, String job) {
    return Paused.startJob(at, schools.workspace(), List.of(), schools.arguments(job), Map.of());
  }

  @Test
  void a_rekey_killed_at_any_failpoint_changes_nothing_or_all_and_is_done_when_run_again()
      throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0).send("D-1", "DALE", 0);
    Path release = schools.job("run").release();
    Map<String, String> files = Schools.files(release);
    Map<String, Long> judgements = schools.judgements();
    Set<Object> before = cases(schools);
    then(schools, "2");
    for (Failpoint moment : MOMENTS) {
      try (Paused killed = paused(schools, moment, "rekey")) {
        killed.await();
        killed.kill();
      }
      assertThat(cases(schools).equals(before))
          .as("still under the key before after %s", moment)
          .isEqualTo(moment != Failpoint.SUBMISSIONS_COMMITTED);
      assertThat(schools.judgements()).isEqualTo(judgements);
      assertThat(Schools.files(schools.job("run").release())).isEqualTo(files);
    }
    assertThat(schools.job("rekey").out().toString()).contains("nothing to do");
    assertThat(cases(schools)).hasSize(4).doesNotContainAnyElementsOf(before);

    schools.job("maintain", "--keep-days", "0");
    assertThat(schools.dataFiles()).containsEntry("cases", 1L).containsEntry("judgements", 1L);
    assertThat(schools.job("check").out().toString()).contains("no fault found");
  }

  @Test
  void an_ingest_across_the_commit_is_refused_in_one_line_and_done_when_run_again()
      throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0);
    schools.job("run");
    then(schools, "2");
    schools.send("D-1", "DALE", 0);
    try (Paused ingest = paused(schools, Failpoint.FILES_COUNTED, "ingest")) {
      ingest.await();
      schools.job("rekey");
      assertThat(ingest.goOn()).as(ingest.said()).isEqualTo(1);
      assertThat(ingest.said())
          .contains("or brought it under the next one by rekey: nothing was taken in; run it again")
          .doesNotContain("\tat ");
    }
    assertThat(schools.present().keySet()).containsExactly("H-1");
    schools.job("ingest");
    assertThat(schools.judgements()).containsEntry("H-1", 6L).containsEntry("D-1", 6L);
  }

  @Test
  void two_rekeys_at_once_come_to_the_same() throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0).send("D-1", "DALE", 0);
    Path release = schools.job("run").release();
    then(schools, "2");
    try (Paused held = paused(schools, Failpoint.COPIES_WRITTEN, "rekey")) {
      held.await();
      schools.job("rekey");
      Set<Object> after = cases(schools);
      assertThat(held.goOn()).as(held.said()).isZero();
      assertThat(cases(schools)).isEqualTo(after);
    }
    MainRun again = schools.job("run");
    assertThat(again.release()).isEqualTo(release);
    assertThat(schools.judgements()).containsEntry("H-1", 6L).containsEntry("D-1", 6L);
    assertThat(schools.job("check").out().toString()).contains("no fault found");
  }
}
