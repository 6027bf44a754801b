package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.diff.Change;
import org.trustbench.diff.RevisionStep;
import org.trustbench.message.FailureCause;

/** Writes the differences of two releases to files. */
public final class DiffFiles {
  private DiffFiles() {}

  /**
   * Writes {@code changes.csv} and {@code revisions.csv}, new ones in place of older.
   *
   * @param audience whom the two releases are for
   * @return the folder they are in
   */
  public static Path write(
      Path folder, String audience, List<Change> changes, List<RevisionStep> steps) {
    try {
      Files.createDirectories(folder);
      CsvFile.write(folder.resolve("changes.csv"), Change.table(audience), changes);
      CsvFile.write(folder.resolve("revisions.csv"), RevisionStep.table(audience), steps);
      return folder;
    } catch (IOException e) {
      throw PipelineException.failed(
          "the differences %s cannot be written: %s".formatted(folder, FailureCause.of(e)), e);
    }
  }
}
