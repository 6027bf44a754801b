package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Programmes of equal trusts with few cases: the cells of 2 to 40 cases, 3 to 60 questions and 3 to
 * 150 trusts in which a wider simulation found it hardest to keep what is promised.
 */
class FewCases_SizeTest {
  @ParameterizedTest(name = "{0} trusts, {1} cases of {2}, correlation {3}, p {4}")
  @CsvSource({
    "3,   5, 60, .4,  .98", "3,   12, 60, .4, .98", "3,   20, 60, .4,  .98",
    "35,  5,  3, .4,  .98", "35,  5,  3, .2,  .98", "35,  8,  10, .4, .5",
    "35, 19, 10, .2,  .9", "35, 20, 10, .2,  .9", "35, 21, 10, .2,  .9",
    "35, 40, 10, .4,  .5", "4,  40, 10, .4,  .5", "4,  5,  10, .4,  .5"
  })
  void intervals_verdicts_rank_sets_and_tiers_keep_their_level(
      int trusts, int cases, int questions, double correlation, double p) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(2_020L);
    int programmes = Math.max(60, 1_500 / trusts);
    Counted counted = new Counted();
    for (int programme = 0; programme < programmes; programme++) {
      List<Sums> sums = new ArrayList<>();
      for (int t = 0; t < trusts; t++) {
        sums.add(Cases.drawn(random, cases, questions, p, correlation));
      }
      counted.add(sums, p);
    }
    double all = (double) trusts * programmes;
    assertThat(counted.covering / all).as("coverage").isGreaterThan(.93);
    assertThat(counted.apart / all).as("verdicts").isLessThan(.06);
    assertThat(counted.narrowed / all).as("rank sets").isLessThan(.06);
    assertThat((double) counted.tiered / programmes).as("tiers").isLessThan(.06 + .03);
  }

  private static final class Counted {
    private int covering;
    private int apart;
    private int narrowed;
    private int tiered;

    void add(List<Sums> sums, double p) {
      OptionalDouble pooled = DesignEffect.pooled(sums);
      double[] deff = sums.stream().mapToDouble(s -> DesignEffect.chosen(s, pooled)).toArray();
      LeaveOneOut others = new LeaveOneOut(sums, deff);
      List<Proportion> scores = new ArrayList<>();
      for (int t = 0; t < deff.length; t++) {
        Proportion own = Proportion.of(sums.get(t), deff[t]).orElseThrow();
        scores.add(own);
        covering += own.interval(Normal.Z95).excludes(p) ? 0 : 1;
        Verdict verdict = Difference.verdict(own, others.pooled(t).orElseThrow()).at95();
        apart += verdict == Verdict.SIMILAR ? 0 : 1;
      }
      int lowest = 1;
      for (RankEstimate ranked : Ranks.of(scores, Normal.ALPHA95)) {
        narrowed += ranked.lower() > 1 || ranked.upper() < deff.length ? 1 : 0;
        lowest = Math.max(lowest, ranked.tier());
      }
      tiered += lowest > 1 ? 1 : 0;
    }
  }
}
