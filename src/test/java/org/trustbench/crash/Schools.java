package org.trustbench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.lake.Lake;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** A small programme with a lake and an output, run in this process or given to another. */
final class Schools {
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";

  private final Path workspace;
  private final Path framework;
  private final LandingFolder inbox;

  Schools(Path workspace, Path framework, LandingFolder inbox) {
    this.workspace = workspace;
    this.framework = framework;
    this.inbox = inbox;
  }

  /** A programme of its own in a folder. */
  static Schools in(Path folder) throws IOException {
    Path framework = TinyFramework.write(folder.resolve("framework"), json -> json);
    return new Schools(
        folder.resolve("workspace"), framework, new LandingFolder(folder.resolve("inbox")));
  }

  /** The same framework and inbox with a lake and an output of their own. */
  Schools beside(Path other) {
    return new Schools(other, framework, inbox);
  }

  /** The same lake and output with another inbox. */
  Schools sending(Path other) {
    return new Schools(workspace, framework, new LandingFolder(other));
  }

  Path workspace() {
    return workspace;
  }

  /** A school sends what makes its {@code version}th submission. */
  Schools send(String inspection, String trust, int version) {
    StringBuilder judgements = new StringBuilder("case_id,plan,pace,safe\n");
    judgements.append("C1,yes,yes,").append(1 + version % 4).append('\n');
    judgements.append("C2,yes,").append(version / 4 % 2 == 0 ? "no" : "yes").append(",3\n");
    judgements.append("C2,yes,maybe,3\n".repeat(version / 8 % 2));
    inbox.send(inspection, inspection, trust, CASES, judgements.toString());
    return this;
  }

  /** The arguments of a job on this programme. */
  List<String> arguments(String... job) {
    List<String> all = new ArrayList<>(List.of(job));
    all.addAll(List.of("--settings", settings().toString()));
    all.addAll(List.of("--framework", framework.toString()));
    all.addAll(List.of("--submissions", inbox.path().toString()));
    all.addAll(List.of("--lake", lake().toString()));
    all.addAll(List.of("--output", output().toString()));
    all.addAll(List.of("--reject-tolerance", "0.9", "--judgement-change", "1"));
    return all;
  }

  /** A command line that begins with one of the launch scripts. */
  List<String> command(String script, String... job) {
    List<String> words = new ArrayList<>(List.of(script));
    words.addAll(arguments(job));
    return words;
  }

  /** Runs a job in this process. */
  MainRun job(String... job) {
    System.setProperty("spark.master", "local[1]");
    try {
      MainRun run = MainRun.of(arguments(job).toArray(String[]::new));
      assertThat(run.exitCode()).as("%s %s", run.out(), run.err()).isZero();
      return run;
    } finally {
      System.clearProperty("spark.master");
    }
  }

  /** The submission that each inspection stands on. */
  Map<String, String> present() {
    Map<String, String> present = new TreeMap<>();
    try (Lake lake = LakeFolder.open(FrameworkReader.read(framework.toString()), lake())) {
      lake.submissions().present().submissions().stream()
          .filter(row -> row.isAccepted())
          .forEach(row -> present.put(row.inspectionId(), row.submissionHash()));
    }
    return present;
  }

  /** How many rows of each inspection readers of the lake's judgements find. */
  Map<String, Long> judgements() {
    Map<String, Long> counts = new TreeMap<>();
    for (Map<String, Object> row : LakeFolder.current(lake(), "schools", "judgements")) {
      counts.merge((String) row.get("inspection_id"), 1L, Long::sum);
    }
    return counts;
  }

  /** Data files on disk by table. */
  Map<String, Long> dataFiles() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    try (var paths = Files.walk(lake().resolve("warehouse"))) {
      paths
          .filter(path -> path.toString().endsWith(".parquet"))
          .forEach(
              path ->
                  counts.merge(
                      lake().resolve("warehouse/schools").relativize(path).getName(0).toString(),
                      1L,
                      Long::sum));
    }
    return counts;
  }

  /** Whatever lies in the output beside whole releases and the name of the latest. */
  List<String> unfinished() throws IOException {
    List<String> unfinished = new ArrayList<>();
    Path internal = output().resolve("internal");
    if (!Files.exists(internal)) {
      return unfinished;
    }
    try (var paths = Files.list(internal)) {
      paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !List.of("releases", "latest.json").contains(name))
          .forEach(unfinished::add);
    }
    if (Files.exists(internal.resolve("releases"))) {
      try (var paths = Files.list(internal.resolve("releases"))) {
        paths
            .filter(
                path ->
                    !Files.exists(path.resolve("manifest.json"))
                        || path.getFileName().toString().startsWith("."))
            .forEach(path -> unfinished.add(path.getFileName().toString()));
      }
    }
    return unfinished;
  }

  /** Every file of a release but that of its circumstances. */
  static Map<String, String> files(Path release) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var paths = Files.walk(release)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String name = release.relativize(file).toString();
        if (!name.equals("run.json")) {
          files.put(
              name,
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  /** The same without those that tell what an inspection has been before. */
  static Map<String, String> figures(Path release) throws IOException {
    Map<String, String> files = files(release);
    files
        .keySet()
        .removeIf(
            name -> name.matches("manifest.json|index.html|league-tables.ods|.*/revisions.csv"));
    return files;
  }

  Path lake() {
    return workspace.resolve("lake");
  }

  Path output() {
    return workspace.resolve("output");
  }

  private Path settings() {
    try {
      Files.createDirectories(workspace);
      return Files.writeString(workspace.resolve("settings.json"), "{}");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
