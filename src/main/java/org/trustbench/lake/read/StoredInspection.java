package org.trustbench.lake.read;

import java.util.List;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Tally;

/**
 * One submission as it was read back from where it is stored.
 *
 * @param rejectedCells judgements that its rejects account for
 */
public record StoredInspection(
    List<CasesTable.Row> cases,
    StoredJudgements judgements,
    long rejectedCells,
    List<Tally> tallies) {

  /**
   * The matrix that cases and judgements fill. Questions and answers that the form does not have
   * are left out, as are judgements without a case: no measure asks for them.
   */
  public JudgementMatrix matrix() {
    return judgements.matrix();
  }
}
