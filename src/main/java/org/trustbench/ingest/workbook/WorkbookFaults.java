package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;

/** Why a workbook cannot be read, in words for whoever sent it. */
final class WorkbookFaults {
  /**
   * How files begin that hold others as Windows did before zip: .xls, and .xlsx with a password.
   */
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** The name of what is encrypted in such a file, as its directory has it. */
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private static final int MOST_SEARCHED = 1 << 26;

  private WorkbookFaults() {}

  /** The refusal of a file by what came of reading it. */
  static Refusal refusal(SentFile file, Exception e) {
    return e instanceof Refusal refusal ? refusal : unreadable(file, reason(file, e));
  }

  static Refusal unreadable(SentFile file, String reason) {
    return new Refusal(RejectRule.UNREADABLE_FILE, file.name(), reason);
  }

  private static String reason(SentFile file, Exception e) {
    if (e instanceof UnreadableWorkbookException) {
      return e.getMessage();
    }
    if (isTooLarge(e)) {
      return "it unpacks to more than any workbook does: send its rows as CSV";
    }
    byte[] bytes = bytes(file);
    if (!Arrays.equals(Arrays.copyOf(bytes, COMPOUND.length), COMPOUND)) {
      return "it is damaged, or no workbook: save it as .xlsx or .ods and send it again";
    }
    return isIn(ENCRYPTED, bytes)
        ? "it is protected by a password: save it without one"
        : "it is a workbook of an older kind, .xls, or protected by a password: save it as .xlsx"
            + " without a password";
  }

  private static boolean isTooLarge(Throwable e) {
    return e instanceof BoundedStream.TooLarge
        || e instanceof XMLStreamException xml
            && xml.getNestedException() instanceof BoundedStream.TooLarge;
  }

  private static byte[] bytes(SentFile file) {
    try (InputStream in = file.open()) {
      return in.readNBytes(MOST_SEARCHED);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static boolean isIn(byte[] part, byte[] bytes) {
    for (int at = 0; at + part.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
