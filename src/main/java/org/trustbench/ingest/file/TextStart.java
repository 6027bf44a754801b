package org.trustbench.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.input.ReaderInputStream;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/**
 * The text of a file behind the mark that says its encoding, if it has one.
 *
 * @param bytes of the text
 * @param charset their encoding; UTF-8 of a file that is UTF-16
 */
record TextStart(InputStream bytes, Charset charset) {

  /**
   * Looks at the first bytes of a file.
   *
   * @param isPacked whether they were packed by gzip
   * @param declared the encoding that the file is said to be in
   * @throws Refusal if its mark says another, or it is no text
   */
  static TextStart of(SentFile file, InputStream stream, boolean isPacked, Charset declared)
      throws IOException, Refusal {
    PushbackInputStream start = new PushbackInputStream(stream, FileSignature.LOOKED_AT);
    byte[] first = start.readNBytes(FileSignature.LOOKED_AT);
    String known = FileSignature.reason(first, isPacked);
    if (known != null) {
      throw new Refusal(RejectRule.UNREADABLE_FILE, file.name(), known);
    }
    Charset marked = marked(first);
    if (marked == null && !isWide(declared) && hasNulInEveryOther(first)) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          file.name(),
          "it seems to be UTF-16 without the mark that says so: save it as %s and send it again"
              .formatted(declared.name()));
    }
    boolean isUtf16 = marked != null && !marked.equals(StandardCharsets.UTF_8);
    boolean isAllowed =
        marked == null
            || declared.equals(StandardCharsets.UTF_8)
            || declared.equals(marked)
            || isUtf16 && declared.equals(StandardCharsets.UTF_16);
    if (!isAllowed) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          file.name(),
          "its first bytes say that it is %s, and the layout says %s: correct the layout's encoding"
              .formatted(isUtf16 ? "UTF-16" : marked.name(), declared.name()));
    }
    int mark = marked == null ? 0 : isUtf16 ? 2 : 3;
    start.unread(first, mark, first.length - mark);
    return isUtf16
        ? new TextStart(asUtf8(start, marked), StandardCharsets.UTF_8)
        : new TextStart(start, declared);
  }

  /** Whether a file begins with the mark of UTF-16, whose lines end otherwise than others'. */
  static boolean isUtf16(byte[] first) {
    Charset marked = marked(first);
    return marked != null && !marked.equals(StandardCharsets.UTF_8);
  }

  private static boolean isWide(Charset declared) {
    return declared.name().startsWith("UTF-16") || declared.name().startsWith("UTF-32");
  }

  private static boolean hasNulInEveryOther(byte[] first) {
    return first.length > 3 && (first[0] == 0 && first[2] == 0 || first[1] == 0 && first[3] == 0);
  }

  private static InputStream asUtf8(InputStream bytes, Charset charset) throws IOException {
    return ReaderInputStream.builder()
        .setReader(new InputStreamReader(bytes, SourceText.strict(charset)))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }

  /** The encoding that the first bytes say; null where they say none. */
  private static Charset marked(byte[] first) {
    if (FileSignature.begins(first, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    return FileSignature.begins(first, 0xFE, 0xFF)
        ? StandardCharsets.UTF_16BE
        : FileSignature.begins(first, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }
}
