package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.CASES;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;
import static org.trustbench.support.SchoolVisits.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;

/**
 * One file of a lake or a release is damaged, of every kind of file and in every way: then each job
 * gives what it gave before or ends in one line. More are tried with {@code -Ddamage.tries=N}.
 */
class DamageTest {
  private static final int TRIES = Integer.getInteger("damage.tries", 1);
  private static final List<String> WAYS =
      List.of("flipped", "flipped", "cut", "deleted", "emptied", "lengthened");

  @TempDir static Path folder;
  private static SchoolVisits schools;
  private static Path sound;
  private static String first;
  private static String second;
  private static Map<List<String>, MainRun> before;

  @BeforeAll
  static void two_releases() throws IOException {
    System.setProperty("spark.master", "local[2]");
    schools = new SchoolVisits(folder).send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
    first = id(schools.done("run"));
    schools.inbox().send("H", "H-1", "HILL", CASES, MENDED);
    second = id(schools.done("run", "--accept", "H-1"));
    before = new LinkedHashMap<>();
    for (List<String> job : jobs()) {
      before.put(job, job(job));
    }
    assertThat(before.values()).allMatch(run -> run.exitCode() == 0, before.toString());
    sound = folder.resolve("sound");
    for (String part : List.of("lake", "output")) {
      SchoolVisits.copy(folder.resolve(part), sound.resolve(part));
    }
  }

  @AfterAll
  static void no_cores() {
    System.clearProperty("spark.master");
  }

  private static List<List<String>> jobs() {
    return List.of(
        List.of("publish"),
        List.of("publish", "--as-of", first),
        List.of("explain", "--trust", "HILL", "--measure", "overall"),
        List.of("explain", "--release", first, "--trust", "HILL", "--measure", "safe-late"),
        List.of("diff", first, second),
        List.of("score"),
        List.of("feed", "--to", "duckdb:" + folder.resolve("fed.duckdb")),
        List.of("ingest"),
        List.of("run"),
        List.of("maintain"));
  }

  private static MainRun job(List<String> job) {
    return schools.job(job.get(0), job.subList(1, job.size()).toArray(String[]::new));
  }

  private static void restore() throws IOException {
    for (String part : List.of("lake", "output")) {
      if (Files.exists(folder.resolve(part))) {
        SchoolVisits.delete(folder.resolve(part));
      }
      SchoolVisits.copy(sound.resolve(part), folder.resolve(part));
    }
    Files.deleteIfExists(folder.resolve("fed.duckdb"));
  }

  private static List<Path> files(String pattern) throws IOException {
    try (Stream<Path> paths = Files.walk(sound)) {
      return paths
          .filter(Files::isRegularFile)
          .map(sound::relativize)
          .filter(path -> path.toString().matches(pattern))
          .sorted()
          .toList();
    }
  }

  private static void damage(Path file, String way, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (way) {
      case "deleted" -> Files.delete(file);
      case "cut" -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      case "emptied" -> Files.write(file, new byte[0]);
      case "lengthened" -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 7));
      default -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
      }
    }
  }

  /** What of a release's bytes differs from those of before, besides the circumstances. */
  private static List<String> different(Path damaged) throws IOException {
    Map<String, Integer> now =
        new TreeMap<>(SchoolVisits.bytes(folder.resolve("output/internal/releases")));
    Map<String, Integer> then = SchoolVisits.bytes(sound.resolve("output/internal/releases"));
    List<String> different = new ArrayList<>();
    then.forEach(
        (name, hash) -> {
          if (!hash.equals(now.get(name)) && !damaged.toString().endsWith(name)) {
            different.add(name);
          }
        });
    now.keySet().stream().filter(name -> !then.containsKey(name)).forEach(different::add);
    different.removeIf(name -> name.endsWith("run.json"));
    return different;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lake/.*/(tallies|scorings)/data/.*parquet",
        "lake/.*/(judgements|cases|rejects|files)/data/.*parquet",
        "lake/.*/(submissions|frameworks)/data/.*parquet",
        "lake/.*metadata.json",
        "lake/.*snap-.*avro",
        "lake/.*-m0.avro",
        "lake/.*\\.sum",
        "lake/catalog.*",
        "output/.*(manifest|run|latest|datapackage).json",
        "output/.*/(tables|summary|framework)/.*",
        "output/.*parquet",
        "output/.*(html|ods|charts.*|txt)"
      })
  void no_job_gives_other_figures_or_a_stack_trace(String kind) throws IOException {
    Random random = new Random(kind.hashCode());
    List<Path> files = files(kind);
    assertThat(files).isNotEmpty();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < TRIES * 2; i++) {
      Path file = files.get(random.nextInt(files.size()));
      String way = WAYS.get(random.nextInt(WAYS.size()));
      for (List<String> job : jobs()) {
        if (TRIES == 1 && random.nextInt(3) > 0) {
          continue;
        }
        restore();
        damage(folder.resolve(file), way, random);
        MainRun run = job(job);
        String about = "%s %s, %s: ".formatted(file, way, job);
        String fault = fault(job, run, file);
        if (fault != null) {
          wrong.add(about + fault);
        }
      }
    }
    assertThat(wrong.stream().collect(Collectors.joining("\n"))).isEmpty();
  }

  private static String fault(List<String> job, MainRun run, Path damaged) throws IOException {
    List<String> different = different(damaged);
    if (!different.isEmpty()) {
      return "other bytes of a release: " + different.stream().limit(3).toList();
    }
    if (run.exitCode() == 0) {
      boolean isSame = job.get(0).matches("publish|run|ingest|maintain|feed");
      return isSame || run.out().equals(before.get(job).out()) ? null : "says " + run.out();
    }
    String err = String.join("\n", run.err());
    boolean isOneLine =
        run.err().size() == 1
            && !err.contains("Exception")
            && !err.contains("the program made a mistake")
            && !err.contains("--debug");
    return isOneLine && run.exitCode() == 1 ? null : "exit code " + run.exitCode() + ": " + err;
  }
}
