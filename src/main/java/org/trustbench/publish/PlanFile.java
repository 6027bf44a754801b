package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.message.FailureCause;
import org.trustbench.plan.MeasurePlan;
import org.trustbench.plan.PlanTable;

/** Writes how many cases every measure needs to a CSV file, which is never for publication. */
public final class PlanFile {
  private PlanFile() {}

  /**
   * Writes the file, a new one in place of an older.
   *
   * @param output the folder that holds those of all audiences
   * @return where it is
   */
  public static Path write(Path output, Framework framework, List<MeasurePlan> plans) {
    Path file = AudienceFolder.internal(output).beside("plan").resolve(framework.id() + ".csv");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      CsvFile.write(file, PlanTable.in(framework.terms()), plans);
      return file;
    } catch (IOException e) {
      throw PipelineException.failed(
          "the plan %s cannot be written: %s".formatted(file, FailureCause.of(e)), e);
    }
  }
}
