package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;
import static org.trustbench.support.SchoolVisits.bytes;
import static org.trustbench.support.SchoolVisits.copy;
import static org.trustbench.support.SchoolVisits.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;

/** A lake is a folder: it is copied, moved, restored and damaged like one. */
class RelocatedLakeTest {
  @TempDir Path folder;
  private Path project;
  private SchoolVisits schools;

  @BeforeEach
  void two_schools() throws IOException {
    System.setProperty("spark.master", "local[2]");
    project = Files.createDirectories(folder.resolve("project"));
    schools = new SchoolVisits(folder).send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
  }

  @AfterEach
  void no_cores() {
    System.clearProperty("spark.master");
  }

  private void fails(Path in, String job, String words) {
    MainRun run = schools.jobIn(in, job);
    assertThat(run.err()).singleElement().asString().startsWith("trustbench: ").contains(words);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void work_on_a_copy_leaves_the_original_as_it_was() throws IOException {
    String first = id(schools.doneIn(project, "run"));
    schools.send("H", "H-1", "HILL", MENDED);
    String second = id(schools.doneIn(project, "run"));
    Path copy = folder.resolve("a copy, 50 % größer #2");
    copy(project, copy);
    Map<String, Integer> before = bytes(project);

    assertThat(id(schools.doneIn(copy, "publish"))).isEqualTo(second);
    assertThat(id(schools.doneIn(copy, "publish", "--as-of", first))).isEqualTo(first);
    schools.send("D", "D-1", "DALE", MENDED);
    String third = id(schools.doneIn(copy, "run"));
    schools.doneIn(copy, "ingest", "--withdraw", "H-1", "--why", "sampled twice");
    schools.doneIn(copy, "maintain", "--keep-days", "0");
    schools.doneIn(copy, "sql", "select count(*) from current_judgements");

    assertThat(bytes(project)).isEqualTo(before);
    assertThat(id(schools.doneIn(project, "run"))).isEqualTo(third);
  }

  @Test
  void a_lake_goes_on_where_it_is_moved_to_and_through_a_link() throws IOException {
    String first = id(schools.doneIn(project, "run"));
    Path moved = Files.move(project, folder.resolve("renamed?"));

    schools.send("H", "H-1", "HILL", MENDED);
    String second = id(schools.doneIn(moved, "run"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), moved);
    schools.doneIn(link, "maintain", "--keep-days", "0");

    assertThat(id(schools.doneIn(link, "publish"))).isEqualTo(second);
    assertThat(id(schools.doneIn(moved, "publish", "--as-of", first))).isEqualTo(first);
    assertThat(project).doesNotExist();
  }

  @Test
  void a_lost_or_older_catalog_is_no_new_lake_and_brings_nothing_back() throws IOException {
    schools.doneIn(project, "run");
    Path catalog = project.resolve("lake/catalog.sqlite");
    Path older = Files.copy(catalog, folder.resolve("older.sqlite"));
    schools.doneIn(project, "ingest", "--withdraw", "H-1", "--why", "sampled twice");
    Map<String, Integer> before = bytes(project.resolve("lake/warehouse"));

    Files.delete(catalog);
    fails(project, "run", "is missing or empty");
    assertThat(catalog).doesNotExist();
    Files.createFile(catalog);
    fails(project, "publish", "is missing or empty");
    Files.delete(catalog);
    Files.move(older, catalog);
    fails(project, "run", "is older than the tables beside it");
    assertThat(bytes(project.resolve("lake/warehouse"))).isEqualTo(before);
  }

  @Test
  void nothing_is_written_through_a_link_that_leads_out_of_the_lake() throws IOException {
    schools.doneIn(project, "run");
    Path warehouse = project.resolve("lake/warehouse");
    Path elsewhere = Files.move(warehouse, folder.resolve("elsewhere"));
    Files.createSymbolicLink(warehouse, elsewhere);
    Map<String, Integer> before = bytes(elsewhere);

    fails(project, "run", "leads out of the lake");
    fails(project, "maintain", "leads out of the lake");

    assertThat(bytes(elsewhere)).isEqualTo(before);
  }

  @Test
  void a_flipped_bit_is_named_or_changes_nothing() throws IOException {
    schools.doneIn(project, "run");
    String release = id(schools.doneIn(project, "publish"));
    Random random = new Random(15);
    Path lake = project.resolve("lake");
    for (String kind :
        List.of("tallies/data", "submissions/data", ".metadata.json", "snap-", "-m0.avro")) {
      List<Path> files = new ArrayList<>();
      try (Stream<Path> paths = Files.walk(lake)) {
        paths
            .filter(Files::isRegularFile)
            .filter(path -> path.toString().contains(kind))
            .sorted()
            .forEach(files::add);
      }
      for (int i = 0; i < 4; i++) {
        Path file = files.get(random.nextInt(files.size()));
        byte[] sound = Files.readAllBytes(file);
        byte[] flipped = sound.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, flipped);
        MainRun run = schools.jobIn(project, "publish");
        if (run.exitCode() == 0) {
          assertThat(id(run)).isEqualTo(release);
        } else {
          assertThat(run.exitCode()).isEqualTo(1);
          String name = file.getFileName().toString().replace(".sum", "");
          assertThat(run.err()).singleElement().asString().contains(name);
        }
        Files.write(file, sound);
      }
    }
  }

  @Test
  void a_missing_or_shortened_file_is_named() throws IOException {
    schools.doneIn(project, "run");
    for (String table : List.of("cases", "judgements", "tallies")) {
      Path file;
      try (Stream<Path> paths = Files.walk(project.resolve("lake/warehouse"))) {
        String names = ".*/%s/data/.*parquet".formatted(table);
        file = paths.filter(path -> path.toString().matches(names)).findFirst().orElseThrow();
      }
      byte[] sound = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(sound, sound.length - 9));
      fails(project, "publish", file.getFileName() + " has ");
      Files.delete(file);
      fails(project, "run", file.getFileName() + " is missing");
      Files.write(file, sound);
    }
    schools.doneIn(project, "publish");
  }
}
