package org.trustbench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.trustbench.framework.Framework;
import org.trustbench.framework.TrustRegister;
import org.trustbench.ingest.SpreadInspections.Ingested;
import org.trustbench.lake.FilesTable;
import org.trustbench.lake.InspectionWriter.Written;
import org.trustbench.lake.Lake;
import org.trustbench.lake.SubmissionsTable;

/**
 * Brings submissions into the lake: finds those that are new or changed, has them read, appends
 * their rows, and commits all of them at once. A submission that is unchanged costs no reading.
 */
public final class Ingest {
  private final Lake lake;
  private final double tolerance;
  private final Pseudonyms pseudonyms;
  private final String formHash;

  /**
   * Makes an ingest.
   *
   * @param tolerance the share of cells, 0 to 1, that may be rejected before a submission is
   *     refused
   * @param pseudonyms what stands for case ids in the lake
   */
  public Ingest(Lake lake, double tolerance, Pseudonyms pseudonyms) {
    this.lake = lake;
    this.tolerance = tolerance;
    this.pseudonyms = pseudonyms;
    this.formHash =
        HexFormat.of()
            .formatHex(
                SentText.sha256()
                    .digest(
                        (lake.framework().formHash() + " " + tolerance)
                            .getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What an ingest did, in inspections.
   *
   * @param refused every submission that stands refused, with its reason
   */
  public record Report(int added, int changed, int unchanged, List<String> refused) {}

  /**
   * Ingests submissions.
   *
   * @param spark started only when something has to be read
   */
  public Report run(List<Submission> submissions, Supplier<JavaSparkContext> spark) {
    List<SubmissionsTable.Row> known = lake.submissions();
    List<SubmissionsTable.Row> unchanged = new ArrayList<>();
    List<Submission> changed = new ArrayList<>();
    List<Reading> refusedUnread = new ArrayList<>();
    Map<Submission, Refusal> duplicates = duplicates(submissions);
    for (Submission submission : submissions) {
      if (duplicates.containsKey(submission)) {
        refusedUnread.add(SubmissionReader.refused(submission, null, duplicates.get(submission)));
        continue;
      }
      List<SubmissionsTable.Row> same = sameAs(submission, known);
      unchanged.addAll(same);
      if (same.isEmpty()) {
        changed.add(submission);
      }
    }
    if (!isKnown(refusedUnread, known)) {
      appendUnread(refusedUnread);
    }
    List<Reading> readings = new ArrayList<>(refusedUnread);
    if (!changed.isEmpty()) {
      readings.addAll(readAndAppend(changed, spark.get()));
    }
    commit(known, readings, unchanged);
    return report(known, readings, unchanged);
  }

  private List<Reading> readAndAppend(List<Submission> changed, JavaSparkContext spark) {
    List<Submission> largestFirst =
        changed.stream()
            .sorted(Comparator.comparingLong(Submission::bytes).reversed())
            .collect(Collectors.toCollection(ArrayList::new));
    List<Ingested> ingested =
        SpreadInspections.overFiles(
            spark, largestFirst, lake.framework(), lake.inspectionWriter(), tolerance, pseudonyms);
    List<Reading> readings = ingested.stream().map(Ingested::reading).toList();
    append(readings, ingested.stream().map(Ingested::written).toList());
    return readings;
  }

  private void append(List<Reading> readings, List<Written> written) {
    lake.append(hashes(readings), written);
    lake.addFiles(readings.stream().flatMap(reading -> files(reading).stream()).toList());
  }

  private void commit(
      List<SubmissionsTable.Row> known,
      List<Reading> readings,
      List<SubmissionsTable.Row> unchanged) {
    List<SubmissionsTable.Row> rows = readings.stream().map(this::row).toList();
    Set<String> standing = new HashSet<>();
    unchanged.forEach(row -> standing.add(row.submissionHash()));
    rows.forEach(row -> standing.add(row.submissionHash()));
    boolean isSettled =
        isKnown(readings, known)
            && known.stream()
                .allMatch(row -> rows.contains(row) || !isReplaced(row, known, rows, standing));
    if (!isSettled) {
      lake.commit(current -> merged(current, rows, standing));
    }
  }

  private boolean isKnown(List<Reading> readings, List<SubmissionsTable.Row> known) {
    Set<SubmissionsTable.Row> rows = new HashSet<>(known);
    return readings.stream().map(this::row).allMatch(rows::contains);
  }

  /** Submissions refused before reading have their reason stored by this process. */
  private void appendUnread(List<Reading> unread) {
    List<Written> written = new ArrayList<>();
    try {
      for (Reading reading : unread) {
        written.add(
            lake.inspectionWriter()
                .writeRejects(reading.submissionHash(), SpreadInspections.rejects(reading)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    append(unread, written);
  }

  /** What is current afterwards: new rows in place of those of the same inspection or source. */
  private static List<SubmissionsTable.Row> merged(
      List<SubmissionsTable.Row> current, List<SubmissionsTable.Row> rows, Set<String> standing) {
    List<SubmissionsTable.Row> merged = new ArrayList<>();
    for (SubmissionsTable.Row row : current) {
      if (!isReplaced(row, current, rows, standing)) {
        merged.add(row);
      }
    }
    merged.addAll(rows);
    merged.sort(
        Comparator.comparing(
                SubmissionsTable.Row::inspectionId,
                Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(SubmissionsTable.Row::source)
            .thenComparing(SubmissionsTable.Row::submissionHash));
    return merged;
  }

  /**
   * Whether a row goes: an accepted one when its inspection is sent anew, a refused one when it is
   * not sent again, that of an extract's unrouted cells with the first of its inspections.
   */
  private static boolean isReplaced(
      SubmissionsTable.Row row,
      List<SubmissionsTable.Row> current,
      List<SubmissionsTable.Row> rows,
      Set<String> standing) {
    if (rows.stream().anyMatch(one -> one.submissionHash().equals(row.submissionHash()))) {
      return true;
    }
    if (row.isAccepted()) {
      return rows.stream()
          .anyMatch(one -> one.isAccepted() && one.inspectionId().equals(row.inspectionId()));
    }
    if (standing.contains(row.submissionHash()) || row.status().equals("refused")) {
      return !standing.contains(row.submissionHash());
    }
    List<SubmissionsTable.Row> routed =
        current.stream()
            .filter(one -> one.sourceHash().equals(row.sourceHash()) && !one.equals(row))
            .toList();
    return routed.stream().noneMatch(SubmissionsTable.Row::isAccepted)
        || routed.stream().anyMatch(one -> isReplaced(one, current, rows, standing));
  }

  private static Report report(
      List<SubmissionsTable.Row> known,
      List<Reading> readings,
      List<SubmissionsTable.Row> unchanged) {
    Set<String> before =
        known.stream()
            .filter(SubmissionsTable.Row::isAccepted)
            .map(SubmissionsTable.Row::inspectionId)
            .collect(Collectors.toSet());
    int added = 0;
    int changed = 0;
    List<String> refused = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading.status() == Reading.Status.REFUSED) {
        refused.add(reading.reason());
      } else if (reading.status() == Reading.Status.ACCEPTED) {
        boolean isKnown = before.contains(reading.manifest().inspectionId());
        added += isKnown ? 0 : 1;
        changed += isKnown ? 1 : 0;
      }
    }
    unchanged.stream()
        .filter(row -> row.status().equals("refused"))
        .forEach(row -> refused.add(row.reason()));
    refused.sort(null);
    int same = (int) unchanged.stream().filter(SubmissionsTable.Row::isAccepted).count();
    return new Report(added, changed, same, refused);
  }

  /**
   * The rows of what was sent before, if exactly this was sent before and read the same way. Of an
   * extract all must still stand; the row of the extract itself goes with the first of them.
   */
  private List<SubmissionsTable.Row> sameAs(
      Submission submission, List<SubmissionsTable.Row> known) {
    boolean isPossible =
        known.stream()
            .anyMatch(
                row -> row.sourceBytes() == submission.bytes() && row.formHash().equals(formHash));
    if (!isPossible) {
      return List.of();
    }
    String hash = SubmissionReader.sourceHash(submission, SubmissionReader.digests(submission));
    List<SubmissionsTable.Row> same =
        known.stream()
            .filter(row -> row.sourceHash().equals(hash) && row.formHash().equals(formHash))
            .filter(row -> !row.rule().equals(Rule.DUPLICATE_INSPECTION.id()))
            .toList();
    boolean isWhole = same.stream().anyMatch(row -> row.submissionHash().equals(hash));
    return isWhole ? same : List.of();
  }

  /** Folders that claim the same inspection: neither is preferred. */
  private Map<Submission, Refusal> duplicates(List<Submission> submissions) {
    Map<String, List<Submission>> byInspection = new HashMap<>();
    TrustRegister register = new TrustRegister(lake.framework().trusts());
    for (Submission submission : submissions) {
      inspectionId(submission, register)
          .ifPresent(
              id -> byInspection.computeIfAbsent(id, key -> new ArrayList<>()).add(submission));
    }
    Map<Submission, Refusal> duplicates = new HashMap<>();
    byInspection.forEach(
        (id, claimants) -> {
          if (claimants.size() > 1) {
            String names =
                claimants.stream().map(Submission::name).collect(Collectors.joining(" and "));
            claimants.forEach(
                claimant ->
                    duplicates.put(
                        claimant,
                        new Refusal(
                            Rule.DUPLICATE_INSPECTION,
                            claimant.name(),
                            "%s are both inspection %s: keep the right one".formatted(names, id))));
          }
        });
    return duplicates;
  }

  private Optional<String> inspectionId(Submission submission, TrustRegister register) {
    Optional<Submission.SentFile> file =
        submission.isExtract() || submission.barred() != null
            ? Optional.empty()
            : submission.file(Manifest.FILE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Manifest.bytes(file.get());
      Framework framework = lake.framework();
      return Optional.of(
          Manifest.read(file.get().name(), bytes, framework, register).inspectionId());
    } catch (Refusal | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Set<String> hashes(List<Reading> readings) {
    return readings.stream().map(Reading::submissionHash).collect(Collectors.toSet());
  }

  private static List<FilesTable.Row> files(Reading reading) {
    return reading.files().stream()
        .map(
            file ->
                new FilesTable.Row(
                    reading.submissionHash(),
                    file.file(),
                    file.sha256(),
                    file.bytes(),
                    file.read(),
                    file.accepted(),
                    file.rejected(),
                    file.collapsed(),
                    file.outOfScope(),
                    file.cases()))
        .toList();
  }

  private SubmissionsTable.Row row(Reading reading) {
    Manifest manifest = reading.manifest();
    boolean isKnown = manifest != null;
    return new SubmissionsTable.Row(
        reading.submissionHash(),
        reading.status().name().toLowerCase(Locale.ROOT),
        isKnown ? manifest.inspectionId() : null,
        isKnown ? manifest.trustId() : null,
        isKnown ? manifest.tranche() : null,
        isKnown ? manifest.startDate() : null,
        isKnown ? manifest.endDate() : null,
        isKnown ? manifest.publishedDate() : null,
        isKnown ? manifest.caseload() : null,
        isKnown ? manifest.casesSampled() : null,
        reading.cases(),
        isKnown && manifest.isSynthetic(),
        reading.source(),
        reading.sourceHash(),
        reading.sourceBytes(),
        formHash,
        reading.rule(),
        reading.reason());
  }
}
