package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DesignEffectTest {
  private static final String TEN = "3/4 4/4 1/4 2/3 5/5 0/2 4/4 3/4 2/4 4/4";
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void the_ten_cases_of_the_check_have_the_known_design_effect() {
    Sums sums = Cases.of(TEN);
    assertThat(Score.pooled(sums).orElseThrow()).isCloseTo(.736842, within(5e-7));
    assertThat(DesignEffect.own(sums).orElseThrow()).isCloseTo(1.8045112781954886, within(1e-13));
    assertThat(DesignEffect.variance(sums).orElseThrow())
        .isCloseTo(.00920803247366119, within(1e-15));
  }

  @Test
  void the_clustered_interval_is_wilsons_at_n_over_deff() {
    Sums sums = Cases.of(TEN);
    double deff = DesignEffect.own(sums).orElseThrow();
    Interval interval = Proportion.of(sums, deff).orElseThrow().interval(Normal.Z95);
    assertThat(interval.low()).isCloseTo(.52352540925544, within(1e-13));
    assertThat(interval.high()).isCloseTo(.8770803443306026, within(1e-13));
  }

  @Test
  void the_sums_give_what_the_cases_give() {
    double p = 28.0 / 38;
    double residual = 0;
    for (String one : TEN.split(" ", -1)) {
      double y = one.charAt(0) - '0';
      double n = one.charAt(2) - '0';
      residual += (y - p * n) * (y - p * n);
    }
    assertThat(DesignEffect.variance(Cases.of(TEN)).orElseThrow())
        .isCloseTo(10.0 / 9 * residual / (38 * 38), within(1e-15));
  }

  @Test
  void cases_merge_in_any_order_and_grouping() {
    Sums left = Cases.of("3/4 4/4");
    Sums middle = Cases.of("1/4 2/3 5/5");
    Sums right = Cases.of("0/2 4/4 3/4 2/4 4/4");
    assertThat(left.plus(middle).plus(right)).isEqualTo(Cases.of(TEN));
    assertThat(right.plus(left.plus(middle))).isEqualTo(Cases.of(TEN));
    assertThat(left.plus(Sums.NONE)).isEqualTo(left);
  }

  @Test
  void a_case_with_nothing_assessed_changes_nothing() {
    assertThat(Cases.of("3/4 0/0 4/4")).isEqualTo(Cases.of("3/4 4/4"));
  }

  @Test
  void exchanging_sufficient_and_insufficient_leaves_it_as_it_was() {
    Sums sums = Cases.of(TEN);
    assertThat(DesignEffect.own(Cases.exchanged(sums)).orElseThrow())
        .isCloseTo(DesignEffect.own(sums).orElseThrow(), within(1e-12));
  }

  @Test
  void judgements_that_all_agree_within_a_case_are_worth_one_each_case() {
    Sums sums = Cases.of("4/4 0/4 4/4 0/4 4/4 4/4");
    assertThat(DesignEffect.own(sums).orElseThrow()).isCloseTo(4 * 6.0 / 5, within(1e-12));
  }

  @Test
  void it_is_unknown_for_one_case_and_where_all_judgements_agree() {
    assertThat(DesignEffect.own(Cases.of("3/4"))).isEmpty();
    assertThat(DesignEffect.own(Cases.of("4/4 5/5"))).isEmpty();
    assertThat(DesignEffect.own(Cases.of("0/4 0/5"))).isEmpty();
    assertThat(DesignEffect.own(Sums.NONE)).isEmpty();
    assertThat(DesignEffect.variance(Cases.of("4/4 5/5"))).hasValue(0);
    assertThat(DesignEffect.pooled(List.of())).isEmpty();
    assertThat(DesignEffect.pooled(List.of(Cases.of("4/4"), Cases.of("1/2")))).isEmpty();
  }

  @Test
  void the_pooled_one_counts_one_case_more_that_went_wholly_the_rarer_way() {
    // Four cases of 4, two good and two bad: residual 4/3·16, binomial 4; and 16 above, 4 below.
    Sums sums = Cases.of("4/4 0/4 4/4 0/4");
    assertThat(DesignEffect.pooled(List.of(sums, Sums.NONE)).orElseThrow())
        .isCloseTo((16 * 4.0 / 3 + 16) / (4 + 4), within(1e-14));
    assertThat(DesignEffect.pooled(List.of(Cases.of("4/4 4/4")))).hasValue(4);
  }

  @Test
  void no_trust_is_below_the_pooled_one_however_many_cases_it_has() {
    OptionalDouble pooled = OptionalDouble.of(2.5);
    for (int cases : new int[] {12, 19, 20, 21, 400}) {
      assertThat(DesignEffect.chosen(repeated("2/4", cases), pooled)).isEqualTo(2.5);
      assertThat(DesignEffect.chosen(repeated("4/4", cases), pooled)).isEqualTo(2.5);
    }
    assertThat(DesignEffect.chosen(repeated("2/4", 20), OptionalDouble.of(.5))).isEqualTo(1);
  }

  @Test
  void its_own_counts_by_students_distribution_where_it_is_larger() {
    Sums few = Cases.of("4/4 0/4 4/4 0/4");
    double own = DesignEffect.own(few).orElseThrow();
    double widened = own * Math.pow(3.182446305284263 / Normal.Z95, 2);
    assertThat(DesignEffect.chosen(few, OptionalDouble.of(2))).isCloseTo(widened, within(1e-9));
    assertThat(DesignEffect.chosen(few, UNKNOWN)).isCloseTo(widened, within(1e-9));
  }

  @Test
  void where_nothing_is_known_every_case_is_one_judgement() {
    assertThat(DesignEffect.chosen(Cases.of("3/4"), UNKNOWN)).isEqualTo(4);
    assertThat(DesignEffect.chosen(repeated("4/4", 6), UNKNOWN)).isEqualTo(4);
  }

  @Test
  void a_thousand_million_judgements_fit() {
    Sums sums =
        new Sums(
            100_000_000,
            600_000_000,
            1_000_000_000,
            4_200_000_000L,
            6_000_000_000L,
            10_000_000_000L);
    assertThat(DesignEffect.own(sums).orElseThrow()).isBetween(2.4, 2.6);
  }

  @Test
  void sums_that_no_cases_have_are_refused() {
    assertThatThrownBy(() -> new Sums(1, 5, 4, 25, 20, 16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 of 4");
    assertThatThrownBy(() -> new Sums(0, 1, 2, 1, 2, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Sums repeated(String cases, int times) {
    String[] copies = new String[times];
    Arrays.fill(copies, cases);
    return Cases.of(String.join(" ", copies));
  }
}
