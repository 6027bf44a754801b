package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mistyped word was most likely meant to be. */
class NearestWordTest {
  @ParameterizedTest
  @CsvSource({
    "NPS, NSP",
    "hps, HPS",
    "NSPP, NSP",
    "comparater, comparator",
    "lak, lake",
    "zzz, ''",
    "outputs-of-all, ''"
  })
  void is_the_one_that_differs_least(String typed, String meant) {
    List<String> known = List.of("HPS", "NSP", "comparator", "lake", "output");

    assertThat(NearestWord.to(typed, known).orElse("")).isEqualTo(meant);
  }
}
