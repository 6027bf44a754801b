package org.trustbench.publish.report;

import java.util.stream.Collectors;

/** Writes text as a string of a style sheet, so that nothing in it can end the string. */
final class CssText {
  private CssText() {}

  /** The text within quotation marks; all but letters, digits and blanks as their code points. */
  static String of(String text) {
    return text.codePoints().mapToObj(CssText::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    boolean isPlain =
        character == ' '
            || character >= '0' && character <= '9'
            || character >= 'A' && character <= 'Z'
            || character >= 'a' && character <= 'z';
    // A blank ends a code point, and is no part of the text.
    return isPlain ? Character.toString(character) : "\\%x ".formatted(character);
  }
}
