package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a trust is called higher or lower when it and its others are all alike. */
class DifferenceVerdict_SizeTest {
  private static final int TESTS = 20_000;

  @ParameterizedTest(name = "{0} cases, p {1}, correlation {2}, {3} others")
  @CsvSource({
    "30, .5,  .05,  3", "30, .5,  .05,  5", "30, .5,  .05,  34",
    "60, .8,  .05,  3", "60, .8,  .05,  5", "60, .8,  .05,  34",
    "30, .8,  .2,   3", "30, .8,  .2,   5", "30, .8,  .2,   34",
    "60, .95, .2,   3", "60, .95, .2,   5", "60, .95, .2,   34",
    "10, .8,  .2,   3", "10, .8,  .2,   5", "10, .8,  .2,   34"
  })
  void no_more_than_six_in_a_hundred_verdicts_on_many_questions_are_false(
      int cases, double p, double correlation, int others) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(77L);
    Supplier<Sums> trust = () -> Cases.drawn(random, cases, 10, p, correlation);
    assertThat(size(trust, others, DesignEffect::chosen)).isBetween(.01, .06);
  }

  @ParameterizedTest(name = "{0} judgements, p {1}, {2} others")
  @CsvSource({
    "30, .5, 3", "30, .5, 5", "30, .5, 34",
    "60, .8, 3", "60, .8, 5", "60, .8, 34",
    "60, .95, 3", "60, .95, 5", "60, .95, 34"
  })
  void no_more_than_six_in_a_hundred_verdicts_on_a_single_question_are_false(
      int judgements, double p, int others) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(78L);
    Supplier<Sums> trust =
        () -> Cases.single(random.doubles(judgements).filter(u -> u < p).count(), judgements);
    assertThat(size(trust, others, (sums, pooled) -> DesignEffect.INDEPENDENT)).isBetween(.02, .06);
  }

  @Test
  void a_trusts_own_design_effect_alone_would_make_more_false_verdicts() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(80L);
    Supplier<Sums> trust = () -> Cases.drawn(random, 30, 25, .95, .2);
    assertThat(size(trust, 5, DifferenceVerdict_SizeTest::ownAlone)).isGreaterThan(.065);
    assertThat(size(trust, 5, DesignEffect::chosen)).isLessThan(.06);
  }

  @ParameterizedTest(name = "{0} others")
  @CsvSource({"3", "5"})
  void a_benchmark_taken_as_known_would_make_more_false_verdicts(int others) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(79L);
    int rejected = 0;
    int tested = 0;
    while (tested < TESTS) {
      long[] y = new long[others + 1];
      long all = 0;
      for (int t = 0; t <= others; t++) {
        y[t] = random.doubles(60).filter(u -> u < .8).count();
        all += y[t];
      }
      for (int t = 0; t <= others; t++) {
        double p0 = (all - y[t]) / (60.0 * others);
        boolean isSimilar =
            FixedBenchmark.midP(new Proportion(y[t] / 60.0, 60), p0).at95() == Verdict.SIMILAR;
        rejected += isSimilar ? 0 : 1;
        tested++;
      }
    }
    assertThat((double) rejected / tested).isGreaterThan(.06);
  }

  private static double ownAlone(Sums sums, OptionalDouble pooled) {
    return Math.max(1, DesignEffect.own(sums).orElse(pooled.orElse(1)));
  }

  private static double size(
      Supplier<Sums> trust, int others, BiFunction<Sums, OptionalDouble, Double> chosen) {
    int rejected = 0;
    int tested = 0;
    while (tested < TESTS) {
      List<Sums> trusts = new ArrayList<>();
      for (int t = 0; t <= others; t++) {
        trusts.add(trust.get());
      }
      OptionalDouble pooled = DesignEffect.pooled(trusts);
      double[] deff = trusts.stream().mapToDouble(sums -> chosen.apply(sums, pooled)).toArray();
      for (int t = 0; t <= others; t++) {
        Proportion own = Proportion.of(trusts.get(t), deff[t]).orElseThrow();
        Proportion rest = new LeaveOneOut(trusts, deff).pooled(t).orElseThrow();
        rejected += Difference.verdict(own, rest).at95() == Verdict.SIMILAR ? 0 : 1;
        tested++;
      }
    }
    return (double) rejected / tested;
  }
}
