package org.trustbench.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
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
  private static final String PACKED = ".gz";

  private final SentFile file;
  private final Digested digested;
  private final InputStream raw;
  private final InputStream bytes;

  public SourceText(SentFile file) throws IOException, Refusal {
    this.file = file;
    digested = new Digested(new BufferedInputStream(file.open(), 1 << 16));
    raw = digested;
    try {
      boolean isPacked = file.name().endsWith(PACKED);
      bytes = new PushbackInputStream(isPacked ? new GzipMembers(raw) : raw, 3);
      skipByteOrderMark(isPacked, (PushbackInputStream) bytes);
    } catch (IOException | Refusal e) {
      raw.close();
      throw e;
    }
  }

  /** Opens a part of a file, of which no digest is made. */
  public SourceText(SentFile file, InputStream part) throws IOException, Refusal {
    this.file = file;
    digested = null;
    raw = new BufferedInputStream(part, 1 << 16);
    try {
      bytes = new PushbackInputStream(raw, 3);
      skipByteOrderMark(false, (PushbackInputStream) bytes);
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
    return bytes;
  }

  /** Decodes an encoding, and fails on bytes that are not in it. */
  public static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Whether bytes are text of an encoding. */
  public static boolean isText(byte[] bytes, int from, int to, Charset charset) {
    try {
      strict(charset).decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
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

  private void skipByteOrderMark(boolean isPacked, PushbackInputStream start)
      throws IOException, Refusal {
    byte[] mark = start.readNBytes(3);
    if (begins(mark, 0xFE, 0xFF) || begins(mark, 0xFF, 0xFE)) {
      throw unreadable("it is UTF-16: save it as UTF-8 and send it again");
    }
    if (begins(mark, 0x1F, 0x8B)) {
      throw unreadable(
          isPacked
              ? "it is packed twice: pack it once and send it again"
              : "it is packed by gzip: let its name end with %s, or send it unpacked"
                  .formatted(PACKED));
    }
    if (!begins(mark, 0xEF, 0xBB, 0xBF)) {
      start.unread(mark);
    }
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || bytes[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }

  private Refusal unreadable(String reason) {
    return new Refusal(RejectRule.UNREADABLE_FILE, file.name(), reason);
  }
}
