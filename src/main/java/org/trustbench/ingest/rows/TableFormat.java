package org.trustbench.ingest.rows;

import java.io.IOException;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;

/** A format in which tables are sent. */
public interface TableFormat {
  /** Whether a file is of this format, by its name. */
  boolean isOf(SentFile file);

  /** Whether a large file may be cut into slices at the ends of its lines. */
  default boolean isCutAtLines() {
    return false;
  }

  /** Opens a file, or a slice of one, and reads its header. */
  RowReader open(FileSlice slice, TableOptions options, ReadMode mode) throws IOException, Refusal;
}
