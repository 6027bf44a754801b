package org.trustbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No test leaves a folder behind: what one class or method makes lies in its {@code @TempDir}, what
 * all of a JVM share in {@code ForkFolder}, and both are deleted.
 */
class TestFoldersTest {
  private static final Path TESTS = Path.of("src/test/java");

  /** A folder or file in the machine's own folder for such, since none is named. */
  private static final Pattern UNPLACED =
      Pattern.compile("createTemp(?:Directory|File)\\(\\s*\"|\\.createTempFile\\(\\s*null");

  /** The shared folder itself, and inputs that a failing test keeps for whoever looks into it. */
  private static final List<String> APART =
      List.of("ForkFolder.java", "HostileInputTest.java", "HostileWorkbookTest.java");

  @Test
  void tests_make_no_folder_that_nothing_deletes() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !APART.contains(file.getFileName().toString()))
              .filter(TestFoldersTest::isUnplaced)
              .toList();

      assertThat(found).as("take @TempDir, or ForkFolder.create for what tests share").isEmpty();
    }
  }

  private static boolean isUnplaced(Path file) {
    try {
      return UNPLACED.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
