package org.trustbench.framework;

import java.util.HashMap;
import java.util.Map;

/**
 * A lookup of words by every spelling that is accepted. Case and the spaces around a word make no
 * difference. But what programs write where a value is missing ({@link MissingMarks#isOfPrograms})
 * is a word only where the spelling that is accepted is such a mark too: {@code NA} is no answer
 * {@code na}, and {@code NULL} is what {@code null} is said to mean.
 *
 * @param <T> what a word means
 */
public final class AcceptedSpellings<T> {
  private final Map<String, T> words = new HashMap<>();

  /** Those of the words that are accepted as programs write them. */
  private final Map<String, T> marks = new HashMap<>();

  /** Accepts a spelling; the meaning that it had before, or null. */
  public T put(String spelling, T meaning) {
    String word = Spelling.folded(spelling);
    if (MissingMarks.isOfPrograms(spelling)) {
      marks.put(word, meaning);
    }
    return words.put(word, meaning);
  }

  /** What a text means; null where it is no word, or may be a missing value as well. */
  public T find(String text) {
    return (MissingMarks.isOfPrograms(text) ? marks : words).get(Spelling.folded(text));
  }

  /**
   * What a text would mean that a program may have written for a missing value, and that is
   * accepted as another word alone; null for any other text.
   */
  public T doubtful(String text) {
    return find(text) == null ? words.get(Spelling.folded(text)) : null;
  }
}
