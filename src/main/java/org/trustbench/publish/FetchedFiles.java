package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.Place;

/**
 * Files of a folder as readers want them that know this machine alone: those of this machine where
 * they are, others as copies that nobody else may read, in a folder that goes with this process.
 */
final class FetchedFiles {
  private final Path folder;
  private Path copies;

  FetchedFiles(Path folder) {
    this.folder = folder;
  }

  /** Where a file of this content is. */
  synchronized Path path(String name, byte[] content) throws IOException {
    Path file = folder().resolve(name);
    if (copies != null && !Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    }
    return file;
  }

  /** The folder that they lie in. */
  synchronized Path folder() {
    if (Place.isLocal(folder)) {
      return folder;
    }
    if (copies == null) {
      copies = made();
    }
    return copies;
  }

  private static Path made() {
    try {
      Path made = Files.createTempDirectory("trustbench-release", PosixPermissions.folder());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made), "copies"));
      return made;
    } catch (IOException e) {
      throw PipelineException.failed(
          "no folder for copies of a release can be made: %s; name one by TMPDIR"
              .formatted(FailureCause.of(e)),
          e);
    }
  }

  private static void remove(Path made) {
    try {
      Release.delete(made);
    } catch (IOException | java.io.UncheckedIOException e) {
      // The process ends; nobody else may read what is left.
    }
  }
}
