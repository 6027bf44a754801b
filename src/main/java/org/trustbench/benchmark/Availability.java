package org.trustbench.benchmark;

/**
 * Whether a figure can be read, and why not: five things that tables keep apart, as does a true
 * zero, which is a figure like any other. The shorthand is that of the UK's Government Analysis
 * Function.
 */
public enum Availability {
  SHOWN("shown", ""),
  /** Shown, on a base too small for it to be read alone. */
  UNRELIABLE("low reliability", "[u]"),
  /** Withheld, so that nobody's case is disclosed. */
  SUPPRESSED("suppressed", "[c]"),
  /** No case called for the work. */
  NOT_APPLICABLE("not applicable", "[z]"),
  /** The work was called for, and the figure cannot be worked out. */
  NOT_AVAILABLE("not available", "[x]");

  private final String label;
  private final String symbol;

  Availability(String label, String symbol) {
    this.label = label;
    this.symbol = symbol;
  }

  /** As data has it. */
  public String label() {
    return label;
  }

  /** As tables for people show it, in place of the figure or beside it; empty where it is shown. */
  public String symbol() {
    return symbol;
  }

  /** Whether there is a figure. */
  public boolean isShown() {
    return this == SHOWN || this == UNRELIABLE;
  }

  /** Of a measure that nobody withholds. */
  static Availability of(Base base, Double score, boolean isReliable) {
    if (score != null) {
      return isReliable ? SHOWN : UNRELIABLE;
    }
    return base.assessed() == 0 && base.notRecorded() == 0 ? NOT_APPLICABLE : NOT_AVAILABLE;
  }
}
