package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.environment.Failpoint;
import org.trustbench.support.Paused;

/** Two processes on one lake: one is held just before its commit while the other goes through. */
@Tag("packaged")
class RunsAtOnceTest {
  @TempDir Path folder;

  private Paused heldBeforeItsCommit(Schools schools) {
    Paused held =
        Paused.start(Failpoint.FILES_COUNTED, folder, schools.command("jobs/submit", "ingest"));
    held.await();
    return held;
  }

  @Test
  void ingests_of_different_inspections_both_land() throws IOException {
    Schools one = Schools.in(folder).send("H-1", "HILL", 0);
    Schools other = one.sending(folder.resolve("other")).send("D-1", "DALE", 1);
    try (Paused held = heldBeforeItsCommit(one)) {
      other.job("ingest");
      assertThat(one.present().keySet()).containsExactly("D-1");
      assertThat(held.goOn()).as(held.said()).isZero();
    }
    assertThat(one.present().keySet()).containsExactly("D-1", "H-1");
    assertThat(one.judgements().values()).containsExactly(6L, 6L);
  }

  @Test
  void of_two_ingests_of_one_inspection_one_wins_whole_and_the_other_is_told() throws IOException {
    Schools one = Schools.in(folder).send("H-1", "HILL", 0);
    Schools other = one.sending(folder.resolve("other")).send("H-1", "HILL", 1);
    try (Paused held = heldBeforeItsCommit(one)) {
      other.job("ingest");
      Map<String, String> winner = one.present();
      assertThat(held.goOn()).as(held.said()).isEqualTo(3);
      assertThat(held.said())
          .contains("H-1: another run changed inspection H-1 meanwhile: run again");
      assertThat(one.present()).isEqualTo(winner);
    }
    one.job("run");
    assertThat(one.judgements()).containsEntry("H-1", 6L);
  }

  @Test
  void a_reader_meanwhile_sees_one_state_or_the_other() throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0).send("D-1", "DALE", 0);
    schools.job("ingest");
    Map<String, String> before = schools.present();
    schools.send("H-1", "HILL", 1).send("D-1", "DALE", 1);
    Set<Map<String, String>> seen = new HashSet<>();
    AtomicBoolean isOver = new AtomicBoolean();
    try (Paused held = heldBeforeItsCommit(schools)) {
      assertThat(schools.present()).isEqualTo(before);
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(
              () -> {
                while (!isOver.get()) {
                  seen.add(schools.present());
                }
              });
      assertThat(held.goOn()).as(held.said()).isZero();
      isOver.set(true);
      reader.join();
    }
    seen.add(schools.present());
    assertThat(seen).hasSize(2).contains(before);
  }

  @Test
  void a_catalog_that_another_program_keeps_busy_is_waited_for() throws IOException, SQLException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0);
    try (Paused held = heldBeforeItsCommit(schools);
        Connection busy =
            DriverManager.getConnection(
                "jdbc:sqlite:" + schools.lake().resolve("catalog.sqlite"))) {
      busy.createStatement().execute("begin exclusive");
      CompletableFuture<Integer> done = CompletableFuture.supplyAsync(held::goOn);
      held.run(3_000);
      assertThat(done).isNotDone();
      busy.createStatement().execute("rollback");
      assertThat(done.join()).as(held.said()).isZero();
    }
    assertThat(schools.judgements()).containsEntry("H-1", 6L);
  }
}
