package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.PublishedRelease;
import org.trustbench.support.ScriptedS3;
import org.trustbench.support.Unpacked;

/** The guide to a lake and releases in a bucket, line by line, and where its secrets are then. */
@Tag("packaged")
class S3RecipeTest {
  @TempDir Path folder;

  private static final String PASSWORD = "PLANTED-password-7c1e";
  private static final String SECRET = "PLANTED-secret-of-s3-7c1e";
  private static final String NO_SECRET = "PLANTED-to-be-found-7c1e";
  private static final String KEY = "PLANTED-key-of-pseudonyms-7c1e-0123456789";

  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder printed = new StringBuilder();
  private Path etc;

  /** Settings by which Spark keeps its log of events, where it writes what it knows of settings. */
  private String events() throws IOException {
    return """
    spark.trustbench.startAbove  0
    spark.eventLog.enabled       true
    spark.eventLog.compress      false
    spark.eventLog.dir           %s
    spark.trustbench.planted     %s
    """
        .formatted(Files.createDirectories(folder.resolve("events")).toUri(), NO_SECRET);
  }

  @Test
  void the_guide_leads_from_an_empty_bucket_to_a_release_and_secrets_stay_where_they_were()
      throws Exception {
    etc = Files.createDirectories(folder.resolve("etc"));
    environment.put("TMPDIR", Files.createDirectories(folder.resolve("temporary")).toString());
    try (PostgresServer database = PostgresServer.startWithTls();
        ScriptedS3 storage = ScriptedS3.startWithTls(context(etc.resolve("s3-ca.crt")));
        CommandLines lines = CommandLines.watched()) {
      try (Connection connection = database.connect("postgres")) {
        execute(connection, "create role trustbench login password '" + PASSWORD + "'");
        execute(connection, "create database lake owner trustbench");
      }
      Files.copy(database.authority(), etc.resolve("ca.crt"));
      Files.writeString(etc.resolve("password"), PASSWORD + "\n");
      Files.writeString(etc.resolve("s3-secret"), SECRET + "\n");
      Files.writeString(etc.resolve("key"), KEY + "\n");
      follow(recipe(database, storage));

      assertThat(storage.keys()).anyMatch(key -> key.matches("warehouse/.*/data/.*\\.parquet"));
      assertThat(storage.requests())
          .filteredOn(request -> request.method().equals("PUT"))
          .allMatch(
              request -> "AES256".equals(request.headers().get("x-amz-server-side-encryption")));
      copy(storage);
      PublishedRelease.latestInternal(folder.resolve("bucket/releases"))
          .assertSameAs(PublishedRelease.embedded());

      inOtherWays(storage);
      copy(storage);
      assertNowhere(lines, catalog(database));
    }
  }

  private Recipe recipe(PostgresServer database, ScriptedS3 storage) throws IOException {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("db.example.org:5432", "localhost:" + database.port());
    places.put("https://s3.example.org", storage.endpoint());
    places.put("/etc/trustbench", etc.toString());
    return Recipe.of("S3.md", "Lake and releases", places);
  }

  private void follow(Recipe recipe) throws IOException {
    recipe.writeSettings();
    Files.writeString(etc.resolve("s3.conf"), events(), StandardOpenOption.APPEND);
    String commands = String.join("", recipe.blocks("sh"));
    printed.append(Recipe.run(commands, environment, Launched.LIMIT.multipliedBy(3)));
  }

  /** The same secrets in a settings file of Spark and in the environment, also where jobs fail. */
  private void inOtherWays(ScriptedS3 storage) throws IOException {
    Path conf = etc.resolve("s3.conf");
    String files = Files.readString(conf);
    String values =
        files
            .replaceAll("(jdbc\\.password)\\.file(\\s+)\\S+", "$1$2" + PASSWORD)
            .replaceAll("(?m)^\\S+s3\\.(access-key-id|secret-access-key\\.file)\\s.*\\n", "");
    assertThat(values).contains(PASSWORD).doesNotContain("secret-access-key");
    environment.putAll(
        Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", SECRET, "TRUSTBENCH_KEY", KEY));
    environment.put(
        "TRUSTBENCH_JAVA_OPTS",
        "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=changeit"
            .formatted(etc.resolve("trust.p12")));
    Files.writeString(conf, values);
    job(0, "run");
    Files.writeString(
        conf,
        values
            .replace("jdbc.password", "unknown.password")
            .replace("sslmode=", "user=trustbench&password=" + PASSWORD + "&sslmode="));
    job(0, "check");
    Files.writeString(conf, values.replace("localhost:", "localhost:1"));
    job(1, "score");
    Files.writeString(
        conf, values + "spark.trustbench.storage.s3.secret-access-key  " + SECRET + "\n");
    storage.script(request -> 403);
    job(1, "publish");
    storage.script(request -> 0);
  }

  private void job(int expected, String job) {
    List<String> words = new ArrayList<>(List.of("jobs/submit", job));
    words.addAll(List.of("--properties-file", etc.resolve("s3.conf").toString()));
    words.addAll(List.of("--output", "s3://figures/releases"));
    Launched done = Launched.run(environment, words);
    assertThat(done.exitCode()).as(done.printed()).isEqualTo(expected);
    printed.append(done.printed());
  }

  /**
   * What everybody may see of processes, and what somebody finds who may read all but the files.
   */
  private void assertNowhere(CommandLines lines, String catalog) throws IOException {
    Map<Path, String> texts = Unpacked.texts(folder);
    texts.keySet().removeIf(file -> file.startsWith(etc));
    assertThat(texts.values())
        .anyMatch(text -> text.contains(NO_SECRET))
        .anyMatch(text -> text.contains("jdbc.password"))
        .anyMatch(text -> text.contains("question_id: "));
    assertThat(lines.all()).contains("org.trustbench.jobs.Main");
    assertThat(catalog).contains("iceberg_tables");
    texts.put(Path.of("what was printed"), printed.toString());
    texts.put(Path.of("command lines"), lines.all());
    texts.put(Path.of("the catalog"), catalog);
    texts.forEach(
        (where, text) ->
            assertThat(Stream.of(PASSWORD, SECRET, KEY).filter(text::contains))
                .as("planted in " + where)
                .isEmpty());
  }

  private String catalog(PostgresServer database) {
    Launched dump =
        Launched.run(
            Map.of("PGPASSWORD", PASSWORD),
            List.of(
                "pg_dump",
                "--host=localhost",
                "--port=" + database.port(),
                "--username=trustbench",
                "lake"));
    assertThat(dump.exitCode()).as(dump.printed()).isZero();
    return dump.out();
  }

  /** All that is in the bucket, as files. */
  private void copy(ScriptedS3 storage) throws IOException {
    for (String key : storage.keys()) {
      Path file = folder.resolve("bucket").resolve(key);
      Files.createDirectories(file.getParent());
      Files.write(file, storage.bytes(key));
    }
  }

  /** A server whose certificate nobody knows but who has it. */
  private SSLContext context(Path certificate) throws IOException, GeneralSecurityException {
    Path keys = folder.resolve("server.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin/keytool").toString();
    String script =
        """
        "%1$s" -genkeypair -alias s3 -keyalg RSA -dname CN=localhost -ext san=dns:localhost \
          -keystore '%2$s' -storepass changeit
        "%1$s" -exportcert -rfc -alias s3 -keystore '%2$s' -storepass changeit -file '%3$s'
        """
            .formatted(keytool, keys, certificate);
    Launched made = Launched.run("bash", "-ec", script);
    assertThat(made.exitCode()).as(made.printed()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
