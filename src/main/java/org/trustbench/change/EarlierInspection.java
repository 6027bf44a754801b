package org.trustbench.change;

/** The earlier inspection with which a later one is compared. */
public enum EarlierInspection {
  /** The institution's inspection before it. */
  PREVIOUS("previous"),

  /** Of an institution's latest inspection, its first, where others lie between them. */
  FIRST("first"),

  /** Of an institution that took over another's work, the last inspection of that other one. */
  PREDECESSOR("predecessor");

  private final String label;

  EarlierInspection(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
