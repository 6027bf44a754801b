package org.trustbench.publish.chart;

import java.util.Map;

/**
 * The ends of an axis and the distance of its ticks, all round: both ends are ticks, and no tick
 * lies closer to another than they all do.
 */
record AxisScale(double min, double max, double step) {
  private static final int MOST_STEPS = 6;
  private static final int MOST_STEPS_TO_A_SIDE = 4;
  private static final double[] ROUND = {1, 2, 5, 10, 20, 25, 50};

  /** Around some percentages, within 0 to 100. */
  static AxisScale around(double low, double high) {
    for (double step : ROUND) {
      double min = Math.max(0, Math.floor(low / step) * step);
      double max = Math.min(100, Math.max(Math.ceil(high / step) * step, min + step));
      if (Math.round((max - min) / step) <= MOST_STEPS) {
        return new AxisScale(Math.min(min, max - step), max, step);
      }
    }
    return new AxisScale(0, 100, 50);
  }

  /** As far to either side of 0. */
  static AxisScale aside(double farthest) {
    for (double step : ROUND) {
      double reach = Math.max(step, Math.ceil(farthest / step) * step);
      if (Math.round(reach / step) <= MOST_STEPS_TO_A_SIDE) {
        return new AxisScale(-reach, reach, step);
      }
    }
    return new AxisScale(-100, 100, 50);
  }

  /** Around some counts, from 0 on. */
  static AxisScale ofCounts(double from, double to) {
    double power = 1;
    while ((to - from) / (power * ROUND[ROUND.length - 1]) > MOST_STEPS - 1) {
      power *= 10;
    }
    for (double round : ROUND) {
      double step = round * power;
      double min = Math.floor(from / step) * step;
      double max = Math.max(Math.ceil(to / step) * step, min + step);
      if (Math.round((max - min) / step) <= MOST_STEPS) {
        return new AxisScale(min, max, step);
      }
    }
    throw new IllegalArgumentException("no scale from %s to %s".formatted(from, to));
  }

  /** Sets an axis to this. */
  void onto(Map<String, Object> changes, String axis) {
    changes.put(axis + ".min", min);
    changes.put(axis + ".max", max);
    changes.put(axis + ".interval", step);
  }
}
