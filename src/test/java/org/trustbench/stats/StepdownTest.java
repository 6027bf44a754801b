package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class StepdownTest {
  private static final double ALPHA = .05;
  private static final double EXACT = 1e-9;
  private static final Proportion HALF = new Proportion(.5, 100);

  @Test
  void bounds_hold_the_probability_between_them_whatever_has_been_found() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
    for (int seed = 0; seed < 30; seed++) {
      PairStatistics pairs = new PairStatistics(random(20, seed));
      Stepdown stepdown = new Stepdown(pairs, ALPHA);
      for (int runs : new int[] {1, 3, 10}) {
        ReachBounds bounds = new ReachBounds(pairs, runs);
        int j = random.nextInt(20);
        double t = 1 + 3 * random.nextDouble();
        byte[] found = found(random, j);
        double reached = stepdown.reached(j, found, t);
        assertThat(bounds.atMost(j, t)).isGreaterThanOrEqualTo(reached - EXACT);
        assertThat(bounds.atLeast(j, found, t)).isLessThanOrEqualTo(reached + EXACT);
      }
    }
  }

  /** Expected probabilities by other code (SciPy's adaptive integral). */
  @Test
  void the_probability_is_the_integral_over_the_trusts_own_error() {
    Stepdown ten = new Stepdown(new PairStatistics(Collections.nCopies(10, HALF)), ALPHA);
    assertThat(ten.reached(0, new byte[10], 2.5)).isCloseTo(.081462, within(1e-6));
    byte[] some = {0, 1, 0, 1, 0, 1, -1, 0, 0, 0};
    assertThat(ten.reached(0, some, 2.5)).isCloseTo(.067105, within(1e-6));
    byte[] all = {0, 1, 1, 1, 1, -1, -1, -1, -1, -1};
    assertThat(ten.reached(0, all, 3)).isCloseTo(.011025, within(1e-6));
    Stepdown two = new Stepdown(new PairStatistics(List.of(HALF, HALF)), ALPHA);
    assertThat(two.reached(1, new byte[2], 2)).isCloseTo(.0455, within(1e-6));
    List<Proportion> unequal =
        Stream.of(100, 50, 50, 50, 400, 400).map(n -> new Proportion(.5, n)).toList();
    assertThat(new Stepdown(new PairStatistics(unequal), ALPHA).reached(0, new byte[6], 2.4))
        .isCloseTo(.065295, within(1e-6));
    List<Proportion> oneSmall =
        Stream.of(4, 40_000, 40_000, 400).map(n -> new Proportion(.5, n)).toList();
    assertThat(new Stepdown(new PairStatistics(oneSmall), ALPHA).reached(0, new byte[4], 2.2))
        .isCloseTo(.031526, within(1e-6));
  }

  @Test
  void the_integral_has_the_more_places_the_smaller_the_trust_is_beside_others() {
    assertThat(Stepdown.step(1)).isEqualTo(.25);
    assertThat(Stepdown.step(8)).isEqualTo(.125);
    assertThat(Stepdown.step(1_000)).isEqualTo(.005);
  }

  @Test
  void a_difference_that_two_alone_would_show_is_chance_among_ten() {
    // 66 of 100 against 50: 2.3 standard errors; 75 against 50: 3.6.
    List<Proportion> near = ten(.66);
    assertThat(new Stepdown(new PairStatistics(near), ALPHA).against(9)).containsOnly(0);
    assertThat(new Stepdown(new PairStatistics(near), .2).against(9))
        .containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, -1, 0);
    Stepdown far = new Stepdown(new PairStatistics(ten(.75)), ALPHA);
    assertThat(far.against(9)).containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, -1, 0);
    assertThat(far.against(0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    List<Proportion> both = new ArrayList<>(ten(.66));
    both.set(0, new Proportion(.3, 100));
    assertThat(new Stepdown(new PairStatistics(both), ALPHA).against(9))
        .containsExactly(-1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static List<Proportion> ten(double last) {
    List<Proportion> scores = new ArrayList<>(Collections.nCopies(9, HALF));
    scores.add(new Proportion(last, 100));
    return scores;
  }

  @Test
  void scores_of_two_lie_apart_by_the_larger_of_two_errors() {
    PairStatistics pairs =
        new PairStatistics(List.of(new Proportion(.75, 100), HALF, new Proportion(.52, 100)));
    // (76 − 51)/102 over √(2·.62255·.37745/102), what the two score together.
    assertThat(pairs.of(0, 1)).isCloseTo(.245098 / .067879, within(1e-3));
    assertThat(pairs.of(1, 0)).isEqualTo(-pairs.of(0, 1));
    assertThat(pairs.of(2, 1)).isZero();
    assertThat(pairs.weight(0)).isEqualTo(1 / 102.);
    assertThat(pairs.trusts()).isEqualTo(3);
  }

  @Test
  void bounds_by_runs_of_one_trust_leave_little_open() {
    PairStatistics pairs = new PairStatistics(random(40, 3));
    ReachBounds bounds = new ReachBounds(pairs, 40);
    double reached = new Stepdown(pairs, ALPHA).reached(5, new byte[40], 3);
    assertThat(bounds.atLeast(5, new byte[40], 3)).isBetween(reached - EXACT, reached + EXACT);
    assertThat(bounds.atMost(5, 3)).isBetween(reached, reached + .01);
  }

  @Test
  void what_bounds_settle_is_what_the_integral_in_full_says() {
    for (int seed = 0; seed < 12; seed++) {
      PairStatistics pairs = new PairStatistics(random(30 + 5 * seed, seed));
      Stepdown bounded = new Stepdown(pairs, ALPHA);
      Stepdown full = new Stepdown(pairs, ALPHA, new int[0]);
      for (int j = 0; j < pairs.trusts(); j++) {
        assertThat(bounded.against(j)).isEqualTo(full.against(j));
      }
    }
  }

  private static byte[] found(UniformRandomProvider random, int j) {
    byte[] found = new byte[20];
    for (int k = 0; k < found.length; k++) {
      found[k] = k == j ? 0 : (byte) (random.nextInt(3) - 1);
    }
    return found;
  }

  /** Of very different bases, so that differences are correlated weakly and strongly. */
  private static List<Proportion> random(int trusts, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(2_000 + seed);
    return IntStream.range(0, trusts)
        .mapToObj(
            t ->
                new Proportion(
                    .3 + .65 * random.nextDouble(), Math.exp(1.5 + 5 * random.nextDouble())))
        .sorted(Comparator.comparingDouble(Proportion::p).reversed())
        .toList();
  }
}
