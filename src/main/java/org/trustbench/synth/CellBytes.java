package org.trustbench.synth;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Text made into bytes once and written many times: a large programme repeats a few hundred cells
 * some hundred million times.
 */
final class CellBytes {
  private CellBytes() {}

  /** Gzip without a name or a time, so that equal content makes an equal header. */
  static OutputStream gzip(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, 1 << 16);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A CSV cell, quoted where it must be. */
  static String csv(String text, char delimiter) {
    boolean isPlain =
        text.indexOf(delimiter) < 0
            && text.indexOf('"') < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0;
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  static String csvRow(List<String> cells, char delimiter) {
    return cells.stream()
        .map(cell -> csv(cell, delimiter))
        .collect(Collectors.joining(String.valueOf(delimiter)));
  }

  /** A JSON string with its quotes. */
  static String json(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
