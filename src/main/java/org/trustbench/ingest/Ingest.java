package org.trustbench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.Workers;
import org.trustbench.audit.Coverage;
import org.trustbench.audit.Fault;
import org.trustbench.ingest.SpreadInspections.Ingested;
import org.trustbench.ingest.SpreadInspections.Tools;
import org.trustbench.lake.InspectionWriter.Written;
import org.trustbench.lake.Lake;
import org.trustbench.lake.SubmissionsTable;
import org.trustbench.lake.SubmissionsTable.Revision;
import org.trustbench.lake.SubmissionsTable.Row;

/**
 * Brings submissions into the lake: finds those that are new or changed, has them read, stored and
 * audited, appends their rows, and commits all of them at once. A submission that is unchanged
 * costs no reading. One that an audit holds keeps no other waiting: each inspection stands for
 * itself.
 */
public final class Ingest {
  private final Lake lake;
  private final Admission admission;
  private final Pseudonyms pseudonyms;
  private final String formHash;
  private final Clock clock;

  /** What is to be told of names, and the files that it is about. */
  private final Map<String, List<String>> names = new TreeMap<>();

  /**
   * Makes an ingest.
   *
   * @param pseudonyms what stands for case ids in the lake
   */
  public Ingest(Lake lake, Admission admission, Pseudonyms pseudonyms, Clock clock) {
    this.lake = lake;
    this.admission = admission;
    this.pseudonyms = pseudonyms;
    this.formHash = SentHashes.formHash(lake.framework(), admission.rejectTolerance());
    this.clock = clock;
  }

  /**
   * What an ingest did, in inspections.
   *
   * @param refused every submission that stands refused, with its reason
   * @param setAside every submission that is stored and does not count, with its reason
   * @param astray of each extract with rows of institutions that nobody knows, how many they are
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
      Coverage coverage) {

    /** Whether everything sent counts, or was withdrawn. */
    public boolean isComplete() {
      return refused.isEmpty() && setAside.isEmpty() && astray.isEmpty();
    }
  }

  /**
   * Ingests submissions.
   *
   * @param workers who read; called only when something has to be read
   */
  public Report run(List<Submission> submissions, Workers workers) {
    List<Row> known = lake.history();
    Sorted sorted =
        Sorted.of(
            submissions, known, lake.framework(), formHash, admission.accepting(), workers::expect);
    List<Row> read = new ArrayList<>(sorted.accepted());
    read.addAll(refusedUnread(sorted.disputed(), known));
    if (!sorted.toRead().isEmpty()) {
      read.addAll(readAndAppend(sorted.toRead(), known, workers));
    }
    checkAccepting(read);
    Set<String> sent =
        Stream.concat(sorted.unchanged().stream(), read.stream())
            .map(Row::submissionHash)
            .collect(Collectors.toSet());
    Succession succession = commit(known, read, sent);
    return report(known, read, sorted.unchanged(), succession);
  }

  /** Takes an inspection back: it is gone from the present and stays in the past. */
  public static void withdraw(Lake lake, String inspectionId, String why, Clock clock) {
    String at = clock.instant().toString();
    lake.commit(current -> Succession.withdrawn(current, inspectionId, why, at));
  }

  /** Submissions refused before reading have their reason stored by this process. */
  private List<Row> refusedUnread(Map<Submission, Refusal> disputed, List<Row> known) {
    List<Reading> readings = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    try {
      for (Map.Entry<Submission, Refusal> one : disputed.entrySet()) {
        readings.add(SubmissionReader.refused(one.getKey(), null, one.getValue()));
      }
      List<Row> rows = readings.stream().map(r -> LakeRows.submission(r, formHash, null)).toList();
      if (!new HashSet<>(known).containsAll(rows)) {
        for (Reading reading : readings) {
          written.add(
              lake.inspectionWriter()
                  .writeRejects(reading.submissionHash(), LakeRows.rejects(reading)));
        }
        append(readings, written);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Row> readAndAppend(List<Submission> toRead, List<Row> known, Workers workers) {
    List<Submission> largestFirst =
        toRead.stream()
            .sorted(Comparator.comparingLong(Submission::bytes).reversed())
            .collect(Collectors.toCollection(ArrayList::new));
    HashMap<String, String> present = new HashMap<>();
    Succession.present(known).forEach((id, row) -> present.put(id, row.submissionHash()));
    List<Ingested> ingested =
        SpreadInspections.overFiles(
            workers,
            largestFirst,
            new Tools(
                lake.framework(),
                lake.inspectionWriter(),
                lake.inspectionSource(),
                admission.rejectTolerance(),
                admission.thresholds(),
                pseudonyms,
                present));
    ingested.stream()
        .flatMap(one -> one.reading().rejects().stream())
        .forEach(
            name ->
                names.computeIfAbsent(name.reason(), reason -> new ArrayList<>()).add(name.file()));
    List<Ingested> appended = appended(ingested, known);
    append(
        appended.stream().map(Ingested::reading).toList(),
        appended.stream().map(Ingested::written).toList());
    Map<String, Row> withdrawn = Succession.withdrawn(known);
    return ingested.stream().map(one -> row(one, present, withdrawn)).toList();
  }

  /**
   * Rows that already count are left as they are; and rows in which an audit finds damage never
   * take the place of sound ones under the same hash.
   */
  private static List<Ingested> appended(List<Ingested> ingested, List<Row> known) {
    Set<String> sound = known.stream().map(Row::submissionHash).collect(Collectors.toSet());
    Set<String> present =
        known.stream().filter(Row::isAccepted).map(Row::submissionHash).collect(Collectors.toSet());
    return ingested.stream()
        .filter(
            one -> {
              boolean isDamaged = one.fault() != null && !one.fault().isForSomebodyToJudge();
              return !(isDamaged ? sound : present).contains(one.reading().submissionHash());
            })
        .toList();
  }

  private void append(List<Reading> readings, List<Written> written) {
    lake.append(
        readings.stream().map(Reading::submissionHash).collect(Collectors.toSet()), written);
    lake.addFiles(readings.stream().flatMap(reading -> LakeRows.files(reading).stream()).toList());
  }

  private Row row(Ingested one, Map<String, String> present, Map<String, Row> withdrawn) {
    if (one.reading().status() != Reading.Status.ACCEPTED) {
      return LakeRows.submission(one.reading(), formHash, null);
    }
    String inspection = one.reading().manifest().inspectionId();
    Row row =
        LakeRows.submission(
            one.reading(),
            formHash,
            Revision.of(present.get(inspection), one.judgementsDiffering()));
    boolean isAwaited = admission.accepting().contains(inspection);
    Fault fault = one.fault();
    if (fault != null && !fault.isForSomebodyToJudge()) {
      return row.held(
          fault.audit(),
          fault.reason()
              + "; nothing of it counts: run it again, and if that does not help look at its rows in the lake");
    }
    if (fault != null && !isAwaited) {
      return row.held(
          fault.audit(),
          "%s; if that is right, take it in by --accept %s".formatted(fault.reason(), inspection));
    }
    if (withdrawn.containsKey(inspection) && !isAwaited) {
      return row.held(
          SubmissionsTable.WITHDRAWN,
          "%s; if it is to come back, take it in by --accept %s"
              .formatted(Sorted.withdrawal(withdrawn.get(inspection)), inspection));
    }
    return row;
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
  private Succession commit(List<Row> known, List<Row> read, Set<String> sent) {
    String at = clock.instant().toString();
    Succession expected = Succession.of(known, read, sent, at);
    if (new HashSet<>(expected.rows()).equals(new HashSet<>(known))) {
      return expected;
    }
    AtomicReference<Succession> done = new AtomicReference<>();
    lake.commit(
        current -> {
          done.set(Succession.of(current, read, sent, at));
          checkCoverage(coverage(done.get()));
          return done.get().rows();
        });
    return done.get();
  }

  private Coverage coverage(Succession succession) {
    return Coverage.of(
        lake.framework(),
        succession.rows().stream()
            .filter(Row::isAccepted)
            .map(Row::trustId)
            .collect(Collectors.toSet()));
  }

  private void checkCoverage(Coverage coverage) {
    if (!coverage.reaches(admission.expectedShare())) {
      throw PipelineException.failed(
          "audit coverage: %d of %d trusts would have an inspection, less than the share of %s that is expected; lacking are %s: send them, or lower --expected-share; nothing was taken in"
              .formatted(
                  coverage.expected() - coverage.missing().size(),
                  coverage.expected(),
                  admission.expectedShare(),
                  String.join(", ", coverage.missing())));
    }
  }

  private Report report(
      List<Row> known, List<Row> read, List<Row> unchanged, Succession succession) {
    Set<String> before = Succession.present(known).keySet();
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
        reasons(all, SubmissionsTable.REFUSED).sorted().toList(),
        Stream.concat(reasons(all, SubmissionsTable.HELD), overtaken).sorted().toList(),
        reasons(all, SubmissionsTable.UNROUTED).filter(reason -> !reason.isEmpty()).toList(),
        names.entrySet().stream().map(one -> told(one.getValue(), one.getKey())).toList(),
        unchanged.stream()
            .filter(row -> row.status().equals(SubmissionsTable.WITHDRAWN))
            .map(Sorted::withdrawal)
            .sorted()
            .toList(),
        coverage(succession));
  }

  private static String told(List<String> files, String reason) {
    String first = files.stream().sorted().findFirst().orElseThrow();
    String others = files.size() > 1 ? " (and %d more)".formatted(files.size() - 1) : "";
    return "%s%s: %s".formatted(first, others, reason);
  }

  private static Stream<String> reasons(List<Row> rows, String status) {
    return rows.stream().filter(row -> row.status().equals(status)).map(Row::reason);
  }
}
