package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.terms.Terms;

class DisclosureRulesTest {
  private static final DisclosureRules STANDARD = DisclosureRules.STANDARD;
  private static final DisclosureRules TWO = new DisclosureRules(2, 1);

  @ParameterizedTest
  @CsvSource({
    // sufficient, assessed, alike: shown as 0 % or 100 %, or near to it
    "0, 0, false",
    "0, 1, true",
    "1, 1, true",
    "1, 2, false",
    "0, 300, true",
    "300, 300, true",
    "1, 199, false",
    "1, 200, false",
    "1, 201, true",
    "2, 401, true",
    "2, 400, false",
    "198, 199, false",
    "199, 200, true",
    "200, 201, true",
    "198, 200, false",
  })
  void judgements_that_would_be_shown_as_0_or_100_percent_are_alike(
      long sufficient, long assessed, boolean isAlike) {
    assertThat(STANDARD.isAlike(sufficient, assessed)).isEqualTo(isAlike);
    assertThat(TWO.isAlike(sufficient, assessed)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // assessed, questions, telling: at least assessed/questions cases, rounded up
    "9, 1, true",
    "10, 1, false",
    "18, 2, true",
    "19, 2, false",
    "20, 2, false",
    "27, 3, true",
    "28, 3, false",
  })
  void judgements_on_few_cases_tell_of_them(long assessed, int questions, boolean isTelling) {
    assertThat(STANDARD.isTelling(assessed / 2, assessed, questions)).isEqualTo(isTelling);
  }

  @Test
  void judgements_that_are_alike_tell_whatever_their_number() {
    assertThat(STANDARD.isTelling(0, 100, 1)).isTrue();
    assertThat(STANDARD.isTelling(50, 100, 1)).isFalse();
    assertThat(STANDARD.isTelling(0, 0, 1)).isFalse();
  }

  @Test
  void three_values_are_left_possible_and_fewer_where_single_cases_are_public() {
    assertThat(STANDARD.fewestValues()).isEqualTo(3);
    assertThat(new DisclosureRules(3, 1).fewestValues()).isEqualTo(3);
    assertThat(TWO.fewestValues()).isEqualTo(2);
    assertThat(new DisclosureRules(1, 1).fewestValues()).isEqualTo(1);
    assertThat(new DisclosureRules(3, 1).isOfSingleCases()).isTrue();
    assertThat(TWO.isOfSingleCases()).isFalse();
  }

  @Test
  void readers_are_told_of_all_that_is_done() {
    assertThat(STANDARD.sentences(Terms.STANDARD))
        .hasSize(3)
        .anyMatch(one -> one.contains("fewer than 10 cases") && one.contains("0 % or 100 %"))
        .anyMatch(one -> one.contains("multiples of 5"));
    assertThat(TWO.sentences(Terms.STANDARD)).noneMatch(one -> one.contains("0 % or 100 %"));
  }

  @Test
  void no_protection_at_all_is_refused() {
    assertThatThrownBy(() -> new DisclosureRules(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DisclosureRules(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new DisclosureRules(1, 1).isSmall(1)).isFalse();
    assertThat(STANDARD.isSmall(0)).isFalse();
    assertThat(STANDARD.isSmall(1)).isTrue();
    assertThat(STANDARD.isSmall(9)).isTrue();
    assertThat(STANDARD.isSmall(10)).isFalse();
  }
}
