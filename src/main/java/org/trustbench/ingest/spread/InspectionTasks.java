package org.trustbench.ingest.spread;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.extract.ExtractReading;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.store.InspectionBatch;
import org.trustbench.ingest.store.InspectionBatch.IngestedBatch;
import org.trustbench.ingest.store.InspectionBatch.Tools;
import org.trustbench.lake.read.InspectionSource;
import org.trustbench.lake.read.StoredInspection;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.write.InspectionWriter;
import org.trustbench.lake.write.InspectionWriter.Scored;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.rating.CaseResampling;
import org.trustbench.rating.RatingDecision;
import org.trustbench.reading.FirstReadings;
import org.trustbench.reading.PairedReadings;
import org.trustbench.tally.CaseSums;
import org.trustbench.tally.Tallier;
import org.trustbench.tasks.TaskRunner;
import org.trustbench.tasks.ThreadPool;

/**
 * Spreads inspections over cores and machines, a batch of them to a task: from files, or from the
 * lake when only measures have changed.
 */
public final class InspectionTasks {
  private InspectionTasks() {}

  /**
   * A stored inspection whose tallies are wanted.
   *
   * @param formVersion the version of the form it was made by
   * @param bytes about how much was sent of it
   */
  public record Stored(StoredRows rows, String inspectionId, String formVersion, long bytes)
      implements Serializable {

    /** The inspection of a submission that a lake holds. */
    public static Stored of(SubmissionsTable.Row row, Framework framework) {
      return new Stored(
          row.stored(),
          row.inspectionId(),
          row.inspection().formVersion(),
          row.ownBytes(framework.questions().size()));
    }
  }

  /** Reads, stores, tallies and audits submissions. */
  public static List<IngestedBatch> overFiles(
      TaskRunner runner, List<Submission> submissions, Tools tools) {
    List<Submission> folders = submissions.stream().filter(one -> !one.isExtract()).toList();
    long bytes = folders.stream().mapToLong(Submission::bytes).sum();
    List<IngestedBatch> done = new ArrayList<>();
    if (!folders.isEmpty()) {
      done.addAll(
          runner.each(
              TaskBatches.of(folders, Submission::bytes), bytes, batch -> ingested(batch, tools)));
    }
    submissions.stream()
        .filter(Submission::isExtract)
        .forEach(extract -> done.addAll(overExtract(runner, extract, tools)));
    return done;
  }

  private static List<IngestedBatch> overExtract(
      TaskRunner runner, Submission extract, Tools tools) {
    try (ExtractReading reading =
        ExtractReading.of(tools.framework(), tools.tolerance(), extract, runner)) {
      List<IngestedBatch> done =
          new ArrayList<>(List.of(stored(extract, List.of(reading.whole()), tools)));
      done.addAll(reading.inspections(inspections -> stored(extract, inspections, tools)));
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IngestedBatch stored(Submission extract, List<Filled> inspections, Tools tools)
      throws IOException {
    InspectionBatch batch = new InspectionBatch(Codebook.of(tools.framework()), tools);
    for (Filled filled : inspections) {
      batch.add(extract, filled);
    }
    return batch.stored();
  }

  /** Tallies stored inspections anew. */
  public static List<Written> overLake(
      TaskRunner runner,
      List<Stored> stored,
      Framework framework,
      InspectionSource source,
      InspectionWriter writer) {
    return overMatrices(
        runner,
        stored,
        framework,
        source,
        (codebook, matrices) -> {
          List<Scored> scored = new ArrayList<>();
          for (Map.Entry<Stored, JudgementMatrix> one : matrices.entrySet()) {
            String id = one.getKey().inspectionId();
            scored.add(
                new Scored(
                    one.getKey().rows().submissionHash(),
                    id,
                    new Tallier(codebook.atForm(one.getKey().formVersion()))
                        .tally(id, one.getValue())));
          }
          return writer.writeTallies(scored);
        });
  }

  /** Draws the cases of stored inspections again, and rates each draw. */
  public static List<CaseResampling> resampled(
      TaskRunner runner, List<Stored> stored, Framework framework, InspectionSource source) {
    return flat(
        overMatrices(runner, stored, framework, source, ofEach(InspectionTasks::resampled)));
  }

  /** Sets the second readings of stored inspections beside the first. */
  public static List<PairedReadings> paired(
      TaskRunner runner, List<Stored> stored, Framework framework, InspectionSource source) {
    return flat(
        overMatrices(
            runner,
            stored,
            framework,
            source,
            ofEach((codebook, one, matrix) -> PairedReadings.of(codebook, matrix))));
  }

  /**
   * What each inspector judged of the cases of stored inspections, on one measure: by threads of
   * this process, since the cases are few and no cluster is to be started for them alone.
   */
  public static List<FirstReadings> firstReadings(
      List<Stored> stored, Framework framework, String measureId, InspectionSource source) {
    OfMatrices<ArrayList<FirstReadings>> ofMatrices =
        ofEach(
            (codebook, one, matrix) ->
                FirstReadings.of(codebook, measureId, one.inspectionId(), matrix));
    return flat(
        ThreadPool.each(
            ThreadPool.all(), batches(stored), ofMatrices(framework, source, ofMatrices)));
  }

  private static CaseResampling resampled(Codebook codebook, Stored one, JudgementMatrix matrix) {
    RatingDecision decision = new RatingDecision(codebook.framework());
    return CaseResampling.of(
        decision, one.inspectionId(), CaseSums.of(codebook, decision.measures(), matrix));
  }

  /** What is made of a batch of inspections read from the lake; travels to tasks. */
  private interface OfMatrices<R extends Serializable> extends Serializable {
    R make(Codebook codebook, Map<Stored, JudgementMatrix> matrices) throws IOException;
  }

  /** What is made of one inspection by its own version of the form; travels to tasks. */
  private interface OfMatrix<R> extends Serializable {
    R make(Codebook codebook, Stored one, JudgementMatrix matrix);
  }

  private static <R> OfMatrices<ArrayList<R>> ofEach(OfMatrix<R> ofMatrix) {
    return (codebook, matrices) -> {
      ArrayList<R> made = new ArrayList<>();
      matrices.forEach(
          (one, matrix) ->
              made.add(ofMatrix.make(codebook.atForm(one.formVersion()), one, matrix)));
      return made;
    };
  }

  private static <R> List<R> flat(List<ArrayList<R>> batches) {
    return batches.stream().flatMap(List::stream).toList();
  }

  private static <R extends Serializable> List<R> overMatrices(
      TaskRunner runner,
      List<Stored> stored,
      Framework framework,
      InspectionSource source,
      OfMatrices<R> ofMatrices) {
    return runner.each(
        batches(stored),
        stored.stream().mapToLong(Stored::bytes).sum(),
        ofMatrices(framework, source, ofMatrices));
  }

  private static List<ArrayList<Stored>> batches(List<Stored> stored) {
    return TaskBatches.of(
        stored.stream().sorted(Comparator.comparing(Stored::inspectionId)).toList(), Stored::bytes);
  }

  private static <R extends Serializable> TaskRunner.Task<ArrayList<Stored>, R> ofMatrices(
      Framework framework, InspectionSource source, OfMatrices<R> ofMatrices) {
    return batch -> {
      Codebook codebook = Codebook.of(framework);
      Map<StoredRows, StoredInspection> rows =
          source.stored(
              codebook,
              batch.stream().map(Stored::rows).collect(Collectors.toSet()),
              batch.stream().map(Stored::inspectionId).toList());
      Map<Stored, JudgementMatrix> matrices = new LinkedHashMap<>();
      batch.forEach(one -> matrices.put(one, rows.get(one.rows()).matrix()));
      return ofMatrices.make(codebook, matrices);
    };
  }

  private static IngestedBatch ingested(List<Submission> batch, Tools tools) throws IOException {
    Codebook codebook = Codebook.of(tools.framework());
    SubmissionReader reader = new SubmissionReader(codebook, tools.tolerance());
    InspectionBatch inspections = new InspectionBatch(codebook, tools);
    for (Submission submission : batch) {
      for (Filled filled : reader.read(submission)) {
        inspections.add(submission, filled);
      }
    }
    return inspections.stored();
  }
}
