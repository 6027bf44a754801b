package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumWithoutOneTest {
  @Test
  void every_number_is_left_out_of_its_own_sum_alone() {
    SumWithoutOne sums = new SumWithoutOne(new double[] {1, 20, 300});
    assertThat(new double[] {sums.at(0), sums.at(1), sums.at(2)}).containsExactly(320, 301, 21);
    assertThat(sums.at(BenchmarkRule.OUTSIDE)).isEqualTo(321);
  }

  @Test
  void a_single_number_leaves_nothing() {
    assertThat(new SumWithoutOne(new double[] {.3}).at(0)).isZero();
    assertThat(new SumWithoutOne(new double[0]).at(BenchmarkRule.OUTSIDE)).isZero();
  }

  @Test
  void a_large_number_that_is_left_out_takes_no_digit_with_it() {
    SumWithoutOne sums = new SumWithoutOne(new double[] {1e17, .1, .2});
    assertThat(sums.at(0)).isEqualTo(.1 + .2);
  }

  @Test
  void the_sum_is_the_exact_one_rounded_once() {
    Random random = new Random(3);
    double[] numbers = random.doubles(2000).toArray();
    SumWithoutOne sums = new SumWithoutOne(numbers);
    BigDecimal all =
        Arrays.stream(numbers).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(sums.at(i)).isEqualTo(all.subtract(new BigDecimal(numbers[i])).doubleValue());
    }
    assertThat(sums.at(BenchmarkRule.OUTSIDE)).isEqualTo(all.doubleValue());
  }
}
