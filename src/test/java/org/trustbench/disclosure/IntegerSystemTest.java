package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.disclosure.IntegerSystem.Sum;

/** Sums of whole numbers, and what they leave of each number. */
class IntegerSystemTest {
  private static final int[] NONE = {};

  private static Sum sum(long least, long most, int... variables) {
    return Sum.of(variables, NONE, least, most);
  }

  private static IntegerBounds bounds(int variables, Sum... sums) {
    return IntegerBounds.of(new IntegerSystem(variables, List.of(sums))).orElseThrow();
  }

  private static String ranges(IntegerBounds bounds) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bounds.system().variables(); i++) {
      String high = bounds.high(i) == IntegerSystem.ANY ? "any" : "" + bounds.high(i);
      text.append(bounds.low(i)).append("..").append(high).append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void a_sum_has_its_numbers_with_a_sign_each() {
    Sum sum = Sum.of(new int[] {4, 2}, new int[] {7}, 1, 9);
    assertThat(sum.variables()).containsExactly(4, 2, 7);
    assertThat(sum.signs()).containsExactly(1, 1, -1);
    assertThat(sum.least()).isEqualTo(1);
    assertThat(sum.most()).isEqualTo(9);
  }

  @Test
  void every_number_knows_the_sums_it_is_in_and_one_more_leaves_the_others_as_they_were() {
    IntegerSystem system = new IntegerSystem(3, List.of(sum(0, 5, 0, 1), sum(0, 6, 1)));
    assertThat(system.sumsOf(0)).containsExactly(0);
    assertThat(system.sumsOf(1)).containsExactly(0, 1);
    assertThat(system.sumsOf(2)).isEmpty();
    IntegerSystem more = system.with(sum(1, 2, 1, 2));
    assertThat(more.variables()).isEqualTo(3);
    assertThat(more.sums()).hasSize(3);
    assertThat(more.sumsOf(1)).containsExactly(0, 1, 2);
    assertThat(more.sumsOf(2)).containsExactly(2);
    assertThat(system.sums()).hasSize(2);
    assertThat(system.sumsOf(1)).containsExactly(0, 1);
  }

  @Test
  void numbers_are_narrowed_by_their_sums_one_after_another() {
    assertThat(ranges(bounds(2, sum(10, 12, 0, 1)))).isEqualTo("0..12 0..12");
    assertThat(ranges(bounds(2, sum(10, 12, 0, 1), sum(0, 4, 1)))).isEqualTo("6..12 0..4");
    assertThat(ranges(bounds(2, sum(10, 12, 0, 1), sum(0, 4, 1), sum(9, 20, 0))))
        .isEqualTo("9..12 0..3");
    assertThat(ranges(bounds(1))).isEqualTo("0..any");
    // a − b is 3 to 5, and b at most 4.
    assertThat(ranges(bounds(2, Sum.of(new int[] {0}, new int[] {1}, 3, 5), sum(0, 4, 1))))
        .isEqualTo("3..9 0..4");
    assertThat(ranges(bounds(2, Sum.of(new int[] {0}, new int[] {1}, 3, 5), sum(0, 6, 0))))
        .isEqualTo("3..6 0..3");
  }

  @Test
  void bounds_that_meet_leave_one_value_and_bounds_that_cross_none() {
    assertThat(ranges(bounds(1, sum(4, 9, 0), sum(0, 4, 0)))).isEqualTo("4..4");
    assertThat(IntegerBounds.of(new IntegerSystem(1, List.of(sum(5, 9, 0), sum(0, 4, 0)))))
        .isEmpty();
    IntegerBounds known = bounds(2, sum(7, 7, 0, 1));
    assertThat(ranges(known.with(sum(7, 9, 0)).orElseThrow())).isEqualTo("7..7 0..0");
    assertThat(known.with(sum(8, 9, 0))).isEmpty();
    assertThat(ranges(known)).isEqualTo("0..7 0..7");
  }

  @Test
  void what_was_narrowed_is_undone_to_a_mark_and_no_farther() {
    IntegerBounds known = bounds(3, sum(10, 10, 0, 1), sum(4, 4, 1, 2));
    assertThat(ranges(known)).isEqualTo("6..10 0..4 0..4");
    int first = known.mark();
    assertThat(known.narrow(1, 1, 3)).isTrue();
    assertThat(ranges(known)).isEqualTo("7..9 1..3 1..3");
    int second = known.mark();
    assertThat(known.narrow(2, 3, 3)).isTrue();
    assertThat(ranges(known)).isEqualTo("9..9 1..1 3..3");
    assertThat(known.narrow(0, 0, 8)).isFalse();
    known.undo(second);
    assertThat(ranges(known)).isEqualTo("7..9 1..3 1..3");
    known.undo(first);
    assertThat(ranges(known)).isEqualTo("6..10 0..4 0..4");
    assertThat(known.narrow(0, 6, 10)).isTrue();
    assertThat(known.mark()).isEqualTo(first);
  }
}
