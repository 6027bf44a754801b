package org.trustbench.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListExcerptTest {
  @Test
  void an_excerpt_of_few_is_all_of_them() {
    List<Integer> few = IntStream.range(0, 100).boxed().toList();
    ListExcerpt<Integer> excerpt = ListExcerpt.of(few, 100, 10, i -> i == 50);
    assertThat(excerpt.shown()).isEqualTo(few);
    assertThat(excerpt.isCut()).isFalse();
    assertThat(excerpt.leftOut()).containsOnly(0);
  }

  @Test
  void of_many_both_ends_and_the_neighbours_of_whoever_is_in_focus_are_shown_in_order() {
    List<Integer> many = IntStream.range(0, 101).boxed().toList();
    ListExcerpt<Integer> excerpt = ListExcerpt.of(many, 100, 10, i -> i == 50);
    assertThat(excerpt.shown()).isSorted().hasSize(25).contains(0, 9, 48, 50, 52, 91, 100);
    assertThat(excerpt.isCut()).isTrue();
    assertThat(excerpt.leftOut().get(10)).isEqualTo(38);
    assertThat(excerpt.leftOut().stream().mapToInt(i -> i).sum()).isEqualTo(101 - 25);
  }

  @Test
  void whoever_is_in_focus_at_an_end_is_shown_once() {
    List<Integer> many = IntStream.range(0, 500).boxed().toList();
    assertThat(ListExcerpt.of(many, 100, 10, i -> i == 9).shown())
        .doesNotHaveDuplicates()
        .hasSize(22)
        .contains(11);
  }
}
