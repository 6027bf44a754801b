package org.trustbench.framework;

import java.util.Set;

/**
 * What programs and people write where a value is missing or withheld. None of it is taken for a
 * name or an id, and none for missing either, unless a framework or layout says so: one that stands
 * for a withheld value is another thing than one that nobody knows.
 */
public final class MissingMarks {
  private static final Set<String> MARKS =
      Set.of(
          "#n/a",
          "#n/a n/a",
          "#na",
          "#ref!",
          "#value!",
          "#div/0!",
          "#name?",
          "#num!",
          "#null!",
          "#spill!",
          "#calc!",
          "#getting_data",
          "#error!",
          "err:502",
          "null",
          "<null>",
          "(null)",
          "\\n",
          "nan",
          "<na>",
          "na",
          "n/a",
          "n.a.",
          "nat",
          "(blank)",
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          ".",
          "..",
          "...",
          "\u2026",
          ":",
          "*",
          "**",
          "***",
          "?",
          "??",
          "???");

  private MissingMarks() {}

  /** Whether a text names nothing: an error of a spreadsheet, a database's NULL, a dash, a star. */
  public static boolean isMark(String text) {
    return text.length() <= 16 && MARKS.contains(Spelling.folded(text));
  }
}
