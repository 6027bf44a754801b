package org.trustbench.lake.write;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.lake.table.JudgementsTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.TalliesTable;
import org.trustbench.lake.write.RowWriter.Held;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.ReaderCounts;
import org.trustbench.matrix.Reading;
import org.trustbench.table.Table;
import org.trustbench.table.parquet.DictionaryRowsList;
import org.trustbench.tally.Tally;

/**
 * Writes the rows of inspections, many to a file, under their submissions' hashes and one ingest;
 * travels to tasks.
 */
public final class InspectionWriter implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Framework framework;
  private final String ingestId;
  private final RowWriter cases;
  private final RowWriter judgements;
  private final RowWriter secondReadings;
  private final RowWriter rejects;
  private final RowWriter tallies;

  public InspectionWriter(
      Framework framework,
      String ingestId,
      RowWriter cases,
      RowWriter judgements,
      RowWriter secondReadings,
      RowWriter rejects,
      RowWriter tallies) {
    this.framework = framework;
    this.ingestId = ingestId;
    this.cases = cases;
    this.judgements = judgements;
    this.secondReadings = secondReadings;
    this.rejects = rejects;
    this.tallies = tallies;
  }

  /** The ingest that the rows are written under. */
  public String ingestId() {
    return ingestId;
  }

  /**
   * An accepted inspection to be written.
   *
   * @param files names of the files the matrix refers to by number
   */
  public record Accepted(
      String hash,
      String inspectionId,
      JudgementMatrix matrix,
      List<String> files,
      List<Tally> tallies) {}

  /**
   * The files that a batch of inspections was written to.
   *
   * @param files by the name of their table; a table without rows has none
   */
  public record Written(Map<String, DataFile> files) implements Serializable {
    public Written {
      files = Map.copyOf(files);
    }

    /** The file of a table's rows; empty where there were none. */
    public Optional<DataFile> file(String table) {
      return Optional.ofNullable(files.get(table));
    }
  }

  /**
   * Writes inspections, sorted by their ids, so that a reader of one passes over the files and
   * pages of others.
   *
   * @param rejected the rejects of these inspections, and of submissions that were not accepted
   */
  public Written write(
      Codebook codebook, List<Accepted> inspections, List<RejectsTable.Row> rejected)
      throws IOException {
    List<Accepted> sorted =
        inspections.stream().sorted(Comparator.comparing(Accepted::inspectionId)).toList();
    Map<String, DataFile> files = new HashMap<>();
    refused(rejected).ifPresent(file -> files.put("rejects", file));
    if (!sorted.isEmpty()) {
      files.put("cases", caseFile(sorted));
      files.put("judgements", judgements(codebook, sorted));
      secondReadings(codebook, sorted)
          .ifPresent(file -> files.put(JudgementsTable.SECOND_READINGS.name(), file));
      tallies(
              sorted.stream().flatMap(one -> tallies(one.hash(), one.tallies()).stream()).toList(),
              held(sorted))
          .ifPresent(file -> files.put("tallies", file));
    }
    return new Written(files);
  }

  /**
   * Writes rows of one submission that some tables have lost, without its tallies.
   *
   * @param tables of cases, judgements and rejects
   * @param inspection empty where the submission was not accepted
   */
  public Written writeAgain(
      Set<String> tables,
      Codebook codebook,
      Optional<Accepted> inspection,
      List<RejectsTable.Row> rejected)
      throws IOException {
    Map<String, DataFile> files = new HashMap<>();
    if (inspection.isPresent()) {
      List<Accepted> one = List.of(inspection.get());
      if (tables.contains("cases")) {
        files.put("cases", caseFile(one));
      }
      if (tables.contains("judgements")) {
        files.put("judgements", judgements(codebook, one));
      }
      if (tables.contains(JudgementsTable.SECOND_READINGS.name())) {
        secondReadings(codebook, one)
            .ifPresent(file -> files.put(JudgementsTable.SECOND_READINGS.name(), file));
      }
    }
    if (tables.contains("rejects")) {
      refused(rejected).ifPresent(file -> files.put("rejects", file));
    }
    return new Written(files);
  }

  private Optional<DataFile> refused(List<RejectsTable.Row> rejected) throws IOException {
    return rejects.write(
        RejectsTable.DEFINITION,
        rejected.iterator(),
        Held.of(ingestId, rejected.stream().map(RejectsTable.Row::submissionHash).toList()));
  }

  private DataFile caseFile(List<Accepted> inspections) throws IOException {
    Table<CasesTable.Row> table = CasesTable.definition(framework.attributes());
    return cases.writeCoded(
        table, new DictionaryRowsList<>(table, cases(inspections)), held(inspections));
  }

  private DataFile judgements(Codebook codebook, List<Accepted> inspections) throws IOException {
    return judgements.writeCoded(
        JudgementsTable.DEFINITION,
        new MatrixRows(codebook, ingestId, inspections, Reading.FIRST),
        held(inspections));
  }

  /** The second readings; empty where there are none. */
  private Optional<DataFile> secondReadings(Codebook codebook, List<Accepted> inspections)
      throws IOException {
    List<Accepted> twice =
        inspections.stream()
            .filter(one -> ReaderCounts.of(one.matrix()).secondReadings() > 0)
            .toList();
    return twice.isEmpty()
        ? Optional.empty()
        : Optional.of(
            secondReadings.writeCoded(
                JudgementsTable.SECOND_READINGS,
                new MatrixRows(codebook, ingestId, twice, Reading.SECOND),
                held(twice)));
  }

  private Held held(List<Accepted> inspections) {
    return Held.of(
        ingestId,
        inspections.stream().map(Accepted::hash).toList(),
        inspections.stream().map(Accepted::inspectionId).toList());
  }

  private List<CasesTable.Row> cases(List<Accepted> inspections) {
    List<CasesTable.Row> rows = new ArrayList<>();
    for (Accepted one : inspections) {
      StoredRows stored = new StoredRows(one.hash(), ingestId);
      IntStream.range(0, one.matrix().cases().size())
          .filter(c -> !one.matrix().isRejected(c))
          .mapToObj(one.matrix().cases()::get)
          .map(
              row ->
                  new CasesTable.Row(stored, one.inspectionId(), one.files().get(row.file()), row))
          .forEach(rows::add);
    }
    return rows;
  }

  /**
   * The tallies of a submission that is stored already.
   *
   * @param hash the submission
   */
  public record Scored(String hash, String inspectionId, List<Tally> tallies) {}

  /** Writes tallies alone, for submissions that are stored already. */
  public Written writeTallies(List<Scored> scored) throws IOException {
    List<Scored> sorted =
        scored.stream().sorted(Comparator.comparing(Scored::inspectionId)).toList();
    Map<String, DataFile> files = new HashMap<>();
    tallies(
            sorted.stream().flatMap(one -> tallies(one.hash(), one.tallies()).stream()).toList(),
            Held.of(
                ingestId,
                sorted.stream().map(Scored::hash).toList(),
                sorted.stream().map(Scored::inspectionId).toList()))
        .ifPresent(file -> files.put("tallies", file));
    return new Written(files);
  }

  private List<TalliesTable.Row> tallies(String hash, List<Tally> tallied) {
    StoredRows stored = new StoredRows(hash, ingestId);
    return tallied.stream()
        .map(tally -> new TalliesTable.Row(stored, framework.hash(), tally))
        .toList();
  }

  private Optional<DataFile> tallies(List<TalliesTable.Row> rows, Held held) throws IOException {
    return tallies.write(TalliesTable.DEFINITION, rows.iterator(), held, framework.hash());
  }
}
