package org.trustbench.ingest.spread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.extract.ExtractReading;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.folder.FolderSubmission;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.tasks.TaskRunner;

/** Reads one submission into what came of it: plain Java, no Spark and no lake. */
public final class SubmissionReader {
  /** The steps of an extract that is read without others. */
  private static final TaskRunner HERE = TaskRunner.here();

  private final Codebook codebook;
  private final double tolerance;

  /**
   * Makes a reader.
   *
   * @param tolerance the share of cells, 0 to 1, that may be rejected before a submission is
   *     refused
   */
  public SubmissionReader(Codebook codebook, double tolerance) {
    this.codebook = codebook;
    this.tolerance = tolerance;
  }

  public List<Filled> read(Submission submission) {
    return read(submission, ExtractReading.SLICE);
  }

  /**
   * Reads a submission, which comes to the same whatever the slices.
   *
   * @param bytes of the slices that large files of an extract are read in
   */
  public List<Filled> read(Submission submission, long bytes) {
    return submission.isExtract()
        ? extract(ExtractReading.of(codebook.framework(), tolerance, submission, bytes, HERE))
        : List.of(
            new FolderSubmission(codebook, new ReadOutcomes(codebook, tolerance), submission)
                .read());
  }

  private static List<Filled> extract(ExtractReading opened) {
    try (ExtractReading reading = opened) {
      List<Filled> filled = new ArrayList<>(List.of(reading.whole()));
      reading.inspections(inspections -> inspections).stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparing(one -> one.reading().manifest().trustId()))
          .forEach(filled::add);
      return filled;
    }
  }
}
