package org.trustbench.source;

/**
 * A column of a table.
 *
 * @param called its type as the table calls it, for messages
 */
record SourceColumn(String name, CellType type, String called) {
  /** What values of a column are, as far as that decides how they are written. */
  enum CellType {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    TRUTH_VALUE,
    DAY,
    TIME_WITHOUT_ZONE,
    /** A moment, which falls on different days in different time zones. */
    MOMENT,
    /** Lists, structures, bytes and whatever else is no cell. */
    NO_CELL
  }
}
