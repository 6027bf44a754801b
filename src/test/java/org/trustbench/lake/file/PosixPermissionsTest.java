package org.trustbench.lake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.lake.Lake;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.TinyFramework;

/** Whatever the umask, an embedded lake is for its owner's eyes only. */
class PosixPermissionsTest {
  @TempDir Path folder;

  @Test
  void every_file_and_folder_of_a_lake_is_readable_by_its_owner_alone() throws IOException {
    assumeThat(permissions(Files.createFile(folder.resolve("ordinary"))))
        .as("a umask that lets others read")
        .isEqualTo("rw-r--r--");
    Path within = folder.resolve("deep/lake");
    try (Lake lake = LakeFolder.open(TinyFramework.read(), within)) {
      lake.submissions().commit(known -> known);

      Map<String, String> all = permissions();
      assertThat(all.keySet())
          .anyMatch(name -> name.endsWith("catalog.sqlite"))
          .anyMatch(name -> name.endsWith("catalog.sqlite-wal"))
          .anyMatch(name -> name.endsWith("catalog.sqlite-shm"))
          .anyMatch(name -> name.endsWith(".metadata.json"))
          .anyMatch(name -> name.endsWith("warehouse/schools/cases/metadata"));
      assertThat(all).allSatisfy((name, mode) -> assertThat(mode).as(name).matches("rw[x-]------"));
    }
  }

  private Map<String, String> permissions() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder.resolve("deep"))) {
      paths.forEach(path -> all.put(path.toString(), permissions(path)));
    }
    return all;
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
