package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.SchoolVisits;

/** A lake in a PostgreSQL catalog, reached by TLS with a password from a file. */
class PostgresCatalogTest {
  private static final String CATALOG = "spark.sql.catalog.lake.";

  private static PostgresServer server;
  private static int databases;

  @TempDir Path folder;
  private SchoolVisits schools;
  private String address;

  @BeforeAll
  static void start() throws SQLException {
    server = PostgresServer.startWithTls();
    try (Connection connection = server.connect("postgres")) {
      execute(connection, "create role keeper login password 'hush'");
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void catalog() throws IOException, SQLException {
    String database = "lake" + databases++;
    try (Connection connection = server.connect("postgres")) {
      execute(connection, "create database %s owner keeper".formatted(database));
    }
    address = "jdbc:postgresql://localhost:%d/%s".formatted(server.port(), database);
    set("type", "jdbc");
    set("uri", address + "?sslmode=verify-full&sslrootcert=" + server.authority());
    set("jdbc.user", "keeper");
    set("jdbc.password.file", Files.writeString(folder.resolve("password"), "hush\n").toString());
    set("warehouse", folder.resolve("warehouse").toUri().toString());
    schools =
        new SchoolVisits(folder).always("--judgement-change", "1").send("H", "H-1", "HILL", YES);
  }

  @AfterEach
  void no_catalog() {
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith(CATALOG));
  }

  private static void set(String name, String value) {
    System.setProperty(CATALOG + name, value);
  }

  private void assertRefused(String why) {
    for (String job : new String[] {"ingest", "score", "check"}) {
      MainRun run = schools.job(job);
      assertThat(run.exitCode()).as(job).isEqualTo(1);
      assertThat(run.err())
          .singleElement()
          .asString()
          .startsWith("trustbench: the lake's catalog jdbc jdbc:postgresql://localhost:")
          .contains(" cannot be opened: ", why)
          .doesNotContain("hush", "sslmode");
    }
  }

  /** A release and what becomes of it when a school sends again, without circumstances. */
  private Map<String, Integer> releases(Path workspace) throws IOException {
    schools.send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
    schools.doneIn(workspace, "run");
    schools.send("H", "H-1", "HILL", MENDED);
    schools.doneIn(workspace, "ingest");
    schools.doneIn(workspace, "maintain", "--keep-days", "0");
    schools.doneIn(workspace, "publish");
    Map<String, Integer> bytes = SchoolVisits.bytes(workspace.resolve("output/internal/releases"));
    bytes.keySet().removeIf(name -> name.endsWith("run.json"));
    return bytes;
  }

  @Test
  void jobs_on_it_make_the_releases_of_an_embedded_lake_byte_by_byte() throws IOException {
    Map<String, Integer> releases = releases(folder);
    MainRun check = schools.done("check");
    MainRun asked =
        schools.done("sql", "--format", "csv", "select count(*) from current_judgements");

    assertThat(check.out().get(0)).contains("catalog jdbc " + address + " file:/");
    assertThat(check.out()).anyMatch(line -> line.startsWith("no fault found: "));
    assertThat(asked.out()).containsExactly("count(1)", "12");
    no_catalog();
    assertThat(releases).isNotEmpty().isEqualTo(releases(folder.resolve("embedded")));
  }

  @Test
  @Tag("packaged")
  void a_new_key_changes_pseudonyms_of_one_framework_after_another_and_no_figure()
      throws IOException {
    NewKey.changesPseudonymsAlone(folder);
  }

  @Test
  void a_wrong_password_is_one_line_with_the_address() throws IOException {
    Files.writeString(folder.resolve("password"), "hush hush\n");
    assertRefused("FATAL: password authentication failed for user \"keeper\"");
  }

  @Test
  void so_is_a_server_that_is_not_there() {
    set("uri", "jdbc:postgresql://localhost:1/lake?sslmode=verify-full");
    assertRefused("no connection: Connection refused; is the server there?");
  }

  @Test
  void so_is_a_certificate_of_an_authority_that_is_not_the_one_named() throws IOException {
    Path other = folder.resolve("other.crt");
    assertThat(
            Launched.run(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-subj",
                    "/CN=other",
                    "-keyout",
                    folder.resolve("other.key").toString(),
                    "-out",
                    other.toString())
                .exitCode())
        .isZero();
    set("uri", address + "?sslmode=verify-full&sslrootcert=" + other);
    assertRefused("unable to find valid certification path");
  }

  @Test
  void so_is_a_certificate_of_another_name() {
    set(
        "uri",
        address.replace("localhost", "127.0.0.1")
            + "?sslmode=verify-full&sslrootcert="
            + server.authority());
    MainRun run = schools.job("ingest");
    assertThat(run.err()).singleElement().asString().contains("127.0.0.1 could not be verified");
  }
}
