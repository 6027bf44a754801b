package org.trustbench.synth;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;

/**
 * Writes inspections as trusts would send them: a folder per inspection with {@code
 * inspection.json} and either {@code cases.csv} and {@code judgements.csv} (long or wide) or {@code
 * cases.jsonl}, gzipped where the format says so. The same inspection makes the same bytes.
 */
public final class ProgrammeWriter {
  private static final List<String> OURS =
      List.of(
          "cases.csv",
          "judgements.csv",
          "cases.jsonl",
          "cases.csv.gz",
          "judgements.csv.gz",
          "cases.jsonl.gz",
          "second-readings.csv",
          "second-readings.csv.gz");

  private ProgrammeWriter() {}

  /**
   * Writes a whole programme, one inspection at a time on each core.
   *
   * @return the number of judgements asked for
   * @throws PipelineException if the folder cannot be written
   */
  public static long write(SyntheticProgramme programme, Path folder) {
    return programme
        .inspections()
        .parallel()
        .mapToLong(
            inspection -> {
              write(inspection, folder);
              return inspection.judgements();
            })
        .sum();
  }

  /**
   * Writes one inspection into a folder of its own below {@code folder}, replacing what this writer
   * wrote there before.
   *
   * @return its folder
   */
  public static Path write(SyntheticInspection inspection, Path folder) {
    Path own = folder.resolve(inspection.inspectionId());
    try {
      Files.createDirectories(own);
      for (String file : OURS) {
        Files.deleteIfExists(own.resolve(file));
      }
      Files.writeString(own.resolve("inspection.json"), SyntheticManifest.json(inspection));
      FileFormat format = inspection.trust().format();
      switch (format.shape()) {
        case LONG -> {
          writeFile(own, "cases", inspection, CaseFiles::writeCases);
          writeFile(own, "judgements", inspection, JudgementFiles::writeLong);
          if (inspection.team().isOfProgramme()) {
            writeFile(own, "second-readings", inspection, JudgementFiles::writeSecondLong);
          }
        }
        case WIDE -> {
          writeFile(own, "cases", inspection, CaseFiles::writeCases);
          writeFile(own, "judgements", inspection, JudgementFiles::writeWide);
          if (inspection.team().isOfProgramme()) {
            writeFile(own, "second-readings", inspection, JudgementFiles::writeSecondWide);
          }
        }
        case JSON_LINES -> writeFile(own, "cases", inspection, CaseFiles::writeJsonLines);
      }
      return own;
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be written: %s".formatted(own, FailureCause.of(e)), e);
    }
  }

  /** Writes the content of one file. */
  private interface Content {
    void write(SyntheticInspection inspection, OutputStream out) throws IOException;
  }

  private static void writeFile(
      Path folder, String stem, SyntheticInspection inspection, Content content)
      throws IOException {
    FileFormat format = inspection.trust().format();
    try (OutputStream file = Files.newOutputStream(folder.resolve(format.fileName(stem)));
        OutputStream packed = format.isGzipped() ? CellBytes.gzip(file) : file;
        OutputStream out = new BufferedOutputStream(packed, 1 << 16)) {
      if (format.hasByteOrderMark()) {
        out.write(CellBytes.bytes("\uFEFF"));
      }
      content.write(inspection, out);
    }
  }
}
