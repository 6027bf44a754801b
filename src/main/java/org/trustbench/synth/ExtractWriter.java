package org.trustbench.synth;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.message.FailureCause;

/**
 * Writes a programme as one national extract, in a layout of the framework: a row a case or a row a
 * judgement, all trusts below one another. Every twelfth case is out of the layout's scope. A file
 * named {@code .gz} is gzipped.
 */
public final class ExtractWriter {
  private static final String[] TITLE = {
    "Synthetic extract: made up by a program from a seed", "No row describes a real case"
  };

  private ExtractWriter() {}

  /**
   * Writes one file.
   *
   * @return the number of rows below the header
   * @throws PipelineException if the file cannot be written
   */
  public static long write(SyntheticProgramme programme, Layout layout, Path file) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      try (OutputStream plain = Files.newOutputStream(file);
          OutputStream packed = file.toString().endsWith(".gz") ? CellBytes.gzip(plain) : plain;
          OutputStream out = new BufferedOutputStream(packed, 1 << 16)) {
        return write(programme, layout, out);
      }
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be written: %s".formatted(file, FailureCause.of(e)), e);
    }
  }

  private static long write(SyntheticProgramme programme, Layout layout, OutputStream out)
      throws IOException {
    for (int line = 0; line < layout.skipLines(); line++) {
      String title = line < TITLE.length ? TITLE[line] : "";
      out.write((title + "\n").getBytes(Charset.forName(layout.encoding())));
    }
    ExtractRows rows = new ExtractRows(programme.framework().ofForm(layout.version()), layout);
    out.write(rows.header());
    long written = 0;
    for (Iterator<SyntheticInspection> all = programme.inspections().iterator(); all.hasNext(); ) {
      SyntheticInspection inspection = all.next();
      for (int row = 0; row < inspection.rows(); row++) {
        // Without a column for it the layout takes every row for the first kind of evidence.
        if (layout.evidence() != null || row < inspection.casesSampled()) {
          written += rows.write(inspection, row, out);
        }
      }
    }
    return written;
  }
}
