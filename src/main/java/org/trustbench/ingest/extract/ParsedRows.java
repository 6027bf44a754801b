package org.trustbench.ingest.extract;

import org.trustbench.framework.Codebook;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.reject.RejectRule;

/**
 * Packed rows with the form of their file and their texts parsed.
 *
 * @param codebook the framework's questions and answers by number
 */
record ParsedRows(PackedRows rows, RowForm form, ParsedTexts texts, Codebook codebook) {
  static ParsedRows of(PackedRows rows, RowForm form, Codebook codebook) {
    return new ParsedRows(
        rows, form, new ParsedTexts(rows.texts(), codebook, form.values()), codebook);
  }

  int file() {
    return rows.file();
  }

  /** Rejects a row whole: a row of visits states no judgement, so its cells are read only here. */
  void reject(InspectionBuilder builder, int line, RejectRule rule, String reason) {
    if (rows.isOfVisits()) {
      builder.read(file(), form.cells());
    }
    builder.reject(file(), line, rule, reason, form.cells());
  }

  /** A reason with the place of the cell that it is about. */
  String told(int column, int line, String reason) {
    return rows.places().told(column, line, reason);
  }
}
