package org.trustbench.publish.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room text takes in Arial, the workbook's font, at ten points: the widths are those of
 * its characters in thousandths of its size.
 */
final class ArialText {
  private static final double MILLIMETRES = 10 * 25.4 / 72 / 1000;
  private static final double BOLD = 1.08;

  /** Of the printable characters of ASCII, from the space on. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int LATIN = 667;
  private static final int WIDE = 1000;
  private static final int FIRST_WIDE = 0x1100;

  private ArialText() {}

  /** The width of a text on one line, in millimetres. */
  static double width(String text, boolean isBold) {
    long width = text.codePoints().mapToLong(ArialText::of).sum();
    return width * MILLIMETRES * (isBold ? BOLD : 1);
  }

  /**
   * How many lines text takes that wraps at spaces, and within a word that is wider than a line.
   */
  static int lines(String text, double room, boolean isBold) {
    int lines = 0;
    for (String paragraph : parts(text, '\n')) {
      lines++;
      double used = 0;
      for (String word : parts(paragraph, ' ')) {
        double width = width(word, isBold);
        double space = used == 0 ? 0 : width(" ", isBold);
        if (used > 0 && used + space + width > room) {
          lines++;
          used = 0;
          space = 0;
        }
        used += space + width;
        while (used > room) {
          lines++;
          used -= room;
        }
      }
    }
    return lines;
  }

  static List<String> parts(String text, char between) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(between); at >= 0; at = text.indexOf(between, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static int of(int c) {
    int place = c - ' ';
    return place >= 0 && place < WIDTHS.length ? WIDTHS[place] : c >= FIRST_WIDE ? WIDE : LATIN;
  }
}
