package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.CrossedEffects.Parameters;
import org.trustbench.stats.SeverityShifts.Shift;

/**
 * Severity against lme4 1.1-31 of R 4.2.2, on {@code ROWS}: {@code m <- glmer(cbind(y, n - y) ~ 1 +
 * (1 | inspector) + (1 | trust) + (1 | case), d, family = binomial, control =
 * glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12, optCtrl = list(rhoend = 1e-8)))}.
 */
class SeverityTest {
  /** Inspector, trust, case, sufficient, assessed: some cases were judged by two inspectors. */
  private static final String ROWS =
      """
      4,0,0,4,13; 7,0,1,6,9; 2,0,2,10,12; 5,0,3,14,20; 6,0,3,3,10; 0,0,4,9,12;
      3,0,5,7,17; 6,0,6,2,13; 1,0,7,3,12; 2,0,7,8,8; 4,0,8,17,20; 7,0,9,8,13; 5,1,10,6,9;
      0,1,11,14,17; 3,1,12,11,18; 6,1,13,0,8; 7,1,13,7,19; 1,1,14,5,10; 4,1,15,16,19;
      7,1,16,5,15; 2,1,17,13,18; 3,1,17,11,17; 5,1,18,8,18; 0,1,19,10,12; 6,2,20,3,9;
      1,2,21,11,15; 4,2,22,14,20; 0,2,23,12,14; 7,2,23,3,8; 2,2,24,11,18; 5,2,25,14,20;
      0,2,26,9,9; 3,2,27,9,17; 4,2,27,9,11; 6,2,28,4,18; 1,2,29,4,10; 7,3,30,3,15;
      2,3,31,11,13; 5,3,32,6,12; 0,3,33,3,8; 1,3,33,14,19; 3,3,34,3,9; 6,3,35,8,20;
      1,3,36,12,19; 4,3,37,8,10; 5,3,37,15,17; 7,3,38,7,10; 2,3,39,7,9; 0,4,40,11,18;
      3,4,41,2,11; 6,4,42,6,8; 1,4,43,13,17; 2,4,43,14,16; 4,4,44,5,18; 7,4,45,6,16;
      2,4,46,6,9; 5,4,47,5,8; 6,4,47,11,20; 0,4,48,13,19; 3,4,49,1,11; 1,5,50,11,16;
      4,5,51,9,19; 7,5,52,8,13; 2,5,53,15,15; 3,5,53,7,8; 5,5,54,12,15; 0,5,55,9,9;
      3,5,56,11,20; 6,5,57,14,17; 7,5,57,7,9; 1,5,58,5,8; 4,5,59,9,16
      """;

  private static SeverityData data(String rows) {
    return new SeverityData(
        Arrays.stream(rows.strip().split(";\\s+"))
            .map(row -> Arrays.stream(row.split(",")).mapToInt(Integer::parseInt).toArray())
            .map(row -> new SeverityData.Row(row[0], row[1], row[2], row[3], row[4]))
            .toList());
  }

  /** {@code -2 * as.numeric(logLik(m)) + 2 * sum(lchoose(d$n, d$y))} is 1272.88738850. */
  @Test
  void the_likeliest_parameters_are_those_of_lme4() {
    Severity severity = Severity.of(data(ROWS)).orElseThrow();
    assertThat(severity.deviance()).isCloseTo(1272.88738850, within(2e-5));
    assertThat(severity.intercept()).isCloseTo(0.4643343616, within(2e-4));
    assertThat(severity.inspectorDeviation()).isCloseTo(0.56231150, within(2e-4));
    assertThat(severity.trustDeviation()).isCloseTo(0.16469290, within(5e-4));
    assertThat(severity.caseDeviation()).isCloseTo(0.63032987, within(2e-4));
  }

  /** {@code ranef(m)$inspector}. */
  @Test
  void the_effects_of_inspectors_are_those_of_lme4() {
    double[] effects = Severity.of(data(ROWS)).orElseThrow().effects();
    assertThat(effects)
        .containsExactly(
            new double[] {
              0.577970868,
              -0.022656305,
              0.741292293,
              -0.498202540,
              0.026448325,
              0.205951284,
              -0.716693055,
              -0.425472935
            },
            within(5e-4));
  }

  /**
   * {@code glmer(…, devFunOnly = TRUE)(c(.6, .4, .3, .5)) + 2 * sum(lchoose(d$n, d$y))}, the
   * deviations of cases, inspectors and trusts and the intercept: 351.48689840 + 923.43877678.
   */
  @Test
  void the_deviance_at_given_parameters_is_that_of_lme4() {
    assertThat(new CrossedEffects(data(ROWS)).deviance(new Parameters(.5, .4, .3, .6)))
        .isCloseTo(1274.92567518, within(2e-5));
  }

  /** {@code confint(m, parm = "theta_", method = "profile")}: 0.3000022 to 1.0957839. */
  @Test
  void the_interval_of_the_spread_is_by_profile_likelihood() {
    Interval interval = Severity.of(data(ROWS)).orElseThrow().inspectorAt95();
    assertThat(interval.low()).isCloseTo(0.3000022, within(1e-3));
    assertThat(interval.high()).isCloseTo(1.0957839, within(1e-3));
  }

  /** {@code as.data.frame(ranef(m, condVar = TRUE))$condsd} of inspectors 0 and 7. */
  @Test
  void what_is_not_known_of_an_effect_is_that_of_lme4() {
    Severity severity = Severity.of(data(ROWS)).orElseThrow();
    double[] first = new double[8];
    first[0] = 1;
    double[] last = new double[8];
    last[7] = 1;
    SeverityShifts shifts = severity.shifts();
    assertThat(shifts.standardError(new Shift(0, first))).isCloseTo(0.2686243, within(2e-4));
    assertThat(shifts.standardError(new Shift(0, last))).isCloseTo(0.2450204, within(2e-4));
  }

  /**
   * {@code s <- ranef(m)$inspector[d$inspector + 1, 1]; eta <- predict(m); tapply(d$n * (plogis(eta
   * - s) - plogis(eta)), d$trust, sum)}; their errors by {@code sl <- -tapply(d$n * p * (1 - p),
   * list(d$inspector, d$trust), sum)}, 0 where empty, and the inspectors' block C of {@code
   * solve(t(Z) %*% (w * Z) + diag(1 / D^2))}: {@code sqrt(diag(t(sl) %*% C %*% sl))}.
   */
  @Test
  void what_severity_took_from_each_trust_is_what_lme4_predicts_without_it() {
    SeverityShifts shifts = Severity.of(data(ROWS)).orElseThrow().shifts();
    double[] added = {
      2.4777521266, 1.6383126371, 0.6908011098, 1.7906210117, -0.0178658144, 4.3684752484
    };
    double[] errors = {3.85171822, 4.40814904, 4.05089992, 4.04062441, 4.19410315, 3.94140747};
    for (int t = 0; t < added.length; t++) {
      assertThat(shifts.of(t).value()).isCloseTo(added[t], within(5e-3));
      assertThat(shifts.standardError(shifts.of(t))).isCloseTo(errors[t], within(5e-3));
    }
  }

  @Test
  void shifts_of_two_trusts_err_together_where_they_share_inspectors() {
    SeverityShifts shifts = Severity.of(data(ROWS)).orElseThrow().shifts();
    Shift both = shifts.of(0).plus(shifts.of(1));
    assertThat(both.value()).isCloseTo(2.4777521266 + 1.6383126371, within(1e-2));
    assertThat(shifts.standardError(both))
        .isGreaterThan(Math.hypot(3.85171822, 4.40814904))
        .isLessThan(3.85171822 + 4.40814904);
    assertThat(shifts.standardError(shifts.of(0).minus(shifts.of(0)))).isZero();
    assertThat(shifts.standardError(both.times(-2)))
        .isCloseTo(2 * shifts.standardError(both), within(1e-9));
  }

  /**
   * {@code h <- qnorm(.75) * sd / sqrt(2); f <- function(a) integrate(function(z) dnorm(z) *
   * plogis(a + o * z), -8, 8)$value; f(fixef(m) + h) - f(fixef(m) - h)}, o being the root of the
   * other two variances: 0.1167753267.
   */
  @Test
  void half_of_all_pairs_of_inspectors_differ_by_more() {
    Severity severity = Severity.of(data(ROWS)).orElseThrow();
    assertThat(severity.pairDifference(severity.inspectorDeviation()))
        .isCloseTo(0.1167753267, within(1e-4));
    assertThat(severity.pairDifference(0)).isZero();
  }

  /** {@code exp(diff(qnorm(c(.25, .75), sd = .5)))}. */
  @Test
  void the_odds_ratio_is_between_the_quartiles_of_inspectors() {
    assertThat(Severity.oddsRatio(.5)).isCloseTo(1.963031, within(2e-5));
    assertThat(Severity.oddsRatio(0)).isEqualTo(1);
  }

  @Test
  void inspectors_who_are_all_alike_have_no_spread_that_could_not_be_0() {
    List<SeverityData.Row> rows = new ArrayList<>();
    Random random = new Random(4);
    for (int c = 0; c < 120; c++) {
      long y = IntStream.range(0, 20).filter(i -> random.nextDouble() < .7).count();
      rows.add(new SeverityData.Row(c % 6, c % 4, c, y, 20));
    }
    Severity severity = Severity.of(new SeverityData(rows)).orElseThrow();
    assertThat(severity.inspectorAt95().low()).isZero();
    assertThat(severity.inspectorDeviation()).isLessThan(.15);
  }

  @Test
  void a_spread_as_planted_lies_in_the_interval_of_nearly_all_programmes() {
    int held = 0;
    for (int seed = 0; seed < 40; seed++) {
      Interval interval = Severity.of(planted(seed, .4)).orElseThrow().inspectorAt95();
      held += interval.excludes(.4) ? 0 : 1;
    }
    assertThat(held).isGreaterThanOrEqualTo(35);
  }

  /** Twelve inspectors, six trusts of fifteen cases, thirty judgements a case. */
  private static SeverityData planted(int seed, double deviation) {
    Random random = new Random(seed);
    double[] inspectors = normal(random, 12, deviation);
    double[] trusts = normal(random, 6, .2);
    List<SeverityData.Row> rows = new ArrayList<>();
    for (int c = 0; c < 90; c++) {
      int inspector = random.nextInt(12);
      double logit = .7 + inspectors[inspector] + trusts[c % 6] + .3 * random.nextGaussian();
      double p = 1 / (1 + Math.exp(-logit));
      long y = IntStream.range(0, 30).filter(i -> random.nextDouble() < p).count();
      rows.add(new SeverityData.Row(inspector, c % 6, c, y, 30));
    }
    return new SeverityData(rows);
  }

  private static double[] normal(Random random, int count, double deviation) {
    return IntStream.range(0, count).mapToDouble(i -> deviation * random.nextGaussian()).toArray();
  }

  @Test
  void trusts_that_share_no_inspector_are_groups_of_their_own() {
    assertThat(data("0,0,0,1,2; 1,0,1,1,2; 1,1,2,1,2; 2,2,3,1,2; 3,3,4,1,2; 2,3,5,1,2").groups())
        .satisfies(
            groups -> {
              assertThat(groups[0]).isEqualTo(groups[1]);
              assertThat(groups[2]).isEqualTo(groups[3]);
              assertThat(groups[0]).isNotEqualTo(groups[2]);
            });
  }

  @Test
  void too_few_inspectors_have_no_spread() {
    assertThat(Severity.of(data("0,0,0,1,2; 1,0,1,1,2; 2,1,2,1,2; 3,1,3,1,2"))).isEmpty();
  }
}
