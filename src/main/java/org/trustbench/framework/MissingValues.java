package org.trustbench.framework;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The marks that a framework lists as missing values. Case makes no difference, unless the word
 * means something in another case: with {@code NA} listed, {@code na} is still the answer {@code
 * na}.
 */
public final class MissingValues {
  private final Set<String> exact = new HashSet<>();
  private final Set<String> folded = new HashSet<>();

  /**
   * Makes the list.
   *
   * @param isWord whether a spelling, in whatever case, means something
   */
  MissingValues(Collection<String> listed, Predicate<String> isWord) {
    for (String mark : listed) {
      if (isWord.test(mark)) {
        exact.add(Spelling.plain(mark));
      } else {
        folded.add(Spelling.folded(mark));
      }
    }
  }

  /** Whether a text is listed; a blank one is not. */
  public boolean has(String text) {
    return !folded.isEmpty() && folded.contains(Spelling.folded(text))
        || !exact.isEmpty() && exact.contains(Spelling.plain(text));
  }
}
