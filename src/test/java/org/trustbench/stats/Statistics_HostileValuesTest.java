package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The whole way from sums to ranks on programmes of few, empty, perfect and enormous trusts. */
class Statistics_HostileValuesTest {
  @Test
  void no_function_gives_a_number_that_is_none() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(13L);
    for (int trial = 0; trial < 2_000; trial++) {
      List<Sums> trusts = new ArrayList<>();
      int count = random.nextInt(13);
      for (int t = 0; t < count; t++) {
        trusts.add(hostile(random));
      }
      check(trusts);
    }
  }

  private static void check(List<Sums> trusts) {
    OptionalDouble pooled = DesignEffect.pooled(trusts);
    double[] deff =
        trusts.stream().mapToDouble(sums -> DesignEffect.chosen(sums, pooled)).toArray();
    List<Proportion> scores = new ArrayList<>();
    for (int t = 0; t < trusts.size(); t++) {
      Proportion.of(trusts.get(t), deff[t]).ifPresent(scores::add);
      checkVerdicts(trusts, deff, t);
    }
    for (RankEstimate ranked : Ranks.of(scores, .05)) {
      assertThat(ranked.rank()).isBetween(ranked.lower(), ranked.upper());
    }
    BetaBinomial fit = BetaBinomial.fit(scores);
    for (Proportion score : scores) {
      assertThat(fit.shrunken(score).orElse(.5)).isBetween(0.0, 1.0);
    }
    BenchmarkRule.POOLED_ALL
        .value(new LeaveOneOut(trusts), BenchmarkRule.OUTSIDE)
        .ifPresent(
            centre ->
                OverDispersion.of(scores, centre)
                    .ifPresent(
                        found -> {
                          assertThat(found.tauSquaredRaw()).isBetween(0.0, 100.0);
                          assertThat(found.phiWinsorised()).isGreaterThanOrEqualTo(0).isFinite();
                          assertThat(found.limits(.1, Normal.Z998).width()).isBetween(0.0, 1.0);
                        }));
  }

  private static void checkVerdicts(List<Sums> trusts, double[] deff, int trust) {
    Proportion own = Proportion.of(trusts.get(trust), deff[trust]).orElse(null);
    Proportion others = new LeaveOneOut(trusts, deff).pooled(trust).orElse(null);
    assertThat(deff[trust]).isGreaterThanOrEqualTo(1).isFinite();
    if (own == null || others == null) {
      return;
    }
    List<RuleVerdict> verdicts = new ArrayList<>(FixedBenchmark.all(own, others.p()));
    verdicts.add(Difference.verdict(own, others));
    for (RuleVerdict verdict : verdicts) {
      assertThat(verdict.pValue()).isBetween(0.0, 1.0);
      assertThat(verdict.at998() == Verdict.SIMILAR || verdict.at95() == verdict.at998()).isTrue();
    }
    CaseMix.of(List.of(new CaseMix.Stratum(trusts.get(trust), others)), deff[trust])
        .ifPresent(
            mix -> {
              assertThat(mix.pValue()).isBetween(0.0, 1.0);
              assertThat(mix.variance()).isGreaterThanOrEqualTo(0).isFinite();
            });
    Interval limits = Funnel.score(others.p(), own.n(), Normal.Z95);
    assertThat(own.interval(Normal.Z95).excludes(others.p())).isEqualTo(limits.excludes(own.p()));
  }

  private static Sums hostile(UniformRandomProvider random) {
    return switch (random.nextInt(8)) {
      case 0 -> Sums.NONE;
      case 1 -> Sums.ofCase(random.nextInt(2), 1);
      case 2 -> Cases.of("0/3 0/1 0/5");
      case 3 -> Cases.of("4/4 4/4");
      case 4 -> Cases.of("4/4 0/4 4/4 0/4");
      case 5 -> Cases.single(random.nextInt(1_000_000_001), 1_000_000_000);
      case 6 -> Sums.ofCase(random.nextInt(1_000_000_001), 1_000_000_000);
      default -> Cases.drawn(random, 1 + random.nextInt(30), 1 + random.nextInt(12), .7, .2);
    };
  }
}
