package org.trustbench.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Writes rows of a declared table as one Parquet file, zstd, whose metadata describes the table and
 * its columns.
 */
public final class ParquetRows {
  private ParquetRows() {}

  /** Writes all rows; fields carry the numbers of their columns, counted from 1. */
  public static <R> void write(OutputFile file, Table<R> table, Iterator<R> rows)
      throws IOException {
    List<String> names = table.columnNames();
    write(file, table, name -> names.indexOf(name) + 1, rows);
  }

  /**
   * Writes all rows.
   *
   * @param fieldId the number that a column's field carries, by the column's name
   * @return how many there were
   */
  public static <R> long write(
      OutputFile file, Table<R> table, ToIntFunction<String> fieldId, Iterator<R> rows)
      throws IOException {
    long written = 0;
    try (ParquetWriter<R> writer =
        new Builder<>(file, table, schema(table, fieldId))
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      while (rows.hasNext()) {
        writer.write(rows.next());
        written++;
      }
    }
    return written;
  }

  /** The Parquet schema of a table; every field may be null. */
  private static MessageType schema(Table<?> table, ToIntFunction<String> fieldId) {
    List<Type> fields = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      fields.add(field(column).withId(fieldId.applyAsInt(column.name())));
    }
    return new MessageType(table.name(), fields);
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

  private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
    private final Table<R> table;
    private final MessageType schema;

    Builder(OutputFile file, Table<R> table, MessageType schema) {
      super(file);
      this.table = table;
      this.schema = schema;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new Rows<>(table, schema);
    }

    @Override
    protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
      return new Rows<>(table, schema);
    }
  }

  private static final class Rows<R> extends WriteSupport<R> {
    private final Table<R> table;
    private final MessageType schema;
    private final String[] lastText;
    private final Binary[] lastBinary;
    private RecordConsumer consumer;

    Rows(Table<R> table, MessageType schema) {
      this.table = table;
      this.schema = schema;
      this.lastText = new String[table.columns().size()];
      this.lastBinary = new Binary[table.columns().size()];
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    private WriteContext context() {
      Map<String, String> descriptions = new LinkedHashMap<>();
      descriptions.put("description", table.grain());
      descriptions.put("primary_key", String.join(" ", table.key()));
      for (Table.ForeignKey key : table.foreignKeys()) {
        descriptions.put("foreign_key." + key.column(), key.table());
      }
      for (Column<R> column : table.columns()) {
        descriptions.put("description." + column.name(), column.description());
        if (!column.unit().isEmpty()) {
          descriptions.put("unit." + column.name(), column.unit());
        }
      }
      return new WriteContext(schema, descriptions);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
      consumer.startMessage();
      List<Column<R>> columns = table.columns();
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        Object value = column.value().apply(row);
        if (value != null) {
          consumer.startField(column.name(), i);
          switch (column.type()) {
            case TEXT -> consumer.addBinary(binary(i, (String) value));
            case INTEGER -> consumer.addLong((Long) value);
            case DECIMAL -> consumer.addDouble((Double) value);
            case DATE -> consumer.addInteger((int) ((LocalDate) value).toEpochDay());
            case BOOLEAN -> consumer.addBoolean((Boolean) value);
          }
          consumer.endField(column.name(), i);
        }
      }
      consumer.endMessage();
    }

    /** Rows next to each other often hold the very same text. */
    @SuppressWarnings("ReferenceEquality")
    private Binary binary(int column, String text) {
      if (lastText[column] != text) {
        lastText[column] = text;
        lastBinary[column] = Binary.fromString(text);
      }
      return lastBinary[column];
    }
  }
}
