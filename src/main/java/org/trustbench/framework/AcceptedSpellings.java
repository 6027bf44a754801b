package org.trustbench.framework;

import java.util.HashMap;
import java.util.Map;

/**
 * What words mean, by every spelling that is accepted. Case and the spaces around a word make no
 * difference, but for what programs write where a value is missing ({@link
 * MissingMarks#isOfPrograms}): that is a word only where it is accepted in this very spelling.
 *
 * @param <T> what a word means
 */
public final class AcceptedSpellings<T> {
  private final Map<String, T> exact = new HashMap<>();
  private final Map<String, T> folded = new HashMap<>();

  /** Accepts a spelling; the meaning that it had before, or null. */
  public T put(String spelling, T meaning) {
    exact.put(Spelling.plain(spelling), meaning);
    return folded.put(Spelling.folded(spelling), meaning);
  }

  /** What a text means; null where it is no word, or may be a missing value as well. */
  public T find(String text) {
    T known = exact.get(text);
    if (known != null) {
      return known;
    }
    return MissingMarks.isOfPrograms(text)
        ? exact.get(Spelling.plain(text))
        : folded.get(Spelling.folded(text));
  }

  /**
   * What a text would mean that a program may have written for a missing value, and that is
   * accepted in another spelling alone; null for any other text.
   */
  public T doubtful(String text) {
    return MissingMarks.isOfPrograms(text) && find(text) == null
        ? folded.get(Spelling.folded(text))
        : null;
  }
}
