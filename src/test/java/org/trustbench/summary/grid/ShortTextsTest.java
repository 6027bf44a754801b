package org.trustbench.summary.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortTextsTest {
  @Test
  void texts_that_differ_at_their_ends_keep_them() {
    assertThat(
            ShortTexts.of(
                List.of(
                    "Home visits repeated: child protection cases",
                    "Home visits repeated: child protection or high risk",
                    "Risk of harm reviewed on significant change",
                    "Plans"),
                39))
        .containsExactly(
            "Home visits repeated: child prote…cases",
            "Home visits repeated: chil…or high risk",
            "Risk of harm reviewed on significant c…",
            "Plans");
  }

  @Test
  void the_same_text_is_the_same_every_time() {
    assertThat(ShortTexts.of(List.of("a long text", "a long text"), 6))
        .containsExactly("a lon…", "a lon…");
  }

  @Test
  void texts_that_differ_within_a_long_word_are_told_apart_too() {
    assertThat(new HashSet<>(ShortTexts.of(List.of("x".repeat(60), "x".repeat(50) + "y"), 16)))
        .hasSize(2);
  }

  @Test
  void however_little_room_there_is_no_text_is_wider_and_no_two_come_out_alike() {
    Random random = new Random(3);
    for (int run = 0; run < 300; run++) {
      int width = 16 + random.nextInt(20);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        StringBuilder text = new StringBuilder("Initial home visit: ");
        for (int word = 0; word < 1 + random.nextInt(8); word++) {
          text.append(List.of("child ", "high ", "risk ", "東京 ", "cases ").get(random.nextInt(5)));
        }
        texts.add(text.toString().strip());
      }

      List<String> cut = ShortTexts.of(texts, width);

      assertThat(cut).allSatisfy(one -> assertThat(TextWidth.of(one)).isLessThanOrEqualTo(width));
      assertThat(new HashSet<>(cut)).hasSameSizeAs(new HashSet<>(texts));
    }
  }
}
