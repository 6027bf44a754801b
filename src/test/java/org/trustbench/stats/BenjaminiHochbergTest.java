package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  @Test
  void the_adjusted_values_are_the_known_ones_in_the_order_given() {
    assertThat(BenjaminiHochberg.adjusted(new double[] {.01, .04, .03, .005, .5, .04}))
        .containsExactly(new double[] {.03, .048, .048, .03, .5, .048}, within(1e-15));
  }

  @Test
  void discoveries_are_those_of_the_step_up_procedure() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11L);
    for (int trial = 0; trial < 200; trial++) {
      double[] p = random.doubles(20).map(u -> u * u * u).toArray();
      double[] sorted = p.clone();
      Arrays.sort(sorted);
      double threshold = -1;
      for (int r = 1; r <= 20; r++) {
        threshold = sorted[r - 1] <= .05 * r / 20 ? sorted[r - 1] : threshold;
      }
      double[] adjusted = BenjaminiHochberg.adjusted(p);
      for (int i = 0; i < 20; i++) {
        assertThat(adjusted[i] <= .05).isEqualTo(p[i] <= threshold);
        assertThat(adjusted[i]).isBetween(p[i], 1.0);
      }
    }
  }

  @Test
  void families_of_none_and_of_one_are_left_alone() {
    assertThat(BenjaminiHochberg.adjusted(new double[0])).isEmpty();
    assertThat(BenjaminiHochberg.adjusted(new double[] {.04})).containsExactly(.04);
    assertThat(BenjaminiHochberg.adjusted(new double[] {0, 1})).containsExactly(0, 1);
  }

  @Test
  void what_is_no_p_value_is_refused() {
    assertThatThrownBy(() -> BenjaminiHochberg.adjusted(new double[] {.5, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
