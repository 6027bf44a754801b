package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/** The words that findings use for a score. */
public record Vocabulary(List<Band> bands) implements Serializable {

  /**
   * One word and the scores it stands for.
   *
   * @param above the lowest score in percent
   * @param isInclusive whether that score itself belongs to the band
   */
  public record Band(String word, double above, boolean isInclusive) implements Serializable {}

  /** The word for a score in percent; bands are listed from the highest. */
  public String word(double percent) {
    for (Band band : bands) {
      if (percent > band.above() || (band.isInclusive() && percent == band.above())) {
        return band.word();
      }
    }
    return bands.get(bands.size() - 1).word();
  }
}
