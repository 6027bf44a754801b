package org.trustbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class is known by its name alone, whatever package it is in. */
class ClassNamesTest {
  private static final Path MAIN = Path.of("src/main/java");

  @Test
  void no_two_classes_have_one_name() throws IOException {
    try (Stream<Path> paths = Files.walk(MAIN)) {
      Map<String, List<Path>> byName =
          paths
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("package-info.java"))
              .collect(
                  Collectors.groupingBy(
                      path -> path.getFileName().toString(), TreeMap::new, Collectors.toList()));
      byName.values().removeIf(files -> files.size() == 1);

      assertThat(byName).as("give each the word of its field").isEmpty();
    }
  }
}
