package org.trustbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the comparisons of a whole national programme add to a cold run: the launch script again and
 * again, each time a new process on a lake that is ready, and what it says of its own stages.
 *
 * <p>The lakes hold the same trusts with few and with many judgements, since neither time nor
 * memory may grow with what lies behind the tallies.
 */
public final class BenchmarkCost {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Path WORK = HOME.resolve("target/bench");
  private static final List<String> SCALES = List.of("1", "8");
  private static final List<String> DRAWS = List.of("2000", "10000");

  private BenchmarkCost() {}

  private record Run(long benchmark, long whole, long peakMegabytes) {}

  /** Prints and writes a table of medians; the first argument is how often each is run. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    delete(WORK);
    for (String scale : SCALES) {
      prepare(scale);
    }
    List<List<Run>> runs = new ArrayList<>();
    for (int i = 0; i < SCALES.size() * DRAWS.size(); i++) {
      runs.add(new ArrayList<>());
    }
    // Interleaved, so that whatever else the machine does meets all alike.
    for (int round = 0; round < rounds; round++) {
      for (int s = 0; s < SCALES.size(); s++) {
        for (int d = 0; d < DRAWS.size(); d++) {
          runs.get(s * DRAWS.size() + d).add(run(SCALES.get(s), DRAWS.get(d)));
        }
      }
    }
    StringBuilder table = new StringBuilder();
    table.append("median (least to most) of ").append(rounds).append(" cold runs\n");
    table.append("scale | draws | benchmark stage, s | whole run, s | peak memory, MB\n");
    for (int s = 0; s < SCALES.size(); s++) {
      for (int d = 0; d < DRAWS.size(); d++) {
        List<Run> of = runs.get(s * DRAWS.size() + d);
        table.append(
            "%5s | %5s | %s | %s | %s%n"
                .formatted(
                    SCALES.get(s),
                    DRAWS.get(d),
                    spread(of.stream().map(run -> run.benchmark() / 1000.0).toList()),
                    spread(of.stream().map(run -> run.whole() / 1000.0).toList()),
                    spread(of.stream().map(run -> (double) run.peakMegabytes()).toList())));
      }
    }
    System.out.print(table);
    Files.writeString(WORK.resolve("benchmark-cost.txt"), table);
  }

  private static void prepare(String scale) throws IOException, InterruptedException {
    Path sent = WORK.resolve("sent-" + scale);
    start("jobs/submit", "synthesise", "--to", sent.toString(), "--scale", scale).waitFor();
    start(
            "jobs/submit",
            "ingest",
            "--submissions",
            sent.toString(),
            "--lake",
            lake(scale).toString())
        .waitFor();
  }

  private static Run run(String scale, String draws) throws IOException, InterruptedException {
    Path output = WORK.resolve("output");
    delete(output);
    long start = System.nanoTime();
    Process process =
        start(
            "jobs/run",
            "--submissions",
            WORK.resolve("sent-" + scale).toString(),
            "--lake",
            lake(scale).toString(),
            "--output",
            output.toString(),
            "--draws",
            draws);
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakMemory(process.pid()));
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    long whole = (System.nanoTime() - start) / 1_000_000;
    if (process.exitValue() != 0) {
      throw new IOException("a run failed: see " + WORK.resolve("log"));
    }
    JsonNode latest = new ObjectMapper().readTree(output.resolve("latest.json").toFile());
    Path release = Path.of(latest.path("path").asText());
    JsonNode said = new ObjectMapper().readTree(release.resolve("run.json").toFile());
    return new Run(said.at("/milliseconds/benchmark").asLong(), whole, peak);
  }

  private static Path lake(String scale) {
    return WORK.resolve("lake-" + scale);
  }

  private static Process start(String... command) throws IOException {
    Files.createDirectories(WORK);
    return new ProcessBuilder(command)
        .directory(HOME.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(WORK.resolve("log").toFile()))
        .start();
  }

  /** The most memory a process has held, as Linux tells it; 0 elsewhere. */
  private static long peakMemory(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }

  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return "%.2f (%.2f to %.2f)"
        .formatted(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
