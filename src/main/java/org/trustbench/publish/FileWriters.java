package org.trustbench.publish;

import com.github.luben.zstd.util.ZstdVersion;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.parquet.Version;

/**
 * The versions of the libraries that write the files of a release, which Spark and Java bring.
 * Other versions may write the same figures as other bytes, so a release's id covers them.
 */
public final class FileWriters {
  private static final int PROBE_LINES = 2_000;

  private FileWriters() {}

  /** Parquet's writer as its files name it, its compression, and that of workbooks. */
  public static String present() {
    return named(said(Version.class, "FULL_VERSION"), said(ZstdVersion.class, "VERSION"));
  }

  /** Asked at run time: a constant would be compiled into this class, of the library there was. */
  private static String said(Class<?> library, String constant) {
    try {
      return String.valueOf(library.getField(constant).get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(library + " does not say its version", e);
    }
  }

  /**
   * The same of other libraries.
   *
   * @param parquet what Parquet files say that wrote them
   * @param zstd the version of the library that compresses them
   */
  static String named(String parquet, String zstd) {
    return "%s, zstd %s, deflate %08x".formatted(parquet, zstd, deflated());
  }

  /**
   * Java compresses by a library that it does not name, and systems put one of their own in its
   * place: it is known by what it makes of a text.
   */
  private static long deflated() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PROBE_LINES; i++) {
      text.append("cell ").append(i * 7919 % 1009).append(i % 3 == 0 ? "\n" : ",");
    }
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(text.toString().getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      CRC32 sum = new CRC32();
      byte[] part = new byte[1 << 13];
      while (!deflater.finished()) {
        sum.update(part, 0, deflater.deflate(part));
      }
      return sum.getValue();
    } finally {
      deflater.end();
    }
  }
}
