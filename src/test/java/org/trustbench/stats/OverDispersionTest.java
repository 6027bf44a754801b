package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.stats.Normal.Z95;
import static org.trustbench.stats.Normal.Z998;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverDispersionTest {
  private static final Offset<Double> EXACT = within(1e-12);
  static final int[] Y = {12, 30, 26, 50, 42, 71, 4, 29, 48, 36};
  static final int[] N = {82, 98, 100, 125, 162, 151, 12, 100, 82, 99};

  static List<Proportion> ten() {
    return IntStream.range(0, 10)
        .mapToObj(t -> new Proportion((double) Y[t] / N[t], N[t]))
        .toList();
  }

  @Test
  void the_mean_square_of_the_ratio_example_is_the_published_one_raw_and_winsorised() {
    double[] observed = {100, 150, 180, 80, 120, 225};
    double[] expected = {108, 112, 165, 95, 100, 220};
    double[] z =
        IntStream.range(0, 6)
            .mapToDouble(i -> Math.sqrt(expected[i]) * Math.log(observed[i] / expected[i]))
            .toArray();
    assertThat(OverDispersion.meanSquare(z)).isCloseTo(2.948033, within(5e-7));
    assertThat(OverDispersion.meanSquare(Quantiles.winsorised(z, .1)))
        .isCloseTo(2.149053, within(5e-7));
  }

  @Test
  void ten_trusts_have_the_values_worked_out_apart() {
    OverDispersion found = OverDispersion.of(ten(), 348.0 / 1011).orElseThrow();
    assertThat(found.phiRaw()).isCloseTo(6.037390997982763, EXACT);
    assertThat(found.phiWinsorised()).isCloseTo(4.009052917020548, EXACT);
    assertThat(found.tauSquaredRaw()).isCloseTo(.014356457871159212, EXACT);
    assertThat(found.tauSquaredWinsorised()).isCloseTo(.008688259710023323, EXACT);
    Interval limits = found.limits(100, Z95);
    assertThat(limits.low()).isCloseTo(.16601547051610058, EXACT);
    assertThat(limits.high()).isCloseTo(.5488126418033669, EXACT);
  }

  @Test
  void nine_trusts_are_too_few() {
    assertThat(OverDispersion.of(ten().subList(1, 10), .3)).isEmpty();
  }

  @Test
  void trusts_that_are_all_equal_show_none() {
    List<Proportion> equal = Collections.nCopies(12, new Proportion(.8, 50));
    OverDispersion found = OverDispersion.of(equal, .8).orElseThrow();
    assertThat(found.phiRaw()).isEqualTo(0);
    assertThat(found.tauSquaredRaw()).isEqualTo(0);
    assertThat(found.tauSquaredWinsorised()).isEqualTo(0);
  }

  @Test
  void the_order_of_trusts_is_nothing_to_it() {
    List<Proportion> reversed = new ArrayList<>(ten());
    Collections.reverse(reversed);
    assertThat(OverDispersion.of(reversed, .3).orElseThrow().tauSquaredRaw())
        .isCloseTo(OverDispersion.of(ten(), .3).orElseThrow().tauSquaredRaw(), EXACT);
  }

  @Test
  void limits_only_widen_with_spread_and_only_narrow_with_judgements() {
    for (double centre : new double[] {0, .02, .5, .97, 1}) {
      Interval last = new Interval(0, 1);
      for (double n = .5; n < 1e9; n *= 3) {
        Interval limits = OverDispersion.limits(centre, n, Z95, .002);
        assertThat(limits.low()).isBetween(last.low(), centre + 1e-12);
        assertThat(limits.high()).isBetween(centre - 1e-12, last.high());
        assertThat(limits.width())
            .isGreaterThanOrEqualTo(OverDispersion.limits(centre, n, Z95, 0).width());
        last = limits;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 1e-4, .002, .05})
  void widened_limits_are_nowhere_within_the_plain_ones(double tauSquared) {
    for (double centre = 0; centre <= 1; centre += .01) {
      for (double n = .5; n < 1e6; n *= 1.7) {
        for (double z : new double[] {Z95, Z998}) {
          Interval plain = Funnel.score(centre, n, z);
          Interval widened = OverDispersion.limits(centre, n, z, tauSquared);
          assertThat(widened.low()).isLessThanOrEqualTo(plain.low());
          assertThat(widened.high()).isGreaterThanOrEqualTo(plain.high());
        }
      }
    }
  }

  @Test
  void a_score_inside_the_plain_limits_is_inside_the_widened_ones() {
    double centre = .92;
    assertThat(Funnel.score(centre, 31, Z95).excludes(1)).isFalse();
    assertThat(OverDispersion.limits(centre, 31, Z95, .0001).excludes(1)).isFalse();
  }

  @Test
  void one_weight_shows_no_spread() {
    assertThat(OverDispersion.tauSquared(5, new double[] {40})).isEqualTo(0);
    assertThat(OverDispersion.tauSquared(0, new double[] {40, 50})).isEqualTo(0);
    assertThat(OverDispersion.meanSquare(new double[0])).isEqualTo(0);
  }

  @Test
  void type_7_quantiles_interpolate_between_ranks() {
    double[] values = {40, 10, 30, 20};
    assertThat(Quantiles.type7(values, 0)).isEqualTo(10);
    assertThat(Quantiles.type7(values, .1)).isCloseTo(13, EXACT);
    assertThat(Quantiles.type7(values, .5)).isCloseTo(25, EXACT);
    assertThat(Quantiles.type7(values, 1)).isEqualTo(40);
    assertThat(Quantiles.type7(new double[] {7}, .3)).isEqualTo(7);
    assertThat(Quantiles.winsorised(values, .1))
        .containsExactly(new double[] {37, 13, 30, 20}, EXACT);
    assertThat(Quantiles.winsorised(new double[0], .1)).isEmpty();
  }
}
