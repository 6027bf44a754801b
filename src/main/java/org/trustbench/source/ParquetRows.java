package org.trustbench.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Files;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.iceberg.shaded.org.apache.parquet.io.LocalInputFile;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.iceberg.shaded.org.apache.parquet.schema.Type;
import org.apache.iceberg.types.Types;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.LocalCopy;

/** The rows of one Parquet file, by Iceberg's own reader of it. */
final class ParquetRows implements SourceTable.Rows {
  private final String table;
  private final Path file;
  private final int width;
  private final LocalCopy copy;
  private final CloseableIterable<Record> records;
  private final CloseableIterator<Record> each;

  ParquetRows(String table, Path file, List<String> columns) {
    this.table = table;
    this.file = file;
    this.width = columns.size();
    try {
      copy = LocalCopy.of(file);
      Map<String, Types.NestedField> known = new HashMap<>();
      MessageType all = schema(copy.path());
      for (Type field : all.getFields()) {
        if (columns.contains(field.getName())) {
          known.put(field.getName(), field(field, number(all, field, known.size() + 1)));
        }
      }
      Schema schema = new Schema(columns.stream().map(known::get).toList());
      records =
          Parquet.read(Files.localInput(copy.path().toFile()))
              .project(schema)
              .withNameMapping(MappingUtil.create(schema))
              .createReaderFunc(read -> GenericParquetReaders.buildReader(schema, read))
              .build();
      each = records.iterator();
    } catch (IOException | RuntimeException e) {
      throw damaged(table, file, e);
    }
  }

  private static MessageType schema(Path file) throws IOException {
    if (!isWhole(file)) {
      throw new IllegalArgumentException("its end is missing");
    }
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      reader.getRowGroups().stream()
          .flatMap(group -> group.getColumns().stream())
          .map(ColumnChunkMetaData::getCodec)
          .distinct()
          .forEach(ParquetRows::checkReadable);
      return reader.getFileMetaData().getSchema();
    }
  }

  /** Whether a file ends as Parquet does, in {@code PAR1}, or {@code PARE} where encrypted. */
  private static boolean isWhole(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(4, bytes.length())];
      bytes.seek(bytes.length() - end.length);
      bytes.readFully(end);
      return Set.of("PAR1", "PARE").contains(new String(end, StandardCharsets.ISO_8859_1));
    }
  }

  private static void checkReadable(CompressionCodecName codec) {
    String reader = codec.getHadoopCompressionCodecClassName();
    try {
      if (reader != null) {
        Class.forName(reader);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "it is compressed by %s, and only zstd, snappy, gzip and lz4 can be read"
              .formatted(codec));
    }
  }

  /** Where columns of a file have numbers, they are found by these and not by their names. */
  private static int number(MessageType all, Type field, int otherwise) {
    if (!ParquetSchemaUtil.hasIds(all)) {
      return otherwise;
    }
    if (field.getId() == null) {
      throw new IllegalArgumentException(
          "column \"%s\" has no number, as others have".formatted(field.getName()));
    }
    return field.getId().intValue();
  }

  /** A column by itself, under a number. */
  private static Types.NestedField field(Type type, int id) {
    Types.NestedField alone =
        ParquetSchemaUtil.convert(new MessageType("table", type)).columns().get(0);
    return Types.NestedField.optional(id, alone.name(), alone.type());
  }

  static List<SourceColumn> columns(String table, Path file) {
    List<SourceColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try (LocalCopy copy = LocalCopy.of(file)) {
      for (Type type : schema(copy.path()).getFields()) {
        if (!names.add(type.getName())) {
          throw new IllegalArgumentException(
              "two columns are called \"%s\"".formatted(type.getName()));
        }
        columns.add(column(type));
      }
    } catch (IOException | RuntimeException e) {
      throw damaged(table, file, e);
    }
    return columns;
  }

  /** A type that Iceberg does not know is no cell. */
  private static SourceColumn column(Type type) {
    try {
      return IcebergColumns.of(new Schema(field(type, 1))).get(0);
    } catch (RuntimeException e) {
      return new SourceColumn(
          type.getName(), SourceColumn.CellType.NO_CELL, "of type " + type.toString().strip());
    }
  }

  private static PipelineException damaged(String table, Path file, Exception e) {
    return PipelineException.failed(
        "%s cannot be read as Parquet (%s): write it again"
            .formatted(
                table.equals(file.getFileName().toString())
                    ? table
                    : table + ": " + file.getFileName(),
                e instanceof IllegalArgumentException && e.getCause() == null
                    ? e.getMessage()
                    : FailureCause.of(e)),
        e);
  }

  @Override
  public Object[] next() {
    try {
      if (!each.hasNext()) {
        return null;
      }
      Record record = each.next();
      Object[] row = new Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = record.get(i);
      }
      return row;
    } catch (RuntimeException e) {
      throw damaged(table, file, e);
    }
  }

  @Override
  public void close() {
    try {
      each.close();
      records.close();
      copy.close();
    } catch (IOException e) {
      throw damaged(table, file, e);
    }
  }
}
