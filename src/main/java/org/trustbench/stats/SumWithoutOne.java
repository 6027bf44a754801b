package org.trustbench.stats;

/**
 * The sum of all numbers of a row but one, for each of them, in time that grows with their number
 * alone.
 *
 * <p>Sums from the front and from the back are kept with the digits that rounding would lose
 * (Neumaier 1974, Z. Angew. Math. Mech. 54), so that nothing cancels and no number is ever
 * subtracted from a sum that holds it.
 */
public final class SumWithoutOne {
  private final double[] before;
  private final double[] lostBefore;
  private final double[] after;
  private final double[] lostAfter;

  /** Takes numbers that are all finite. */
  public SumWithoutOne(double[] numbers) {
    int length = numbers.length;
    before = new double[length + 1];
    lostBefore = new double[length + 1];
    after = new double[length + 1];
    lostAfter = new double[length + 1];
    for (int i = 0; i < length; i++) {
      before[i + 1] = before[i] + numbers[i];
      lostBefore[i + 1] = lostBefore[i] + lost(before[i], numbers[i], before[i + 1]);
    }
    for (int i = length - 1; i >= 0; i--) {
      after[i] = after[i + 1] + numbers[i];
      lostAfter[i] = lostAfter[i + 1] + lost(after[i + 1], numbers[i], after[i]);
    }
  }

  private static double lost(double a, double b, double sum) {
    return Math.abs(a) >= Math.abs(b) ? (a - sum) + b : (b - sum) + a;
  }

  /** Without the number at a place; of all for {@link BenchmarkRule#OUTSIDE}. */
  public double at(int place) {
    if (place == BenchmarkRule.OUTSIDE) {
      return after[0] + lostAfter[0];
    }
    double sum = before[place] + after[place + 1];
    return sum
        + (lost(before[place], after[place + 1], sum) + lostBefore[place] + lostAfter[place + 1]);
  }
}
