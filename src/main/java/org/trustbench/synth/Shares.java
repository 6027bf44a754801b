package org.trustbench.synth;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** The shares of an attribute's values, added up for drawing. */
record Shares(double[] cumulative) {

  /** Shares in the order of the values; a value that is not mentioned has none. */
  static Shares of(List<String> values, Map<String, Double> shares, double[] factors) {
    double[] cumulative = new double[values.size()];
    double sum = 0;
    for (int v = 0; v < cumulative.length; v++) {
      sum += shares.getOrDefault(values.get(v), 0.0) * factors[v];
      cumulative[v] = sum;
    }
    return new Shares(cumulative);
  }

  /** The number of the value drawn. */
  byte draw(UniformRandomProvider random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    for (byte v = 0; v < cumulative.length - 1; v++) {
      if (at < cumulative[v]) {
        return v;
      }
    }
    return (byte) (cumulative.length - 1);
  }
}
