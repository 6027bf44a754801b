package org.trustbench.publish.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "61.2, 78.4, 60, 80, 5",
    "60, 80, 60, 80, 5",
    "0, 100, 0, 100, 20",
    "71.1, 71.2, 71, 72, 1",
    "100, 100, 99, 100, 1",
    "0, 0, 0, 1, 1",
    "-1, 101, 0, 100, 20"
  })
  void both_ends_of_a_scale_of_percentages_are_ticks(
      double low, double high, double min, double max, double step) {
    assertThat(AxisScale.around(low, high)).isEqualTo(new AxisScale(min, max, step));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "3.2, 4, 1", "18.8, 20, 5", "66, 80, 20", "100, 100, 25"})
  void a_scale_to_either_side_has_its_middle_at_0(double farthest, double reach, double step) {
    assertThat(AxisScale.aside(farthest)).isEqualTo(new AxisScale(-reach, reach, step));
  }

  @Test
  void no_scale_has_more_than_eight_steps_or_leaves_out_what_is_drawn() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      double low = random.nextDouble() * 100;
      double high = low + random.nextDouble() * (100 - low);
      assertHolds(AxisScale.around(low, high), low, high);
      assertHolds(AxisScale.aside(high), -high, high);
      double from = 1 + random.nextInt(1000);
      double to = from + random.nextInt(1 << random.nextInt(30));
      assertHolds(AxisScale.ofCounts(from, to), from, to);
    }
  }

  private static void assertHolds(AxisScale scale, double low, double high) {
    double steps = (scale.max() - scale.min()) / scale.step();
    assertThat(scale.min()).isLessThanOrEqualTo(low);
    assertThat(scale.max()).isGreaterThanOrEqualTo(high);
    assertThat(steps).isEqualTo(Math.rint(steps)).isBetween(1.0, 8.0);
    assertThat(scale.min() / scale.step()).isEqualTo(Math.rint(scale.min() / scale.step()));
  }
}
