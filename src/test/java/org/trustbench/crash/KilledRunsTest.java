package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.environment.Failpoint;
import org.trustbench.support.MainRun;
import org.trustbench.support.Paused;

/**
 * Processes killed with SIGKILL, and run again. Beside every lake that suffers stands one that is
 * sent the same and does not.
 */
@Tag("packaged")
class KilledRunsTest {
  private static final Set<Failpoint> OF_MAINTENANCE =
      EnumSet.of(
          Failpoint.UNNAMED_REMOVED, Failpoint.PARTITIONS_COMPACTED, Failpoint.SNAPSHOTS_EXPIRED);

  /** Killed feeds have tests of their own. */
  private static final Set<Failpoint> OF_FEEDS =
      EnumSet.of(Failpoint.FEED_HALF_LOADED, Failpoint.FEED_LOADED);

  /** Failpoints of repairs and changes of key, which no run comes to. */
  private static final Set<Failpoint> OF_REPAIRS =
      EnumSet.of(Failpoint.DAMAGE_REPLACED, Failpoint.COPIES_WRITTEN, Failpoint.COPIES_APPENDED);

  /** Kills at random moments; more of them by {@code -Dkills=N}. */
  private static final int KILLS = Integer.getInteger("kills", 5);

  @TempDir Path folder;

  /** Each run has to get over what the one before left, and a step further. */
  @Test
  void runs_killed_at_every_failpoint_are_finished_by_the_next_as_if_nothing_had_happened()
      throws IOException {
    Schools schools =
        Schools.in(folder).send("H-1", "HILL", 0).send("D-1", "DALE", 0).send("F-1", "FORD", 0);
    Schools spared = schools.beside(folder.resolve("spared"));
    schools.job("run");
    spared.job("run");
    Map<String, String> before = schools.present();
    schools.send("H-1", "HILL", 9).send("D-1", "DALE", 9);
    MainRun expected = spared.job("run");
    Map<String, String> after = spared.present();

    Set<Failpoint> ofRuns = EnumSet.complementOf(EnumSet.copyOf(OF_MAINTENANCE));
    ofRuns.removeAll(OF_FEEDS);
    ofRuns.removeAll(OF_REPAIRS);
    for (Failpoint failpoint : ofRuns) {
      try (Paused killed =
          Paused.start(failpoint, schools.workspace(), schools.command("jobs/run"))) {
        killed.await();
      }
      boolean isCommitted = failpoint.compareTo(Failpoint.SUBMISSIONS_COMMITTED) >= 0;
      assertThat(schools.present())
          .as("what readers see after %s", failpoint)
          .isEqualTo(isCommitted ? after : before);
    }

    MainRun again = schools.job("run");
    assertThat(schools.present()).isEqualTo(after);
    assertThat(schools.judgements()).isEqualTo(spared.judgements());
    assertThat(Schools.files(again.release())).isEqualTo(Schools.files(expected.release()));
    assertNothingIsLeftOver(schools, spared);
  }

  @Test
  void maintenance_killed_at_any_failpoint_loses_nothing() throws IOException {
    Schools schools = Schools.in(folder);
    Schools spared = schools.beside(folder.resolve("spared"));
    int version = 0;
    MainRun first = null;
    for (Failpoint failpoint : OF_MAINTENANCE) {
      for (int i = 0; i < 2; i++) {
        version++;
        schools.send("H-1", "HILL", version).send("D-1", "DALE", 0);
        schools.job("ingest");
        spared.job("ingest");
      }
      MainRun release = schools.job("publish");
      first = first == null ? release : first;
      spared.job("publish");
      try (Paused killed =
          Paused.start(
              failpoint,
              schools.workspace(),
              schools.command("jobs/submit", "maintain", "--keep-days", "0"))) {
        killed.await();
      }
      assertThat(schools.judgements()).as("after %s", failpoint).isEqualTo(spared.judgements());
      assertThat(Schools.files(schools.job("publish").release()))
          .isEqualTo(Schools.files(release.release()));
    }
    String id = first.release().getFileName().toString();
    assertThat(schools.job("publish", "--as-of", id).release()).isEqualTo(first.release());
    assertNothingIsLeftOver(schools, spared);
  }

  @Test
  void runs_killed_at_random_moments_end_in_the_same_state() throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0).send("D-1", "DALE", 0);
    Schools spared = schools.beside(folder.resolve("spared"));
    int duration = 0;
    // The first may have to prepare the launch; the second is as long as the rest.
    for (int i = 0; i < 2; i++) {
      long start = System.nanoTime();
      try (Paused whole =
          Paused.start(null, folder, spared.send("H-1", "HILL", i).command("jobs/run"))) {
        assertThat(whole.goOn()).as(whole.said()).isZero();
      }
      duration = (int) ((System.nanoTime() - start) / 1_000_000);
    }
    Random random = new Random(Integer.getInteger("kills.seed", 20140304));
    for (int kill = 1; kill <= KILLS; kill++) {
      schools.send("H-1", "HILL", kill + 1);
      try (Paused killed = Paused.start(null, folder, schools.command("jobs/run"))) {
        killed.run(random.nextInt(duration));
      }
    }
    MainRun expected = spared.job("run");

    MainRun again = schools.job("run");

    assertThat(schools.judgements()).isEqualTo(spared.judgements());
    // A run killed early never took in what was sent to it, so the one history is the longer.
    assertThat(Schools.figures(again.release()))
        .containsKeys("tables/scores.csv", "tables/comparisons.csv", "method.html")
        .isEqualTo(Schools.figures(expected.release()));
    schools.job("maintain", "--keep-days", "0");
    assertThat(schools.unfinished()).isEmpty();
  }

  private static void assertNothingIsLeftOver(Schools schools, Schools spared) throws IOException {
    schools.job("maintain", "--keep-days", "0");
    spared.job("maintain", "--keep-days", "0");
    assertThat(schools.unfinished()).isEmpty();
    assertThat(schools.dataFiles()).isEqualTo(spared.dataFiles());
    assertThat(schools.judgements()).isEqualTo(spared.judgements());
  }
}
