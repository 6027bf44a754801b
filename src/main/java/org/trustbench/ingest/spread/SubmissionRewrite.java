package org.trustbench.ingest.spread;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.plan.DuplicateClaims;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.store.LakeRows;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.lake.Lake;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.write.InspectionWriter;
import org.trustbench.lake.write.InspectionWriter.Accepted;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.tasks.TaskRunner;

/**
 * Reads submissions once more that the lake knows, to write again what it has lost of them: only
 * what is sent in the same bytes and read in the same way comes to the same hash, and only that is
 * written.
 */
public final class SubmissionRewrite {
  private final Lake lake;
  private final double tolerance;
  private final Pseudonyms pseudonyms;

  /**
   * Makes a reader.
   *
   * @param tolerance share of cells, 0 to 1, that may be rejected before a submission is refused
   * @param pseudonyms what stands for case ids in the lake
   */
  public SubmissionRewrite(Lake lake, double tolerance, Pseudonyms pseudonyms) {
    this.lake = lake;
    this.tolerance = tolerance;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Rows that are to be written again.
   *
   * @param tables those that they are lost from
   */
  public record Wanted(SubmissionsTable.Row row, Set<String> tables) {}

  /**
   * Rows that were written again, and no reader sees yet.
   *
   * @param files the accounts of what was sent
   */
  public record Again(StoredRows rows, Written written, List<FilesTable.Row> files)
      implements Serializable {}

  private record Target(
      InspectionWriter writer, StoredRows rows, SubmissionStatus status, Set<String> tables)
      implements Serializable {}

  private record Source(Submission submission, Refusal disputed, ArrayList<Target> targets)
      implements Serializable {}

  /** Whether a submission is read in the same way under some framework as it was then. */
  public boolean isReadAlike(SubmissionsTable.Row row, Framework framework) {
    return ContentHashes.formHash(framework, tolerance).equals(row.formHash());
  }

  /** Reads what is there of the submissions wanted; what is not sent stays away. */
  public List<Again> read(
      List<Submission> sent,
      Collection<Framework> frameworks,
      List<Wanted> wanted,
      TaskRunner runner) {
    Set<Long> sizes =
        wanted.stream().map(one -> one.row().sourceBytes()).collect(Collectors.toSet());
    Map<String, Submission> bySource = new LinkedHashMap<>();
    for (Submission one : sent) {
      if (sizes.contains(one.bytes())) {
        bySource.put(ContentHashes.sourceHash(one, ContentHashes.digests(one)), one);
      }
    }
    List<Again> again = new ArrayList<>();
    List<Wanted> left = new ArrayList<>(wanted);
    for (Framework framework : frameworks) {
      List<Wanted> alike =
          left.stream()
              .filter(one -> isReadAlike(one.row(), framework))
              .filter(one -> isReadable(bySource.get(one.row().sourceHash()), framework))
              .toList();
      left.removeAll(alike);
      again.addAll(read(sources(sent, bySource, framework, alike), framework, runner));
    }
    return again;
  }

  private static boolean isReadable(Submission submission, Framework framework) {
    return submission != null
        && (!submission.isExtract()
            || framework.layouts().stream()
                .anyMatch(layout -> layout.id().equals(submission.layout())));
  }

  private List<Source> sources(
      List<Submission> sent,
      Map<String, Submission> bySource,
      Framework framework,
      List<Wanted> wanted) {
    Map<Submission, Refusal> disputed =
        wanted.isEmpty() ? Map.of() : DuplicateClaims.disputed(sent, framework);
    Map<String, InspectionWriter> writers = new HashMap<>();
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Wanted one : wanted) {
      Submission submission = bySource.get(one.row().sourceHash());
      boolean isDisputed = one.row().rule().equals(RejectRule.DUPLICATE_INSPECTION.id());
      sources
          .computeIfAbsent(
              isDisputed + one.row().sourceHash(),
              source ->
                  new Source(
                      submission, isDisputed ? disputed.get(submission) : null, new ArrayList<>()))
          .targets()
          .add(
              new Target(
                  writers.computeIfAbsent(
                      one.row().ingestId(), id -> lake.with(framework).inspectionWriter(id)),
                  one.row().stored(),
                  one.row().status(),
                  one.tables()));
    }
    return List.copyOf(sources.values());
  }

  private List<Again> read(List<Source> sources, Framework framework, TaskRunner runner) {
    long bytes = sources.stream().mapToLong(source -> source.submission().bytes()).sum();
    Pseudonyms names = pseudonyms;
    double most = tolerance;
    return sources.isEmpty()
        ? List.of()
        : runner
            .each(sources, bytes, source -> again(source, Codebook.of(framework), most, names))
            .stream()
            .flatMap(List::stream)
            .toList();
  }

  private static List<Again> again(
      Source source, Codebook codebook, double tolerance, Pseudonyms pseudonyms)
      throws IOException {
    List<Filled> read =
        source.disputed() == null
            ? new SubmissionReader(codebook, tolerance).read(source.submission())
            : List.of(
                new Filled(
                    ReadOutcomes.refusedUnread(source.submission(), source.disputed()), null));
    List<Again> again = new ArrayList<>();
    for (Filled filled : read) {
      if (filled.matrix() != null) {
        pseudonyms.replaceIds(filled.matrix(), filled.reading().manifest().inspectionId());
      }
      for (Target target : source.targets()) {
        if (target.rows().submissionHash().equals(filled.reading().submissionHash())
            && target.status().isStored() == (filled.matrix() != null)) {
          again.add(written(source.submission(), filled, codebook, target));
        }
      }
    }
    return again;
  }

  private static Again written(
      Submission submission, Filled filled, Codebook codebook, Target target) throws IOException {
    ReadOutcome reading = filled.reading();
    var rejects = LakeRows.rejects(reading, target.rows().ingestId());
    Optional<Accepted> accepted =
        Optional.ofNullable(filled.matrix())
            .map(
                matrix ->
                    new Accepted(
                        reading.submissionHash(),
                        reading.manifest().inspectionId(),
                        matrix,
                        submission.files().stream().map(SentFile::name).toList(),
                        List.of()));
    Written written = target.writer().writeAgain(target.tables(), codebook, accepted, rejects);
    return new Again(target.rows(), written, LakeRows.files(reading, target.rows().ingestId()));
  }
}
