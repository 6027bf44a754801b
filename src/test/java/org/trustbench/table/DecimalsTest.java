package org.trustbench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "66.25615, 4, 66.2562",
    "-0.00004, 4, 0.0000",
    "0.5, 0, 1",
    "1.005, 2, 1.01",
    "1e12, 2, 1000000000000.00",
  })
  void a_number_is_rounded_half_up_to_its_decimals(double value, int decimals, String text) {
    assertThat(Decimals.text(value, decimals)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.042650123, 0.0426501",
    "0.0000012345678, 0.00000123457",
    "3.2e-9, 3.2E-9",
    "1, 1",
    "0, 0",
    "120000, 120000",
  })
  void a_small_number_keeps_six_significant_digits(double value, String text) {
    assertThat(Decimals.text(value, Decimals.SIGNIFICANT)).isEqualTo(text);
    assertThat(Decimals.rounded(value, Decimals.SIGNIFICANT)).isEqualTo(Double.valueOf(text));
  }

  @ParameterizedTest
  @CsvSource({
    "23, 40, 58",
    "29, 200, 15",
    "1, 200, 1",
    "57, 200, 29",
    "113, 200, 57",
    "1, 3, 33",
    "2, 3, 67",
    "999, 1000, 100",
  })
  void a_half_of_a_percent_goes_up(long sufficient, long assessed, String percent) {
    assertThat(Decimals.percentText((double) sufficient / assessed, 0)).isEqualTo(percent);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void every_ratio_of_small_counts_is_rounded_as_its_integers_are(int decimals) {
    for (long n = 1; n <= 400; n++) {
      for (long y = 0; y <= n; y++) {
        check(y, n, decimals);
      }
    }
  }

  @Test
  void halves_on_large_bases_and_their_neighbours_are_told_apart() {
    for (long n : new long[] {2_000_000, 20_000_000, 200_000_000}) {
      for (long y = n / 400; y < n; y += n / 200) {
        for (long near = y - 1; near <= y + 1; near++) {
          check(near, n, 0);
          check(near, n, 1);
          check(near, n, 4);
        }
      }
    }
  }

  @Test
  void a_difference_of_two_ratios_is_rounded_as_its_integers_are() {
    for (long n = 1; n <= 60; n++) {
      for (long m = 1; m <= 60; m++) {
        for (long y = 0; y <= n; y += 1 + n / 7) {
          for (long z = 0; z <= m; z += 1 + m / 7) {
            double difference = (double) y / n - (double) z / m;
            for (int decimals : new int[] {0, 1, 4}) {
              assertThat(Decimals.percentText(difference, decimals))
                  .isEqualTo(exactly(y * m - z * n, n * m, decimals));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({".57, 57", ".14, 14", ".29, 29", ".9, 90", ".899, 89.9", "1, 100", "-.57, -57"})
  void a_proportion_in_percent_is_the_number_that_people_write(double proportion, double percent) {
    assertThat(Decimals.percent(proportion)).isEqualTo(percent);
  }

  @Test
  void six_significant_digits_are_those_of_the_decimal_however_they_are_found() {
    Random random = new Random(11);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      double value = Math.exp(40 * random.nextDouble() - 28);
      values.add(random.nextBoolean() ? value : -value);
      values.add(random.nextInt(3_000_000) / 1000.0);
      values.add((random.nextInt(9_999_999) + .5) / Math.pow(10, random.nextInt(13)));
    }
    for (int power = -9; power < 9; power++) {
      double round = Math.pow(10, power);
      values.addAll(List.of(round, -round, Math.nextDown(round), Math.nextUp(round), .5 * round));
    }
    for (double value : values) {
      BigDecimal exact =
          BigDecimal.valueOf(value)
              .round(new MathContext(6, RoundingMode.HALF_UP))
              .stripTrailingZeros();
      BigDecimal rounded = exact.scale() < 0 ? exact.setScale(0) : exact;
      assertThat(Decimals.text(value, Decimals.SIGNIFICANT)).isEqualTo(rounded.toString());
      assertThat(Decimals.rounded(value, Decimals.SIGNIFICANT)).isEqualTo(rounded.doubleValue());
    }
  }

  private static void check(long y, long n, int decimals) {
    String exact = exactly(y, n, decimals);
    double proportion = (double) y / n;
    if (!Decimals.percentText(proportion, decimals).equals(exact)) {
      assertThat(Decimals.percentText(proportion, decimals)).as(y + " of " + n).isEqualTo(exact);
    }
    if (Decimals.percent(proportion, decimals) != Double.parseDouble(exact)) {
      assertThat(Decimals.percent(proportion, decimals)).isEqualTo(Double.parseDouble(exact));
    }
  }

  /** Half up by integers alone: (2·100·10^d·y + n) div 2n. */
  private static String exactly(long y, long n, int decimals) {
    BigInteger scaled =
        BigInteger.valueOf(Math.abs(y)).multiply(BigInteger.TEN.pow(decimals + 2)).shiftLeft(1);
    BigInteger digits =
        scaled.add(BigInteger.valueOf(n)).divide(BigInteger.valueOf(n).shiftLeft(1));
    BigDecimal rounded =
        new BigDecimal(y < 0 ? digits.negate() : digits, decimals)
            .setScale(decimals, RoundingMode.UNNECESSARY);
    return rounded.toPlainString();
  }
}
