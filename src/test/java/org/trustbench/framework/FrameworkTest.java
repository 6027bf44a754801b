package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameworkTest {
  private final Framework iaow = FrameworkReader.read("iaow-2013");

  @Test
  void it_has_the_five_themes_and_nineteen_sections_of_the_programme() {
    assertThat(iaow.themes()).hasSize(5);
    assertThat(iaow.themes().stream().flatMap(theme -> theme.sections().stream())).hasSize(19);
    assertThat(iaow.questions()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(iaow.trusts()).hasSize(35);
    assertThat(FrameworkReader.schemaMistakes(iaow.files().get(0).text())).isEmpty();
  }
}
