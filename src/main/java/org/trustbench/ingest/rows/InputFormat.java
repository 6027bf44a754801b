package org.trustbench.ingest.rows;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;

/** A format in which tables are sent. */
public interface InputFormat {
  /** The ends of names, each with its dot, that files of this format have in a folder. */
  List<String> endings();

  /** Whether a file is of this format, by its name. */
  default boolean isOf(SentFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    return endings().stream().anyMatch(name::endsWith);
  }

  /** Whether a large file may be cut into slices at the ends of its lines. */
  default boolean isCutAtLines() {
    return false;
  }

  /** Whether its rows stand on lines that whoever has the file can look up in it. */
  default boolean hasLines() {
    return isCutAtLines();
  }

  /**
   * How a file is read.
   *
   * @param asked how files are read of which nothing else is known
   */
  default ReadOptions options(ReadOptions asked) {
    return asked;
  }

  /** Opens a file, or a slice of one, and reads its header. */
  RowReader open(FileSlice slice, ReadOptions options) throws IOException, Refusal;
}
