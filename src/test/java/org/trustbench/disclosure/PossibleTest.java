package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.disclosure.Linkage.Cap;
import org.trustbench.disclosure.Linkage.Row;

/** Counts that sums leave possible. */
class PossibleTest {
  private static BitSet parts(int... numbers) {
    BitSet parts = new BitSet();
    Arrays.stream(numbers).forEach(parts::set);
    return parts;
  }

  private static Row row(int sufficient, int insufficient, int... parts) {
    return new Row("sum", parts(parts), sufficient, insufficient);
  }

  private static Possible possible(List<Row> rows) {
    return Possible.of(parts(0), rows, List.of(parts(0), parts(1)), List.of());
  }

  @Test
  void of_two_cells_with_eleven_judgements_together_each_may_have_one_to_ten() {
    Possible possible = possible(List.of(row(6, 5, 0, 1)));
    assertThat(possible.most()).isEqualTo(10);
    // Insufficient judgements, the rarer, may be 0 to 5.
    assertThat(possible.values()).isEqualTo(6);
  }

  @Test
  void of_two_cells_with_two_judgements_together_each_has_one() {
    assertThat(possible(List.of(row(1, 1, 0, 1))).values()).isEqualTo(1);
  }

  @Test
  void a_cell_all_of_whose_company_is_sufficient_has_no_insufficient_judgement() {
    assertThat(possible(List.of(row(20, 0, 0, 1))).values()).isEqualTo(1);
  }

  @Test
  void sums_that_overlap_give_a_cell_away() {
    // a + b = 9, b + c = 12, a + b + c = 16, of which 4, 6 and 7 sufficient: a is 4, 1 sufficient.
    assertThat(possible(List.of(row(4, 5, 0, 1), row(6, 6, 1, 2), row(7, 9, 0, 1, 2))).values())
        .isEqualTo(1);
  }

  @Test
  void cells_that_fill_their_cases_are_as_many_as_the_cases() {
    List<Cap> caps = List.of(new Cap(parts(0), 17), new Cap(parts(1), 17));
    List<Row> rows = List.of(row(20, 14, 0, 1));
    assertThat(Possible.of(parts(0), rows, List.of(), caps).values()).isEqualTo(1);
    assertThat(Possible.of(parts(0), rows, List.of(), List.of()).values()).isGreaterThan(3);
  }

  @Test
  void a_cell_in_no_sum_may_be_anything() {
    assertThat(possible(List.of(row(4, 5, 1, 2))).values()).isEqualTo(Long.MAX_VALUE);
  }
}
