package org.trustbench.jobs.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.audit.AuditFault;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.ingest.spread.StoredRowsCheck;
import org.trustbench.ingest.spread.StoredRowsCheck.Claim;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.terminal.Failure;
import org.trustbench.lake.Lake;
import org.trustbench.lake.release.PublishedRelease;
import org.trustbench.lake.repair.FileFault;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.tally.Tally;

/**
 * Counts again every inspection of the present and of the releases, each under the framework it was
 * published with, and holds it to what its submission, the accounts of its files and its tallies
 * say.
 */
public final class RowCheck {
  private final Session session;
  private final List<FileFault> damaged;
  private final Map<String, Framework> frameworks = new LinkedHashMap<>();
  private final Map<String, Set<SubmissionsTable.Row>> counting = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<StoredRows> wrong = new HashSet<>();
  private int inspections;
  private int passedOver;

  /**
   * What was found.
   *
   * @param wrong rows that are not as they were written
   * @param inspections counted again, under each framework
   * @param passedOver inspections with damaged files
   */
  public record Found(
      List<String> faults, Set<StoredRows> wrong, int inspections, int passedOver) {}

  public RowCheck(Session session, List<FileFault> damaged) {
    this.session = session;
    this.damaged = damaged;
  }

  public Found run() {
    try {
      Lake lake = session.lake();
      add(
          session.framework(),
          lake.submissions().present().needed().stream().filter(RowCheck::mayCount).toList());
      lake.releases().all().forEach(this::add);
      frameworks.forEach(this::count);
    } catch (RuntimeException e) {
      faults.add(Failure.line(e));
    }
    return new Found(faults, wrong, inspections, passedOver);
  }

  /** Every framework that is known: the present one, and those of releases. */
  public Collection<Framework> frameworks() {
    return frameworks.values();
  }

  private Stream<SubmissionsTable.Row> all() {
    return counting.values().stream().flatMap(Collection::stream);
  }

  /** What is withdrawn may come back. */
  private static boolean mayCount(SubmissionsTable.Row row) {
    return row.isAccepted() || row.status() == SubmissionStatus.WITHDRAWN;
  }

  private void add(Framework framework, List<SubmissionsTable.Row> rows) {
    frameworks.putIfAbsent(framework.hash(), framework);
    counting.computeIfAbsent(framework.hash(), hash -> new LinkedHashSet<>()).addAll(rows);
  }

  private void add(PublishedRelease release) {
    try {
      Lake lake = session.lake();
      Framework framework =
          frameworks.containsKey(release.frameworkHash())
              ? frameworks.get(release.frameworkHash())
              : FrameworkReader.read(
                  "framework kept in the lake", lake.releases().frameworkOf(release));
      add(
          framework,
          lake.submissions().presentAt(release.submissionsSnapshot()).history().stream()
              .filter(SubmissionsTable.Row::isAccepted)
              .toList());
      if (!framework.hash().equals(release.frameworkHash())) {
        faults.add(
            "the framework that the lake keeps for release %s is not the one it was made with: restore the lake from a copy"
                .formatted(release.id()));
      }
    } catch (RuntimeException e) {
      faults.add("release %s: %s".formatted(release.id(), Failure.line(e)));
    }
  }

  private void count(String hash, Framework framework) {
    Map<StoredRows, SubmissionsTable.Row> wanted = new LinkedHashMap<>();
    counting.get(hash).forEach(row -> wanted.putIfAbsent(row.stored(), row));
    Set<String> ofDamage =
        damaged.stream()
            .flatMap(fault -> fault.held().stream())
            .map(FileFault.Held::ingestId)
            .collect(Collectors.toCollection(HashSet::new));
    boolean isScoringDamaged =
        damaged.stream()
            .filter(fault -> fault.kind() == FileFault.Kind.TALLIES)
            .anyMatch(fault -> !fault.held().map(held -> isIngest(held.ingestId())).orElse(false));
    int before = wanted.size();
    if (isScoringDamaged) {
      wanted.clear();
    }
    wanted.keySet().removeIf(rows -> ofDamage.contains(rows.ingestId()));
    passedOver += before - wanted.size();
    inspections += wanted.size();
    List<Claim> claims = claims(session.lake().with(framework), wanted);
    Map<StoredRows, AuditFault> found =
        StoredRowsCheck.faults(
            session.runner(), claims, framework, session.lake().inspectionSource());
    for (Claim claim : claims) {
      AuditFault fault = found.get(claim.rows());
      if (fault != null) {
        wrong.add(claim.rows());
        faults.add(
            "the stored rows of %s fail the audit %s: %s: %s"
                .formatted(
                    NeededRows.name(wanted.get(claim.rows())),
                    fault.audit(),
                    fault.reason(),
                    FaultMessages.AGAIN));
      }
    }
  }

  private boolean isIngest(String id) {
    return all().anyMatch(row -> row.ingestId().equals(id));
  }

  private static List<Claim> claims(Lake lake, Map<StoredRows, SubmissionsTable.Row> wanted) {
    Map<StoredRows, List<FilesTable.Row>> files =
        lake.rows().files(wanted.keySet()).stream()
            .collect(Collectors.groupingBy(FilesTable.Row::stored));
    Map<StoredRows, Long> rejected =
        lake.rows().rejects(wanted.keySet()).stream()
            .collect(
                Collectors.groupingBy(
                    RejectsTable.Row::stored, Collectors.summingLong(RejectsTable.Row::cells)));
    Map<StoredRows, List<Tally>> tallies = lake.rows().tallies(wanted.keySet());
    List<Claim> claims = new ArrayList<>();
    wanted.forEach(
        (rows, row) ->
            claims.add(
                new Claim(
                    rows,
                    row.inspectionId(),
                    row.inspection().formVersion(),
                    row.ownBytes(lake.framework().questions().size()),
                    row.cases(),
                    new ArrayList<>(files.getOrDefault(rows, List.of())),
                    rejected.getOrDefault(rows, 0L),
                    new ArrayList<>(tallies.getOrDefault(rows, List.of())))));
    return claims;
  }
}
