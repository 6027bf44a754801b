package org.trustbench.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Reads rows of a declared table from its Parquet file. */
final class ParquetTable {
  private ParquetTable() {}

  /** Rows in the file's order, one value a column; closing the stream closes the file. */
  static Stream<Object[]> rows(Path file, Table<?> table) {
    try {
      ParquetReader<Group> reader =
          new Builder(new LocalInputFile(file)).usePageChecksumVerification().build();
      return StreamSupport.stream(new Rows(reader, table.columns()), false)
          .onClose(
              () -> {
                try {
                  reader.close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private static final class Rows extends Spliterators.AbstractSpliterator<Object[]> {
    private final ParquetReader<Group> reader;
    private final List<? extends Column<?>> columns;

    Rows(ParquetReader<Group> reader, List<? extends Column<?>> columns) {
      super(Long.MAX_VALUE, Spliterator.ORDERED);
      this.reader = reader;
      this.columns = columns;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Object[]> action) {
      try {
        Group group = reader.read();
        if (group == null) {
          return false;
        }
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = value(group, columns.get(i));
        }
        action.accept(row);
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Object value(Group group, Column<?> column) {
      int field = group.getType().getFieldIndex(column.name());
      if (group.getFieldRepetitionCount(field) == 0) {
        return null;
      }
      return switch (column.type()) {
        case TEXT -> group.getString(field, 0);
        case INTEGER -> group.getLong(field, 0);
        case DECIMAL -> group.getDouble(field, 0);
        case DATE -> LocalDate.ofEpochDay(group.getInteger(field, 0));
        case BOOLEAN -> group.getBoolean(field, 0);
      };
    }
  }
}
