package org.trustbench.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trustbench.support.Launched;

/** Spark's own Master and Workers of one core each, every one a process, on loopback. */
public final class StandaloneCluster implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Path folder;
  private final int workers;
  private final Path sparkHome = Launched.root().resolve("target/spark");
  private final List<Process> processes = new ArrayList<>();
  private final Thread atExit = new Thread(this::end);
  private String master;

  private StandaloneCluster(Path folder, int workers) {
    this.folder = folder;
    this.workers = workers;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a cluster that keeps its logs and the folders of its workers in a folder.
   *
   * @param memory what each worker may give to executors, as Spark writes it
   */
  public static StandaloneCluster start(Path folder, int workers, String memory)
      throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(folder, workers);
    try {
      cluster.start("master", "org.apache.spark.deploy.master.Master", "--port", "0");
      cluster.master =
          cluster.await("master", "Starting Spark master at (spark://127\\.0\\.0\\.1:[0-9]+)");
      for (int i = 0; i < workers; i++) {
        cluster.start(
            "worker-" + i,
            "org.apache.spark.deploy.worker.Worker",
            "--port",
            "0",
            "--cores",
            "1",
            "--memory",
            memory,
            "--work-dir",
            cluster.workFolder(i).toString(),
            cluster.master);
      }
      for (int i = 0; i < workers; i++) {
        cluster.await("worker-" + i, "(Successfully registered with master)");
      }
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** The address that jobs are submitted to. */
  public String master() {
    return master;
  }

  /** The process of each worker. */
  public List<ProcessHandle> workers() {
    return processes.stream().skip(1).map(Process::toHandle).toList();
  }

  /** The executors that each worker started, by their ids. */
  List<List<String>> executorsOfWorkers() throws IOException {
    List<List<String>> executors = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      List<String> ids = new ArrayList<>();
      for (Path application : folders(workFolder(i))) {
        folders(application).forEach(executor -> ids.add(executor.getFileName().toString()));
      }
      executors.add(ids);
    }
    return executors;
  }

  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private synchronized void end() {
    processes.forEach(Launched::end);
    for (Process process : processes) {
      process.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    }
    processes.clear();
  }

  private Path workFolder(int worker) {
    return folder.resolve("work-" + worker);
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).toList();
    }
  }

  private void start(String name, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            Launched.QUICK_JVM,
            "-Dspark.master.rest.enabled=false",
            "-cp"));
    command.add(sparkHome.resolve("jars") + File.separator + "*");
    command.addAll(List.of(main, "--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(name).toFile());
    Launched.prepare(builder.environment());
    builder.environment().put("SPARK_HOME", sparkHome.toString());
    // Spark's start scripts would set it; without it a worker looks for a build of Spark.
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    processes.add(builder.start());
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private String await(String name, String pattern) throws IOException, InterruptedException {
    Pattern wanted = Pattern.compile(pattern);
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      Matcher matcher = wanted.matcher(Files.readString(log(name)));
      if (matcher.find()) {
        return matcher.group(1);
      }
      if (processes.stream().anyMatch(process -> !process.isAlive())) {
        break;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(
        "%s never said \"%s\":%n%s".formatted(name, pattern, Files.readString(log(name))));
  }
}
