package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.PublishedRelease;
import org.trustbench.support.ScriptedS3;

/** The guide to a lake and releases in a bucket, line by line. */
@Tag("packaged")
class S3RecipeTest {
  @TempDir Path folder;

  @Test
  void the_guide_leads_from_an_empty_bucket_to_a_release() throws Exception {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    try (PostgresServer database = PostgresServer.startWithTls();
        ScriptedS3 storage = ScriptedS3.startWithTls(context(etc.resolve("s3-ca.crt")))) {
      try (Connection connection = database.connect("postgres")) {
        execute(connection, "create role trustbench login password 'hush'");
        execute(connection, "create database lake owner trustbench");
      }
      Files.copy(database.authority(), etc.resolve("ca.crt"));
      Files.writeString(etc.resolve("password"), "hush\n");
      Files.writeString(etc.resolve("s3-secret"), "hush\n");
      Files.writeString(etc.resolve("key"), "a key of the test, long enough for one\n");
      Map<String, String> places = new LinkedHashMap<>();
      places.put("db.example.org:5432", "localhost:" + database.port());
      places.put("https://s3.example.org", storage.endpoint());
      places.put("/etc/trustbench", etc.toString());
      Recipe recipe = Recipe.of("S3.md", "Lake and releases", places);
      recipe.writeSettings();
      Recipe.run(String.join("", recipe.blocks("sh")), Map.of());

      assertThat(storage.keys()).anyMatch(key -> key.matches("warehouse/.*/data/.*\\.parquet"));
      assertThat(storage.requests())
          .filteredOn(request -> request.method().equals("PUT"))
          .allMatch(
              request -> "AES256".equals(request.headers().get("x-amz-server-side-encryption")));
      release(storage).assertSameAs(PublishedRelease.embedded());
    }
  }

  private PublishedRelease release(ScriptedS3 storage) throws IOException {
    for (String name : storage.below("releases")) {
      Path file = folder.resolve("releases").resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, storage.bytes("releases/" + name));
    }
    return PublishedRelease.latestInternal(folder.resolve("releases"));
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
