package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** A lake is a folder: it is copied, moved, restored and damaged like one. */
class RelocatedLakeTest {
  private static final String CASES = "case_id,stage,risk\nC1,late,low\nC2,early,high\n";
  private static final String YES = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";
  private static final String MENDED = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,1\n";

  @TempDir Path folder;
  private Path project;
  private LandingFolder inbox;

  @BeforeEach
  void two_schools() throws IOException {
    System.setProperty("spark.master", "local[2]");
    project = Files.createDirectories(folder.resolve("project"));
    TinyFramework.write(folder.resolve("framework"), json -> json);
    inbox =
        new LandingFolder(folder.resolve("inbox"))
            .send("H", "H-1", "HILL", CASES, YES)
            .send("D", "D-1", "DALE", CASES, YES);
  }

  @AfterEach
  void no_cores() {
    System.clearProperty("spark.master");
  }

  private MainRun job(Path in, String job, String... further) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--framework",
                folder.resolve("framework").toString(),
                "--submissions",
                inbox.path().toString(),
                "--draws",
                "100"));
    args.addAll(List.of(further));
    return MainRun.in(in, job, args.toArray(String[]::new));
  }

  private MainRun done(Path in, String job, String... further) {
    MainRun run = job(in, job, further);
    assertThat(run.exitCode()).as("%s %s: %s", job, run.err(), run.out()).isZero();
    return run;
  }

  private void fails(Path in, String job, String words) {
    MainRun run = job(in, job);
    assertThat(run.err()).singleElement().asString().startsWith("trustbench: ").contains(words);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  private static String id(MainRun run) {
    return run.release().getFileName().toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static Map<String, Integer> bytes(Path folder) throws IOException {
    Map<String, Integer> bytes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        bytes.put(folder.relativize(path).toString(), Arrays.hashCode(Files.readAllBytes(path)));
      }
    }
    return bytes;
  }

  @Test
  void work_on_a_copy_leaves_the_original_as_it_was() throws IOException {
    String first = id(done(project, "run"));
    inbox.send("H", "H-1", "HILL", CASES, MENDED);
    String second = id(done(project, "run"));
    Path copy = folder.resolve("a copy, 50 % größer #2");
    copy(project, copy);
    Map<String, Integer> before = bytes(project);

    assertThat(id(done(copy, "publish"))).isEqualTo(second);
    assertThat(id(done(copy, "publish", "--as-of", first))).isEqualTo(first);
    inbox.send("D", "D-1", "DALE", CASES, MENDED);
    String third = id(done(copy, "run"));
    done(copy, "ingest", "--withdraw", "H-1", "--why", "sampled twice");
    done(copy, "maintain", "--keep-days", "0");
    done(copy, "sql", "select count(*) from current_judgements");

    assertThat(bytes(project)).isEqualTo(before);
    assertThat(id(done(project, "run"))).isEqualTo(third);
  }

  @Test
  void a_lake_goes_on_where_it_is_moved_to_and_through_a_link() throws IOException {
    String first = id(done(project, "run"));
    Path moved = Files.move(project, folder.resolve("renamed?"));

    inbox.send("H", "H-1", "HILL", CASES, MENDED);
    String second = id(done(moved, "run"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), moved);
    done(link, "maintain", "--keep-days", "0");

    assertThat(id(done(link, "publish"))).isEqualTo(second);
    assertThat(id(done(moved, "publish", "--as-of", first))).isEqualTo(first);
    assertThat(project).doesNotExist();
  }

  @Test
  void a_lost_or_older_catalog_is_no_new_lake_and_brings_nothing_back() throws IOException {
    done(project, "run");
    Path catalog = project.resolve("lake/catalog.sqlite");
    Path older = Files.copy(catalog, folder.resolve("older.sqlite"));
    done(project, "ingest", "--withdraw", "H-1", "--why", "sampled twice");
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
    done(project, "run");
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
    done(project, "run");
    String release = id(done(project, "publish"));
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
        MainRun run = job(project, "publish");
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
    done(project, "run");
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
    done(project, "publish");
  }
}
