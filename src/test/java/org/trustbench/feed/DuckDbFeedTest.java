package org.trustbench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.publish.AudienceFolder;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.publish.SmallReleases;
import org.trustbench.support.ForgedRelease;
import org.trustbench.support.Launched;
import org.trustbench.support.Paused;

class DuckDbFeedTest {
  @TempDir static Path output;
  @TempDir Path folder;

  private static ReleaseFolder before;
  private static ReleaseFolder after;

  @BeforeAll
  static void publish() {
    before = SmallReleases.publish(output, 10, 12, 14, 16, 18);
    after = SmallReleases.publish(output, 18, 12, 14, 16, 19);
  }

  private Path file() {
    return folder.resolve("it's a programme.duckdb");
  }

  private FeedResult feed(ReleaseFolder release) {
    return Feed.to("duckdb:" + file(), release, 1);
  }

  private Connection open() throws SQLException {
    Connection connection = DuckDbDriver.connect();
    execute(
        connection,
        "attach '%s' as held (read_only)".formatted(file().toString().replace("'", "''")));
    execute(connection, "use held");
    return connection;
  }

  private List<String> asked(String sql) throws SQLException {
    try (Connection connection = open()) {
      return rows(connection, sql);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void the_file_says_what_release_it_holds_and_every_table_and_column_what_it_is()
      throws SQLException {
    feed(before);

    assertThat(
            asked(
                "select release_id, audience, is_synthetic, software, framework_id, schema_version, is_current from iaow_2013.release"))
        .containsExactly(
            before.id()
                + "|internal: not for publication, small numbers are not suppressed|true|test|iaow-2013|1|true");
    assertThat(
            asked(
                "select inspection_id, submission_sha256 from iaow_2013.release_submission order by 1 limit 1"))
        .containsExactly("ASP-2014-01|" + "%064x".formatted(10));
    assertThat(asked("select setting, value from iaow_2013.release_setting order by 1"))
        .containsExactly("audience|internal", "reliable_from|10");
    assertThat(
            asked(
                """
                select table_name || '.' || column_name from duckdb_columns()
                where database_name = 'held' and comment is null
                union all
                select table_name from duckdb_tables() where database_name = 'held' and comment is null
                union all
                select view_name from duckdb_views() where database_name = 'held' and comment is null
                """))
        .isEmpty();
    assertThat(
            asked(
                "select count(*) from duckdb_constraints() where database_name = 'held' and table_name = 'fact_rank' and constraint_type in ('PRIMARY KEY', 'FOREIGN KEY')"))
        .containsExactly("6");
  }

  @Test
  void a_public_release_says_so_and_what_is_suppressed_is_empty_and_says_why() throws SQLException {
    feed(SmallReleases.publishSuppressed(output, 10, 12, 14, 16, 18));

    for (String view : List.of("league", "benchmark", "trend")) {
      assertThat(
              asked(
                  "select distinct audience, score_status, score_percent is null and lower95_percent is null and assessed is null from iaow_2013.%s where measure_id = 'overall'"
                      .formatted(view)))
          .as(view)
          .containsExactly(
              "public: small numbers are suppressed, counts and percentages are rounded|suppressed|true");
    }
    assertThat(asked("select count(*) from iaow_2013.funnel")).containsExactly("0");
    assertThat(asked("select count(*), count(submission_sha256) from iaow_2013.release_submission"))
        .containsExactly("5|0");
  }

  @Test
  void a_file_for_one_audience_takes_no_release_for_another() {
    feed(SmallReleases.publishSuppressed(output, 10, 12, 14, 16, 18));
    assertThatThrownBy(() -> feed(before))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "%s holds a release that is public and this one is internal: give it a file of its own"
                .formatted(file()));
  }

  @Test
  void fed_again_the_same_release_leaves_the_file_as_it_is_and_another_takes_its_place()
      throws Exception {
    assertThat(feed(before).isChanged()).isTrue();
    byte[] bytes = Files.readAllBytes(file());
    assertThat(feed(before).isChanged()).isFalse();
    assertThat(Files.readAllBytes(file())).isEqualTo(bytes);

    assertThat(feed(after).isChanged()).isTrue();
    assertThat(asked("select release_id from iaow_2013.current_release"))
        .containsExactly(after.id());
    assertThat(files()).containsExactly(file().getFileName().toString());
  }

  @Test
  void who_has_the_file_open_reads_on_in_the_release_before_and_who_opens_it_reads_the_new()
      throws SQLException {
    feed(before);
    String query = "select distinct release_id from iaow_2013.league";
    try (Connection reader = open()) {
      assertThat(rows(reader, query)).containsExactly(before.id());
      feed(after);
      assertThat(rows(reader, query)).containsExactly(before.id());
      assertThat(rows(reader, "select count(*) from iaow_2013.fact_funnel")).hasSize(1);
      assertThat(asked(query)).containsExactly(after.id());
    }
  }

  @Test
  void a_feed_killed_before_it_is_done_leaves_the_file_before_and_the_next_finishes()
      throws Exception {
    feed(before);
    for (Failpoint moment : List.of(Failpoint.FEED_HALF_LOADED, Failpoint.FEED_LOADED)) {
      try (Paused killed =
          FeedProcess.paused(moment, output, "--to", "duckdb:" + file(), "--release", after.id())) {
        killed.await();
      }
      assertThat(asked("select distinct release_id from iaow_2013.league"))
          .containsExactly(before.id());
      assertThat(files()).as("what the killed one left").hasSizeGreaterThan(1);
    }

    Launched again =
        FeedProcess.run(output, Map.of(), "--to", "duckdb:" + file(), "--release", after.id());
    assertThat(again.exitCode()).as(again.printed()).isZero();
    assertThat(again.out()).contains("release " + after.id() + " is current in " + file());
    assertThat(asked("select distinct release_id from iaow_2013.league"))
        .containsExactly(after.id());
    assertThat(files()).containsExactly(file().getFileName().toString());
  }

  @Test
  void a_file_that_is_no_feed_is_not_written_over() throws Exception {
    Files.writeString(file(), "my notes");
    assertThatThrownBy(() -> feed(before))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "%s is there already and is not a feed of this programme: name another file, or remove it",
            file());
    assertThat(file()).hasContent("my notes");

    Files.delete(file());
    try (Connection connection = DuckDbDriver.connect()) {
      execute(connection, "attach '%s' as mine".formatted(file().toString().replace("'", "''")));
      execute(connection, "create table mine.notes (note text)");
    }
    assertThatThrownBy(() -> feed(before)).hasMessageContaining("is not a feed of this programme");
  }

  @Test
  void a_file_that_another_program_is_writing_to_is_not_replaced() throws Exception {
    feed(before);
    Files.writeString(folder.resolve(file().getFileName() + ".wal"), "written by another");
    assertThatThrownBy(() -> feed(after))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("another program has written to the file");
  }

  @Test
  void a_release_with_tables_of_another_version_is_not_fed() throws IOException {
    Path copied = folder.resolve("copied");
    try (Stream<Path> paths = Files.walk(before.folder())) {
      for (Path path : paths.toList()) {
        Files.copy(path, copied.resolve(before.folder().relativize(path).toString()));
      }
    }
    new ForgedRelease(copied)
        .change(
            "datapackage.json",
            text -> text.replace("\"schema_version\" : 1", "\"schema_version\" : 0"));

    assertThatThrownBy(
            () -> feed(ReleaseFolder.open(AudienceFolder.internal(output), copied.toString())))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("has tables of version 0 and this program feeds version 1");
    assertThat(file()).doesNotExist();
  }
}
