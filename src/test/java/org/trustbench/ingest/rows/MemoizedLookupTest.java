package org.trustbench.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A remembered text comes to what the function makes of it, and the function is seldom asked. */
class MemoizedLookupTest {
  private int asked;

  private String meaning(String text) {
    asked++;
    return "<" + text + ">";
  }

  private String of(MemoizedLookup<String> texts, String text, int before) {
    char[] among = (".".repeat(before) + text + "x").toCharArray();
    return texts.of(among, before, among.length - 1);
  }

  private static String text(Random random) {
    String[] parts = {
      "", "a", "b", " ", "\u0000", "é", "\u2003", "abcdefgh", "abcdefg", "0123456789"
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(10); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  @Test
  void random_texts_of_all_lengths() {
    Random random = new Random(20140304);
    MemoizedLookup<String> texts = new MemoizedLookup<>(this::meaning);
    for (int i = 0; i < 200_000; i++) {
      String text = text(random);
      assertThat(of(texts, text, random.nextInt(3))).isEqualTo("<" + text.strip() + ">");
    }
  }

  @Test
  void texts_in_the_same_order_again_and_again_are_asked_for_once() {
    MemoizedLookup<String> texts = new MemoizedLookup<>(this::meaning);
    for (int round = 0; round < 100; round++) {
      for (int i = 0; i < 200; i++) {
        String text = i % 2 == 0 ? "question_number_" + i : "" + i;
        assertThat(of(texts, text, 0)).isEqualTo("<" + text + ">");
      }
    }

    assertThat(asked).isEqualTo(200);
  }

  @Test
  void more_texts_than_there_are_places_and_texts_too_long_to_remember() {
    MemoizedLookup<String> texts = new MemoizedLookup<>(this::meaning);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100_000; i++) {
        assertThat(of(texts, "case " + i, 0)).isEqualTo("<case " + i + ">");
      }
    }
    String tooLong = "y".repeat(65);
    int before = asked;

    assertThat(of(texts, tooLong, 0)).isEqualTo(of(texts, tooLong, 0));
    assertThat(asked).isEqualTo(before + 2);
  }
}
