package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.trustbench.Column;
import org.trustbench.Table;

/** Writes a table as one plain Parquet file whose metadata describes every column. */
final class ParquetFile {
  private ParquetFile() {}

  static <R> void write(Path file, Table<R> table, List<R> rows) throws IOException {
    MessageType schema =
        new MessageType(table.name(), table.columns().stream().map(ParquetFile::field).toList());
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put("description", table.grain());
    table
        .columns()
        .forEach(column -> descriptions.put("description." + column.name(), column.description()));
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withExtraMetaData(descriptions)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (R row : rows) {
        writer.write(group(schema, table, row));
      }
    }
  }

  private static <R> Group group(MessageType schema, Table<R> table, R row) {
    Group group = new SimpleGroup(schema);
    for (Column<R> column : table.columns()) {
      Object value = column.value().apply(row);
      if (value != null) {
        switch (column.type()) {
          case TEXT -> group.add(column.name(), (String) value);
          case INTEGER -> group.add(column.name(), (Long) value);
          case DECIMAL -> group.add(column.name(), (Double) value);
          case DATE -> group.add(column.name(), (int) ((LocalDate) value).toEpochDay());
          case BOOLEAN -> group.add(column.name(), (Boolean) value);
        }
      }
    }
    return group;
  }

  private static Type field(Column<?> column) {
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
    };
  }
}
