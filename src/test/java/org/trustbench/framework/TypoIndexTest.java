package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypoIndexTest {
  @ParameterizedTest
  @CsvSource({
    "plan,plann,true",
    "plan,pla,true",
    "plan,paln,true",
    "plan,plam,true",
    "plan,xplan,true",
    "plan,plan1,false",
    "plan,pl4n,false",
    "plan,palm,false",
    "plan,lanp,false",
    "q101,q109,false",
    "yes,yess,false"
  })
  void a_slip_is_one_letter_wrong_missing_too_many_or_changed_about(
      String word, String value, boolean isSlip) {
    assertThat(new TypoIndex(List.of("other", word, "another")).isSlip(value)).isEqualTo(isSlip);
  }

  @Test
  void a_slip_is_found_among_many_words_as_it_is_of_its_word_alone() {
    Random random = new Random(7);
    List<String> words = random.ints(300).mapToObj(seed -> word(new Random(seed))).toList();
    TypoIndex slips = new TypoIndex(words);
    for (int i = 0; i < 20_000; i++) {
      String text = word(random);

      assertThat(slips.isSlip(text))
          .as(text)
          .isEqualTo(words.stream().anyMatch(word -> TypoIndex.isSlip(word, text)));
    }
  }

  private static String word(Random random) {
    return random
        .ints(2 + random.nextInt(6), 'a', 'e')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
