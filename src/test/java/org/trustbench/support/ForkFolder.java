package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that all tests of a JVM may use, deleted when it ends. */
final class ForkFolder {
  private static final Path ROOT = made();

  private ForkFolder() {}

  /** A new, empty folder. */
  static Path create(String prefix) throws IOException {
    return Files.createTempDirectory(ROOT, prefix);
  }

  private static Path made() {
    try {
      Path root = Files.createTempDirectory("trustbench-tests");
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
    } catch (IOException e) {
      System.err.println("left behind: " + e);
    }
  }
}
