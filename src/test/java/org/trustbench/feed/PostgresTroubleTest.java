package org.trustbench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.environment.Failpoint;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.publish.SmallReleases;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;
import org.trustbench.support.Paused;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.Samples;

/** Feeds to PostgreSQL that do not go well: the database is as it was, and the message says why. */
class PostgresTroubleTest {
  private static final String SEEN =
      "select release_id, count(*), sum(score_percent) from iaow_2013.league group by 1";
  private static final String SECRET = "s3cret words";

  @TempDir static Path output;

  private static PostgresServer server;
  private static ReleaseFolder before;
  private static ReleaseFolder after;
  private static int databases;

  @BeforeAll
  static void start() throws SQLException {
    server = PostgresServer.start();
    before = SmallReleases.publish(output, 10, 12, 14, 16, 18);
    after = SmallReleases.publish(output, 18, 12, 14, 16, 19);
    try (Connection connection = server.connect("postgres")) {
      execute(connection, "create role feeder login password '" + SECRET + "'");
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static String database() throws SQLException {
    String database = "trouble" + databases++;
    server.createDatabase(database);
    return database;
  }

  private static List<String> asked(String database, String sql) throws SQLException {
    try (Connection connection = server.connect(database)) {
      return rows(connection, sql);
    }
  }

  private static Launched feed(String database, Map<String, String> environment) {
    return FeedProcess.run(output, environment, "--to", server.url(database));
  }

  private static void assertFinishes(String database) throws SQLException {
    Launched again =
        FeedProcess.run(output, Map.of("PGUSER", "postgres"), "--to", server.url(database));
    assertThat(again.exitCode()).as(again.printed()).isZero();
    assertThat(again.out()).contains("release " + after.id() + " is current in 127.0.0.1:");
    assertThat(asked(database, "select distinct release_id from iaow_2013.league"))
        .containsExactly(after.id());
    assertThat(asked(database, "select count(*) from iaow_2013.release")).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource(names = {"FEED_HALF_LOADED", "FEED_LOADED"})
  void a_killed_feed_leaves_the_release_before_and_the_next_finishes(Failpoint moment)
      throws SQLException {
    String database = database();
    Feed.to(server.trusted(database), before, 3);
    List<String> seen = asked(database, SEEN);
    try (Paused killed = FeedProcess.paused(moment, output, "--to", server.trusted(database))) {
      killed.await();
      assertThat(asked(database, SEEN)).as("while it is at it").isEqualTo(seen);
    }
    assertThat(asked(database, SEEN)).isEqualTo(seen);
    assertFinishes(database);
  }

  @Test
  void a_server_killed_half_way_has_the_release_before_and_the_next_feed_finishes()
      throws SQLException {
    String database = database();
    Feed.to(server.trusted(database), before, 3);
    List<String> seen = asked(database, SEEN);
    try (Paused feeding =
        FeedProcess.paused(Failpoint.FEED_HALF_LOADED, output, "--to", server.trusted(database))) {
      feeding.await();
      server.kill();
      assertThat(feeding.goOn()).as(feeding.said()).isEqualTo(1);
      assertThat(feeding.said())
          .contains("was not fed: ", "nothing has changed there", "see that the server is up");
    } finally {
      server.resume();
    }
    assertThat(asked(database, SEEN)).isEqualTo(seen);
    assertFinishes(database);
  }

  @Test
  void credentials_come_by_the_environment_or_a_password_file() throws Exception {
    String database = database();
    try (Connection connection = server.connect("postgres")) {
      execute(connection, "grant create on database " + database + " to feeder");
    }
    Launched byEnvironment = feed(database, Map.of("PGUSER", "feeder", "PGPASSWORD", SECRET));
    assertThat(byEnvironment.exitCode()).as(byEnvironment.printed()).isZero();
    assertThat(byEnvironment.printed()).doesNotContain(SECRET);

    Path file = output.resolve("pgpass");
    Files.writeString(file, "127.0.0.1:%d:*:feeder:%s\n".formatted(server.port(), SECRET));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Launched byFile = feed(database, Map.of("PGUSER", "feeder", "PGPASSFILE", file.toString()));
    assertThat(byFile.exitCode()).as(byFile.printed()).isZero();
    assertThat(byFile.out()).contains("nothing has changed");
  }

  @Test
  void a_wrong_password_is_said_and_not_repeated() throws SQLException {
    Launched done = feed(database(), Map.of("PGUSER", "feeder", "PGPASSWORD", "wr0ng"));
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.err())
        .contains("password authentication failed for user \"feeder\"")
        .contains("give the user by PGUSER and the password by PGPASSWORD or ~/.pgpass")
        .doesNotContain("wr0ng");
  }

  @Test
  void a_user_without_the_right_to_create_is_told_which_right() throws SQLException {
    Launched done = feed(database(), Map.of("PGUSER", "feeder", "PGPASSWORD", SECRET));
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.err()).contains("permission denied", "grant create on database");
  }

  @Test
  void a_role_that_only_reads_is_told_so_and_nothing_has_changed()
      throws SQLException, IOException {
    String database = database();
    try (Connection connection = server.connect(database)) {
      execute(connection, "alter database " + database + " set default_transaction_read_only = on");
    }
    MainRun reads = fed(server.trusted(database));
    assertThat(reads.exitCode()).isEqualTo(1);
    assertThat(reads.err().toString())
        .contains("read-only transaction; nothing has changed there; feed on a server")
        .hasLineCount(1);
  }

  @Test
  void a_search_path_with_tables_and_functions_of_the_same_names_changes_nothing()
      throws SQLException, IOException {
    String database = database();
    try (Connection connection = server.connect(database)) {
      execute(connection, "create schema evil; create table evil.league(x int)");
      execute(
          connection,
          "create function evil.round(numeric, int) returns numeric language sql as 'select 0.0'");
      execute(connection, "alter database " + database + " set search_path = evil, pg_catalog");
    }
    MainRun done = fed(server.trusted(database));
    assertThat(done.exitCode()).as(done.err().toString()).isZero();
    assertThat(asked(database, "select count(*) from pg_tables where schemaname = 'evil'"))
        .containsExactly("1");
  }

  @Test
  void a_database_that_is_not_there_and_a_server_that_is_down_are_said() throws IOException {
    MainRun missing = fed(server.trusted("nowhere"));
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err().toString())
        .contains("database \"nowhere\" does not exist", "create the database");

    MainRun down = fed("jdbc:postgresql://127.0.0.1:1/programme");
    assertThat(down.exitCode()).isEqualTo(1);
    assertThat(down.err().toString())
        .contains("127.0.0.1:1/programme", "see that the server is up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/db?password=hunter2",
        "jdbc:postgresql://host/db?user=a&sslpassword=hunter2",
        "jdbc:postgresql://host/db?pass%77ord=hunter2",
        "jdbc:postgresql://me:hunter2@host/db",
      })
  void a_password_on_the_command_line_is_refused_and_not_repeated(String url) throws IOException {
    MainRun refused = fed(url);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).hasSize(1);
    assertThat(refused.err().get(0)).contains("--to holds a password", "PGPASSWORD");
    assertThat(refused.out() + "" + refused.err()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://host/db",
        "jdbc:postgresql://host",
        "jdbc:postgresql://host:port/db",
        "jdbc:mysql://host/db",
        "duckdb:",
      })
  void a_place_of_another_form_is_wrong_usage(String url) throws IOException {
    MainRun refused = fed(url);
    assertThat(refused.exitCode()).as(refused.err().toString()).isEqualTo(2);
    assertThat(refused.err()).hasSize(1);
    assertThat(refused.err().get(0)).startsWith("trustbench: --to ");
  }

  @Test
  void fewer_than_one_release_cannot_be_kept() throws IOException {
    MainRun refused = fed("duckdb:x.duckdb", "--keep", "0");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).containsExactly("trustbench: --keep 0 is below 1");
  }

  /** A workspace whose output is that of the releases published here. */
  private static Path workspace() throws IOException {
    Path workspace = output.resolve("workspace");
    if (!Files.exists(workspace)) {
      Files.createDirectories(workspace);
      Files.createSymbolicLink(workspace.resolve("output"), output);
    }
    return workspace;
  }

  private static MainRun fed(String url, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--framework",
                "iaow-2013",
                "--submissions",
                Samples.folder().resolve("iaow-2013").toString(),
                "--to",
                url));
    arguments.addAll(List.of(more));
    return MainRun.in(workspace(), "feed", arguments.toArray(String[]::new));
  }
}
