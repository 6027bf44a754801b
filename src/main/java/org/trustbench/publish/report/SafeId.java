package org.trustbench.publish.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes names that are safe in file names and HTML ids from text that may hold any character. */
final class SafeId {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");

  /** What some file systems take for a device. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$)");

  private static final int DIGITS = 10;

  private SafeId() {}

  /**
   * The text itself where it is safe, else what is safe of it with a digest, so that no two agree.
   */
  static String of(String text) {
    if (SAFE.matcher(text).matches() && !DEVICE.matcher(text).matches()) {
      return text;
    }
    String safe = text.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[-_]+|[-_]+$", "");
    return (safe.isEmpty() ? "" : safe.substring(0, Math.min(40, safe.length())) + "-")
        + digest(text);
  }

  /**
   * A file's name, which is its own also where upper and lower case are one.
   *
   * @param isAlone whether no other text differs from this one in case only
   */
  static String file(String text, boolean isAlone) {
    return isAlone ? of(text) : of(text).toLowerCase(Locale.ROOT) + "-" + digest(text);
  }

  /** Some digits that another text would not have. */
  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
