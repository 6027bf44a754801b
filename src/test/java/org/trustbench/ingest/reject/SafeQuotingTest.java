package org.trustbench.ingest.reject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;

/** Which values of a row a reason may quote. */
class SafeQuotingTest {
  private static final SafeQuoting QUOTABLE =
      new SafeQuoting(new Codebook(FrameworkReader.read("iaow-2013")).words());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        " YES ",
        "not_aplicable",
        "plan_timley",
        "plan_timelyy",
        "pla_timely",
        "plan-timely",
        "community_order",
        "Maybe",
        "not applicable",
        "?",
        "--"
      })
  void a_word_of_the_framework_or_a_slip_of_one_is_quoted(String value) {
    assertThat(QUOTABLE.word(value)).isEqualTo("\"" + value.strip() + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C0001",
        "jsmith",
        "JS",
        "ye",
        "Jane Doe",
        "X123456",
        "yes, because Jane told me",
        "plan_timely2",
        "community order of Jane Doe",
        "1975-03-04",
        "🙂🙂🙂🙂"
      })
  void anything_else_is_not(String value) {
    assertThat(QUOTABLE.word(value))
        .isEqualTo("(%d characters, not quoted)".formatted(value.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "Norfolk Probation Trust,true",
    "Atlantis Probation Trust,true",
    "Norfolk Smith,false",
    "Jane Smith,false",
    "Probation,false",
    "Jane Smith Norfolk Trust,false"
  })
  void an_institution_is_quoted_where_most_of_its_words_are_those_of_institutions(
      String value, boolean isQuoted) {
    assertThat(QUOTABLE.institution(value).startsWith("\"")).isEqualTo(isQuoted);
  }
}
