package org.trustbench.framework;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that a misspelt one was most likely meant to be. */
public final class NearestWord {
  private NearestWord() {}

  /** A known word that differs in few letters; empty if all differ in more than a third. */
  public static Optional<String> to(String word, Collection<String> known) {
    int most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= most)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Letters to add, drop or change, without regard to case (Levenshtein 1966); 0 if two neighbours
   * have only changed places, which is the likeliest slip in a code of few letters.
   */
  private static int distance(String a, String b) {
    String one = Codebook.normalised(a);
    String other = Codebook.normalised(b);
    if (haveNeighboursSwapped(one, other)) {
      return 0;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private static boolean haveNeighboursSwapped(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    for (int i = 0; i + 1 < one.length(); i++) {
      String swapped =
          one.substring(0, i) + one.charAt(i + 1) + one.charAt(i) + one.substring(i + 2);
      if (swapped.equals(other)) {
        return true;
      }
    }
    return false;
  }
}
