package org.trustbench.stats;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/** Cases written out or drawn at random, summed. */
final class Cases {
  private Cases() {}

  /** From text such as {@code "3/4 4/4 1/4"}, a case each. */
  static Sums of(String cases) {
    Sums sums = Sums.NONE;
    for (String one : cases.trim().split("\\s+", -1)) {
      int slash = one.indexOf('/');
      sums =
          sums.plus(
              Sums.ofCase(
                  Long.parseLong(one.substring(0, slash)),
                  Long.parseLong(one.substring(slash + 1))));
    }
    return sums;
  }

  /** {@code y} of {@code n} cases of one question each. */
  static Sums single(long y, long n) {
    return new Sums(n, y, n, y, y, n);
  }

  /** The same cases with sufficient and insufficient exchanged. */
  static Sums exchanged(Sums sums) {
    return new Sums(
        sums.k(),
        sums.n() - sums.y(),
        sums.n(),
        sums.nn() - 2 * sums.yn() + sums.yy(),
        sums.nn() - sums.yn(),
        sums.nn());
  }

  /**
   * Cases whose own probability is Beta distributed around p, so that two judgements of a case have
   * the given correlation.
   */
  static Sums drawn(
      UniformRandomProvider random, int cases, int questions, double p, double correlation) {
    double together = 1 / correlation - 1;
    SharedStateContinuousSampler good = gamma(random, p * together);
    SharedStateContinuousSampler bad = gamma(random, (1 - p) * together);
    Sums sums = Sums.NONE;
    for (int c = 0; c < cases; c++) {
      double g = good.sample();
      double own = g / (g + bad.sample());
      int y = 0;
      for (int q = 0; q < questions; q++) {
        y += random.nextDouble() < own ? 1 : 0;
      }
      sums = sums.plus(Sums.ofCase(y, questions));
    }
    return sums;
  }

  /** A probability that is Beta distributed around p, as those of {@link #drawn} are. */
  static double rate(UniformRandomProvider random, double p, double correlation) {
    double together = 1 / correlation - 1;
    double good = gamma(random, p * together).sample();
    double bad = gamma(random, (1 - p) * together).sample();
    return Math.max(1e-6, Math.min(1 - 1e-6, good / (good + bad)));
  }

  private static SharedStateContinuousSampler gamma(UniformRandomProvider random, double shape) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1);
  }
}
