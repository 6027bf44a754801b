package org.trustbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a whole process took, cold: from its start to its end, by Linux's own account.
 *
 * @param cpuSeconds of the process and of those it waited for
 * @param peakMegabytes the most memory that it held
 */
record Measured(double wallSeconds, double cpuSeconds, double peakMegabytes) {
  private static final int LOOK_EVERY_MILLISECONDS = 10;

  /** Clock ticks a second in {@code /proc}, the same on every Linux that Java runs on. */
  private static final double TICKS = 100;

  /** Settings of whoever runs this, which are not to reach what is measured. */
  private static final List<String> FOREIGN =
      List.of("SPARK_HOME", "SPARK_CONF_DIR", "SPARK_SUBMIT_OPTS", "TRUSTBENCH_JAVA_OPTS");

  /** Runs a command to its end; what it prints is added to a log. */
  static Measured run(Path home, Path log, List<String> command)
      throws IOException, InterruptedException {
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(FOREIGN);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    long start = System.nanoTime();
    Process process = builder.start();
    double cpu = 0;
    double peak = 0;
    boolean isOver = false;
    while (!isOver) {
      cpu = Math.max(cpu, cpuSeconds(process.pid()));
      peak = Math.max(peak, peakMegabytes(process.pid()));
      isOver = process.waitFor(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with %d: see %s".formatted(command, process.exitValue(), log));
    }
    return new Measured(wall, cpu, peak);
  }

  private static double cpuSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name, in brackets, may hold spaces; user and system time are the 14th to 17th field.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double ticks = 0;
      for (int field = 14; field <= 17; field++) {
        ticks += Long.parseLong(fields[field - 3]);
      }
      return ticks / TICKS;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static double peakMegabytes(long pid) {
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
}
