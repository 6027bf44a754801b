package org.trustbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;

/** The folder that everything measured works in, and the commands that are measured. */
final class Workshop {
  static final Path HOME = Path.of("").toAbsolutePath();
  private static final Path FOLDER = HOME.resolve("target/bench");
  private static final String NATIVE = "libduckdb_java.so_linux_amd64";

  /** Up to so many inspections DuckDB writes faster one after the other. */
  private static final int FEW_INSPECTIONS = 100;

  private final Framework framework = FrameworkReader.read("iaow-2013");

  Framework framework() {
    return framework;
  }

  Path folder(String name) {
    return FOLDER.resolve(name);
  }

  /** The path of a folder or file that is not there yet. */
  Path fresh(String name) throws IOException {
    delete(name);
    return folder(name);
  }

  void delete(String name) throws IOException {
    Path path = folder(name);
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  Measured run(List<String> command) throws IOException, InterruptedException {
    return Measured.run(HOME, folder("log"), command);
  }

  /** Lays the driver out unpacked, which saves the peers a third of a second, and the form. */
  void prepare() throws IOException {
    FormTables.write(framework, folder("form"));
    Path driver = fresh("driver");
    Path jar;
    try (Stream<Path> jars = Files.list(HOME.resolve("target/drivers"))) {
      jar = jars.filter(one -> one.toString().contains("duckdb")).findFirst().orElseThrow();
    }
    try (JarFile packed = new JarFile(jar.toFile())) {
      for (var entry : packed.stream().filter(one -> !one.isDirectory()).toList()) {
        boolean isNative = entry.getName().contains("libduckdb_java");
        if (!isNative || entry.getName().equals(NATIVE)) {
          Path file = driver.resolve(isNative ? "libduckdb_java.so" : entry.getName());
          Files.createDirectories(file.getParent());
          try (var in = packed.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
  }

  /** Makes the archive of classes anew, as the first run after a build does. */
  Measured makeArchive() throws IOException, InterruptedException {
    Files.deleteIfExists(HOME.resolve("target/trustbench.jsa"));
    return run(List.of("jobs/run", "--help"));
  }

  /** Runs the script that is tuned; what it wrote is then in the folder {@code peer}. */
  Measured tuned(Path sent) throws IOException, InterruptedException {
    boolean areFew = Input.inspections(sent).size() <= FEW_INSPECTIONS;
    return peer(
        sent, List.of("cases.sql", "tuned.sql", areFew ? "tuned-few.sql" : "tuned-many.sql"));
  }

  /** Runs the script that is straightforward; what it wrote is then in the folder {@code peer}. */
  Measured straightforward(Path sent) throws IOException, InterruptedException {
    return peer(sent, List.of("cases.sql", "straightforward.sql"));
  }

  /** Runs the script for one extract; what it wrote is then in the folder {@code peer}. */
  Measured extract(Path sent) throws IOException, InterruptedException {
    return peer(sent, List.of("extract.sql"));
  }

  private Measured peer(Path sent, List<String> scripts) throws IOException, InterruptedException {
    Path out = fresh("peer");
    Files.createDirectories(out.resolve("judgements"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Djava.library.path=" + folder("driver"),
                "-cp",
                classes() + ":" + folder("driver"),
                Peer.class.getName(),
                sent.toString(),
                folder("form").toString(),
                out.toString()));
    arguments.addAll(scripts);
    return run(java(arguments));
  }

  /**
   * Runs the script in R that does the whole job; what it wrote is then in the folder {@code peer}.
   */
  Measured analyst(Path sent) throws IOException, InterruptedException {
    Path out = fresh("peer");
    Files.createDirectories(out);
    String script = HOME.resolve("target/test-classes/org/trustbench/bench/analyst.R").toString();
    return run(
        List.of(
            "Rscript",
            "--vanilla",
            script,
            sent.toString(),
            folder("form").toString(),
            out.toString()));
  }

  /** Runs the byte loop over what was sent. */
  Measured limit(Path sent) throws IOException, InterruptedException {
    return run(java(List.of("-cp", classes(), ByteLoop.class.getName(), sent.toString())));
  }

  /** A JVM set up to start fast. */
  private static List<String> java(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto"));
    command.addAll(arguments);
    return command;
  }

  private static String classes() {
    return HOME.resolve("target/test-classes").toString();
  }
}
