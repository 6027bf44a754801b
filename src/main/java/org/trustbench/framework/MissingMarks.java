package org.trustbench.framework;

import java.util.Set;

/**
 * The marks that programs and people write where a value is missing or withheld. None of it is
 * taken for a name or an id, and none for missing either, unless a framework or layout says so: one
 * that stands for a withheld value is another thing than one that nobody knows.
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

  /**
   * What programs write of themselves, in the case that they write it in: R, pandas and Python, SQL
   * and its dumps. {@code N/A} is not among them: people write it, for "not applicable".
   */
  private static final Set<String> OF_PROGRAMS =
      Set.of(
          "NA", "<NA>", "NaN", "nan", "NaT", "None", "NULL", "null", "<NULL>", "<null>", "(NULL)",
          "(null)", "\\N", "#N/A", "#NULL!");

  private MissingMarks() {}

  /**
   * Whether a text is what a program writes for a missing value without being told to. Such a text
   * is taken for a word of the framework's only where that is such a mark too: {@code NA} in a file
   * that R wrote is no answer {@code na}.
   */
  public static boolean isOfPrograms(String text) {
    return text.length() <= 16 && OF_PROGRAMS.contains(Spelling.plain(text));
  }

  /** Whether a text names nothing: an error of a spreadsheet, a database's NULL, a dash, a star. */
  public static boolean isMark(String text) {
    return text.length() <= 16 && MARKS.contains(Spelling.folded(text));
  }
}
