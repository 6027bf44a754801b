package org.trustbench.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The footer of a Parquet file in one order. Parquet lists the encodings of a column as they come
 * out of a hash set of objects, which may be another order in every process; in a release the same
 * rows are to be the same bytes.
 */
final class ParquetFooter {
  /** The length of the footer, and the letters that end a file. */
  private static final int TAIL = Integer.BYTES + 4;

  private ParquetFooter() {}

  /** Puts the encodings of every column of a file in their own order. */
  static void settle(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer whole = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = whole.getInt(bytes.length - TAIL);
    int start = bytes.length - TAIL - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
      }
    }
    ByteArrayOutputStream settled = new ByteArrayOutputStream(length);
    Util.writeFileMetaData(footer, settled);
    if (settled.size() != length) {
      throw new IOException(
          "the footer of %s changed its length from %d to %d bytes"
              .formatted(file, length, settled.size()));
    }
    whole.put(start, settled.toByteArray());
    Files.write(file, bytes);
  }
}
