package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Café Road",
        "Cafe\u0301 Road",
        " Café  Road ",
        "\u00A0Café\u00A0Road\u2003",
        "Café\tRoad\r\n",
        "\uFEFFCaf\u200Bé Ro\u00ADad\u2060",
        "Café Road\uFE0F"
      })
  void plain_text_is_what_a_reader_sees(String text) {
    assertThat(Spelling.plain(text)).isEqualTo("Café Road");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a b", "A-b_c/1.5+x", "日本", "a\u0301\u0302", "ß", "😀 x"})
  void plain_text_of_plain_text_is_itself(String text) {
    String plain = Spelling.plain(text);

    assertThat(Spelling.plain(plain)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"STRASSE, straße", "ΣΑΣ, σας", "YES, yes", "'\u00A0Yes ', yEs"})
  void folded_words_differ_in_no_case(String one, String other) {
    assertThat(Spelling.folded(one)).isEqualTo(Spelling.folded(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Child_Protection_Concern",
        "child protection concern",
        "child-protection-concern",
        "ChildProtectionConcern",
        "\"child_protection_concern\"",
        "child_protection_concern:",
        "child\u00A0protection\u00A0concern",
        "child_protection_con\u200Bcern",
        "ｃｈｉｌｄ_protection_concern"
      })
  void a_name_has_one_key_however_its_words_are_held_together(String name) {
    assertThat(Spelling.key(name)).isEqualTo("childprotectionconcern");
  }

  @ParameterizedTest
  @CsvSource({"q1, q2", "risk+, risk", "?, !", "stage, stages"})
  void names_that_differ_in_letters_digits_or_signs_have_keys_of_their_own(
      String one, String other) {
    assertThat(Spelling.key(one)).isNotEqualTo(Spelling.key(other));
  }
}
