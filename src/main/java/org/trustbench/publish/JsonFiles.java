package org.trustbench.publish;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** JSON files of a release: the same bytes for the same value on every platform. */
final class JsonFiles {
  /** JSON with keys as given, two spaces, and line feeds on every platform. */
  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonFiles() {}

  /** Writes a value as JSON as it comes, an iterator's items one by one. */
  static void write(OutputStream out, Object value) throws IOException {
    JSON.writeValue(out, value);
    out.write('\n');
  }

  /** A value as the bytes of its file. */
  static byte[] bytes(Object value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(bytes, value);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
