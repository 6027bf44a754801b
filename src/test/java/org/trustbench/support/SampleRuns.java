package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whole runs on the committed samples, each made once for all the tests that look at it. */
public final class SampleRuns {
  private static Whole national;
  private static Whole dirty;

  private SampleRuns() {}

  /**
   * A finished run and the folder it worked in.
   *
   * @param tables those read so far, by their file
   */
  public record Whole(
      MainRun run, Path workspace, Path submissions, Map<Path, List<Map<String, String>>> tables) {

    public Path release() {
      return run.release();
    }

    /** A table of the release. */
    public List<Map<String, String>> table(String name) {
      return tables.computeIfAbsent(
          release().resolve("tables").resolve(name + ".csv"), PlainCsv::rows);
    }

    public Path lake() {
      return workspace.resolve("lake");
    }
  }

  /** The national programme. */
  public static synchronized Whole national() {
    if (national == null) {
      national = of(Samples.folder().resolve("iaow-2013"), "local[2]");
    }
    return national;
  }

  /** The dirty submissions. */
  public static synchronized Whole dirty() {
    if (dirty == null) {
      dirty = of(Samples.folder().resolve("dirty"), "local[2]");
    }
    return dirty;
  }

  /** A run from scratch. */
  public static Whole of(Path submissions, String master) {
    try {
      Path workspace = ForkFolder.create("sample-run");
      System.setProperty("spark.master", master);
      MainRun run =
          MainRun.in(
              workspace,
              "run",
              "--framework",
              "iaow-2013",
              "--submissions",
              submissions.toString(),
              "--focus",
              "NSP",
              "--comparator",
              "tranche");
      if (run.exitCode() != 0 && run.exitCode() != 3) {
        throw new AssertionError(String.join("\n", run.err()));
      }
      return new Whole(run, workspace, submissions, new ConcurrentHashMap<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      System.clearProperty("spark.master");
    }
  }
}
