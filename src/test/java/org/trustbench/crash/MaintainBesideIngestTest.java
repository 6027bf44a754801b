package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustbench.environment.Failpoint;
import org.trustbench.support.MainRun;
import org.trustbench.support.Paused;

/** What an ingest in another process has written and not committed is no orphan. */
@Tag("packaged")
class MaintainBesideIngestTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Failpoint.class,
      names = {"INSPECTION_STORED", "JUDGEMENTS_APPENDED", "SMALL_TABLE_WRITTEN"})
  void maintain_that_keeps_no_day_is_refused_and_works_afterwards(Failpoint moment)
      throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0);
    schools.job("run");
    schools.send("H-1", "HILL", 1);
    String[] maintain = schools.arguments("maintain", "--keep-days", "0").toArray(String[]::new);
    try (Paused ingest =
        Paused.startJob(moment, folder, List.of(), schools.arguments("ingest"), Map.of())) {
      ingest.await();

      MainRun beside = MainRun.of(maintain);

      assertThat(beside.exitCode()).isEqualTo(1);
      assertThat(beside.err())
          .singleElement()
          .asString()
          .contains("another job is at the lake", "maintain --keep-days 0");
      assertThat(MainRun.of(schools.arguments("maintain").toArray(String[]::new)).exitCode())
          .isZero();
      assertThat(ingest.goOn()).as(ingest.said()).isZero();
    }
    assertThat(MainRun.of(maintain).exitCode()).isZero();
    assertThat(MainRun.of(schools.arguments("check").toArray(String[]::new)).err()).isEmpty();
    assertThat(schools.judgements()).containsEntry("H-1", 6L);
  }
}
