package org.trustbench.framework;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Normalises names and codes whose spellings differ in nothing that a reader sees, or in nothing
 * that tells names apart.
 */
public final class Spelling {
  /** Characters that take no place, beyond those that Unicode calls format or control. */
  private static final String UNSEEN =
      "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0";

  private Spelling() {}

  /**
   * A text in Unicode's composed form (NFC), without invisible characters, each run of white space
   * as one space and none at its ends.
   */
  public static String plain(String text) {
    return isPlain(text) ? text : seen(Normalizer.normalize(seen(text), Normalizer.Form.NFC));
  }

  /** A key that is equal for two spellings of one word: as above, and upper case as lower. */
  public static String folded(String text) {
    return folding(plain(text));
  }

  /**
   * A key that is equal for two spellings of one name: letters and digits, whatever their case,
   * width or ligatures, and nothing that stands between them.
   */
  public static String key(String name) {
    String folded = folding(Normalizer.normalize(plain(name), Normalizer.Form.NFKC));
    StringBuilder key = new StringBuilder(folded.length());
    folded.codePoints().filter(c -> !isBetweenWords(c)).forEach(key::appendCodePoint);
    return key.isEmpty() ? folded : key.toString();
  }

  /**
   * The first character of a text that nobody sees and that {@link #plain} takes out, or a space
   * that is no ordinary one; -1 where there is none.
   */
  public static int unseen(String text) {
    return text.codePoints()
        .filter(c -> isSpace(c) ? c > ' ' && c != 0x85 && c != 0x2028 && c != 0x2029 : isUnseen(c))
        .findFirst()
        .orElse(-1);
  }

  /** Whether nothing has to be done: ASCII's characters that are seen, and single spaces inside. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isInside = i > 0 && i + 1 < text.length() && text.charAt(i - 1) != ' ';
      if (c < ' ' || c > '~' || c == ' ' && !isInside) {
        return false;
      }
    }
    return true;
  }

  private static String seen(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isSpace(c)) {
                seen.append(seen.isEmpty() || seen.charAt(seen.length() - 1) == ' ' ? "" : " ");
              } else if (!isUnseen(c)) {
                seen.appendCodePoint(c);
              }
            });
    return seen.toString().strip();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || c >= 0xFE00 && c <= 0xFE0F
        || c >= 0xE0000 && c <= 0xE0FFF
        || UNSEEN.indexOf(c) >= 0;
  }

  private static boolean isBetweenWords(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.DASH_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> false;
    };
  }

  /** By way of upper case, so that letters with several lower-case forms meet. */
  private static String folding(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || c >= 'A' && c <= 'Z') {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      }
    }
    return text;
  }
}
