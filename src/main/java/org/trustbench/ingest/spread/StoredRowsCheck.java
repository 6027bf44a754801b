package org.trustbench.ingest.spread;

import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.audit.Audit;
import org.trustbench.audit.AuditFault;
import org.trustbench.audit.AuditInput;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.lake.read.InspectionSource;
import org.trustbench.lake.read.StoredInspection;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.tally.Tally;
import org.trustbench.tasks.TaskRunner;

/** Audits again the stored rows of inspections that count already. */
public final class StoredRowsCheck {
  private StoredRowsCheck() {}

  /**
   * What the lake says of the rows of one inspection.
   *
   * @param formVersion the version of the form it was made by
   * @param bytes about how much was sent of it
   * @param cases how many there are
   * @param files the accounts of what was sent
   * @param rejectedCells judgements that its rejects account for
   * @param tallies those that are stored under the framework; empty if there are none
   */
  public record Claim(
      StoredRows rows,
      String inspectionId,
      String formVersion,
      long bytes,
      long cases,
      List<FilesTable.Row> files,
      long rejectedCells,
      List<Tally> tallies)
      implements Serializable {}

  /** Gives what is wrong with each of some inspections, by their rows; nothing of those sound. */
  public static Map<StoredRows, AuditFault> faults(
      TaskRunner runner, List<Claim> claims, Framework framework, InspectionSource source) {
    if (claims.isEmpty()) {
      return Map.of();
    }
    List<Claim> sorted = claims.stream().sorted(Comparator.comparing(Claim::inspectionId)).toList();
    long bytes = claims.stream().mapToLong(Claim::bytes).sum();
    Map<StoredRows, AuditFault> faults = new HashMap<>();
    runner
        .each(
            TaskBatches.of(sorted, Claim::bytes),
            bytes,
            batch -> faults(batch, Codebook.of(framework), source))
        .forEach(faults::putAll);
    return faults;
  }

  private static HashMap<StoredRows, AuditFault> faults(
      List<Claim> batch, Codebook codebook, InspectionSource source) throws IOException {
    Map<StoredRows, StoredInspection> rows =
        source.stored(
            codebook,
            batch.stream().map(Claim::rows).collect(Collectors.toSet()),
            batch.stream().map(Claim::inspectionId).toList());
    HashMap<StoredRows, AuditFault> faults = new HashMap<>();
    for (Claim claim : batch) {
      AuditFault fault = fault(claim, codebook, rows.get(claim.rows()));
      if (fault != null) {
        faults.put(claim.rows(), fault);
      }
    }
    return faults;
  }

  private static AuditFault fault(Claim claim, Codebook codebook, StoredInspection rows) {
    if (rows.cases().size() != claim.cases()) {
      return new AuditFault(
          "accounting",
          codebook
              .terms()
              .text(
                  "%s: %s stored where its submission has %d",
                  claim.inspectionId(),
                  codebook.terms().counted(rows.cases().size(), "{case} is", "{cases} are"),
                  claim.cases()));
    }
    StoredInspection stored =
        new StoredInspection(
            rows.cases(), rows.judgements(), claim.rejectedCells(), claim.tallies());
    return Audit.ofStanding(
            new AuditInput(
                codebook.atForm(claim.formVersion()),
                claim.inspectionId(),
                claim.files(),
                stored,
                null))
        .orElse(null);
  }
}
