package org.trustbench.stats;

/**
 * The intervals of one figure at both levels at which verdicts are given: 95 % and 99.8 %. Millions
 * are kept of a programme of many institutions, so the four ends are held and not two objects.
 */
public record Intervals(double low95, double high95, double low998, double high998) {
  public Intervals(Interval at95, Interval at998) {
    this(at95.low(), at95.high(), at998.low(), at998.high());
  }

  public Interval at95() {
    return new Interval(low95, high95);
  }

  public Interval at998() {
    return new Interval(low998, high998);
  }
}
