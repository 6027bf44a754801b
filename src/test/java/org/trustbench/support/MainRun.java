package org.trustbench.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.jobs.Main;
import org.trustbench.storage.Place;

/**
 * The program as called from a shell, in this process.
 *
 * @param out the lines of standard output
 * @param err the lines of standard error
 */
public record MainRun(int exitCode, List<String> out, List<String> err) {

  /** Runs a job with arguments as they are. */
  public static MainRun of(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int exitCode = Main.run(args);
      return new MainRun(exitCode, lines(outBytes), lines(errBytes));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /**
   * Runs a job on a workspace: a lake and an output of its own, and settings that name neither a
   * focus nor anything else.
   */
  public static MainRun in(Path workspace, String job, String... args) {
    List<String> all = new ArrayList<>(List.of(job));
    all.addAll(List.of("--settings", settings(workspace).toString()));
    if (!List.of(args).contains("--lake")) {
      all.addAll(List.of("--lake", workspace.resolve("lake").toString()));
    }
    if (!List.of(args).contains("--output")) {
      all.addAll(List.of("--output", workspace.resolve("output").toString()));
    }
    all.addAll(List.of(args));
    return of(all.toArray(String[]::new));
  }

  /** The folder of the release that the last line names. */
  public Path release() {
    String last = out.get(out.size() - 1);
    if (!last.startsWith("release: ")) {
      throw new AssertionError("No release: " + out + err);
    }
    return Place.at(last.substring("release: ".length()));
  }

  private static Path settings(Path workspace) {
    try {
      Path file = workspace.resolve("settings.json");
      if (!Files.exists(file)) {
        Files.createDirectories(workspace);
        Files.writeString(file, "{}");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
