package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often intervals hold the truth they were drawn from, in programmes of 35 trusts. */
class ClusteredInterval_CoverageTest {
  private static final int TRUSTS = 35;
  private static final int QUESTIONS = 10;

  static Stream<Arguments> programmes() {
    return Stream.of(.05, .2)
        .flatMap(
            correlation ->
                Stream.of(10, 30, 60)
                    .flatMap(
                        cases ->
                            Stream.of(.5, .8, .95).map(p -> Arguments.of(correlation, cases, p))));
  }

  @ParameterizedTest(name = "correlation {0}, {1} cases, p {2}")
  @MethodSource("programmes")
  void the_clustered_interval_holds_the_truth_in_93_of_100_trusts_or_more(
      double correlation, int cases, double p) {
    double[] coverage = coverage(correlation, cases, p, 12_000 / cases);
    assertThat(coverage[0]).isBetween(.93, .99);
  }

  @Test
  void the_interval_that_ignores_the_cases_is_seen_to_fail() {
    assertThat(coverage(.05, 60, .8, 100)[1]).isLessThan(.92);
    assertThat(coverage(.2, 30, .5, 100)[1]).isLessThan(.80);
  }

  /** The share of clustered intervals that hold p, and of plain ones. */
  private static double[] coverage(double correlation, int cases, double p, int programmes) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1_935L);
    int clustered = 0;
    int plain = 0;
    for (int programme = 0; programme < programmes; programme++) {
      List<Sums> trusts = new ArrayList<>();
      for (int t = 0; t < TRUSTS; t++) {
        trusts.add(Cases.drawn(random, cases, QUESTIONS, p, correlation));
      }
      OptionalDouble pooled = DesignEffect.pooled(trusts);
      for (Sums sums : trusts) {
        clustered += holds(sums, DesignEffect.chosen(sums, pooled), p);
        plain += holds(sums, DesignEffect.INDEPENDENT, p);
      }
    }
    double total = TRUSTS * (double) programmes;
    return new double[] {clustered / total, plain / total};
  }

  private static int holds(Sums sums, double deff, double p) {
    return Proportion.of(sums, deff).orElseThrow().interval(Normal.Z95).excludes(p) ? 0 : 1;
  }
}
