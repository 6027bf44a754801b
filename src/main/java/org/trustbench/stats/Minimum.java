package org.trustbench.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The lowest point of a smooth function of a few numbers, by quasi-Newton steps (Broyden, Fletcher,
 * Goldfarb and Shanno; Nocedal and Wright 2006, algorithm 6.1) with central differences for the
 * slope.
 */
final class Minimum {
  private static final int STEPS = 200;

  /** Half the distance between two points that a slope is taken from. */
  private static final double APART = 1e-3;

  /** A step that promises to lead no lower than this has come to the lowest point. */
  private static final double LEVEL = 1e-8;

  /** A curvature that is not more than this is taken to be this. */
  private static final double FLATTEST = 1;

  private static final double FARTHEST_STEP = 1;

  private final ToDoubleFunction<double[]> function;

  private Minimum(ToDoubleFunction<double[]> function) {
    this.function = function;
  }

  /** Where the function is lowest near a start, as far as slopes tell. */
  static double[] of(ToDoubleFunction<double[]> function, double[] start) {
    return new Minimum(function).from(start.clone());
  }

  private double[] from(double[] start) {
    double[] x = start;
    Slope slope = slope(x);
    double[][] inverse = slope.inverse();
    boolean isFresh = true;
    for (int i = 0; i < STEPS; i++) {
      double[] step = step(inverse, slope.first());
      if (-dot(slope.first(), step) < LEVEL) {
        return x;
      }
      double[] to = new double[x.length];
      double lower = descend(x, slope.value(), slope.first(), step, to);
      if (!(lower < slope.value())) {
        if (isFresh) {
          return x;
        }
        inverse = slope.inverse();
        isFresh = true;
        continue;
      }
      Slope next = slope(to);
      update(inverse, x, to, slope.first(), next.first());
      isFresh = false;
      x = to;
      slope = next;
    }
    return x;
  }

  /** Goes along a step, or the half of a half of it, until it leads down; gives the value there. */
  private double descend(double[] x, double value, double[] slope, double[] step, double[] to) {
    double along = dot(slope, step);
    for (double share = 1; share > 1e-10; share /= 2) {
      for (int i = 0; i < x.length; i++) {
        to[i] = x[i] + share * step[i];
      }
      double there = function.applyAsDouble(to);
      if (there <= value + 1e-4 * share * along) {
        return there;
      }
    }
    return value;
  }

  private static double[] step(double[][] inverse, double[] slope) {
    double[] step = new double[slope.length];
    for (int i = 0; i < step.length; i++) {
      step[i] = -dot(inverse[i], slope);
    }
    double size = largest(step);
    if (size > FARTHEST_STEP) {
      for (int i = 0; i < step.length; i++) {
        step[i] *= FARTHEST_STEP / size;
      }
    }
    return step;
  }

  /**
   * The function at a point.
   *
   * @param first its first derivatives
   * @param second its second derivatives, each number alone
   */
  private record Slope(double value, double[] first, double[] second) {
    /** What stands for the inverse of all second derivatives before any step. */
    double[][] inverse() {
      double[][] inverse = new double[first.length][first.length];
      for (int i = 0; i < first.length; i++) {
        inverse[i][i] = 1 / Math.max(second[i], FLATTEST);
      }
      return inverse;
    }
  }

  private Slope slope(double[] x) {
    double value = function.applyAsDouble(x);
    double[] first = new double[x.length];
    double[] second = new double[x.length];
    double[] near = x.clone();
    for (int i = 0; i < x.length; i++) {
      near[i] = x[i] + APART;
      double above = function.applyAsDouble(near);
      near[i] = x[i] - APART;
      double below = function.applyAsDouble(near);
      first[i] = (above - below) / (2 * APART);
      second[i] = (above - 2 * value + below) / (APART * APART);
      near[i] = x[i];
    }
    return new Slope(value, first, second);
  }

  /** H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ; left as it is where the curvature is not upwards. */
  private static void update(
      double[][] inverse, double[] from, double[] to, double[] before, double[] after) {
    int d = from.length;
    double[] s = new double[d];
    double[] y = new double[d];
    for (int i = 0; i < d; i++) {
      s[i] = to[i] - from[i];
      y[i] = after[i] - before[i];
    }
    double sy = dot(s, y);
    if (sy <= 1e-14) {
      return;
    }
    double[] hy = new double[d];
    for (int i = 0; i < d; i++) {
      hy[i] = dot(inverse[i], y);
    }
    double factor = (1 + dot(y, hy) / sy) / sy;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double largest(double[] x) {
    return Arrays.stream(x).map(Math::abs).max().orElse(0);
  }
}
