package org.trustbench.ingest.spread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trustbench.framework.Form;
import org.trustbench.ingest.extract.ExtractReading;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.fill.Outcomes;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.folder.FolderSubmission;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.tasks.TaskRunner;

/** Reads one submission into what came of it: plain Java, no Spark and no lake. */
public final class SubmissionReader {
  /** The steps of an extract that is read without others. */
  private static final TaskRunner HERE = TaskRunner.here();

  private final Form form;
  private final double tolerance;

  /**
   * Makes a reader.
   *
   * @param tolerance the share of cells, 0 to 1, that may be rejected before a submission is
   *     refused
   */
  public SubmissionReader(Form form, double tolerance) {
    this.form = form;
    this.tolerance = tolerance;
  }

  /**
   * Reads a submission quickly, and once more, steadily, if it is refused: how far a file is read
   * before something in it is found that cannot be read depends on the pace.
   */
  public List<Filled> read(Submission submission) {
    if (submission.isExtract()) {
      return extract(ExtractReading.of(form.framework(), tolerance, submission, HERE));
    }
    List<Filled> quick = read(submission, ReadMode.QUICK);
    boolean isRefused = quick.get(0).reading().status() == Status.REFUSED;
    return isRefused ? read(submission, ReadMode.STEADY) : quick;
  }

  public List<Filled> read(Submission submission, ReadMode pace) {
    return submission.isExtract()
        ? extract(ExtractReading.at(form.framework(), tolerance, submission, pace, HERE))
        : List.of(new FolderSubmission(form, new Outcomes(form, tolerance), submission).read(pace));
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
