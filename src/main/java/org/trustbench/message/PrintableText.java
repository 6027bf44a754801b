package org.trustbench.message;

import java.util.regex.Pattern;

/** Text that may be printed or kept, whatever somebody has sent: nothing in it moves a cursor. */
public final class PrintableText {
  /** Control and format characters, such as escapes and marks of direction; ends of lines. */
  private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PrintableText() {}

  /** A line as it stands, each character that a terminal would obey as a question mark. */
  public static String line(String text) {
    return OBEYED.matcher(text).replaceAll("?");
  }

  /** A text of any lines as one line of words. */
  public static String words(String text) {
    return line(SPACES.matcher(text.strip()).replaceAll(" "));
  }

  /** A name of a file or folder, in which such characters are spelt out, as {@code <U+001B>}. */
  public static String name(String name) {
    return OBEYED
        .matcher(name)
        .replaceAll(found -> "<U+%04X>".formatted(found.group().codePointAt(0)));
  }
}
