package org.trustbench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command run to its end from the root of the project, as a user would run it. */
public record Launched(int exitCode, String out, String err) {
  /** How long a command may take, unless a test says otherwise. */
  public static final Duration LIMIT = Duration.ofMinutes(4);

  /** An option of the JVM: compile quickly instead of well. */
  public static final String QUICK_JVM = "-XX:TieredStopAtLevel=1";

  /** Settings of whoever runs the tests, which are not to reach the programs tested. */
  private static final List<String> FOREIGN =
      List.of("SPARK_HOME", "SPARK_CONF_DIR", "SPARK_SUBMIT_OPTS", "TRUSTBENCH_JAVA_OPTS");

  /** Runs a command; a program that outlives the limit is ended, and its test fails. */
  public static Launched run(String... words) {
    return run(Map.of(), List.of(words));
  }

  /** Runs a command with further environment variables. */
  public static Launched run(Map<String, String> environment, List<String> words) {
    return run(environment, words, LIMIT);
  }

  /** Runs one that may take so long. */
  public static Launched run(Map<String, String> environment, List<String> words, Duration limit) {
    try {
      Path out = ForkFolder.file("launched.out");
      Path err = ForkFolder.file("launched.err");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(root().toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      prepare(builder.environment());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean isOver = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      if (!isOver) {
        end(process);
      }
      String said = Files.readString(out);
      String complained = Files.readString(err);
      Files.delete(out);
      Files.delete(err);
      if (!isOver) {
        throw new AssertionError(
            "%s was not over after %s%n%s%n%s".formatted(words, limit, said, complained));
      }
      return new Launched(process.exitValue(), said, complained);
    } catch (IOException e) {
      throw new AssertionError(words + " did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(words + " was interrupted", e);
    }
  }

  /** The root of the project. */
  public static Path root() {
    return Path.of(System.getProperty("project.root", ".")).toAbsolutePath().normalize();
  }

  /**
   * Makes an environment like that of a user who has set nothing, but for the compiler of the JVM:
   * programs that are over in seconds do with the quick one; and for the folder of temporary files.
   */
  public static void prepare(Map<String, String> environment) {
    environment.keySet().removeAll(FOREIGN);
    environment.put("TRUSTBENCH_JAVA_OPTS", QUICK_JVM);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    // A killed process leaves its native libraries there.
    environment.put("TMPDIR", ForkFolder.root().toString());
  }

  /** Ends a process and all that it started. */
  public static void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** All that was printed, for a message when a test fails. */
  public String printed() {
    return "exit code " + exitCode + "\n" + out + "\n" + err;
  }
}
