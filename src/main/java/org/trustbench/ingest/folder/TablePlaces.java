package org.trustbench.ingest.folder;

import java.util.Arrays;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.rows.CellPlaces;
import org.trustbench.ingest.rows.RowReader;

/** In which columns of a table its cells stand. */
final class TablePlaces {
  private TablePlaces() {}

  /**
   * Of a table of cases, or of judgements with a row for each case.
   *
   * @param isWide whether questions are columns
   */
  static CellPlaces of(RowReader table, Codebook codebook, boolean isWide) {
    int[] answers = new int[isWide ? codebook.framework().questions().size() : 0];
    Arrays.fill(answers, -1);
    for (int column = 0; isWide && column < table.header().size(); column++) {
      int question = codebook.question(table.header().get(column));
      if (question >= 0) {
        answers[question] = column;
      }
    }
    return new CellPlaces(
        table.heading().cells(),
        table.header().indexOf(FolderReader.CASE_ID),
        -1,
        table.header().indexOf(FolderReader.EVIDENCE),
        attributes(table, codebook),
        answers,
        -1,
        -1);
  }

  /** The column of each attribute; -1 where there is none. */
  static int[] attributes(RowReader table, Codebook codebook) {
    return codebook.framework().attributes().stream()
        .map(Attribute::id)
        .mapToInt(table.header()::indexOf)
        .toArray();
  }
}
