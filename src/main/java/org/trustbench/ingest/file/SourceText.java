package org.trustbench.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/**
 * The text of a file as sent, read once and to its last byte: unpacked if gzipped, its byte order
 * mark taken off, its bytes digested on the way.
 */
public final class SourceText implements AutoCloseable {
  static final String PACKED = ".gz";

  private final SentFile file;
  private final Digested digested;
  private final InputStream raw;
  private final TextStart text;

  /** Opens a file that is text of UTF-8. */
  public SourceText(SentFile file) throws IOException, Refusal {
    this(file, StandardCharsets.UTF_8);
  }

  /**
   * Opens a file.
   *
   * @param declared the encoding that it is said to be in
   * @throws Refusal if it begins with the mark of another, or is no text
   */
  public SourceText(SentFile file, Charset declared) throws IOException, Refusal {
    this.file = file;
    digested = new Digested(new BufferedInputStream(file.open(), 1 << 16));
    raw = digested;
    try {
      boolean isPacked = file.name().endsWith(PACKED);
      text = TextStart.of(file, isPacked ? new GzipMembers(raw) : raw, isPacked, declared);
    } catch (IOException | Refusal e) {
      raw.close();
      throw e;
    }
  }

  /** Opens a part of a file, of which no digest is made. */
  public SourceText(SentFile file, InputStream part, Charset declared) throws IOException, Refusal {
    this.file = file;
    digested = null;
    raw = new BufferedInputStream(part, 1 << 16);
    try {
      text = TextStart.of(file, raw, false, declared);
    } catch (IOException | Refusal e) {
      raw.close();
      throw e;
    }
  }

  /** Digests and counts what is read. */
  private static final class Digested extends DigestInputStream {
    private long count;

    Digested(InputStream in) {
      super(in, sha256());
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int found = super.read(into, offset, length);
      count += Math.max(0, found);
      return found;
    }
  }

  /** The bytes of the text. */
  public InputStream bytes() {
    return text.bytes();
  }

  /** The encoding of these bytes. */
  public Charset charset() {
    return text.charset();
  }

  /** Decodes the text, and fails on bytes that are none and on NUL characters. */
  public Reader reader() {
    return TextReader.withoutNul(text.bytes(), charset());
  }

  /** Decodes the text, and fails on bytes that are none. */
  public Reader readerWithNul() {
    return TextReader.withNul(text.bytes(), charset());
  }

  /** Decodes an encoding, and fails on bytes that are not in it. */
  public static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Whether a file begins with the mark of UTF-16. */
  public static boolean isUtf16(byte[] first) {
    return TextStart.isUtf16(first);
  }

  /** SHA-256 of the file's bytes, all of which are read for it. */
  public String sha256Hex() throws IOException, Refusal {
    raw.transferTo(java.io.OutputStream.nullOutputStream());
    if (digested.count != file.bytes()) {
      throw changed(file);
    }
    return HexFormat.of().formatHex(digested.getMessageDigest().digest());
  }

  public static Refusal changed(SentFile file) {
    return new Refusal(
        RejectRule.UNREADABLE_FILE,
        file.name(),
        "it was changed while it was read: send it again when it is whole");
  }

  /**
   * Why a file cannot be read to its end.
   *
   * @param line the last that could be read
   */
  public static Refusal refusal(SentFile file, Charset charset, int line, Exception e) {
    String reason =
        e instanceof CharacterCodingException
            ? "after line %d there are bytes that are not %s: save it as that and send it again"
                .formatted(line, charset.name())
            : e instanceof TextReader.NulFound
                ? "after line %d there are NUL characters, which no text has: it is damaged, or UTF-16 without its mark: save it as %s and send it again"
                    .formatted(line, charset.name())
                : e instanceof GzipMembers.Fault fault
                    ? reason(fault.kind(), line)
                    : "it cannot be read after line %d: send it again".formatted(line);
    return new Refusal(RejectRule.UNREADABLE_FILE, file.name(), reason);
  }

  private static String reason(GzipMembers.Kind kind, int line) {
    return switch (kind) {
      case NOT_PACKED ->
          "it is not a gzip file: pack it again, or send it unpacked without " + PACKED;
      case DAMAGED ->
          "the packed file is damaged or ends early after line %d: pack it and send it again"
              .formatted(line);
      case FOLLOWED ->
          "after line %d the packed part ends, and what follows in the file is not packed: pack the whole and send it again"
              .formatted(line);
    };
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
