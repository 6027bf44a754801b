package org.trustbench.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Standard normal draws common to all bootstraps of a run: a row for each trust, in the order the
 * trusts are sorted, and a column for each draw. A row does not depend on how many rows follow it.
 */
public final class NormalDraws {
  private final float[][] rows;
  private final float[][] columns;
  private final int[][] byDistance;
  private final int draws;
  private final Map<Integer, FarthestDraws> farthest = new ConcurrentHashMap<>();

  private NormalDraws(float[][] rows, int draws) {
    this.rows = rows;
    this.columns = new float[draws][rows.length];
    this.byDistance = new int[draws][];
    this.draws = draws;
    for (int trust = 0; trust < rows.length; trust++) {
      for (int d = 0; d < draws; d++) {
        columns[d][trust] = rows[trust][d];
      }
    }
    for (int d = 0; d < draws; d++) {
      byDistance[d] = byDistance(columns[d]);
    }
  }

  /** Draws for at most {@code trusts} trusts, the same for the same seed on every machine. */
  public static NormalDraws of(long seed, int trusts, int draws) {
    if (draws < 1) {
      throw new IllegalArgumentException("a bootstrap needs at least one draw, not " + draws);
    }
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    float[][] rows = new float[trusts][draws];
    for (float[] row : rows) {
      for (int d = 0; d < draws; d++) {
        row[d] = (float) gaussian.sample();
      }
    }
    return new NormalDraws(rows, draws);
  }

  public int trusts() {
    return rows.length;
  }

  public int draws() {
    return draws;
  }

  float[] row(int trust) {
    return rows[trust];
  }

  /** The same numbers the other way round: one draw, every trust. */
  float[] column(int draw) {
    return columns[draw];
  }

  /** How far apart the first trusts can be in each draw. */
  FarthestDraws farthest(int trusts) {
    return farthest.computeIfAbsent(trusts, count -> FarthestDraws.of(rows, count, draws));
  }

  /** The trusts of one draw from the farthest from 0 to the nearest. */
  int[] byDistance(int draw) {
    return byDistance[draw];
  }

  private static int[] byDistance(float[] drawn) {
    int[] order = new int[drawn.length];
    for (int i = 0; i < order.length; i++) {
      int at = i;
      while (at > 0 && Math.abs(drawn[order[at - 1]]) < Math.abs(drawn[i])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
    return order;
  }
}
