package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.PublishedRelease;

/**
 * The guide to a lake in PostgreSQL that Trino asks, line by line: an engine that shares no code
 * with the program but Iceberg's counts what a release has published.
 */
@Tag("packaged")
class TrinoRecipeTest {
  /** Kinds of measures that ask for no more than their questions and a kind of case. */
  private static final Set<String> WITHOUT_CONDITION =
      Set.of("overall", "theme", "section", "question");

  /** The first time, Trino's jars are fetched. */
  private static final Duration LIMIT = Duration.ofMinutes(20);

  @TempDir Path folder;

  /** Sufficient and assessed judgements. */
  private record Counts(long sufficient, long assessed) {
    Counts and(Counts other) {
      return new Counts(sufficient + other.sufficient, assessed + other.assessed);
    }
  }

  @Test
  void trino_counts_from_the_lake_what_the_release_has_published() throws Exception {
    try (PostgresServer server = PostgresServer.startWithTls()) {
      Map<String, String> places = PostgresRecipeTest.places(server, folder);
      places.put("/usr/lib/jvm/java-25", java25().toString());
      PostgresRecipeTest.follow(places, server);
      Recipe recipe = Recipe.of("CATALOGS.md", "Trino", places);
      recipe.writeSettings();
      Recipe.run(
          String.join("", recipe.blocks("sh")), PostgresRecipeTest.environment(server), LIMIT);
    }

    Map<List<String>, Counts> counted = new HashMap<>();
    for (Map<String, String> row : PlainCsv.rows(folder.resolve("srv/counts.csv"))) {
      counted.put(
          List.of(row.get("inspection_id"), row.get("evidence"), row.get("question_id")),
          new Counts(Long.parseLong(row.get("sufficient")), Long.parseLong(row.get("assessed"))));
    }
    PublishedRelease release = PublishedRelease.latestInternal(folder.resolve("srv/releases"));
    Map<String, NamedCsvRecord> measures = new HashMap<>();
    release.rows("measures").forEach(row -> measures.put(row.getField("measure_id"), row));
    int compared = 0;
    for (NamedCsvRecord score : release.rows("scores")) {
      if (WITHOUT_CONDITION.contains(score.getField("measure_kind"))) {
        NamedCsvRecord measure = measures.get(score.getField("measure_id"));
        Counts sum = new Counts(0, 0);
        for (String question : measure.getField("question_ids").split(" ", -1)) {
          sum =
              sum.and(
                  counted.getOrDefault(
                      List.of(
                          score.getField("inspection_id"), measure.getField("evidence"), question),
                      new Counts(0, 0)));
        }
        assertThat(sum)
            .as(score.getField("inspection_id") + " " + score.getField("measure_id"))
            .isEqualTo(
                new Counts(
                    Long.parseLong(score.getField("sufficient")),
                    Long.parseLong(score.getField("assessed"))));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(3000);
  }

  private static Path java25() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/usr/lib/jvm"))) {
      return all.filter(home -> home.getFileName().toString().matches(".*\\b25\\b.*"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .findFirst()
          .orElseThrow(() -> new AssertionError("Trino needs a Java 25 in /usr/lib/jvm"));
    }
  }
}
