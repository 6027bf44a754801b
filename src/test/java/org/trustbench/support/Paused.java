package org.trustbench.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.environment.Failpoint;
import org.trustbench.jobs.Main;

/** A real process of the program, told to wait at a failpoint. */
public final class Paused implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Process process;
  private final Path marker;
  private final Path said;

  private Paused(Process process, Path marker, Path said) {
    this.process = process;
    this.marker = marker;
    this.said = said;
  }

  /** Starts a command that is to wait at a moment; null for one that waits nowhere. */
  public static Paused start(Failpoint at, Path workspace, List<String> words) {
    return start(at, workspace, words, "TRUSTBENCH_JAVA_OPTS", Map.of());
  }

  /** Starts a job of the packaged program in a JVM of its own. */
  public static Paused startJob(
      Failpoint at,
      Path workspace,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("--add-"))
            .toList());
    words.addAll(List.of(Launched.QUICK_JVM, "-Xmx512m", "-XX:+UseSerialGC"));
    words.add("-XX:SharedArchiveFile=" + archive());
    words.add("-Dspark.master=local[1]");
    words.addAll(options);
    words.addAll(List.of("-cp", packaged(), Main.class.getName()));
    words.addAll(arguments);
    return start(at, workspace, words, "JAVA_TOOL_OPTIONS", environment);
  }

  /** The archive of classes, which the launch scripts lay out when they are first started. */
  private static Path archive() {
    Path archive = Launched.root().resolve("target/trustbench.jsa");
    if (!Files.exists(archive)) {
      Launched.run("jobs/run", "--help");
    }
    return archive;
  }

  /** The class path of the launch scripts, in the order that the archive of classes asks for. */
  private static String packaged() {
    Path target = Launched.root().resolve("target");
    try (Stream<Path> jars = Files.list(target.resolve("spark/jars"))) {
      return Stream.concat(Stream.of(target.resolve("trustbench.jar")), jars.sorted())
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Paused start(
      Failpoint at,
      Path workspace,
      List<String> words,
      String optionsVariable,
      Map<String, String> environment) {
    try {
      Path marker = Files.createTempDirectory(workspace, "pause").resolve("reached");
      Path said = marker.resolveSibling("said");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(Launched.root().toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(said.toFile());
      Launched.prepare(builder.environment());
      builder.environment().putAll(environment);
      if (at != null) {
        builder
            .environment()
            .merge(
                optionsVariable,
                "-Dtrustbench.failpoint=%s:%s".formatted(at, marker),
                (a, b) -> a + " " + b);
      }
      return new Paused(builder.start(), marker, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the process waits; a process that ends without having got there fails the test. */
  public void await() {
    await(() -> Files.exists(marker), "never got there");
  }

  /** Waits for a while, or until the process has ended. */
  public void run(long milliseconds) {
    try {
      process.waitFor(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets the process go on, and gives its exit code. */
  public int goOn() {
    try {
      Files.deleteIfExists(marker);
      await(() -> !process.isAlive(), "did not end");
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: nothing of the process runs after this. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(java.util.function.BooleanSupplier isSo, String otherwise) {
    Instant end = Instant.now().plus(LIMIT);
    while (!isSo.getAsBoolean()) {
      boolean isOver = !process.isAlive() && !isSo.getAsBoolean();
      if (isOver || Instant.now().isAfter(end)) {
        kill();
        throw new AssertionError(otherwise + "\n" + said());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
