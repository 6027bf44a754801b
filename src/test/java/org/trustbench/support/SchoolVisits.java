package org.trustbench.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tiny framework with a landing folder, a lake and an output, and the jobs run on them. */
public final class SchoolVisits {
  public static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";
  public static final String YES = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";
  public static final String MENDED = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,1\n";

  private final Path folder;
  private final LandingFolder inbox;
  private final List<String> always = new ArrayList<>();

  /** Writes the framework and looks for submissions beside it. */
  public SchoolVisits(Path folder) throws IOException {
    this.folder = folder;
    this.inbox = new LandingFolder(folder.resolve("inbox"));
    TinyFramework.write(framework(), json -> json);
  }

  /** Gives every job these arguments too. */
  public SchoolVisits always(String... arguments) {
    always.addAll(List.of(arguments));
    return this;
  }

  /** A school sends what leaves nothing to mend. */
  public SchoolVisits send(String name, String inspectionId, String trust, String judgements) {
    inbox.send(name, inspectionId, trust, CASES, judgements);
    return this;
  }

  public LandingFolder inbox() {
    return inbox;
  }

  public Path framework() {
    return folder.resolve("framework");
  }

  /** A job on the lake and the output in the same folder. */
  public MainRun job(String job, String... further) {
    return jobIn(folder, job, further);
  }

  /** A job on a lake and an output elsewhere. */
  public MainRun jobIn(Path workspace, String job, String... further) {
    List<String> args = new ArrayList<>(List.of("--framework", framework().toString()));
    if (Collections.disjoint(List.of(further), List.of("--extract", "--submissions"))) {
      args.addAll(List.of("--submissions", inbox.path().toString()));
    }
    args.addAll(always);
    args.addAll(List.of(further));
    return MainRun.in(workspace, job, args.toArray(String[]::new));
  }

  /** A job that has to succeed. */
  public MainRun done(String job, String... further) {
    return doneIn(folder, job, further);
  }

  /** A job elsewhere that has to succeed. */
  public MainRun doneIn(Path workspace, String job, String... further) {
    MainRun run = jobIn(workspace, job, further);
    assertThat(run.exitCode()).as("%s %s %s", job, run.err(), run.out()).isZero();
    return run;
  }

  /** The id of the release that a run has made or found. */
  public static String id(MainRun run) {
    return run.release().getFileName().toString();
  }

  /** Copies a folder and all that is in it, over what is there. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(path));
        }
      }
    }
  }

  public static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What tells whether any file of a folder has changed. */
  public static Map<String, Integer> bytes(Path folder) throws IOException {
    Map<String, Integer> bytes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        bytes.put(folder.relativize(path).toString(), Arrays.hashCode(Files.readAllBytes(path)));
      }
    }
    return bytes;
  }
}
