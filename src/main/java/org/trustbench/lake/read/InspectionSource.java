package org.trustbench.lake.read;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Comparators;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.file.ParquetFileCheck;
import org.trustbench.lake.file.ParquetInput;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.lake.table.JudgementsTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.TalliesTable;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.matrix.Reading;
import org.trustbench.table.parquet.DictionaryRows;
import org.trustbench.table.parquet.DictionaryRowsReader;
import org.trustbench.tally.Tally;

/**
 * Reads the rows of submissions back, those that stand in the lake and those just written that no
 * reader sees yet; the second source of the one kernel. Travels to tasks.
 */
public final class InspectionSource implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The columns that differ from row to row, and the submission that rows are of. */
  private static final List<String> JUDGEMENT_COLUMNS =
      Stream.concat(JudgementsTable.VARYING.stream(), Stream.of(StoredRows.HASH)).toList();

  private final ArrayList<String> caseColumns;
  private final Table cases;
  private final Table judgements;
  private final Table secondReadings;
  private final Table rejects;
  private final Table tallies;

  public InspectionSource(Framework framework, LakeTables tables) {
    this.caseColumns =
        new ArrayList<>(
            CasesTable.columns(framework.attributes().stream().map(Attribute::id).toList()));
    this.cases = SerializableTable.copyOf(tables.get("cases"));
    this.judgements = SerializableTable.copyOf(tables.get("judgements"));
    this.secondReadings = SerializableTable.copyOf(tables.get("second_readings"));
    this.rejects = SerializableTable.copyOf(tables.get("rejects"));
    this.tallies = SerializableTable.copyOf(tables.get("tallies"));
  }

  /** A submission that stands in the lake, its cases and judgements alone. */
  public StoredInspection stored(Codebook codebook, StoredRows named) throws IOException {
    return stored(codebook, Set.of(named), List.of()).get(named);
  }

  /**
   * Submissions that stand in the lake, their cases and judgements alone.
   *
   * @param inspections the inspections that they are of, by which files of others are passed over;
   *     empty where they are not known
   */
  public Map<StoredRows, StoredInspection> stored(
      Codebook codebook, Set<StoredRows> named, Collection<String> inspections) throws IOException {
    Map<String, Map<String, StoredRows>> byIngest = new TreeMap<>();
    for (StoredRows rows : named) {
      byIngest
          .computeIfAbsent(rows.ingestId(), ingest -> new HashMap<>())
          .put(rows.submissionHash(), rows);
    }
    Map<StoredRows, StoredInspection> found = new HashMap<>();
    for (Map.Entry<String, Map<String, StoredRows>> ingest : byIngest.entrySet()) {
      Map<String, StoredRows> byHash = ingest.getValue();
      Expression wanted =
          Expressions.and(
              Expressions.equal(StoredRows.INGEST, ingest.getKey()),
              Expressions.in(StoredRows.HASH, byHash.keySet().toArray()));
      if (!inspections.isEmpty()) {
        Comparator<CharSequence> order = Comparators.charSequences();
        wanted =
            Expressions.and(
                wanted,
                Expressions.greaterThanOrEqual(
                    StoredRows.INSPECTION, Collections.min(inspections, order)),
                Expressions.lessThanOrEqual(
                    StoredRows.INSPECTION, Collections.max(inspections, order)));
      }
      List<CasesTable.Row> caseRows = new ArrayList<>();
      standing(cases, caseColumns, wanted, rows -> caseRows.addAll(CasesTable.rows(rows)));
      Stored stored = new Stored(codebook, byHash.keySet(), caseRows);
      standing(judgements, JUDGEMENT_COLUMNS, wanted, rows -> stored.add(rows, Reading.FIRST));
      standing(secondReadings, JUDGEMENT_COLUMNS, wanted, rows -> stored.add(rows, Reading.SECOND));
      byHash.forEach((hash, rows) -> found.put(rows, stored.inspection(hash, 0, List.of())));
    }
    return found;
  }

  /**
   * The rows that were just written, from the very files.
   *
   * @param hashes the accepted submissions that were written
   * @return what is stored of each, by its hash
   */
  public Map<String, StoredInspection> stored(
      Codebook codebook, Written written, Set<String> hashes) throws IOException {
    Map<String, Long> rejected =
        rows(in(rejects, written.file("rejects")), InspectionSource::rejectedCells).stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
    Map<String, List<Tally>> tallied =
        rows(in(tallies, written.file("tallies")), TalliesTable::row).stream()
            .collect(
                Collectors.groupingBy(
                    TalliesTable.Row::submissionHash,
                    Collectors.mapping(TalliesTable.Row::tally, Collectors.toList())));
    List<CasesTable.Row> caseRows = new ArrayList<>();
    each(written, cases, "cases", caseColumns, rows -> caseRows.addAll(CasesTable.rows(rows)));
    Stored stored = new Stored(codebook, hashes, caseRows);
    each(
        written,
        judgements,
        "judgements",
        JUDGEMENT_COLUMNS,
        rows -> stored.add(rows, Reading.FIRST));
    each(
        written,
        secondReadings,
        JudgementsTable.SECOND_READINGS.name(),
        JUDGEMENT_COLUMNS,
        rows -> stored.add(rows, Reading.SECOND));
    Map<String, StoredInspection> found = new HashMap<>();
    for (String hash : hashes) {
      found.put(
          hash,
          stored.inspection(
              hash, rejected.getOrDefault(hash, 0L), tallied.getOrDefault(hash, List.of())));
    }
    return found;
  }

  /** Submissions as their rows are read, by hash. */
  private static final class Stored {
    private final Codebook codebook;
    private final Map<String, List<CasesTable.Row>> cases = new HashMap<>();
    private final Map<String, StoredJudgements.Filling> fillings = new HashMap<>();

    Stored(Codebook codebook, Set<String> hashes, List<CasesTable.Row> caseRows) {
      this.codebook = codebook;
      hashes.forEach(hash -> cases.put(hash, new ArrayList<>()));
      for (CasesTable.Row row : caseRows) {
        List<CasesTable.Row> ofSubmission = cases.get(row.stored().submissionHash());
        if (ofSubmission != null) {
          ofSubmission.add(row);
        }
      }
      cases.forEach(
          (hash, rows) -> fillings.put(hash, new StoredJudgements.Filling(codebook, rows)));
    }

    void add(DictionaryRows rows, Reading reading) {
      StoredJudgements.Filling.add(rows, codebook, reading, fillings);
    }

    StoredInspection inspection(String hash, long rejectedCells, List<Tally> tallied) {
      return new StoredInspection(
          cases.get(hash), fillings.get(hash).filled(), rejectedCells, tallied);
    }
  }

  private static void each(
      Written written, Table table, String name, List<String> columns, Consumer<DictionaryRows> use)
      throws IOException {
    Optional<DataFile> file = written.file(name);
    if (file.isPresent()) {
      file(table, file.get(), columns, use);
    }
  }

  private static void file(
      Table table, DataFile file, List<String> columns, Consumer<DictionaryRows> reader)
      throws IOException {
    ParquetInput input = new ParquetInput(table.io().newInputFile(file.location()));
    try (DictionaryRowsReader rows = new DictionaryRowsReader(input, columns)) {
      reader.accept(rows);
    }
  }

  private static void standing(
      Table table, List<String> columns, Expression wanted, Consumer<DictionaryRows> reader)
      throws IOException {
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> planned = table.newScan().filter(wanted).planFiles()) {
      planned.forEach(tasks::add);
    }
    if (tasks.stream().allMatch(task -> task.deletes().isEmpty())) {
      for (FileScanTask task : tasks) {
        file(table, task.file(), columns, reader);
      }
    } else {
      // Another program has deleted rows of these files, which only Iceberg knows to leave out.
      ParquetFileCheck.ensure(table, table.newScan().filter(wanted));
      Schema schema = new Schema(columns.stream().map(table.schema()::findField).toList());
      try (CloseableIterable<Record> records =
          IcebergGenerics.read(table).where(wanted).project(schema).build()) {
        reader.accept(new DictionaryRecords(records.iterator(), columns.size()));
      }
    }
  }

  private static Map.Entry<String, Long> rejectedCells(Record record) {
    RejectsTable.Row row = RejectsTable.row(record);
    return Map.entry(row.submissionHash(), row.cells());
  }

  private static CloseableIterable<Record> in(Table table, Optional<DataFile> written) {
    if (written.isEmpty()) {
      return CloseableIterable.empty();
    }
    DataFile file = written.get();
    ParquetFileCheck.ensure(table, file);
    return Parquet.read(table.io().newInputFile(file.location()))
        .project(table.schema())
        .createReaderFunc(schema -> GenericParquetReaders.buildReader(table.schema(), schema))
        .reuseContainers()
        .build();
  }

  private static <R> List<R> rows(CloseableIterable<Record> records, Function<Record, R> row)
      throws IOException {
    List<R> rows = new ArrayList<>();
    try (records) {
      records.forEach(record -> rows.add(row.apply(record)));
    }
    return rows;
  }
}
