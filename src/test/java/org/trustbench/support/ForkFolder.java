package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what all tests of a JVM make once, deleted when the JVM ends. What one class or
 * method needs lies in its own {@code @TempDir}.
 */
public final class ForkFolder {
  private static final Path ROOT = made();

  private ForkFolder() {}

  /** A new, empty folder. */
  public static Path create(String prefix) throws IOException {
    return Files.createTempDirectory(ROOT, prefix);
  }

  /** A new, empty file. */
  public static Path file(String name) throws IOException {
    return Files.createTempFile(ROOT, "", name);
  }

  /** Where programs that tests start keep their own temporary files. */
  static Path root() {
    return ROOT;
  }

  private static Path made() {
    try {
      Path root = Files.createTempDirectory("trustbench-tests");
      // A server of PostgreSQL runs under a user of its own, who has to get through.
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("left behind: " + e);
    }
  }
}
