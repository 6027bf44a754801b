package org.trustbench.ingest;

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
import java.util.zip.GZIPInputStream;
import org.trustbench.ingest.Submission.SentFile;

/**
 * The text of a file as sent, read once: unpacked if gzipped, its byte order mark taken off, its
 * bytes digested on the way.
 */
final class SentText implements AutoCloseable {
  private final InputStream raw;
  private final MessageDigest digest;
  private final InputStream bytes;

  SentText(SentFile file, Pace pace) throws IOException, Refusal {
    digest = sha256();
    InputStream digested =
        new DigestInputStream(new BufferedInputStream(file.open(), 1 << 16), digest);
    raw = pace.isAhead(file) ? new ReadAhead(digested) : digested;
    InputStream unpacked = file.name().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    PushbackInputStream start = new PushbackInputStream(unpacked, 3);
    skipByteOrderMark(file, start);
    bytes = start;
  }

  /** The bytes of the text. */
  InputStream bytes() {
    return bytes;
  }

  /** Decodes an encoding, and fails on bytes that are not in it. */
  static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Whether bytes are text of an encoding. */
  static boolean isText(byte[] bytes, int from, int to, Charset charset) {
    try {
      strict(charset).decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** SHA-256 of the file's bytes, all of which are read for it. */
  String sha256Hex() throws IOException {
    raw.transferTo(java.io.OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void skipByteOrderMark(SentFile file, PushbackInputStream start)
      throws IOException, Refusal {
    byte[] mark = start.readNBytes(3);
    if (mark.length >= 2
        && ((mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF)
            || (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE))) {
      throw new Refusal(
          Rule.UNREADABLE_FILE, file.name(), "it is UTF-16: save it as UTF-8 and send it again");
    }
    boolean isMark =
        mark.length == 3
            && mark[0] == (byte) 0xEF
            && mark[1] == (byte) 0xBB
            && mark[2] == (byte) 0xBF;
    if (!isMark) {
      start.unread(mark);
    }
  }
}
