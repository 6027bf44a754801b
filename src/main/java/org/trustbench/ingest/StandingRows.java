package org.trustbench.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.trustbench.Workers;
import org.trustbench.audit.Appended;
import org.trustbench.audit.Audit;
import org.trustbench.audit.Fault;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.lake.FilesTable;
import org.trustbench.lake.InspectionSource;
import org.trustbench.lake.StoredInspection;
import org.trustbench.lake.StoredRows;
import org.trustbench.tally.Tally;

/** Holds rows that count already to what the lake says of them. */
public final class StandingRows {
  private StandingRows() {}

  /**
   * What the lake says of the rows of one inspection.
   *
   * @param sourceBytes how much was sent of it
   * @param cases how many there are
   * @param files the accounts of what was sent
   * @param rejectedCells judgements that its rejects account for
   * @param tallies those that are stored under the framework; empty if there are none
   */
  public record Claim(
      StoredRows rows,
      String inspectionId,
      long sourceBytes,
      long cases,
      List<FilesTable.Row> files,
      long rejectedCells,
      List<Tally> tallies)
      implements Serializable {}

  /** Gives what is wrong with each of some inspections, in their order; null where nothing is. */
  public static List<Fault> faults(
      Workers workers, List<Claim> claims, Framework framework, InspectionSource source) {
    long bytes = claims.stream().mapToLong(Claim::sourceBytes).sum();
    return workers.each(claims, bytes, claim -> fault(claim, Form.of(framework), source));
  }

  private static Fault fault(Claim claim, Form form, InspectionSource source) throws IOException {
    StoredInspection rows = source.stored(form, claim.rows());
    if (rows.cases().size() != claim.cases()) {
      return new Fault(
          "accounting",
          "%s: %d cases are stored where its submission has %d"
              .formatted(claim.inspectionId(), rows.cases().size(), claim.cases()));
    }
    StoredInspection stored =
        new StoredInspection(
            rows.cases(), rows.judgements(), claim.rejectedCells(), claim.tallies());
    return Audit.ofStanding(new Appended(form, claim.inspectionId(), claim.files(), stored, null))
        .orElse(null);
  }
}
