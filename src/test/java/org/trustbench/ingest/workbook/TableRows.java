package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;

/** Rows of a workbook in a line each: the row's number, and its first cell or what is wrong. */
final class TableRows {
  private TableRows() {}

  static List<String> of(Path file, byte[] bytes, ReadOptions options) throws IOException, Refusal {
    Files.write(file, bytes);
    SentFile sent = new SentFile("X/" + file.getFileName(), file.toString(), bytes.length);
    List<String> read = new ArrayList<>();
    try (RowReader reader = new WorkbookFormat().open(FileSlice.whole(0, sent), options)) {
      while (reader.next()) {
        read.add(reader.line() + " " + (reader.isFaulty() ? reader.fault() : reader.name(0)));
      }
      read.addAll(reader.hidden());
    }
    return read;
  }
}
