package org.trustbench.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;
import org.trustbench.lake.InspectionWriter.Written;
import org.trustbench.tally.Tally;

/**
 * Reads one submission's rows back, those that stand in the lake and those just written that no
 * reader sees yet; the second source of the one kernel. Travels to tasks.
 */
public final class InspectionSource implements Serializable {
  private static final long serialVersionUID = 1L;
  private final List<String> attributes;
  private final Table cases;
  private final Table judgements;
  private final Table rejects;
  private final Table tallies;

  InspectionSource(Framework framework, LakeTables tables) {
    this.attributes = new ArrayList<>(framework.attributes().stream().map(Attribute::id).toList());
    this.cases = SerializableTable.copyOf(tables.get("cases"));
    this.judgements = SerializableTable.copyOf(tables.get("judgements"));
    this.rejects = SerializableTable.copyOf(tables.get("rejects"));
    this.tallies = SerializableTable.copyOf(tables.get("tallies"));
  }

  /** A submission that stands in the lake, its cases and judgements alone. */
  public StoredInspection stored(String hash) throws IOException {
    return new StoredInspection(
        rows(standing(cases, cases.schema(), hash), caseReader()),
        rows(standing(judgements, varying(), hash), new JudgementsTable.Reader(hash, null)),
        0,
        List.of());
  }

  /** The rows that were just written, from the very files. */
  public StoredInspection stored(String hash, String inspectionId, Written written)
      throws IOException {
    List<Long> rejected =
        rows(
            in(rejects, rejects.schema(), written.rejects()),
            record -> RejectsTable.row(record).cells());
    List<Tally> tallied =
        rows(
            in(tallies, tallies.schema(), written.tallies()),
            record -> TalliesTable.row(record).tally());
    return new StoredInspection(
        rows(in(cases, cases.schema(), written.cases()), caseReader()),
        rows(
            in(judgements, varying(), written.judgements()),
            new JudgementsTable.Reader(hash, inspectionId)),
        rejected.stream().mapToLong(Long::longValue).sum(),
        tallied);
  }

  private Function<Record, CasesTable.Row> caseReader() {
    return record -> CasesTable.row(record, attributes);
  }

  /** What one submission's judgements differ in. */
  private Schema varying() {
    Schema whole = judgements.schema();
    return new Schema(JudgementsTable.VARYING.stream().map(whole::findField).toList());
  }

  private static CloseableIterable<Record> standing(Table table, Schema columns, String hash) {
    return IcebergGenerics.read(table)
        .where(Expressions.equal("submission_hash", hash))
        .project(columns)
        .build();
  }

  private static CloseableIterable<Record> in(Table table, Schema columns, DataFile file) {
    if (file == null) {
      return CloseableIterable.empty();
    }
    return Parquet.read(table.io().newInputFile(file.location()))
        .project(columns)
        .createReaderFunc(schema -> GenericParquetReaders.buildReader(columns, schema))
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
