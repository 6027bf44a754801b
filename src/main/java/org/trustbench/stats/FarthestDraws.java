package org.trustbench.stats;

import java.util.Arrays;

/**
 * How large a studentised difference each draw can hold, whatever the standard errors: their shares
 * squared add up to 1, so that |a·Z_j − b·Z_k| ≤ √(Z_j² + Z_k²). Depends on the draws and the
 * number of trusts alone, so that one of these serves every measure.
 */
final class FarthestDraws {
  /** A little more than single precision can lose. */
  private static final float ROUNDING = 1.00001f;

  /** In place of a trust: the differences of any two. */
  static final int EVERY = -1;

  private final float[][] bound;
  private final int[][] order;

  private FarthestDraws(float[][] bound) {
    this.bound = bound;
    this.order = new int[bound.length][];
    for (int i = 0; i < bound.length; i++) {
      order[i] = fromTheLargest(bound[i]);
    }
  }

  /**
   * Bounds on the differences among the first trusts.
   *
   * @param rows normal draws, a row a trust
   */
  static FarthestDraws of(float[][] rows, int trusts, int draws) {
    float[][] bound = new float[trusts + 1][draws];
    for (int d = 0; d < draws; d++) {
      float most = 0;
      float second = 0;
      for (int j = 0; j < trusts; j++) {
        float square = rows[j][d] * rows[j][d];
        second = Math.max(second, Math.min(most, square));
        most = Math.max(most, square);
      }
      for (int j = 0; j < trusts; j++) {
        float square = rows[j][d] * rows[j][d];
        bound[j][d] = ROUNDING * (float) Math.sqrt(square + (square == most ? second : most));
      }
      bound[trusts][d] = ROUNDING * (float) Math.sqrt(most + second);
    }
    return new FarthestDraws(bound);
  }

  /** What no difference of a trust from another exceeds, by draw; or of {@link #EVERY} two. */
  float[] bound(int trust) {
    return bound[trust == EVERY ? bound.length - 1 : trust];
  }

  /** The draws from the largest bound to the smallest. */
  int[] order(int trust) {
    return order[trust == EVERY ? order.length - 1 : trust];
  }

  /** Whether t is more than any difference of two draws can be. */
  static boolean isBeyond(float zj, float zk, double t) {
    return (zj * zj + zk * zk) * ROUNDING * ROUNDING < t * t;
  }

  /** The places of values, none negative, from the largest down: their bits sort as they do. */
  static int[] fromTheLargest(float[] values) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = -((long) Float.floatToIntBits(values[i]) << Integer.SIZE) + i;
    }
    Arrays.sort(keys);
    int[] places = new int[keys.length];
    Arrays.setAll(places, i -> (int) keys[i]);
    return places;
  }
}
