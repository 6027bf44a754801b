package org.trustbench.synth;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;

/**
 * How many cases an institution has in each stratum that its cases were sampled in, where the
 * framework declares a sample design: the caseload is spread over the strata that a case was drawn
 * of, and chances of being sampled differ between them.
 */
final class StratumSizes {
  /** Log of how many times larger one stratum's cases stand for more than another's. */
  private static final double SPREAD = 1.5;

  private StratumSizes() {}

  /** Says of every sampled case how many there are in its stratum, in place of what was drawn. */
  static void fill(SyntheticInspection inspection, UniformRandomProvider random) {
    Framework framework = inspection.framework();
    if (!framework.sampleDesign().isDeclared()) {
      return;
    }
    List<String> ids = framework.attributes().stream().map(Attribute::id).toList();
    int strata = ids.indexOf(framework.sampleDesign().strata());
    int population = ids.indexOf(framework.sampleDesign().population());
    int[] sampled = new int[inspection.values(strata).size()];
    for (int row = 0; row < inspection.casesSampled(); row++) {
      byte stratum = inspection.attribute(row, strata);
      if (stratum != AttributeModel.BLANK) {
        sampled[stratum]++;
      }
    }
    List<String> sizes = new ArrayList<>();
    for (long size : sizes(sampled, inspection.trust().caseload(), random)) {
      sizes.add(Long.toString(size));
    }
    inspection.setValues(population, sizes);
    for (int row = 0; row < inspection.casesSampled(); row++) {
      inspection.attributeValues()[row * ids.size() + population] =
          inspection.attribute(row, strata);
    }
  }

  /** At least as many as were sampled; together the caseload. */
  private static long[] sizes(int[] sampled, long caseload, UniformRandomProvider random) {
    double[] shares = new double[sampled.length];
    double all = 0;
    long left = caseload;
    for (int s = 0; s < sampled.length; s++) {
      shares[s] = sampled[s] * StrictMath.exp(SPREAD * random.nextDouble());
      all += shares[s];
      left -= sampled[s];
    }
    long[] sizes = new long[sampled.length];
    long rest = Math.max(0, left);
    int last = -1;
    for (int s = 0; s < sampled.length; s++) {
      long more = sampled[s] == 0 ? 0 : (long) (Math.max(0, left) * shares[s] / all);
      sizes[s] = sampled[s] + more;
      rest -= more;
      last = sampled[s] > 0 ? s : last;
    }
    if (last >= 0) {
      sizes[last] += rest;
    }
    return sizes;
  }
}
