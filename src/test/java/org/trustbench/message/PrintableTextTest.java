package org.trustbench.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
  @Test
  void nothing_that_a_terminal_obeys_is_left_in_a_line() {
    assertThat(PrintableText.line("a\u001b[1m  b\u202ec\u009bd\u2028e\nf"))
        .isEqualTo("a?[1m  b?c?d?e?f");
  }

  @Test
  void letters_marks_and_spaces_of_a_table_stand() {
    assertThat(PrintableText.line("Tier  1  é–─ 漢")).isEqualTo("Tier  1  é–─ 漢");
  }

  @Test
  void words_are_on_one_line() {
    assertThat(PrintableText.words(" a\n\tb\u0085c ")).isEqualTo("a b?c");
  }
}
