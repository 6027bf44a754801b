package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.disclosure.IntegerSystem.Sum;

/** Whole numbers that fit sums. */
class IntegerSearchTest {
  private static final int[] NONE = {};

  private static Sum sum(long least, long most, int... variables) {
    return Sum.of(variables, NONE, least, most);
  }

  private static IntegerBounds bounds(int variables, Sum... sums) {
    return IntegerBounds.of(new IntegerSystem(variables, List.of(sums))).orElseThrow();
  }

  private static boolean fits(IntegerSystem system, long[] numbers) {
    return Arrays.stream(numbers).allMatch(number -> number >= 0)
        && system.sums().stream().allMatch(sum -> fits(sum, numbers));
  }

  private static boolean fits(Sum sum, long[] numbers) {
    long total = 0;
    for (int i = 0; i < sum.variables().length; i++) {
      total += sum.signs()[i] * numbers[sum.variables()[i]];
    }
    return total >= sum.least() && total <= sum.most();
  }

  @Test
  void a_solution_near_to_another_keeps_every_sum() {
    IntegerBounds known = bounds(3, sum(36, 36, 0, 1), sum(40, 40, 1, 2));
    long[] near = {6, 30, 10};
    assertThat(IntegerSearch.solve(known, sum(7, IntegerSystem.ANY, 0), near).orElseThrow())
        .containsExactly(7, 29, 11);
    assertThat(IntegerSearch.solve(known, sum(0, 5, 0), near).orElseThrow())
        .containsExactly(5, 31, 9);
  }

  private static long[] solved(long[] near, Sum... sums) {
    IntegerBounds all = bounds(near.length, sums);
    return IntegerSearch.solve(all, sum(0, IntegerSystem.ANY, 0), near).orElseThrow();
  }

  @Test
  void the_number_whose_change_breaks_no_other_sum_is_changed() {
    long[] threes = {3, 3, 3, 3, 3};
    // Two more are wanted: a and c have a sum that is right as it is.
    assertThat(
            solved(
                threes, sum(11, 11, 0, 1, 2), sum(6, 6, 0, 3), sum(0, 90, 1, 4), sum(6, 6, 2, 3)))
        .containsExactly(3, 5, 3, 3, 3);
    // Two fewer.
    assertThat(
            solved(threes, sum(0, 7, 0, 1, 2), sum(6, 6, 0, 3), sum(0, 90, 1, 4), sum(6, 6, 2, 3)))
        .containsExactly(3, 1, 3, 3, 3);
    // A sum may go as far as its bounds and no farther.
    assertThat(solved(threes, sum(8, 8, 0, 1), sum(0, 7, 0, 3), sum(0, 8, 1, 4)))
        .containsExactly(3, 5, 3, 3, 3);
    assertThat(solved(threes, sum(0, 4, 0, 1), sum(5, 90, 0, 3), sum(4, 90, 1, 4)))
        .containsExactly(3, 1, 3, 3, 3);
  }

  @Test
  void of_two_that_break_nothing_the_first_is_changed_unless_it_cannot_go_all_the_way() {
    assertThat(solved(new long[] {3, 3}, sum(8, 8, 0, 1))).containsExactly(5, 3);
    assertThat(solved(new long[] {3, 3, 3}, sum(11, 11, 0, 1, 2), sum(0, 4, 0)))
        .containsExactly(3, 5, 3);
  }

  @Test
  void a_number_is_not_changed_where_a_difference_would_break_that_the_other_side_keeps() {
    // a is at most c.
    Sum atMost = Sum.of(new int[] {0}, new int[] {2}, -IntegerSystem.ANY, 0);
    assertThat(solved(new long[] {3, 3, 3}, sum(8, 8, 0, 1), atMost)).containsExactly(3, 5, 3);
  }

  @Test
  void a_search_that_has_no_end_is_given_up_and_has_found_nothing() {
    // Half of an odd number each, of hundred thousand that bounds leave.
    long odd = 100_001;
    IntegerSystem system =
        new IntegerSystem(
            3, List.of(sum(odd, odd, 0, 1), sum(odd, odd, 1, 2), sum(odd, odd, 0, 2)));
    assertThat(IntegerSearch.first(system)).isEmpty();
  }

  @Test
  void a_sum_that_is_wrong_already_may_be_made_better_and_not_worse() {
    long[] threes = {3, 3, 3, 3};
    assertThat(solved(threes, sum(8, 8, 0, 1), sum(0, 5, 0, 2), sum(7, 90, 1, 3)))
        .containsExactly(3, 5, 2, 3);
    assertThat(solved(threes, sum(0, 4, 0, 1), sum(7, 90, 0, 2), sum(0, 5, 1, 3)))
        .containsExactly(3, 1, 4, 3);
  }

  @Test
  void what_is_subtracted_is_changed_the_other_way_as_far_as_it_goes() {
    Sum apart = Sum.of(new int[] {0}, new int[] {1}, 5, IntegerSystem.ANY);
    assertThat(solved(new long[] {3, 3, 3}, apart, sum(6, 6, 0, 2))).containsExactly(5, 0, 1);
    Sum near = Sum.of(new int[] {0}, new int[] {1}, -IntegerSystem.ANY, 1);
    assertThat(solved(new long[] {4, 1, 2}, near, sum(6, 6, 0, 2))).containsExactly(4, 3, 2);
  }

  @Test
  void a_first_solution_lies_in_the_middle_of_what_is_possible() {
    assertThat(IntegerSearch.first(new IntegerSystem(2, List.of(sum(0, 40, 0), sum(10, 20, 1)))))
        .hasValueSatisfying(found -> assertThat(found).containsExactly(20, 15));
    assertThat(IntegerSearch.first(new IntegerSystem(1, List.of(sum(7, 900, 0)))))
        .hasValueSatisfying(found -> assertThat(found).containsExactly(57));
  }

  @Test
  void a_number_that_sums_settle_has_no_other_value() {
    IntegerBounds known = bounds(3, sum(9, 9, 0, 1), sum(12, 12, 1, 2), sum(16, 16, 0, 1, 2));
    long[] near = {4, 5, 7};
    assertThat(IntegerSearch.solve(known, sum(4, 4, 0), near)).isPresent();
    assertThat(IntegerSearch.solve(known, sum(5, IntegerSystem.ANY, 0), near)).isEmpty();
  }

  @Test
  void one_search_leaves_what_is_known_as_it_was() {
    IntegerBounds known = bounds(2, sum(10, 10, 0, 1));
    long[] near = {5, 5};
    assertThat(IntegerSearch.solve(known, sum(9, 9, 0), near).orElseThrow()).containsExactly(9, 1);
    assertThat(IntegerSearch.solve(known, sum(0, 0, 0), near).orElseThrow()).containsExactly(0, 10);
    assertThat(known.high(0)).isEqualTo(10);
  }

  @Test
  void what_no_whole_number_fits_has_no_solution_though_a_fraction_would() {
    // a + b, b + c and a + c are 5 each: a half everywhere would do.
    IntegerSystem odd =
        new IntegerSystem(3, List.of(sum(5, 5, 0, 1), sum(5, 5, 1, 2), sum(5, 5, 0, 2)));
    assertThat(IntegerSearch.first(odd)).isEmpty();
    IntegerSystem even =
        new IntegerSystem(3, List.of(sum(6, 6, 0, 1), sum(6, 6, 1, 2), sum(6, 6, 0, 2)));
    assertThat(IntegerSearch.first(even).orElseThrow()).containsExactly(3, 3, 3);
  }

  @Test
  void differences_narrow_both_their_sides() {
    IntegerBounds known =
        bounds(2, Sum.of(new int[] {0}, new int[] {1}, 3, IntegerSystem.ANY), sum(0, 8, 0));
    assertThat(known.low(0)).isEqualTo(3);
    assertThat(known.high(1)).isEqualTo(5);
  }

  @Test
  void sums_that_contradict_each_other_leave_nothing() {
    assertThat(IntegerBounds.of(new IntegerSystem(2, List.of(sum(5, 5, 0, 1), sum(6, 9, 0)))))
        .isEmpty();
    // Each sum alone narrows for ever: it ends all the same, and nothing is found.
    Sum rising = Sum.of(new int[] {0}, new int[] {1}, 1, IntegerSystem.ANY);
    Sum falling = Sum.of(new int[] {1}, new int[] {0}, 1, IntegerSystem.ANY);
    assertThat(IntegerSearch.first(new IntegerSystem(2, List.of(rising, falling)))).isEmpty();
  }

  /** Every value of every number is tried by force, and by the search. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void no_value_is_found_that_is_not_possible_and_of_small_systems_none_is_missed(long seed) {
    Random random = new Random(seed);
    for (int system = 0; system < 40; system++) {
      long[] truth = random.longs(4, 0, 6).toArray();
      IntegerSystem known = new IntegerSystem(truth.length, sums(random, truth));
      Optional<IntegerBounds> bounds = IntegerBounds.of(known);
      assertThat(bounds).isPresent();
      for (int variable = 0; variable < truth.length; variable++) {
        Set<Long> found = new TreeSet<>();
        for (long value = 0; value <= 8; value++) {
          Optional<long[]> solution =
              IntegerSearch.solve(bounds.get(), sum(value, value, variable), truth);
          if (solution.isPresent()) {
            assertThat(fits(known, solution.get())).isTrue();
            found.add(value);
          }
        }
        assertThat(found).isEqualTo(possible(known, variable));
      }
    }
  }

  private static List<Sum> sums(Random random, long[] truth) {
    List<Sum> sums = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      sums.add(sum(0, 8, i));
    }
    for (int i = 0; i < 4; i++) {
      List<Integer> some =
          random.ints(0, truth.length).distinct().limit(3).boxed().collect(Collectors.toList());
      int[] plus = some.subList(0, 2).stream().mapToInt(n -> n).toArray();
      int[] minus = random.nextBoolean() ? new int[] {some.get(2)} : NONE;
      long total = truth[plus[0]] + truth[plus[1]] - (minus.length == 0 ? 0 : truth[minus[0]]);
      sums.add(Sum.of(plus, minus, total - random.nextInt(2), total + random.nextInt(2)));
    }
    return sums;
  }

  private static Set<Long> possible(IntegerSystem system, int variable) {
    Set<Long> possible = new TreeSet<>();
    long[] numbers = new long[system.variables()];
    for (int count = 0; count < 9 * 9 * 9 * 9; count++) {
      int rest = count;
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = rest % 9;
        rest /= 9;
      }
      if (fits(system, numbers)) {
        possible.add(numbers[variable]);
      }
    }
    return possible;
  }
}
