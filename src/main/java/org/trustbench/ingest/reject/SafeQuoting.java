package org.trustbench.ingest.reject;

import org.trustbench.framework.KnownWords;
import org.trustbench.framework.MissingMarks;
import org.trustbench.framework.Spelling;
import org.trustbench.message.Counted;

/**
 * Which values of a row a reason may quote. Reasons are stored and published, and a value that
 * stands in the wrong column may be a case's id, an inspector's, a name or a note. Only a word of
 * the framework's, a slip of one, or a word that people write where a code is meant says nothing of
 * anybody; of other values a reason gives the length, and they are to be looked up where they were
 * sent.
 */
public final class SafeQuoting {
  /** Marks alone, such as a question mark, name nobody. */
  private static final String MARKS = "[^\\p{L}\\p{N}]{1,3}";

  private final KnownWords words;

  public SafeQuoting(KnownWords words) {
    this.words = words;
  }

  /** A value that should be a word of the framework's. */
  public String word(String value) {
    return isWordOrMarks(value) ? inMarks(value) : notQuoted(value);
  }

  /** A value that should name an institution: most of its words are words of such names. */
  public String institution(String value) {
    return isWordOrMarks(value) || words.isMostlyOfNames(value) ? inMarks(value) : notQuoted(value);
  }

  private boolean isWordOrMarks(String value) {
    return Spelling.plain(value).matches(MARKS)
        || MissingMarks.isMark(value)
        || FormulaError.isOne(value)
        || words.isWordOrSlip(value);
  }

  public static String inMarks(String value) {
    return "\"" + Excerpt.text(value) + "\"" + unseen(value);
  }

  /** What stands in a reason in place of a value. */
  public static String notQuoted(String value) {
    return "(%s, not quoted)".formatted(Counted.of(value.strip().length(), "character"))
        + unseen(value);
  }

  /** Says of a character that the eye would miss that it is there; empty where there is none. */
  public static String unseen(String value) {
    int unseen = Spelling.unseen(value.strip());
    return unseen < 0 ? "" : " (with an invisible character, U+%04X)".formatted(unseen);
  }
}
