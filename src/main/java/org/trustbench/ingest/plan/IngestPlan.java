package org.trustbench.ingest.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.trustbench.audit.AuditFault;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.submission.SubmissionStatus;

/**
 * The submissions sent, sorted into those to read, those unchanged, those now accepted and those
 * disputed.
 *
 * @param toRead new or changed
 * @param unchanged rows of what was sent before in the same bytes and is read in the same way
 * @param accepted rows of what is stored already and is now to count
 * @param disputed submissions refused because several claim one inspection
 */
public record IngestPlan(
    List<Submission> toRead,
    List<Row> unchanged,
    List<Row> accepted,
    Map<Submission, Refusal> disputed) {

  /** The rule that holds what comes again of an inspection which was taken back. */
  public static final String WITHDRAWN = "withdrawn";

  /**
   * Sorts what was sent.
   *
   * @param expectation told the bytes that are sure to be read, as soon as that is known
   */
  public static IngestPlan of(
      List<Submission> submissions,
      List<Row> known,
      Framework framework,
      String formHash,
      Set<String> accepting,
      LongConsumer expectation) {
    IngestPlan sorted =
        new IngestPlan(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            DuplicateClaims.disputed(submissions, framework));
    Map<String, Row> present = RevisionHistory.present(known);
    Map<String, Row> withdrawn = RevisionHistory.withdrawn(known);
    List<Row> standing =
        known.stream()
            .filter(row -> row.formHash().equals(formHash))
            .filter(row -> !row.isPast() || row.equals(withdrawn.get(row.inspectionId())))
            .filter(row -> !isReadAnew(row, present))
            .toList();
    Map<String, List<Row>> bySource =
        standing.stream().collect(Collectors.groupingBy(Row::sourceHash));
    Set<Long> sizes = standing.stream().map(Row::sourceBytes).collect(Collectors.toSet());
    List<Submission> claimed =
        submissions.stream().filter(one -> !sorted.disputed.containsKey(one)).toList();
    expectation.accept(
        claimed.stream()
            .filter(one -> !sizes.contains(one.bytes()))
            .mapToLong(Submission::bytes)
            .sum());
    List<List<Row>> same =
        claimed.parallelStream()
            .map(
                one ->
                    sizes.contains(one.bytes()) ? sameAs(one, bySource, formHash) : List.<Row>of())
            .toList();
    for (int i = 0; i < same.size(); i++) {
      sorted.sort(claimed.get(i), same.get(i), accepting);
    }
    return sorted;
  }

  private void sort(Submission submission, List<Row> same, Set<String> accepting) {
    if (same.isEmpty()) {
      toRead.add(submission);
    }
    for (Row row : same) {
      boolean isWaiting = row.isPast() || row.status() == SubmissionStatus.HELD;
      if (isWaiting && accepting.contains(row.inspectionId())) {
        Revision revision =
            row.isPast() ? Revision.of(Optional.empty(), Optional.empty()) : row.revision();
        accepted.add(row.taken(revision));
      } else {
        unchanged.add(row);
      }
    }
  }

  /**
   * Whether what is stored cannot be relied on: it is damaged; it was compared with a submission
   * that is no longer the present; or its claim was disputed, which depends on what else is sent.
   */
  private static boolean isReadAnew(Row row, Map<String, Row> present) {
    if (row.rule().equals(RejectRule.DUPLICATE_INSPECTION.id())) {
      return true;
    }
    if (row.status() != SubmissionStatus.HELD) {
      return false;
    }
    Row stands = present.get(row.inspectionId());
    boolean isCompared =
        row.revision().replacedHash().equals(Optional.ofNullable(stands).map(Row::submissionHash));
    return !isCompared
        || !(row.rule().equals(WITHDRAWN) || AuditFault.isForSomebodyToJudge(row.rule()));
  }

  /**
   * The rows of what was sent before, if exactly this was sent before and read the same way. Of an
   * extract all must still stand; the row of the extract itself goes with the first of them.
   */
  private static List<Row> sameAs(
      Submission submission, Map<String, List<Row>> bySource, String formHash) {
    String source = ContentHashes.sourceHash(submission, ContentHashes.digests(submission));
    String whole = ContentHashes.submissionHash(source, formHash);
    List<Row> same = bySource.getOrDefault(source, List.of());
    boolean isWhole = same.stream().anyMatch(row -> row.submissionHash().equals(whole));
    return isWhole ? same : List.of();
  }

  /** Says of a withdrawn inspection when and why. */
  public static String withdrawal(Row withdrawn) {
    Revision.End end = withdrawn.revision().end().orElseThrow();
    return "%s was withdrawn on %s: %s"
        .formatted(
            withdrawn.inspectionId(),
            end.at().substring(0, "2014-03-04".length()),
            end.why().orElse(""));
  }
}
