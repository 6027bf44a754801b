package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ToleranceTest {
  private static final Proportion LOW = new Proportion(.6, 50);

  private static RuleVerdict midP(Proportion score, double target, double delta) {
    return new Tolerance(delta)
        .verdicts(score, BenchmarkEstimate.fixed(target)).stream()
            .filter(one -> one.rule() == VerdictRule.MID_P)
            .findFirst()
            .orElseThrow();
  }

  /**
   * R: midp <- function(y, n, p) { lo <- pbinom(y-1,n,p) + dbinom(y,n,p)/2; 2*min(lo, 1-lo) };
   * midp(30,50,.78); midp(48,50,.82); midp(30,50,.8).
   */
  @Test
  void a_score_is_tested_against_the_nearer_end_of_the_band() {
    assertThat(midP(LOW, .8, .02).pValue()).isCloseTo(.00434048318956, within(1e-12));
    assertThat(midP(new Proportion(.96, 50), .8, .02).pValue())
        .isCloseTo(.00407060198068, within(1e-12));
    assertThat(midP(LOW, .8, 0).pValue()).isCloseTo(.00125310082714, within(1e-12));
    assertThat(midP(LOW, .8, .02).at95()).isEqualTo(Verdict.LOWER);
    assertThat(midP(LOW, .8, 0).at998()).isEqualTo(Verdict.LOWER);
    assertThat(midP(LOW, .8, .02).at998()).isEqualTo(Verdict.SIMILAR);
  }

  @Test
  void within_the_band_no_score_differs_however_many_judgements_it_rests_on() {
    assertThat(midP(new Proportion(.79, 1e6), .8, .02))
        .isEqualTo(
            new RuleVerdict(VerdictRule.MID_P, .79 - .8, 1, Verdict.SIMILAR, Verdict.SIMILAR));
    assertThat(midP(new Proportion(.79, 1e6), .8, 0).at998()).isEqualTo(Verdict.LOWER);
  }

  /**
   * R: w <- Wilson's ends; f <- function(z) .3 - .1 - sqrt((.9-w(.9,60,z)[1])^2 +
   * (w(.6,200,z)[2]-.6)^2); 2*pnorm(-uniroot(f, c(.01,30), tol=1e-12)$root).
   */
  @Test
  void a_difference_from_others_counts_where_its_interval_lies_beyond_the_band() {
    Proportion own = new Proportion(.9, 60);
    Proportion others = new Proportion(.6, 200);
    RuleVerdict beyond =
        new Tolerance(.1).verdicts(own, new BenchmarkEstimate(.6, others, 1)).get(0);

    assertThat(beyond.pValue()).isCloseTo(.00248484341634, within(1e-11));
    assertThat(beyond.at95()).isEqualTo(Verdict.HIGHER);
    assertThat(beyond.at998()).isEqualTo(Verdict.SIMILAR);
  }

  @Test
  void a_difference_from_others_within_the_band_is_similar_on_either_side() {
    Proportion others = new Proportion(.6, 1e6);
    for (double p : new double[] {.58, .6, .62}) {
      RuleVerdict within =
          new Tolerance(.1)
              .verdicts(new Proportion(p, 1e4), new BenchmarkEstimate(.6, others, 1))
              .get(0);
      assertThat(within.pValue()).isEqualTo(1);
      assertThat(within.at95()).isEqualTo(Verdict.SIMILAR);
    }
    RuleVerdict below =
        new Tolerance(.1)
            .verdicts(new Proportion(.48, 1e6), new BenchmarkEstimate(.6, others, 1))
            .get(0);
    assertThat(below.at998()).isEqualTo(Verdict.LOWER);
  }

  /**
   * The trust is a fifth of all: .7 of 100 against .5, of which the others' .45 of 200 is behind.
   * R: as above for .25 - .05/.8 in place of .3 - .1.
   */
  @Test
  void of_a_benchmark_with_oneself_in_it_the_band_is_that_of_the_whole_difference() {
    BenchmarkEstimate all = new BenchmarkEstimate(.5, new Proportion(.45, 200), .8);
    assertThat(new Tolerance(.05).verdicts(new Proportion(.7, 100), all).get(0).pValue())
        .isCloseTo(.00208529613945, within(1e-11));
  }

  @Test
  void without_a_tolerance_every_rule_says_what_it_says_elsewhere() {
    BenchmarkEstimate others = new BenchmarkEstimate(.72, new Proportion(.7, 80), .8);

    assertThat(new Tolerance(0).verdicts(LOW, others)).isEqualTo(others.verdicts(LOW));
  }

  /** One outcome in 240 judgements falls among these 20 by chance every twelfth time. */
  @Test
  void an_interval_that_is_drawn_on_to_no_difference_shows_none_on_either_side() {
    Proportion few = new Proportion(.05, 20);
    Proportion none = new Proportion(0, 220);
    for (double p : new double[] {.05, .95}) {
      BenchmarkEstimate others =
          new BenchmarkEstimate(p < .5 ? 0 : 1, new Proportion(p < .5 ? 0 : 1, 220), 1);
      assertThat(new Tolerance(0).verdicts(new Proportion(p, 20), others).get(0).at95())
          .isEqualTo(Verdict.SIMILAR);
    }
    assertThat(Newcombe10.interval(few, none, Normal.Z95).excludes(0)).isTrue();
  }

  @Test
  void an_interval_within_the_band_shows_that_a_difference_does_not_matter() {
    assertThat(new Tolerance(.05).holds(new Interval(-.05, .04))).isTrue();
    assertThat(new Tolerance(.05).holds(new Interval(-.06, .04))).isFalse();
    assertThat(new Tolerance(.05).holds(new Interval(-.04, .05))).isTrue();
    assertThat(new Tolerance(.05).holds(new Interval(-.04, .06))).isFalse();
    assertThat(new Tolerance(0).holds(new Interval(0, 0))).isFalse();
  }
}
