package org.trustbench.table.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Writes the metadata in the footer of a Parquet file in a fixed order, so that the same table
 * makes the same bytes. Parquet lists the encodings of a column as they come out of a hash set of
 * objects, which may be another order in every process; in a release the same rows are to be the
 * same bytes.
 */
public final class ParquetFooter {
  /** The length of the footer, and the letters that end a file. */
  private static final int TAIL = Integer.BYTES + 4;

  private ParquetFooter() {}

  /** Puts the encodings of every column of a file in their own order. */
  public static void settle(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size() - TAIL;
      int length = read(channel, end, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
      long start = end - length;
      byte[] settled = settled(file, read(channel, start, length).array());
      ByteBuffer to = ByteBuffer.wrap(settled);
      while (to.hasRemaining()) {
        channel.write(to, start + to.position());
      }
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(length);
    while (read.hasRemaining() && channel.read(read, from + read.position()) >= 0) {}
    return read.flip();
  }

  private static byte[] settled(Path file, byte[] bytes) throws IOException {
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
      }
    }
    ByteArrayOutputStream settled = new ByteArrayOutputStream(bytes.length);
    Util.writeFileMetaData(footer, settled);
    if (settled.size() != bytes.length) {
      throw new IOException(
          "the length of the footer of %s changed from %d to %d"
              .formatted(file, bytes.length, settled.size()));
    }
    return settled.toByteArray();
  }
}
