package org.trustbench.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.encryption.EncryptedFiles;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.encryption.EncryptionKeyMetadata;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.support.TinyFramework;

/** Tables of Iceberg, by their folder, their metadata and their catalog. */
class IcebergTableTest {
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "School", Types.StringType.get()),
          Types.NestedField.optional(3, "Case", Types.IntegerType.get()),
          Types.NestedField.optional(4, "Stage", Types.StringType.get()),
          Types.NestedField.optional(5, "Item", Types.StringType.get()),
          Types.NestedField.optional(6, "Result", Types.DecimalType.of(5, 2)));
  private static final Layout LAYOUT =
      TinyFramework.read(
              json ->
                  json.replace(
                      "\"inspection_id\": \"{trust}-2015\"",
                      "\"inspection_id\": \"{trust}-2015\", \"row_key\": [\"id\"]"))
          .layout("long");

  @TempDir Path folder;
  private Table table;

  @BeforeEach
  void fill() throws IOException {
    try (HadoopCatalog catalog = new HadoopCatalog(new Configuration(), folder.toString())) {
      table = catalog.createTable(TableIdentifier.of("visits", "judged"), SCHEMA);
      DataFile file = append();
      PositionDeleteWriter<Record> deletes =
          writers().newPositionDeleteWriter(encrypted(), PartitionSpec.unpartitioned(), null);
      try (deletes) {
        deletes.write(PositionDelete.<Record>create().set(file.location(), 1L));
      }
      table.newRowDelta().addDeletes(deletes.toDeleteFile()).commit();
    }
  }

  private DataFile append() throws IOException {
    DataWriter<Record> rows =
        writers().newDataWriter(encrypted(), PartitionSpec.unpartitioned(), null);
    try (rows) {
      rows.write(row(3L, "Hill", 7, "late", "Q1", "1.00"));
      rows.write(row(2L, "Hill", 7, "late", "Q2", "4.00"));
      rows.write(row(1L, "Dale", 8, null, "Q1", null));
    }
    table.newAppend().appendFile(rows.toDataFile()).commit();
    return rows.toDataFile();
  }

  private GenericFileWriterFactory writers() {
    return new GenericFileWriterFactory.Builder(table)
        .dataFileFormat(FileFormat.PARQUET)
        .deleteFileFormat(FileFormat.PARQUET)
        .dataSchema(SCHEMA)
        .build();
  }

  private EncryptedOutputFile encrypted() {
    OutputFile file =
        table.io().newOutputFile(table.location() + "/data/" + UUID.randomUUID() + ".parquet");
    return EncryptedFiles.encryptedOutput(file, EncryptionKeyMetadata.EMPTY);
  }

  private static Record row(
      long id, String school, int number, String stage, String item, String result) {
    Record row = GenericRecord.create(SCHEMA);
    row.setField("id", id);
    row.setField("School", school);
    row.setField("Case", number);
    row.setField("Stage", stage);
    row.setField("Item", item);
    row.setField("Result", result == null ? null : new java.math.BigDecimal(result));
    return row;
  }

  private String copied(IcebergTable opened) {
    Path copy = folder.resolve("copy-" + UUID.randomUUID());
    try (opened) {
      TableCopy.write(opened, LAYOUT, copy);
      return Files.readString(copy, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private IcebergTable ofCatalog(String name) {
    return IcebergTable.of(
        name, "own", name, Map.of("type", "hadoop", "warehouse", folder.toString()), Map.of());
  }

  @Test
  void rows_that_were_deleted_are_not_read_by_whichever_way_the_table_is_named()
      throws IOException {
    Path path = folder.resolve("visits/judged");
    String expected =
        """
        row number of the copy,School,Item,Result,Case,Stage,id
        1,Dale,Q1,,8,,1
        3,Hill,Q1,1,7,late,3
        """;

    assertThat(IcebergTable.isAt(path)).isTrue();
    assertThat(copied(IcebergTable.at("judged", path))).isEqualTo(expected);
    assertThat(copied(ofCatalog("visits.judged"))).isEqualTo(expected);
    assertThat(copied(IcebergTable.at("judged", path.resolve("metadata/v2.metadata.json"))))
        .contains("2,Hill,Q2,4,7,late,2");
    Files.delete(path.resolve("metadata/version-hint.text"));
    assertThatThrownBy(() -> IcebergTable.at("judged", path))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(
            "judged is a table of Iceberg whose catalog knows which of its states");
  }

  @Test
  void a_table_that_is_not_there_is_said() {
    assertThatThrownBy(() -> ofCatalog("visits.asked"))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "visits.asked: catalog own has no table visits.asked: name another, or make it");
  }
}
