package org.trustbench.table.parquet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
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
import org.apache.parquet.schema.MessageType;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/**
 * Writes rows of a declared table as one Parquet file, zstd, whose metadata describes the table and
 * its columns.
 */
public final class ParquetRowsWriter {
  private ParquetRowsWriter() {}

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
        new Builder<>(file, table, ParquetSchema.of(table, fieldId))
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
      return new WriteContext(schema, ParquetSchema.descriptions(table));
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

    /** Rows next to each other often hold the same text. */
    private Binary binary(int column, String text) {
      if (!text.equals(lastText[column])) {
        lastText[column] = text;
        lastBinary[column] = Binary.fromString(text);
      }
      return lastBinary[column];
    }
  }
}
