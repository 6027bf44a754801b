package org.trustbench.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.audit.TrustCoverage;
import org.trustbench.ingest.plan.IngestPlan;
import org.trustbench.ingest.plan.IngestPolicy;
import org.trustbench.ingest.plan.RevisionHistory;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.lake.Lake;
import org.trustbench.lake.commit.Submissions;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.tasks.TaskRunner;

/**
 * Brings submissions into the lake: finds those that are new or changed, has them read, stored and
 * audited, and commits all of them at once: the only moment at which anything changes for a reader.
 * A submission that is unchanged costs no reading. One that an audit holds keeps no other waiting:
 * each inspection stands for itself.
 */
public final class Ingest {
  private final Lake lake;
  private final IngestPolicy admission;
  private final Pseudonyms pseudonyms;
  private final String formHash;
  private final Clock clock;

  /**
   * Makes an ingest.
   *
   * @param pseudonyms what stands for case ids in the lake
   */
  public Ingest(Lake lake, IngestPolicy admission, Pseudonyms pseudonyms, Clock clock) {
    this.lake = lake;
    this.admission = admission;
    this.pseudonyms = pseudonyms;
    this.formHash = ContentHashes.formHash(lake.framework(), admission.rejectTolerance());
    this.clock = clock;
  }

  /**
   * What an ingest did, in inspections.
   *
   * @param refused every submission that stands refused, with its reason
   * @param setAside every submission that is stored and does not count, with its reason
   * @param astray of each extract with rows of institutions that are not in the register, how many
   *     they are
   * @param names what was passed over as foreign or is lacking in what was read now
   * @param withdrawn inspections that were sent and stay withdrawn
   * @param coverage what the programme now lacks
   */
  public record Report(
      int added,
      int changed,
      int unchanged,
      List<String> refused,
      List<String> setAside,
      List<String> astray,
      List<String> names,
      List<String> withdrawn,
      TrustCoverage coverage) {

    /** Whether everything sent counts, or was withdrawn. */
    public boolean isComplete() {
      return refused.isEmpty() && setAside.isEmpty() && astray.isEmpty();
    }
  }

  /**
   * Ingests submissions.
   *
   * @param runner who read; called only when something has to be read
   */
  public Report run(List<Submission> submissions, TaskRunner runner) {
    List<Row> known = lake.submissions().history();
    IngestPlan sorted =
        IngestPlan.of(
            submissions, known, lake.framework(), formHash, admission.accepting(), runner::expect);
    List<Row> read = new ArrayList<>(sorted.accepted());
    IngestAttempt attempt = new IngestAttempt(lake, admission, pseudonyms, formHash, known);
    read.addAll(attempt.store(sorted.toRead(), sorted.disputed(), runner));
    checkAccepting(read);
    Set<String> sent =
        Stream.concat(sorted.unchanged().stream(), read.stream())
            .map(Row::submissionHash)
            .collect(Collectors.toSet());
    RevisionHistory succession = commit(known, read, sent);
    return report(known, read, sorted.unchanged(), succession, attempt.names());
  }

  /** Takes an inspection back: it is gone from the present and stays in the past. */
  public static void withdraw(Lake lake, String inspectionId, String why, Clock clock) {
    String at = clock.instant().toString();
    lake.submissions().commit(current -> RevisionHistory.withdrawn(current, inspectionId, why, at));
  }

  private void checkAccepting(List<Row> read) {
    Set<String> unused = new HashSet<>(admission.accepting());
    read.stream().filter(Row::isAccepted).map(Row::inspectionId).forEach(unused::remove);
    if (!unused.isEmpty()) {
      throw PipelineException.usage(
          "--accept %s: nothing that was sent for it waits to be taken in"
              .formatted(String.join(", ", unused.stream().sorted().toList())));
    }
  }

  /** The one commit that readers notice; none where nothing would change. */
  private RevisionHistory commit(List<Row> known, List<Row> read, Set<String> sent) {
    String at = clock.instant().toString();
    RevisionHistory expected = RevisionHistory.of(known, read, sent, at);
    if (new HashSet<>(expected.rows()).equals(new HashSet<>(known))) {
      return expected;
    }
    AtomicReference<RevisionHistory> done = new AtomicReference<>();
    lake.submissions()
        .commit(
            current -> {
              refuseOtherKey(current);
              done.set(RevisionHistory.of(current, read, sent, at));
              checkCoverage(coverage(done.get()));
              return done.get().rows();
            });
    return done.get();
  }

  /** A lake whose first cases came in under another key meanwhile keeps to that one. */
  private void refuseOtherKey(List<Row> current) {
    String own = pseudonyms.fingerprint();
    Submissions.keyFingerprint(current)
        .filter(kept -> !kept.equals(own))
        .ifPresent(
            kept -> {
              throw PipelineException.failed(
                  "another run has begun the lake meanwhile under another key (its fingerprint is %s) than this run's (%s), or brought it under the next one by rekey: nothing was taken in; run it again, and if it is refused give the lake's own key, or name a new lake by --lake"
                      .formatted(kept, own));
            });
  }

  private TrustCoverage coverage(RevisionHistory succession) {
    return TrustCoverage.of(
        lake.framework(),
        succession.rows().stream()
            .filter(Row::isAccepted)
            .map(Row::trustId)
            .collect(Collectors.toSet()));
  }

  private void checkCoverage(TrustCoverage coverage) {
    if (!coverage.reaches(admission.expectedShare())) {
      throw PipelineException.failed(
          lake.framework()
              .terms()
              .text(
                  "audit coverage: %d of %s would have an inspection, less than the"
                      + " share of %s that is expected; lacking are %s: send them, or lower"
                      + " --expected-share; nothing was taken in",
                  coverage.expected() - coverage.missing().size(),
                  lake.framework()
                      .terms()
                      .counted(coverage.expected(), "{institution}", "{institutions}"),
                  admission.expectedShare(),
                  String.join(", ", coverage.missing())));
    }
  }

  private Report report(
      List<Row> known,
      List<Row> read,
      List<Row> unchanged,
      RevisionHistory succession,
      Map<String, List<String>> names) {
    Set<String> before = RevisionHistory.present(known).keySet();
    List<Row> taken =
        read.stream()
            .filter(row -> row.isAccepted() && !succession.overtaken().contains(row))
            .toList();
    int changed = (int) taken.stream().filter(row -> before.contains(row.inspectionId())).count();
    Stream<String> overtaken =
        succession.overtaken().stream()
            .map(
                row ->
                    "%s: another run changed inspection %s meanwhile: run again"
                        .formatted(row.source(), row.inspectionId()));
    List<Row> all = Stream.concat(unchanged.stream(), read.stream()).toList();
    return new Report(
        taken.size() - changed,
        changed,
        (int) unchanged.stream().filter(Row::isAccepted).count(),
        reasons(all, SubmissionStatus.REFUSED).sorted().toList(),
        Stream.concat(reasons(all, SubmissionStatus.HELD), overtaken).sorted().toList(),
        reasons(all, SubmissionStatus.UNROUTED).filter(reason -> !reason.isEmpty()).toList(),
        names.entrySet().stream().map(one -> told(one.getValue(), one.getKey())).toList(),
        unchanged.stream()
            .filter(row -> row.status() == SubmissionStatus.WITHDRAWN)
            .map(IngestPlan::withdrawal)
            .sorted()
            .toList(),
        coverage(succession));
  }

  private static String told(List<String> files, String reason) {
    List<String> each = files.stream().distinct().sorted().toList();
    String first = each.get(0);
    String others = each.size() > 1 ? " (and %d more)".formatted(each.size() - 1) : "";
    return "%s%s: %s".formatted(first, others, reason);
  }

  private static Stream<String> reasons(List<Row> rows, SubmissionStatus status) {
    return rows.stream().filter(row -> row.status() == status).map(Row::reason);
  }
}
