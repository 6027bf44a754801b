package org.trustbench.stats;

/** A closed interval of proportions, {@code low} to {@code high}. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }

  /** Whether {@code value} lies strictly outside: an end of the interval is inside it. */
  public boolean excludes(double value) {
    return value < low || value > high;
  }

  public double width() {
    return high - low;
  }
}
