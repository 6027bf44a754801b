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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** Damage to a lake or a release is found, and never becomes another figure. */
class CheckTest {
  private static final String CASES = "case_id,stage,risk\nC1,late,low\nC2,early,high\n";
  private static final String YES =
      "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\nC9,yes,no,3\n";

  @TempDir Path folder;
  private Path project;
  private LandingFolder inbox;
  private Path release;

  @BeforeEach
  void two_schools() throws IOException {
    System.setProperty("spark.master", "local[2]");
    project = Files.createDirectories(folder.resolve("project"));
    TinyFramework.write(folder.resolve("framework"), json -> json);
    inbox =
        new LandingFolder(folder.resolve("inbox"))
            .send("H", "H-1", "HILL", CASES, YES)
            .send("D", "D-1", "DALE", CASES, YES);
    MainRun run = job("run");
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    release = run.release();
  }

  @AfterEach
  void no_cores() {
    System.clearProperty("spark.master");
  }

  private MainRun job(String job, String... further) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--framework",
                folder.resolve("framework").toString(),
                "--submissions",
                inbox.path().toString(),
                "--reject-tolerance",
                "0.9"));
    args.addAll(List.of(further));
    return MainRun.in(project, job, args.toArray(String[]::new));
  }

  private void assertSound() {
    MainRun check = job("check");
    assertThat(check.err()).isEmpty();
    assertThat(check.out().get(check.out().size() - 1)).startsWith("no fault found: ");
    assertThat(check.exitCode()).isZero();
  }

  private void assertFound(Path file) {
    MainRun check = job("check");
    String named = file.toString().replaceFirst("\\.sum$", "");
    assertThat(check.err()).as("%s", file).anyMatch(line -> line.contains(named));
    assertThat(check.err())
        .allMatch(line -> line.startsWith("trustbench: ") && !line.contains("Exception"));
    assertThat(check.exitCode()).isEqualTo(1);
  }

  private static List<Path> files(Path in, String kind) throws IOException {
    try (Stream<Path> paths = Files.walk(in)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().matches(".*/" + kind))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Integer> bytes(Path in) throws IOException {
    Map<String, Integer> bytes = new TreeMap<>();
    for (Path path : files(in, ".*")) {
      if (!path.endsWith("run.json")) {
        bytes.put(in.relativize(path).toString(), Arrays.hashCode(Files.readAllBytes(path)));
      }
    }
    return bytes;
  }

  private static void flip(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, bytes);
  }

  @Test
  void a_sound_lake_has_no_fault_also_after_a_change_a_withdrawal_and_a_clearing() {
    assertSound();
    inbox.send("H", "H-1", "HILL", CASES, YES.replace("C2,yes,no,3", "C2,yes,no,2"));
    assertThat(job("run").exitCode()).isZero();
    assertThat(job("ingest", "--withdraw", "D-1", "--why", "sampled twice").exitCode()).isZero();
    assertSound();
    assertThat(job("maintain", "--keep-days", "0").exitCode()).isZero();
    assertSound();
  }

  @Test
  void where_there_is_no_lake_nothing_is_called_sound() {
    MainRun check =
        MainRun.in(
            folder.resolve("elsewhere"),
            "check",
            "--submissions",
            inbox.path().toString(),
            "--framework",
            folder.resolve("framework").toString());

    assertThat(check.err()).singleElement().asString().contains("there is no lake in");
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(folder.resolve("elsewhere/lake")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tallies/data/.*parquet",
        "judgements/data/.*parquet",
        "cases/data/.*parquet",
        "rejects/data/.*parquet",
        "files/data/.*parquet",
        "submissions/data/.*parquet",
        ".*metadata.json",
        "snap-.*avro",
        ".*-m0.avro",
        ".*\\.sum",
        "catalog.txt"
      })
  void one_flipped_bit_changes_no_figure_and_is_found(String kind) throws IOException {
    Random random = new Random(15);
    Map<String, Integer> before = bytes(release);
    List<Path> files = files(project.resolve("lake"), kind);
    assertThat(files).isNotEmpty();
    for (int i = 0; i < 6; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] sound = Files.readAllBytes(file);
      flip(file, random);
      Path copy = project.resolve("lake/catalog.txt");
      byte[] soundCopy = Files.readAllBytes(copy);

      assertFound(file);
      if (i % 3 == 0) {
        assertSameOrRefused(before);
      }

      Files.write(copy, soundCopy);
      Files.write(file, sound);
    }
    assertSound();
  }

  private void assertSameOrRefused(Map<String, Integer> before) throws IOException {
    MainRun publish = job("publish");
    if (publish.exitCode() == 0) {
      assertThat(publish.release()).isEqualTo(release);
      assertThat(bytes(release)).isEqualTo(before);
    } else {
      assertThat(publish.exitCode()).isEqualTo(1);
      assertThat(publish.err()).singleElement().asString().doesNotContain("Exception");
    }
  }

  @Test
  void one_flipped_bit_of_the_catalog_changes_no_figure() throws IOException {
    Random random = new Random(16);
    Map<String, Integer> before = bytes(release);
    Path catalog = project.resolve("lake/catalog.sqlite");
    byte[] sound = Files.readAllBytes(catalog);
    for (int i = 0; i < 24; i++) {
      flip(catalog, random);
      MainRun check = job("check");
      assertSameOrRefused(before);
      assertThat(check.err()).noneMatch(line -> line.contains("Exception"));
      Files.write(catalog, sound);
      Files.deleteIfExists(project.resolve("lake/catalog.sqlite-wal"));
      Files.deleteIfExists(project.resolve("lake/catalog.sqlite-shm"));
    }
    assertSound();
  }

  @Test
  void a_missing_or_shortened_file_is_named_with_what_was_sent() throws IOException {
    for (String table : List.of("cases", "judgements", "tallies", "rejects", "submissions")) {
      Path file = files(project.resolve("lake"), table + "/data/.*parquet").get(0);
      byte[] sound = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(sound, sound.length - 9));
      assertFound(file);
      Files.delete(file);
      MainRun check = job("check");
      assertThat(check.err()).anyMatch(line -> line.contains(file + " is missing"));
      if (!table.equals("submissions")) {
        assertThat(check.err()).anyMatch(line -> line.matches(".*(H-1 \\(sent as H\\)|D-1 .*).*"));
      }
      Files.write(file, sound);
    }
    assertSound();
  }

  @Test
  void a_damaged_release_is_found_refused_and_never_read() throws IOException {
    String id = release.getFileName().toString();
    for (String name : List.of("tables/scores.csv", "index.html", "manifest.json")) {
      Path file = release.resolve(name);
      byte[] sound = Files.readAllBytes(file);
      byte[] other = sound.clone();
      other[other.length / 2] ^= 1;
      Files.write(file, other);

      assertFound(file);
      MainRun publish = job("publish");
      assertThat(publish.err()).singleElement().asString().contains(file.toString());
      assertThat(publish.exitCode()).isEqualTo(1);
      if (!name.equals("index.html")) {
        MainRun explain =
            job("explain", "--release", id, "--trust", "HILL", "--measure", "overall");
        assertThat(explain.err()).singleElement().asString().contains(file.toString());
      }

      Files.write(file, sound);
    }
    Path fed = folder.resolve("fed.duckdb");
    Path table = release.resolve("parquet/fact_score/fact_score.parquet");
    flip(table, new Random(17));
    MainRun feed = job("feed", "--to", "duckdb:" + fed);
    assertThat(feed.err()).singleElement().asString().contains(table.toString());
    assertThat(fed).doesNotExist();
  }
}
