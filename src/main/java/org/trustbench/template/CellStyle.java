package org.trustbench.template;

/** How a cell looks, what it takes, and whether something may be typed into it. */
enum CellStyle {
  /** Text to read. */
  READ(0, false, false),
  HEADING(0, true, false),
  /** Kept as typed, so that a number keeps its zeros in front. */
  TEXT(49, false, true),
  DAY(164, false, true),
  NUMBER(1, false, true);

  private final int numberFormat;
  private final boolean isBold;
  private final boolean isOpen;

  CellStyle(int numberFormat, boolean isBold, boolean isOpen) {
    this.numberFormat = numberFormat;
    this.isBold = isBold;
    this.isOpen = isOpen;
  }

  int numberFormat() {
    return numberFormat;
  }

  boolean isBold() {
    return isBold;
  }

  boolean isOpen() {
    return isOpen;
  }
}
