package org.trustbench.benchmark;

import java.util.List;
import org.trustbench.framework.Vocabulary;
import org.trustbench.framework.Vocabulary.Band;
import org.trustbench.stats.Interval;
import org.trustbench.table.Decimals;

/**
 * A score in the framework's words, no stronger than its interval allows: the word of the score
 * itself where the interval stays within it; hedged by "around" where the interval spans more, and
 * then with the words it reaches to.
 *
 * @param word of the score itself, and not of the percent it is rounded to
 * @param lowest the word of the interval's lower end
 * @param highest the word of its upper end
 */
public record ScoreWords(String word, String lowest, String highest) {

  /** The words of a score, a proportion, and its 95 % interval. */
  public static ScoreWords of(Vocabulary vocabulary, double score, Interval interval) {
    int low = place(vocabulary, interval.low());
    int high = place(vocabulary, interval.high());
    int own = place(vocabulary, score);
    return new ScoreWords(word(vocabulary, own), word(vocabulary, low), word(vocabulary, high));
  }

  public boolean isHedged() {
    return !lowest.equals(highest);
  }

  /** The words in a sentence, after a figure that {@code around} goes before when hedged. */
  public String text() {
    if (!isHedged()) {
      return articled(word);
    }
    if (word.equals(highest)) {
      return "%s, possibly only %s".formatted(articled(word), articled(lowest));
    }
    if (word.equals(lowest)) {
      return "%s, possibly %s".formatted(articled(word), articled(highest));
    }
    return "%s, possibly anything from %s to %s"
        .formatted(articled(word), articled(lowest), articled(highest));
  }

  /** Bands are listed from the highest; the place of the one a proportion falls in. */
  private static int place(Vocabulary vocabulary, double proportion) {
    String word = vocabulary.word(Decimals.percent(proportion));
    List<Band> bands = vocabulary.bands();
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).word().equals(word)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No word " + word);
  }

  private static String word(Vocabulary vocabulary, int place) {
    return vocabulary.bands().get(place).word();
  }

  private static String articled(String word) {
    return word.endsWith("ority") ? "a " + word : word;
  }
}
