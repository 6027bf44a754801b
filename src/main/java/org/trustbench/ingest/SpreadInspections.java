package org.trustbench.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trustbench.Failpoint;
import org.trustbench.Workers;
import org.trustbench.audit.Appended;
import org.trustbench.audit.Audit;
import org.trustbench.audit.Fault;
import org.trustbench.audit.Thresholds;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.Reading.Filled;
import org.trustbench.lake.InspectionSource;
import org.trustbench.lake.InspectionWriter;
import org.trustbench.lake.InspectionWriter.Written;
import org.trustbench.lake.StoredInspection;
import org.trustbench.lake.StoredRows;
import org.trustbench.matrix.Differences;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Tallier;

/**
 * Spreads inspections over cores and machines, one task for each: from files, or from the lake when
 * only measures have changed.
 */
public final class SpreadInspections {
  private SpreadInspections() {}

  /**
   * What came of one inspection, and the files its rows were written to.
   *
   * @param judgementsDiffering from the submission it would replace; null if there is none
   * @param fault what an audit of the stored rows found; null if nothing
   */
  public record Ingested(Reading reading, Written written, Long judgementsDiffering, Fault fault)
      implements Serializable {}

  /**
   * What tasks work with.
   *
   * @param pseudonyms what stands for case ids in what is stored
   * @param present the rows that each inspection stands on now
   */
  record Tools(
      Framework framework,
      InspectionWriter writer,
      InspectionSource source,
      double tolerance,
      Thresholds thresholds,
      Pseudonyms pseudonyms,
      HashMap<String, StoredRows> present)
      implements Serializable {}

  /**
   * A stored inspection whose tallies are wanted.
   *
   * @param sourceBytes how much was sent of it
   */
  public record Stored(StoredRows rows, String inspectionId, long sourceBytes)
      implements Serializable {}

  /** Reads, stores, tallies and audits submissions. */
  static List<Ingested> overFiles(Workers workers, List<Submission> submissions, Tools tools) {
    long bytes = submissions.stream().mapToLong(Submission::bytes).sum();
    return workers
        .each(submissions, bytes, one -> ingested(one, Form.of(tools.framework()), tools))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Tallies stored inspections anew. */
  public static List<Written> overLake(
      Workers workers,
      List<Stored> stored,
      Framework framework,
      InspectionSource source,
      InspectionWriter writer) {
    long bytes = stored.stream().mapToLong(Stored::sourceBytes).sum();
    return workers.each(
        stored,
        bytes,
        inspection -> {
          Form form = Form.of(framework);
          JudgementMatrix matrix = source.stored(form, inspection.rows()).matrix();
          return writer.writeTallies(
              inspection.rows().submissionHash(),
              new Tallier(form).tally(inspection.inspectionId(), matrix));
        });
  }

  private static List<Ingested> ingested(Submission submission, Form form, Tools tools)
      throws IOException {
    List<Ingested> done = new ArrayList<>();
    for (Filled filled : new SubmissionReader(form, tools.tolerance()).read(submission)) {
      done.add(
          filled.matrix() == null
              ? new Ingested(
                  filled.reading().withoutRejects(),
                  tools
                      .writer()
                      .writeRejects(
                          filled.reading().submissionHash(),
                          LakeRows.rejects(filled.reading(), tools.writer().ingestId())),
                  null,
                  null)
              : accepted(submission, filled, form, tools));
    }
    return done;
  }

  private static Ingested accepted(Submission submission, Filled filled, Form form, Tools tools)
      throws IOException {
    Reading reading = filled.reading();
    String inspectionId = reading.manifest().inspectionId();
    UnaryOperator<String> pseudonym = tools.pseudonyms().ofInspection(inspectionId);
    filled.matrix().rename(id -> pseudonym.apply(Spelling.folded(id)));
    Written written =
        tools
            .writer()
            .write(
                reading.submissionHash(),
                inspectionId,
                form,
                filled.matrix(),
                submission.files().stream().map(Submission.SentFile::name).toList(),
                LakeRows.rejects(reading, tools.writer().ingestId()),
                new Tallier(form).tally(inspectionId, filled.matrix()));
    Failpoint.INSPECTION_STORED.reached();
    StoredInspection stored = tools.source().stored(form, written);
    StoredRows replaced = tools.present().get(inspectionId);
    Differences differences =
        replaced == null
            ? null
            : Differences.between(tools.source().stored(form, replaced).matrix(), stored.matrix());
    Optional<Fault> fault =
        Audit.first(
            new Appended(
                form,
                inspectionId,
                LakeRows.files(reading, tools.writer().ingestId()),
                stored,
                differences),
            tools.thresholds());
    return new Ingested(
        reading.withoutRejects(),
        written,
        differences == null ? null : differences.judgementsDiffering(),
        fault.orElse(null));
  }
}
