package org.trustbench.publish.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for tabs that every program accepts: short, plain and each once. */
final class SheetNames {
  private static final int LONGEST = 31;

  private final Set<String> taken = new HashSet<>();

  /** The name wanted, or one as near to it as may be. */
  String take(String wanted) {
    String allowed =
        wanted.replaceAll("[\\[\\]*?/\\\\:'\\p{Cntrl}]", " ").replaceAll(" +", " ").strip();
    String plain = allowed.isEmpty() ? "Sheet" : allowed;
    String name = cut(plain, LONGEST);
    for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
      String suffix = " " + again;
      name = cut(plain, LONGEST - suffix.length()) + suffix;
    }
    return name;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip();
  }
}
