package org.trustbench.stats;

/** How a trust's score stands to its benchmark. */
public enum Verdict {
  HIGHER("higher"),
  SIMILAR("similar"),
  LOWER("lower"),
  NOT_COMPARED("not compared");

  /** Fewer others with a score than this are no benchmark. */
  public static final int FEWEST_OTHERS = 3;

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The side a difference that was found significant falls on; similar when it was not. */
  static Verdict of(double difference, boolean isSignificant) {
    if (!isSignificant || difference == 0) {
      return SIMILAR;
    }
    return difference > 0 ? HIGHER : LOWER;
  }
}
