package org.trustbench.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.Reading.Filled;
import org.trustbench.lake.InspectionSource;
import org.trustbench.lake.InspectionWriter;
import org.trustbench.lake.InspectionWriter.Written;
import org.trustbench.lake.RejectsTable;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Tallier;

/**
 * Spreads inspections over cores and machines, one task for each: from files, or from the lake when
 * only measures have changed. Inside a task there is no Spark.
 */
public final class SpreadInspections {
  private SpreadInspections() {}

  /** What came of one inspection, and the files its rows were written to. */
  public record Ingested(Reading reading, Written written) implements Serializable {}

  /** A stored inspection whose tallies are wanted. */
  public record Stored(String submissionHash, String inspectionId) implements Serializable {}

  /** Reads, stores and tallies submissions; case ids are stored as pseudonyms. */
  public static List<Ingested> overFiles(
      JavaSparkContext spark,
      List<Submission> submissions,
      Framework framework,
      InspectionWriter writer,
      double tolerance,
      Pseudonyms pseudonyms) {
    return spark
        .parallelize(submissions, submissions.size())
        .mapPartitions(
            part -> {
              Form form = new Form(framework);
              List<Ingested> done = new ArrayList<>();
              while (part.hasNext()) {
                done.addAll(ingested(part.next(), form, writer, tolerance, pseudonyms));
              }
              return done.iterator();
            })
        .collect();
  }

  /** Tallies stored inspections anew. */
  public static List<Written> overLake(
      JavaSparkContext spark,
      List<Stored> stored,
      Framework framework,
      InspectionSource source,
      InspectionWriter writer) {
    return spark
        .parallelize(stored, stored.size())
        .mapPartitions(
            part -> {
              Form form = new Form(framework);
              Tallier tallier = new Tallier(form);
              List<Written> done = new ArrayList<>();
              while (part.hasNext()) {
                Stored inspection = part.next();
                JudgementMatrix matrix = source.matrix(inspection.submissionHash(), form).matrix();
                done.add(
                    writer.writeTallies(
                        inspection.submissionHash(),
                        tallier.tally(inspection.inspectionId(), matrix)));
              }
              return done.iterator();
            })
        .collect();
  }

  private static List<Ingested> ingested(
      Submission submission,
      Form form,
      InspectionWriter writer,
      double tolerance,
      Pseudonyms pseudonyms)
      throws IOException {
    List<Ingested> done = new ArrayList<>();
    for (Filled filled : new SubmissionReader(form, tolerance).read(submission)) {
      Reading reading = filled.reading();
      List<RejectsTable.Row> rejects = rejects(reading);
      Written written;
      if (filled.matrix() == null) {
        written = writer.writeRejects(reading.submissionHash(), rejects);
      } else {
        String inspectionId = reading.manifest().inspectionId();
        filled.matrix().rename(pseudonyms.ofInspection(inspectionId));
        written =
            writer.write(
                reading.submissionHash(),
                inspectionId,
                form,
                filled.matrix(),
                submission.files().stream().map(Submission.SentFile::name).toList(),
                rejects,
                new Tallier(form).tally(inspectionId, filled.matrix()));
      }
      done.add(new Ingested(reading.withoutRejects(), written));
    }
    return done;
  }

  static List<RejectsTable.Row> rejects(Reading reading) {
    return reading.rejects().stream()
        .map(
            reject ->
                new RejectsTable.Row(
                    reading.submissionHash(),
                    reject.file(),
                    reject.line(),
                    reject.rule(),
                    reject.reason(),
                    reject.cells()))
        .toList();
  }
}
