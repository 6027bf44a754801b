package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.stats.Normal.Z95;
import static org.trustbench.stats.Normal.Z998;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  private static final Offset<Double> EXACT = within(1e-14);

  @Test
  void the_interval_of_65_in_100_is_the_known_one_at_both_levels() {
    assertIs(65, 100, Z95, .5525444329688797, .7363575175690247);
    assertIs(65, 100, Z998, .4954946574070431, .7783540614089697);
  }

  @Test
  void judgements_may_be_fractions() {
    assertIs(12.5, 20.25, Z95, .4035963427799152, .7935689694310597);
  }

  @Test
  void an_interval_reaches_the_end_of_the_scale_exactly_when_all_judgements_agree() {
    Interval none = Wilson.interval(0, 20, Z95).orElseThrow();
    assertThat(none.low()).isEqualTo(0);
    assertThat(none.high()).isCloseTo(.1611, within(5e-5));
    Interval all = Wilson.interval(29, 29, Z998).orElseThrow();
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isCloseTo(.7522788399089256, EXACT);
  }

  @Test
  void one_in_29_has_the_interval_newcombe_published() {
    Interval interval = Wilson.interval(1, 29, Z95).orElseThrow();
    assertThat(interval.low()).isCloseTo(.0061, within(5e-5));
    assertThat(interval.high()).isCloseTo(.1718, within(5e-5));
  }

  @Test
  void no_judgement_has_no_interval() {
    assertThat(Wilson.interval(0, 0, Z95)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,3", "7,20", "65,100", "12.5,20.25", "0,9", "9,9"})
  void the_ends_solve_the_score_equation(double y, double n) {
    Interval interval = Wilson.interval(y, n, Z95).orElseThrow();
    for (double end : new double[] {interval.low(), interval.high()}) {
      if (end > 0 && end < 1) {
        double z = (y / n - end) / Math.sqrt(end * (1 - end) / n);
        assertThat(Math.abs(z)).isCloseTo(Z95, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,3", "7,20", "65,100", "12.5,20.25", "0,9"})
  void counting_the_insufficient_instead_mirrors_the_interval(double y, double n) {
    Interval interval = Wilson.interval(y, n, Z95).orElseThrow();
    Interval mirrored = Wilson.interval(n - y, n, Z95).orElseThrow();
    assertThat(mirrored.low()).isCloseTo(1 - interval.high(), EXACT);
    assertThat(mirrored.high()).isCloseTo(1 - interval.low(), EXACT);
  }

  @Test
  void both_ends_rise_with_every_sufficient_judgement() {
    for (int y = 1; y <= 40; y++) {
      Interval fewer = Wilson.interval(y - 1, 40, Z95).orElseThrow();
      Interval more = Wilson.interval(y, 40, Z95).orElseThrow();
      assertThat(more.low()).isGreaterThan(fewer.low());
      assertThat(more.high()).isGreaterThan(fewer.high());
    }
  }

  @Test
  void a_thousand_million_judgements_still_have_an_interval_around_the_score() {
    for (double y : new double[] {0, 1, 5e8, 999_999_999, 1e9}) {
      Interval interval = Wilson.interval(y, 1e9, Z95).orElseThrow();
      assertThat(interval.excludes(y / 1e9)).isFalse();
      assertThat(interval.width()).isPositive().isLessThan(1e-4);
    }
  }

  @Test
  void one_judgement_leaves_nearly_everything_open() {
    Interval interval = Wilson.interval(1, 1, Z95).orElseThrow();
    assertThat(interval.low()).isCloseTo(1 / (1 + Z95 * Z95), EXACT);
    assertThat(interval.high()).isEqualTo(1);
  }

  private static void assertIs(double y, double n, double z, double low, double high) {
    Interval interval = Wilson.interval(y, n, z).orElseThrow();
    assertThat(interval.low()).isCloseTo(low, EXACT);
    assertThat(interval.high()).isCloseTo(high, EXACT);
  }
}
