package org.trustbench.jobs.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.Results;
import org.trustbench.diff.RevisionStep;
import org.trustbench.disclosure.FileCoverage;
import org.trustbench.disclosure.PublishedRevision;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Measure;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.jobs.session.Session;
import org.trustbench.lake.Lake;
import org.trustbench.lake.read.CurrentSubmissions;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.submission.RevisionKind;

/**
 * The account of what was sent: files with their cells, rejects and revisions, read from the lake.
 */
final class IngestAccount {

  /** What one rule tells of one file. */
  private record OfFile(StoredRows stored, String file, String rule) {}

  private final Lake lake;
  private final CurrentSubmissions present;
  private final Map<StoredRows, SubmissionsTable.Row> submissions;

  private IngestAccount(Lake lake, CurrentSubmissions present) {
    this.lake = lake;
    this.present = present;
    this.submissions =
        present.submissions().stream()
            .collect(Collectors.toMap(SubmissionsTable.Row::stored, row -> row, (a, b) -> a));
  }

  static IngestAccount of(Session session) {
    return new IngestAccount(session.lake(), session.present());
  }

  /** The results with their account, for the inspectorate itself. */
  ReleaseContent content(Results results) {
    List<RejectsTable.Row> rejects = lake.rows().rejects(submissions.keySet());
    return ReleaseContent.internal(
        submissions.values().stream().anyMatch(SubmissionsTable.Row::isSynthetic),
        results,
        coverage(results, names(rejects)),
        rejected(rejects),
        revisions());
  }

  /** What stands rejected of submissions that do not count: refused, held or of nobody known. */
  List<RejectedRow> notTakenIn() {
    return rejected(
        lake.rows()
            .rejects(
                submissions.values().stream()
                    .filter(row -> !row.isAccepted())
                    .map(SubmissionsTable.Row::stored)
                    .toList()));
  }

  /** The hashes of the submissions that an inspection has had, where it has had more than one. */
  Map<String, String> revised() {
    Map<String, List<String>> hashes = new TreeMap<>();
    for (PublishedRevision revision : revisions()) {
      String withdrawn =
          revision.kind() == RevisionKind.WITHDRAWN ? revision.kind().label() + " " : "";
      hashes
          .computeIfAbsent(revision.inspectionId(), id -> new ArrayList<>())
          .add(withdrawn + revision.submissionHash().orElseThrow());
    }
    hashes.values().removeIf(some -> some.size() == 1);
    Map<String, String> revised = new TreeMap<>();
    hashes.forEach((id, some) -> revised.put(id, String.join(" ", some)));
    return revised;
  }

  private List<PublishedRevision> revisions() {
    Map<String, String> trusts = new HashMap<>();
    present.history().forEach(row -> trusts.put(row.inspectionId(), row.trustId()));
    return RevisionSteps.of(present.history()).stream()
        .map(step -> revision(step, trusts.get(step.inspectionId())))
        .toList();
  }

  private static PublishedRevision revision(RevisionStep step, String trustId) {
    return new PublishedRevision(
        step.inspectionId(),
        trustId,
        step.number(),
        step.kind(),
        step.toHash().or(step::fromHash),
        step.judgementsDiffering());
  }

  private List<FileCoverage> coverage(Results results, Map<OfFile, String> names) {
    Map<String, Long> neverAsked = neverAsked(results);
    List<FileCoverage> coverage = new ArrayList<>();
    for (FilesTable.Row file : lake.rows().files(submissions.keySet())) {
      SubmissionsTable.Row submission = submissions.get(file.stored());
      boolean holdsJudgements = submission.isAccepted() && file.account().read() > 0;
      coverage.add(
          new FileCoverage(
              submission.inspectionId(),
              submission.trustId(),
              file.account().file(),
              file.account().read(),
              file.account().accepted(),
              file.account().rejected(),
              file.account().collapsed(),
              file.account().outOfScope(),
              file.account().cases(),
              holdsJudgements ? neverAsked.get(submission.inspectionId()) : null,
              names.get(
                  new OfFile(
                      file.stored(), file.account().file(), RejectRule.NAME_PASSED_OVER.id())),
              names.get(
                  new OfFile(file.stored(), file.account().file(), RejectRule.NAME_LACKING.id())),
              submission.status()));
    }
    coverage.sort(
        Comparator.comparing(
                FileCoverage::inspectionId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FileCoverage::file));
    return coverage;
  }

  private static Map<String, Long> neverAsked(Results results) {
    Map<String, Long> neverAsked = new HashMap<>();
    FormComparison forms = new FormComparison(results.framework());
    for (InspectionScore score : results.scores()) {
      boolean isAbsent =
          score.measure().kind().equals(Measure.QUESTION)
              && forms.isAsked(score.measure(), score.inspection().formVersion())
              && score.counts().assessed() + score.counts().notApplicable() == 0;
      neverAsked.merge(score.inspection().inspectionId(), isAbsent ? 1L : 0L, Long::sum);
    }
    return neverAsked;
  }

  /** What is told of names, by submission, file and rule, without the words it begins with. */
  private static Map<OfFile, String> names(List<RejectsTable.Row> rejects) {
    Map<OfFile, String> names = new HashMap<>();
    rejects.stream()
        .filter(reject -> RejectRule.isOfNames(reject.rule()))
        .sorted(
            Comparator.comparing(RejectsTable.Row::line).thenComparing(RejectsTable.Row::reason))
        .forEach(
            reject ->
                names.merge(
                    new OfFile(reject.stored(), reject.file(), reject.rule()),
                    reject.reason().substring(reject.reason().indexOf(": ") + 2),
                    (some, more) -> some + ", " + more));
    return names;
  }

  private List<RejectedRow> rejected(List<RejectsTable.Row> stored) {
    List<RejectedRow> rejects = new ArrayList<>();
    for (RejectsTable.Row reject : stored) {
      SubmissionsTable.Row submission = submissions.get(reject.stored());
      rejects.add(
          new RejectedRow(
              submission.inspectionId(),
              submission.trustId(),
              reject.file(),
              reject.line(),
              reject.rule(),
              reject.reason(),
              reject.cells(),
              submission.status()));
    }
    rejects.sort(
        Comparator.comparing(RejectedRow::file)
            .thenComparing(RejectedRow::line)
            .thenComparing(RejectedRow::rule)
            .thenComparing(RejectedRow::reason));
    return rejects;
  }
}
