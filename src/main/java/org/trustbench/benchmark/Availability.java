package org.trustbench.benchmark;

import java.util.Arrays;
import java.util.Optional;
import org.trustbench.tally.Counts;

/**
 * Whether a figure can be read, and why not: five things that tables keep apart, as does a true
 * zero, which is a figure like any other. The shorthand is that of the UK's Government Analysis
 * Function.
 */
public enum Availability {
  SHOWN("shown", "", ""),
  /** Shown, on a base too small for it to be read alone. */
  UNRELIABLE(
      "low reliability",
      "[u]",
      "Low reliability: the base is too small for the score to be read alone."),
  /** Withheld, so that nobody's case is disclosed. */
  SUPPRESSED("suppressed", "[c]", "Suppressed to protect {cases}."),
  /** No case called for the work. */
  NOT_APPLICABLE("not applicable", "[z]", "Not applicable: no {case} called for the work."),
  /** The work was called for, and the figure cannot be worked out. */
  NOT_AVAILABLE("not available", "[x]", "Not available: the figure cannot be worked out.");

  private final String label;
  private final String symbol;
  private final String meaning;

  Availability(String label, String symbol, String meaning) {
    this.label = label;
    this.symbol = symbol;
    this.meaning = meaning;
  }

  /** The one that data has by a label; empty for any other word. */
  public static Optional<Availability> ofLabel(String label) {
    return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
  }

  /** As data has it. */
  public String label() {
    return label;
  }

  /** As tables for people show it, in place of the figure or beside it; empty where it is shown. */
  public String symbol() {
    return symbol;
  }

  /**
   * What the symbol stands for, in a sentence with places for terms; empty where there is no
   * symbol.
   */
  public String meaning() {
    return meaning;
  }

  /** Whether there is a figure. */
  public boolean isShown() {
    return this == SHOWN || this == UNRELIABLE;
  }

  /** Why a measure has no score that nobody withholds. */
  static Availability ofNone(Counts counts) {
    return counts.assessed() == 0 && counts.notRecorded() == 0 ? NOT_APPLICABLE : NOT_AVAILABLE;
  }
}
