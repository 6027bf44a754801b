package org.trustbench.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetNamesTest {
  private final SheetNames names = new SheetNames();

  @Test
  void what_a_program_would_refuse_is_left_out() {
    assertThat(names.take("'Care [homes]: 1/2\\3*?'")).isEqualTo("Care homes 1 2 3");
  }

  @Test
  void a_name_taken_whatever_its_capitals_is_numbered() {
    assertThat(names.take("League")).isEqualTo("League");
    assertThat(names.take("LEAGUE")).isEqualTo("LEAGUE 2");
    assertThat(names.take("league")).isEqualTo("league 3");
  }

  @Test
  void long_names_are_cut_and_still_told_apart() {
    String name = "Delivering the sentence of the court, all";

    assertThat(names.take(name)).isEqualTo("Delivering the sentence of the").hasSizeLessThan(32);
    assertThat(names.take(name)).isEqualTo("Delivering the sentence of th 2").hasSize(31);
  }

  @Test
  void a_name_of_nothing_allowed_is_a_sheet_all_the_same() {
    assertThat(names.take("[*]")).isEqualTo("Sheet");
    assertThat(names.take("")).isEqualTo("Sheet 2");
  }
}
