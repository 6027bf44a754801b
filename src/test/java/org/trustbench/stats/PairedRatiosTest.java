package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedRatiosTest {
  private static final int QUESTIONS = 5;
  private static final double WITHIN = .1;

  /** A cluster of cases of one judgement each. */
  private static PairedRatios.Pair pair(int y0, int n0, int y1, int n1) {
    return new PairedRatios.Pair(
        new Sums(n0, y0, n0, y0, y0, n0), new Sums(n1, y1, n1, y1, y1, n1));
  }

  /**
   * R's survey 4.1.1 of the six clusters: {@code b <- svyby(~y, ~round, svydesign(~i, data = d,
   * weights = ~1), svyratio, denominator = ~n, covmat = TRUE)}, {@code vcov(b)} and {@code
   * SE(svycontrast(b, c(-1, 1)))}.
   */
  @Test
  void variances_and_covariance_are_those_of_r_survey() {
    PairedRatios pairs =
        PairedRatios.of(
            List.of(
                pair(12, 20, 15, 19),
                pair(30, 41, 33, 39),
                pair(9, 18, 13, 20),
                pair(22, 30, 20, 28),
                pair(40, 52, 47, 55),
                pair(7, 16, 9, 15)));
    assertThat(DesignEffect.variance(pairs.earlier()).orElseThrow())
        .isCloseTo(.00220749936117829, within(1e-15));
    assertThat(DesignEffect.variance(pairs.later()).orElseThrow())
        .isCloseTo(.00160927208107797, within(1e-15));
    assertThat(pairs.covariance()).isCloseTo(.00157578789580272, within(1e-15));
    assertThat(pairs.difference()).isCloseTo(.100442989214176, within(1e-14));
    assertThat(Math.sqrt(pairs.variance())).isCloseTo(.0257913871408813, within(1e-14));
  }

  /** Clusters that are all alike at both rounds still judged other cases. */
  @Test
  void what_is_alike_between_clusters_takes_away_no_chance_within_them() {
    PairedRatios pairs =
        PairedRatios.of(
            List.of(
                pair(10, 20, 12, 20),
                pair(12, 20, 14, 20),
                pair(14, 20, 16, 20),
                pair(16, 20, 18, 20),
                pair(18, 20, 20, 20)));
    assertThat(pairs.variance()).isCloseTo(0, within(1e-12));
    Proportion earlier = new Proportion(.7, 30);
    Proportion later = new Proportion(.8, 30);
    double r = pairs.correlation(earlier, later);
    double s0 = earlier.standardError();
    double s1 = later.standardError();
    assertThat(s0 * s0 + s1 * s1 - 2 * r * s0 * s1).isCloseTo(pairs.within(), within(1e-12));
    // Σ n·p·(1 − p) of the clusters is 19 and then 14, of 100 judgements in cases of one each.
    assertThat(pairs.within()).isCloseTo((19.0 + 14.0) * 20 / 19 / 10_000, within(1e-12));
  }

  @Test
  void one_cluster_hangs_together_with_nothing() {
    PairedRatios one = PairedRatios.of(List.of(pair(5, 10, 8, 10)));
    assertThat(one.covariance()).isZero();
    assertThat(one.correlation(new Proportion(.5, 5), new Proportion(.8, 5))).isZero();
  }

  /** The verdict finds no change where there is none, whatever the number and size of clusters. */
  @ParameterizedTest(name = "{0} clusters, persistent {1}, changing {2}, p {3}")
  @CsvSource({
    "5, .1, .01, .7",
    "5, .02, .02, .9",
    "6, .05, .05, .6",
    "10, .1, .02, .8",
    "20, .03, .01, .95",
  })
  void a_change_that_is_not_there_is_seldom_found(
      int clusters, double persistent, double changing, double p) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(818L);
    int found = 0;
    int all = 0;
    for (int programme = 0; programme < 150; programme++) {
      List<PairedRatios> groups = new ArrayList<>();
      for (int g = 0; g < 8; g++) {
        groups.add(drawn(random, clusters, persistent, changing, p));
      }
      PooledDesignEffect before =
          PooledDesignEffect.ofGroups(
              groups.stream().map(PairedRatios::earlier).toList(), QUESTIONS);
      PooledDesignEffect after =
          PooledDesignEffect.ofGroups(groups.stream().map(PairedRatios::later).toList(), QUESTIONS);
      for (PairedRatios group : groups) {
        Proportion earlier = worth(group.earlier(), before);
        Proportion later = worth(group.later(), after);
        double r = group.correlation(earlier, later);
        found +=
            PairedDifference.tested(later, earlier, r).verdict().at95() == Verdict.SIMILAR ? 0 : 1;
        all++;
      }
    }
    assertThat((double) found / all).isLessThan(.065);
  }

  private static Proportion worth(Sums sums, PooledDesignEffect pooled) {
    return Proportion.of(sums, DesignEffect.chosen(sums, pooled.of(sums))).orElseThrow();
  }

  private static PairedRatios drawn(
      UniformRandomProvider random, int clusters, double persistent, double changing, double p) {
    List<PairedRatios.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < clusters; i++) {
      double rate = Cases.rate(random, p, persistent);
      int cases = (int) Math.round(6 * Math.pow(10, random.nextDouble()));
      pairs.add(
          new PairedRatios.Pair(
              seen(random, cases, rate, changing), seen(random, cases, rate, changing)));
    }
    return PairedRatios.of(pairs);
  }

  private static Sums seen(UniformRandomProvider random, int cases, double rate, double changing) {
    double inside = Math.min(.995, Math.max(.005, rate));
    return Cases.drawn(random, cases, QUESTIONS, Cases.rate(random, inside, changing), WITHIN);
  }
}
