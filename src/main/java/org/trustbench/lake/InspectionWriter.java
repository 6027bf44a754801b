package org.trustbench.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.table.CodedList;
import org.trustbench.table.Table;
import org.trustbench.tally.Tally;

/** Writes one inspection's rows under its submission's hash and one ingest; travels to tasks. */
public final class InspectionWriter implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Framework framework;
  private final String ingestId;
  private final RowWriter cases;
  private final RowWriter judgements;
  private final RowWriter rejects;
  private final RowWriter tallies;

  InspectionWriter(
      Framework framework,
      String ingestId,
      RowWriter cases,
      RowWriter judgements,
      RowWriter rejects,
      RowWriter tallies) {
    this.framework = framework;
    this.ingestId = ingestId;
    this.cases = cases;
    this.judgements = judgements;
    this.rejects = rejects;
    this.tallies = tallies;
  }

  /** The ingest that the rows are written under. */
  public String ingestId() {
    return ingestId;
  }

  /** The files written for one submission; null where there were no rows. */
  public record Written(DataFile cases, DataFile judgements, DataFile rejects, DataFile tallies)
      implements Serializable {}

  /**
   * Writes an accepted inspection.
   *
   * @param files names of the files the matrix refers to by number
   */
  public Written write(
      String hash,
      String inspectionId,
      Form form,
      JudgementMatrix matrix,
      List<String> files,
      List<RejectsTable.Row> rejected,
      List<Tally> tallied)
      throws IOException {
    StoredRows stored = new StoredRows(hash, ingestId);
    List<CasesTable.Row> caseRows =
        IntStream.range(0, matrix.cases().size())
            .filter(c -> !matrix.isRejected(c))
            .mapToObj(matrix.cases()::get)
            .map(row -> new CasesTable.Row(stored, inspectionId, files.get(row.file()), row))
            .toList();
    Table<CasesTable.Row> table = CasesTable.definition(framework.attributes());
    return new Written(
        cases.writeCoded(table, new CodedList<>(table, caseRows), stored),
        judgements.writeCoded(
            JudgementsTable.DEFINITION,
            new MatrixRows(stored, inspectionId, form, matrix, files),
            stored),
        rejects.write(RejectsTable.DEFINITION, rejected.iterator(), stored),
        tallies(stored, tallied));
  }

  /** Writes what is kept of a submission that was not accepted. */
  public Written writeRejects(String hash, List<RejectsTable.Row> rejected) throws IOException {
    StoredRows stored = new StoredRows(hash, ingestId);
    return new Written(
        null, null, rejects.write(RejectsTable.DEFINITION, rejected.iterator(), stored), null);
  }

  /** Writes tallies alone, for a submission that is stored already. */
  public Written writeTallies(String hash, List<Tally> tallied) throws IOException {
    return new Written(null, null, null, tallies(new StoredRows(hash, ingestId), tallied));
  }

  private DataFile tallies(StoredRows stored, List<Tally> tallied) throws IOException {
    return tallies.write(
        TalliesTable.DEFINITION,
        tallied.stream()
            .map(tally -> new TalliesTable.Row(stored, framework.hash(), tally))
            .iterator(),
        stored,
        framework.hash());
  }
}
