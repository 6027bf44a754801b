package org.trustbench.matrix;

import java.io.Serializable;

/**
 * The numbers of inspectors and of second readings in an inspection.
 *
 * @param inspectors that are told apart; 0 where none was sent
 * @param secondReadings judgements of second readings
 */
public record ReaderCounts(long inspectors, long secondReadings) implements Serializable {
  public static final ReaderCounts NOT_KNOWN = new ReaderCounts(0, 0);

  /** Of a matrix, without the cases that were rejected. */
  public static ReaderCounts of(JudgementMatrix matrix) {
    long second = 0;
    if (matrix.hasSecond()) {
      for (int c = 0; c < matrix.cases().size(); c++) {
        for (int q = 0; q < matrix.questions() && !matrix.isRejected(c); q++) {
          second += matrix.of(Reading.SECOND).answer(c, q) >= 0 ? 1 : 0;
        }
      }
    }
    return new ReaderCounts(matrix.inspectors().size(), second);
  }
}
