package org.trustbench.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One of a thing is in the singular, and no other number is. */
class CountedTest {
  @ParameterizedTest
  @CsvSource({"0, 0 rows", "1, 1 row", "2, 2 rows", "1200, 1200 rows", "-1, -1 rows"})
  void one_alone_is_in_the_singular(long count, String words) {
    assertThat(Counted.of(count, "row")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 rows are", "1, 1 row is", "1200, '1,200 rows are'"})
  void words_go_with_their_number(long count, String words) {
    assertThat(Counted.grouped(count, "row is", "rows are")).isEqualTo(words);
  }
}
