package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.environment.Failpoint;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.Paused;
import org.trustbench.support.PostgresServer;

/** Processes that come to one lake at the same time, before it is there and after. */
@Tag("packaged")
class NewLakeTest {
  private static final String ONE = "one-0123456789abcdef0123456789abcdef";
  private static final String TWO = "two-0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  private Paused ingest(Schools schools, Failpoint at, String key, String... options) {
    return Paused.startJob(
        at, folder, List.of(options), schools.arguments("ingest"), Map.of("TRUSTBENCH_KEY", key));
  }

  private static void done(Paused process) {
    assertThat(process.goOn()).as(process.said()).isZero();
  }

  /** Rows that count, and all that are stored, of each table that is written by inspection. */
  private static Map<String, String> rows(Schools schools) {
    Map<String, String> rows = new TreeMap<>();
    for (String table : List.of("cases", "judgements", "tallies", "files")) {
      rows.put(
          table,
          LakeFolder.current(schools.lake(), "schools", table).size()
              + " of "
              + LakeFolder.rows(schools.lake(), "schools", table).size());
    }
    return rows;
  }

  @Test
  void two_first_ingests_of_the_same_count_once_though_both_have_written() throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0).send("D-1", "DALE", 0);
    try (Paused one = ingest(schools, Failpoint.FILES_COUNTED, ONE);
        Paused other = ingest(schools, Failpoint.FILES_COUNTED, ONE)) {
      one.await();
      other.await();
      assertThat(rows(schools)).containsEntry("cases", "0 of 8");
      done(one);
      done(other);
    }
    assertThat(rows(schools))
        .containsEntry("cases", "4 of 8")
        .containsEntry("judgements", "12 of 24");

    schools.job("maintain", "--keep-days", "0");

    assertThat(rows(schools)).containsEntry("cases", "4 of 4").containsEntry("files", "6 of 6");
    assertThat(schools.judgements()).containsEntry("H-1", 6L).containsEntry("D-1", 6L);
  }

  @Test
  void an_ingest_killed_before_its_commit_is_written_again_and_counts_once() throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0);
    try (Paused killed = ingest(schools, Failpoint.FILES_COUNTED, ONE);
        Paused again = ingest(schools, null, ONE)) {
      killed.await();
      killed.kill();
      done(again);
    }
    assertThat(rows(schools))
        .containsEntry("cases", "2 of 4")
        .containsEntry("judgements", "6 of 12");
  }

  @Test
  void of_two_drivers_with_different_keys_one_begins_the_lake_and_the_other_is_refused_in_one_line()
      throws IOException {
    Schools schools = Schools.in(folder).send("H-1", "HILL", 0);
    Schools other = schools.sending(folder.resolve("other")).send("D-1", "DALE", 1);
    try (Paused first = ingest(schools, Failpoint.FILES_COUNTED, ONE);
        Paused second = ingest(other, Failpoint.FILES_COUNTED, TWO)) {
      first.await();
      second.await();
      done(first);
      assertThat(second.goOn()).as(second.said()).isEqualTo(1);
      assertThat(second.said())
          .contains("another run has begun the lake meanwhile under another key")
          .contains("nothing was taken in")
          .doesNotContain("\tat ");
    }
    assertThat(schools.present().keySet()).containsExactly("H-1");
    try (Paused later = ingest(other, null, TWO)) {
      assertThat(later.goOn()).isEqualTo(1);
      assertThat(later.said()).contains("the lake was written under another key");
    }
  }

  @Test
  void processes_that_make_a_lake_at_once_all_take_in_what_they_were_sent() throws IOException {
    Schools schools = Schools.in(folder);
    List<Paused> all = new ArrayList<>();
    for (String trust : List.of("HILL", "DALE", "FORD")) {
      Schools one = schools.sending(folder.resolve(trust)).send(trust + "-1", trust, 0);
      all.add(ingest(one, null, ONE));
    }
    all.forEach(NewLakeTest::done);
    assertThat(schools.present().keySet()).containsExactly("DALE-1", "FORD-1", "HILL-1");
  }

  @Test
  void a_postgresql_catalog_is_made_by_several_at_once_and_counts_nothing_twice()
      throws IOException, SQLException {
    try (PostgresServer server = PostgresServer.start()) {
      server.createDatabase("lake");
      String[] catalog = catalog(server);
      Schools schools = Schools.in(folder).send("H-1", "HILL", 0);
      List<Paused> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(ingest(schools, Failpoint.FILES_COUNTED, ONE, catalog));
      }
      all.forEach(Paused::await);
      all.forEach(NewLakeTest::done);
      try (Paused withAnother = ingest(schools.send("D-1", "DALE", 0), null, TWO, catalog)) {
        assertThat(withAnother.goOn()).isEqualTo(1);
        assertThat(withAnother.said()).contains("the lake was written under another key");
      }
      try (Paused resubmitted = ingest(schools.send("H-1", "HILL", 1), null, ONE, catalog)) {
        done(resubmitted);
        assertThat(resubmitted.said()).contains("inspections: 1 new, 1 changed, 0 unchanged");
      }
      try (Connection connection = server.connect("lake")) {
        assertThat(
                PostgresServer.rows(
                    connection, "select count(*) from iceberg_tables where table_name = 'cases'"))
            .containsExactly("1");
      }
    }
  }

  @Test
  void drivers_on_one_postgresql_catalog_lose_and_double_nothing_though_one_is_killed()
      throws IOException, SQLException {
    try (PostgresServer server = PostgresServer.start()) {
      server.createDatabase("lake");
      String[] catalog = catalog(server);
      Schools same = Schools.in(folder).send("H-1", "HILL", 0);
      Schools dale = same.sending(folder.resolve("dale")).send("D-1", "DALE", 0);
      Schools ford = same.sending(folder.resolve("ford")).send("F-1", "FORD", 0);
      try (Paused killed = ingest(same, Failpoint.FILES_COUNTED, ONE, catalog);
          Paused twin = ingest(same, Failpoint.FILES_COUNTED, ONE, catalog);
          Paused other = ingest(dale, Failpoint.FILES_COUNTED, ONE, catalog)) {
        killed.await();
        twin.await();
        other.await();
        killed.kill();
        done(twin);
        done(other);
      }
      try (Paused cut = ingest(ford, Failpoint.FILES_COUNTED, ONE, catalog)) {
        cut.await();
        server.kill();
        assertThat(cut.goOn()).as(cut.said()).isEqualTo(1);
        assertThat(cut.said())
            .contains("trustbench: the lake's catalog jdbc jdbc:postgresql://127.0.0.1:")
            .doesNotContain("\tat ");
      }
      server.resume();
      try (Paused again = ingest(ford, null, ONE, catalog)) {
        done(again);
      }
      try (Paused check =
          Paused.startJob(
              null,
              folder,
              List.of(catalog),
              same.arguments("check"),
              Map.of("TRUSTBENCH_KEY", ONE))) {
        assertThat(check.goOn()).as(check.said()).isZero();
        assertThat(check.said()).contains("no fault found: ", "3 inspections counted again");
      }
    }
  }

  private String[] catalog(PostgresServer server) {
    return new String[] {
      "-Dspark.sql.catalog.lake.type=jdbc",
      "-Dspark.sql.catalog.lake.uri=" + server.trusted("lake"),
      "-Dspark.sql.catalog.lake.jdbc.schema-version=V1",
      "-Dspark.sql.catalog.lake.warehouse=" + folder.resolve("warehouse").toUri()
    };
  }
}
