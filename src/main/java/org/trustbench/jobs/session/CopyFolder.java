package org.trustbench.jobs.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.ingest.csv.NumberedFormat;
import org.trustbench.message.FailureCause;

/**
 * A temporary folder for copies of tables, which nobody else may read and which goes with the job.
 */
public final class CopyFolder implements AutoCloseable {
  private final List<Path> copies = new ArrayList<>();
  private Path folder;

  /** Whether there are copies. */
  public boolean isUsed() {
    return !copies.isEmpty();
  }

  /** The path of another copy, which is not there yet. */
  public Path next() {
    try {
      if (folder == null) {
        folder = Files.createTempDirectory("trustbench-tables", PosixPermissions.folder());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "removal of copies"));
      }
    } catch (IOException e) {
      throw PipelineException.failed(
          "no folder for copies of tables can be made: %s; name one by TMPDIR"
              .formatted(FailureCause.of(e)),
          e);
    }
    Path copy = folder.resolve(copies.size() + NumberedFormat.ENDING);
    copies.add(copy);
    return copy;
  }

  /** Removes the copies, and the folder with them. */
  @Override
  public synchronized void close() {
    try {
      if (folder != null && Files.exists(folder)) {
        try (var files = Files.list(folder)) {
          for (Path file : files.toList()) {
            Files.deleteIfExists(file);
          }
        }
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // It lies in a folder of temporary files, and nobody else may read it.
    }
  }
}
