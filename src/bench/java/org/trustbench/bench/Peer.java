package org.trustbench.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A script in SQL, run by DuckDB in a process of its own; says what each statement took. */
public final class Peer {
  private Peer() {}

  /** Runs scripts: the landing folder, the folder of the form, the folder to fill, their names. */
  public static void main(String[] arguments) throws IOException, SQLException {
    StringBuilder scripts = new StringBuilder();
    for (String name : Arrays.asList(arguments).subList(3, arguments.length)) {
      scripts.append(text(name));
    }
    String script =
        scripts
            .toString()
            .replace("${sent}", arguments[0])
            .replace("${form}", arguments[1])
            .replace("${out}", arguments[2]);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\\s*\n", -1)) {
        long start = System.nanoTime();
        for (String one :
            sql.isBlank() ? List.<String>of() : perFolder(sql, Path.of(arguments[0]))) {
          statement.execute(one);
        }
        System.out.printf(
            "%6d ms  %s%n",
            (System.nanoTime() - start) / 1_000_000,
            sql.strip().lines().filter(line -> !line.startsWith("--")).findFirst().orElse(""));
      }
    }
  }

  /** A statement that names a folder is one for each inspection sent. */
  private static List<String> perFolder(String sql, Path sent) throws IOException {
    if (!sql.contains("${folder}")) {
      return List.of(sql);
    }
    try (Stream<Path> folders = Files.list(sent)) {
      return folders
          .sorted()
          .map(f -> sql.replace("${folder}", f.getFileName().toString()))
          .toList();
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Peer.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
