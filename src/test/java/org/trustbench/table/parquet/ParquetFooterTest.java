package org.trustbench.table.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.table.Column.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.table.Table;

class ParquetFooterTest {
  @TempDir Path folder;

  @Test
  void files_that_list_their_encodings_in_different_orders_become_the_same_bytes()
      throws IOException {
    Table<String> words =
        new Table<>(
            "words",
            "One row per word.",
            List.of("word"),
            List.of(text("word", "the word", word -> word)));
    Path file = folder.resolve("words.parquet");
    ParquetRowsWriter.write(
        new LocalOutputFile(file), words, List.of("one", "two", "one", "one").iterator());
    Path ascending = ordered(file, Comparator.naturalOrder());
    Path descending = ordered(file, Comparator.reverseOrder());
    assertThat(ascending)
        .content(java.nio.charset.StandardCharsets.ISO_8859_1)
        .isNotEqualTo(Files.readString(descending, java.nio.charset.StandardCharsets.ISO_8859_1));

    ParquetFooter.settle(ascending);
    ParquetFooter.settle(descending);
    assertThat(ascending).hasSameBinaryContentAs(descending);
  }

  /** A copy whose footer lists encodings in an order. */
  private Path ordered(Path file, Comparator<org.apache.parquet.format.Encoding> order)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer whole = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = whole.getInt(bytes.length - 8);
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
    Collections.sort(
        footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().getEncodings(), order);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, out);
    whole.put(bytes.length - 8 - length, out.toByteArray());
    return Files.write(Files.createTempFile(folder, "copy", ".parquet"), bytes);
  }
}
