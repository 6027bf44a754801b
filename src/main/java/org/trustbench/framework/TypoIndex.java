package org.trustbench.framework;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds out whether a text is a slip of one of many words: one letter is wrong, missing or too
 * many, or two have changed places. A word and its slip are the same once a letter is taken out of
 * one of them or of both (Garbe's symmetric deletion), so that only words that share such a rest
 * are looked at, however many there are.
 */
public final class TypoIndex {
  /** A word this short has slips that are anybody's initials. */
  private static final int SHORTEST = 4;

  private final List<String> words;
  private final int longest;

  /** The hash of each rest in the upper half, the number of its word in the lower; sorted. */
  private final long[] rests;

  TypoIndex(Collection<String> words) {
    this.words = words.stream().filter(word -> word.length() >= SHORTEST).toList();
    this.longest = this.words.stream().mapToInt(String::length).max().orElse(0);
    this.rests = new long[this.words.stream().mapToInt(word -> word.length() + 1).sum()];
    int at = 0;
    for (int number = 0; number < this.words.size(); number++) {
      for (int hash : rests(this.words.get(number))) {
        rests[at++] = (long) hash << Integer.SIZE | number;
      }
    }
    Arrays.sort(rests);
  }

  /** Whether a text is one of the words, or a slip of one. */
  boolean isSlip(String text) {
    if (text.length() < SHORTEST - 1 || text.length() > longest + 1) {
      return false;
    }
    for (int hash : rests(text)) {
      int at = Arrays.binarySearch(rests, (long) hash << Integer.SIZE);
      for (int i = at < 0 ? -at - 1 : at;
          i < rests.length && rests[i] >> Integer.SIZE == hash;
          i++) {
        if (isSlip(words.get((int) rests[i]), text)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Hashes of a text, and of the text without each of its characters. */
  private static int[] rests(String text) {
    int[] hashes = new int[text.length() + 1];
    for (int left = 0; left <= text.length(); left++) {
      int hash = 0;
      for (int i = 0; i < text.length(); i++) {
        hash = i == left ? hash : 31 * hash + text.charAt(i);
      }
      hashes[left] = hash;
    }
    return hashes;
  }

  /** Whether one letter is wrong, missing, too many, or two have changed places; digits hold. */
  public static boolean isSlip(String word, String value) {
    int more = value.length() - word.length();
    if (word.length() < SHORTEST || Math.abs(more) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(word.length(), value.length())
        && word.charAt(same) == value.charAt(same)) {
      same++;
    }
    boolean isOneLetter =
        endsAlike(word, same + (more > 0 ? 0 : 1), value, same + (more < 0 ? 0 : 1));
    return (isOneLetter || isSwapped(word, value, same)) && digits(word).equals(digits(value));
  }

  private static boolean endsAlike(String word, int fromWord, String value, int fromValue) {
    int rest = word.length() - fromWord;
    return rest == value.length() - fromValue
        && word.regionMatches(fromWord, value, fromValue, rest);
  }

  private static boolean isSwapped(String word, String value, int at) {
    return word.length() == value.length()
        && at + 1 < word.length()
        && word.charAt(at) == value.charAt(at + 1)
        && word.charAt(at + 1) == value.charAt(at)
        && endsAlike(word, at + 2, value, at + 2);
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
    return digits.toString();
  }
}
