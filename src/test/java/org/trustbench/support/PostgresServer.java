package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.Driver;

/**
 * A PostgreSQL server of a test's own, on a free port of this machine, in a folder that goes with
 * it. The user {@code postgres} is let in as such; everybody else has to give a password.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

  /** An authority, and a certificate of the server for {@code localhost} that it has signed. */
  private static final String CERTIFICATES =
      """
      openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout ca.key -out ca.crt
      openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -addext subjectAltName=DNS:localhost \
        -keyout server.key -out server.csr
      openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 \
        -copy_extensions copy -out server.crt
      echo ssl=on >>postgresql.conf
      """;

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts a server. Where PostgreSQL is not installed, the test is skipped, unless nothing is to
   * be.
   */
  public static PostgresServer start() {
    return start(false);
  }

  /** Starts one that speaks TLS with those who have to give a password, and else not at all. */
  public static PostgresServer startWithTls() {
    return start(true);
  }

  private static PostgresServer start(boolean hasTls) {
    Path programs = programs();
    if (programs == null && Boolean.getBoolean("skip.nothing")) {
      throw new AssertionError("PostgreSQL is not in " + INSTALLED + ": jobs/test --install");
    }
    Assumptions.assumeTrue(programs != null, "PostgreSQL is not installed");
    try {
      Path folder = ForkFolder.create("postgres");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      PostgresServer server = new PostgresServer(programs, folder, freePort());
      server.run("initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "--no-sync");
      try {
        server.letIn(hasTls ? "hostssl" : "host");
        if (hasTls) {
          server.shell("cd " + server.data() + " && (set -e\n" + CERTIFICATES + ") 2>certificates");
        }
        server.resume();
      } catch (AssertionError e) {
        server.close();
        throw e;
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path programs() {
    if (!Files.isDirectory(INSTALLED)) {
      return null;
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max((a, b) -> Integer.compare(version(a), version(b)))
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path bin) {
    String name = bin.getParent().getFileName().toString();
    return name.matches("\\d{1,4}") ? Integer.parseInt(name) : 0;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void letIn(String others) {
    String rules =
        "host all postgres 127.0.0.1/32 trust\n"
            + others
            + " all all 127.0.0.1/32 scram-sha-256\n"
            + "local all postgres trust\n";
    shell("printf '%s' '" + rules + "' | tee " + data() + "/pg_hba.conf");
  }

  /** Starts the server again after it was killed. */
  public void resume() {
    run(
        "pg_ctl",
        "-D",
        data(),
        "-l",
        folder + "/log",
        "-w",
        "-o",
        "'-p %d -k %s -c listen_addresses=127.0.0.1'".formatted(port, folder),
        "start");
  }

  /** Ends every process of the server at once, as a machine does that loses its power. */
  public void kill() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  public int port() {
    return port;
  }

  /** The certificate of the authority, where the server speaks TLS. */
  public Path authority() {
    return Path.of(data(), "ca.crt");
  }

  /** Makes a database. */
  public void createDatabase(String name) throws SQLException {
    try (Connection connection = connect("postgres")) {
      execute(connection, "create database " + name);
    }
  }

  /** The address of a database, for whom the environment or the URL's own end names. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** The address for the user who is let in without a password. */
  public String trusted(String database) {
    return url(database) + "?user=postgres";
  }

  public Connection connect(String database) throws SQLException {
    return new Driver().connect(trusted(database), new Properties());
  }

  public static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, cells as text divided by bars. */
  public static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(found.getObject(i)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }

  private String data() {
    return folder + "/data";
  }

  private void run(String program, String... arguments) {
    shell(programs.resolve(program) + " " + String.join(" ", arguments));
  }

  /** As the user postgres, since the server refuses to run as root. */
  private void shell(String command) {
    List<String> words = new ArrayList<>();
    if (IS_ROOT) {
      words.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    // The server stays, and must not hold on to the output that is waited for.
    words.addAll(List.of("bash", "-c", "cd / && " + command + " >/dev/null"));
    Launched done = Launched.run(words.toArray(String[]::new));
    if (done.exitCode() != 0) {
      throw new AssertionError(command + "\n" + done.printed());
    }
  }

  @Override
  public void close() {
    shell(programs.resolve("pg_ctl") + " -D " + data() + " -m immediate -w stop || true");
    shell("rm -rf " + data() + " " + folder + "/log");
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
