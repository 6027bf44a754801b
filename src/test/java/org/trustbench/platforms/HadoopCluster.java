package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trustbench.support.Launched;

/**
 * HDFS with one node and YARN with one, in a process of their own, with the command {@code hdfs}.
 * What they are made of is fetched apart from the program, whose libraries would be in the way.
 */
final class HadoopCluster implements AutoCloseable {
  private static final Path SOURCE = Launched.root().resolve("src/platforms/hadoop");
  private static final Path JARS = Launched.root().resolve("target/platforms/hadoop");
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final Process process;

  private HadoopCluster(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts both, with all that they keep in a folder. */
  static HadoopCluster start(Path folder) throws IOException, InterruptedException {
    fetch();
    Path log = folder.resolve("hadoop.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                Launched.QUICK_JVM,
                "-Dlog4j.configuration=" + SOURCE.resolve("log4j.properties").toUri(),
                "-cp",
                JARS + "/*",
                SOURCE.resolve("MiniHadoop.java").toString(),
                folder.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Launched.prepare(builder.environment());
    HadoopCluster cluster = new HadoopCluster(folder, builder.start());
    for (Instant end = Instant.now().plus(LIMIT); !Files.readString(log).contains("ready\n"); ) {
      if (!cluster.process.isAlive() || Instant.now().isAfter(end)) {
        cluster.close();
        throw new AssertionError(Files.readString(log));
      }
      Thread.sleep(200);
    }
    cluster.writeHdfsCommand();
    return cluster;
  }

  private static void fetch() {
    Launched fetched =
        Launched.run(
            "mvn",
            "-B",
            "-q",
            "-f",
            SOURCE.resolve("pom.xml").toString(),
            "dependency:copy-dependencies",
            "-DincludeScope=runtime",
            "-DoutputDirectory=" + JARS);
    assertThat(fetched.exitCode()).as(fetched.printed()).isZero();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private void writeHdfsCommand() throws IOException {
    Path command = Files.createDirectories(folder.resolve("bin")).resolve("hdfs");
    Files.writeString(
        command,
        """
        #!/bin/sh
        [ "$1" = dfs ] && shift
        exec %s -Xmx256m -XX:+UseSerialGC %s -cp "$HADOOP_CONF_DIR:%s/*" org.apache.hadoop.fs.FsShell "$@" 2>/dev/null
        """
            .formatted(java(), Launched.QUICK_JVM, JARS));
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  /** Where a client finds its settings. */
  Path settings() {
    return folder.resolve("conf");
  }

  /** What a shell needs to reach both. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HADOOP_CONF_DIR", settings().toString());
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    return environment;
  }

  /** The processes of a class that containers run. */
  List<ProcessHandle> containersOf(String name) {
    return process
        .descendants()
        .filter(one -> one.info().command().orElse("").endsWith("java"))
        .filter(one -> CommandLines.of(one).contains(name))
        .toList();
  }

  /** What the containers of a kind, {@code stdout} or {@code stderr}, wrote. */
  String logs(String kind) throws IOException {
    StringBuilder said = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.endsWith(kind)).sorted().toList()) {
        said.append(Files.readString(file));
      }
    }
    return said.toString();
  }

  @Override
  public void close() {
    Launched.end(process);
    process.onExit().join();
  }
}
