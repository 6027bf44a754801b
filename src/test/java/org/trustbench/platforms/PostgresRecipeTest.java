package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.PublishedRelease;

/** The guide to a lake in PostgreSQL, line by line. */
@Tag("packaged")
class PostgresRecipeTest {
  @TempDir Path folder;

  @Test
  void the_guide_leads_from_an_empty_server_to_a_release() throws Exception {
    try (PostgresServer server = PostgresServer.startWithTls()) {
      follow(places(server, folder), server);

      PublishedRelease release = PublishedRelease.latestInternal(folder.resolve("srv/releases"));
      release.assertSameAs(PublishedRelease.embedded());
      assertOwnersAlone(folder.resolve("srv/warehouse"));
    }
  }

  /** What stands in the place of hosts and folders. */
  static Map<String, String> places(PostgresServer server, Path folder) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("db.example.org:5432", "localhost:" + server.port());
    places.put("db.example.org", "localhost");
    places.put("/etc/trustbench", folder.resolve("etc").toString());
    places.put("/srv/trustbench", folder.resolve("srv").toString());
    return places;
  }

  /** Runs the section from its first line to its last. */
  static void follow(Map<String, String> places, PostgresServer server) throws IOException {
    Recipe recipe = Recipe.of("CATALOGS.md", "PostgreSQL", places);
    Path etc = Files.createDirectories(Path.of(places.get("/etc/trustbench")));
    Files.copy(server.authority(), etc.resolve("ca.crt"));
    recipe.writeSettings();
    Recipe.run(String.join("", recipe.blocks("sh")), environment(server));
  }

  static Map<String, String> environment(PostgresServer server) {
    return Map.of("PGPORT", String.valueOf(server.port()));
  }

  /** Hadoop, which writes them, knows nothing of the shell's umask. */
  private static void assertOwnersAlone(Path warehouse) throws IOException {
    try (Stream<Path> paths = Files.walk(warehouse)) {
      for (Path path : paths.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .endsWith("------");
      }
    }
  }
}
