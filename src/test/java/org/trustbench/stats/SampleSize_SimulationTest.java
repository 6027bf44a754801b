package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples of the sizes that are planned, drawn and judged by the program's own rules. */
class SampleSize_SimulationTest {
  private static final int DRAWN = 2_000;

  @ParameterizedTest(name = "{2} questions, correlation {1}, p {0}")
  @CsvSource({
    ".5, .1,  10, .05",
    ".8, .2,  30, .05",
    ".9, .05, 5, .05",
    ".75, .1, 20, .1",
    ".6, .3, 4, .03"
  })
  void a_planned_interval_is_as_wide_as_asked_on_average(
      double p, double correlation, int questions, double halfWidth) {
    ExpectedCases like = like(p, correlation, questions);
    int cases =
        (int)
            SampleSize.forHalfWidth(like, halfWidth, Double.POSITIVE_INFINITY, Normal.Z95)
                .orElseThrow();
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(22);
    double width = 0;
    int held = 0;
    int drawn = 0;
    while (drawn < DRAWN) {
      List<Sums> trusts = trusts(random, 20, cases, like, correlation);
      OptionalDouble pooled = pooled(trusts, questions);
      for (Sums sums : trusts) {
        Interval interval = proportion(sums, pooled, questions).interval(Normal.Z95);
        width += interval.width() / 2;
        held += interval.excludes(p) ? 0 : 1;
        drawn++;
      }
    }
    assertThat(width / drawn).isCloseTo(halfWidth, within(.04 * halfWidth));
    assertThat((double) held / drawn).isBetween(.94, .99);
  }

  @ParameterizedTest(name = "{2} questions, correlation {1}, p {0}, {3}, {4} others, {5}")
  @CsvSource({
    ".8,  .2,  30, -.1,  5,  difference",
    ".8,  .2,  30, .1,   5,  difference",
    ".9,  .05, 5,  -.1,  20, difference",
    ".9,  .05, 5,  .08,  20, difference",
    ".75, .1, 1,  -.15, 5,  difference",
    ".75, .1, 1,  .15,  34, difference",
    ".5,  .1, 1,  .2,  34, difference",
    ".9,  .1, 1,  .09,  34, difference",
    ".9,  .1, 1,  -.2,  34, difference",
    ".75, .1,  20, -.2,  34, difference",
    ".75, .1,  20, -.1,  34, mid-p",
    ".75, .1, 1,  -.1,  34, score-test",
    ".75, .1, 1,  -.1,  34, exact-tail",
  })
  void a_planned_difference_is_found_as_often_as_asked(
      double p, double correlation, int questions, double difference, int others, String label) {
    VerdictRule rule = VerdictRule.of(label).orElseThrow();
    ExpectedCases like = like(p, correlation, questions);
    SampleSize.Sought sought = new SampleSize.Sought(p, difference, others, rule);
    int cases = (int) SampleSize.forDifference(like, sought, .8, Normal.Z95).orElseThrow();
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(22);
    int found = 0;
    for (int i = 0; i < DRAWN; i++) {
      List<Sums> trusts = trusts(random, others, cases, like, correlation);
      trusts.add(0, Cases.drawn(random, cases, questions, p + difference, correlation));
      OptionalDouble pooled = pooled(trusts, questions);
      double[] deff =
          trusts.stream().mapToDouble(s -> proportion(s, pooled, questions).n()).toArray();
      for (int t = 0; t < deff.length; t++) {
        deff[t] = trusts.get(t).n() / deff[t];
      }
      Proportion own = proportion(trusts.get(0), pooled, questions);
      Verdict verdict =
          BenchmarkEstimate.all(new LeaveOneOut(trusts, deff), 0)
              .get(BenchmarkRule.POOLED_OTHERS)
              .verdicts(own)
              .stream()
              .filter(one -> one.rule() == rule)
              .findFirst()
              .orElseThrow()
              .at95();
      found += verdict == (difference < 0 ? Verdict.LOWER : Verdict.HIGHER) ? 1 : 0;
    }
    assertThat((double) found / DRAWN).isBetween(.77, .87);
  }

  private static ExpectedCases like(double p, double correlation, int questions) {
    return new ExpectedCases(
        p, questions, ExpectedCases.designEffect(questions, correlation), questions > 1);
  }

  private static List<Sums> trusts(
      UniformRandomProvider random, int count, int cases, ExpectedCases like, double correlation) {
    List<Sums> trusts = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      trusts.add(Cases.drawn(random, cases, (int) like.judgements(), like.p(), correlation));
    }
    return trusts;
  }

  private static OptionalDouble pooled(List<Sums> trusts, int questions) {
    return questions > 1 ? DesignEffect.pooled(trusts) : OptionalDouble.empty();
  }

  private static Proportion proportion(Sums sums, OptionalDouble pooled, int questions) {
    double deff = questions > 1 ? DesignEffect.chosen(sums, pooled) : DesignEffect.INDEPENDENT;
    return Proportion.of(sums, deff).orElseThrow();
  }
}
