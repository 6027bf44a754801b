package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.diff.FigureDifference;
import org.trustbench.diff.RevisionStep;
import org.trustbench.disclosure.Audience;
import org.trustbench.message.FailureCause;

/**
 * Writes the differences of two releases to files. They are never for publication, since they tell
 * of every revision how many judgements it changed.
 */
public final class DiffFiles {
  private DiffFiles() {}

  /**
   * Writes {@code changes.csv} and {@code revisions.csv}, new ones in place of older.
   *
   * @param output the folder that holds those of all audiences
   * @param name of the folder that they lie in
   * @return that folder
   */
  public static Path write(
      Path output, String name, List<FigureDifference> changes, List<RevisionStep> steps) {
    Path folder = AudienceFolder.internal(output).beside("diff").resolve(name);
    String audience = Audience.INTERNAL.label();
    try {
      Files.createDirectories(folder);
      CsvFile.write(folder.resolve("changes.csv"), FigureDifference.table(audience), changes);
      CsvFile.write(folder.resolve("revisions.csv"), RevisionStep.table(audience), steps);
      return folder;
    } catch (IOException e) {
      throw PipelineException.failed(
          "the differences %s cannot be written: %s".formatted(folder, FailureCause.of(e)), e);
    }
  }
}
