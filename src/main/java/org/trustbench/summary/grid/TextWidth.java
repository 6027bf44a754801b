package org.trustbench.summary.grid;

/** How many columns of a terminal text takes: wide characters take two, accents none. */
final class TextWidth {
  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text, or as much of its beginning as leaves room for an ellipsis. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      if (used + of(c) > width - 1) {
        break;
      }
      used += of(c);
      cut.appendCodePoint(c);
    }
    return cut.append('…').toString();
  }

  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** East Asian wide and full-width characters, and pictures, by their blocks (UAX 11). */
  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115f
        || c >= 0x2e80 && c <= 0x303e
        || c >= 0x3041 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe6f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0xffe0 && c <= 0xffe6
        || c >= 0x1f300 && c <= 0x1f64f
        || c >= 0x1f900 && c <= 0x1f9ff
        || c >= 0x20000 && c <= 0x3fffd;
  }
}
