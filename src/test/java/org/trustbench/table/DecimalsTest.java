package org.trustbench.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "66.25615, 4, 66.2562",
    "-0.00004, 4, 0.0000",
    "0.5, 0, 1",
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
}
