package org.trustbench.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.lake.InspectionWriter.Written;
import org.trustbench.table.CodedFile;
import org.trustbench.table.CodedRows;
import org.trustbench.tally.Tally;

/**
 * Reads one submission's rows back, those that stand in the lake and those just written that no
 * reader sees yet; the second source of the one kernel. Travels to tasks.
 */
public final class InspectionSource implements Serializable {
  private static final long serialVersionUID = 1L;
  private final ArrayList<String> caseColumns;
  private final Table cases;
  private final Table judgements;
  private final Table rejects;
  private final Table tallies;

  InspectionSource(Framework framework, LakeTables tables) {
    this.caseColumns =
        new ArrayList<>(
            CasesTable.columns(framework.attributes().stream().map(Attribute::id).toList()));
    this.cases = SerializableTable.copyOf(tables.get("cases"));
    this.judgements = SerializableTable.copyOf(tables.get("judgements"));
    this.rejects = SerializableTable.copyOf(tables.get("rejects"));
    this.tallies = SerializableTable.copyOf(tables.get("tallies"));
  }

  /** A submission that stands in the lake, its cases and judgements alone. */
  public StoredInspection stored(Form form, StoredRows named) throws IOException {
    List<CasesTable.Row> caseRows = new ArrayList<>();
    standing(cases, caseColumns, named, rows -> caseRows.addAll(CasesTable.rows(rows)));
    StoredJudgements.Filling filling = new StoredJudgements.Filling(form, caseRows);
    standing(judgements, JudgementsTable.VARYING, named, filling::add);
    return new StoredInspection(caseRows, filling.filled(), 0, List.of());
  }

  /** The rows that were just written, from the very files. */
  public StoredInspection stored(Form form, Written written) throws IOException {
    List<Long> rejected =
        rows(in(rejects, written.rejects()), record -> RejectsTable.row(record).cells());
    List<Tally> tallied =
        rows(in(tallies, written.tallies()), record -> TalliesTable.row(record).tally());
    List<CasesTable.Row> caseRows = new ArrayList<>();
    file(cases, written.cases(), caseColumns, rows -> caseRows.addAll(CasesTable.rows(rows)));
    StoredJudgements.Filling filling = new StoredJudgements.Filling(form, caseRows);
    file(judgements, written.judgements(), JudgementsTable.VARYING, filling::add);
    return new StoredInspection(
        caseRows, filling.filled(), rejected.stream().mapToLong(Long::longValue).sum(), tallied);
  }

  private static void file(
      Table table, DataFile file, List<String> columns, Consumer<CodedRows> reader)
      throws IOException {
    ParquetInput input = new ParquetInput(table.io().newInputFile(file.location()));
    try (CodedFile rows = new CodedFile(input, columns)) {
      reader.accept(rows);
    }
  }

  private static void standing(
      Table table, List<String> columns, StoredRows named, Consumer<CodedRows> reader)
      throws IOException {
    Expression wanted =
        Expressions.and(
            Expressions.equal(StoredRows.INGEST, named.ingestId()),
            Expressions.equal(StoredRows.HASH, named.submissionHash()));
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> planned = table.newScan().filter(wanted).planFiles()) {
      planned.forEach(tasks::add);
    }
    if (tasks.stream().allMatch(task -> task.deletes().isEmpty())) {
      List<String> read = OfSubmission.columns(columns);
      for (FileScanTask task : tasks) {
        file(
            table,
            task.file(),
            read,
            rows -> reader.accept(new OfSubmission(rows, columns, named.submissionHash())));
      }
    } else {
      // Another program has deleted rows of these files, which only Iceberg knows to leave out.
      Schema schema = new Schema(columns.stream().map(table.schema()::findField).toList());
      try (CloseableIterable<Record> records =
          IcebergGenerics.read(table).where(wanted).project(schema).build()) {
        reader.accept(new CodedRecords(records.iterator(), columns.size()));
      }
    }
  }

  private static CloseableIterable<Record> in(Table table, DataFile file) {
    if (file == null) {
      return CloseableIterable.empty();
    }
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
