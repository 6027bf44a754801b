package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Agreement against published examples, and against R by weights of cases. */
class AgreementTest {
  private static final List<long[][]> SIX_CASES =
      List.of(
          new long[][] {{4, 0}, {1, 2}},
          new long[][] {{3, 1}, {0, 1}},
          new long[][] {{5, 0}, {0, 1}},
          new long[][] {{2, 1}, {2, 3}},
          new long[][] {{6, 1}, {0, 0}},
          new long[][] {{1, 2}, {1, 4}});

  private static Optional<Agreement> agreement(List<long[][]> tables, int categories) {
    ReadingPairs pairs = ReadingPairs.none(categories);
    for (long[][] table : tables) {
      pairs = pairs.plusCase(table);
    }
    return Agreement.of(pairs);
  }

  /** Every judgement is a case of its own. */
  private static List<long[][]> single(long[][] table) {
    List<long[][]> cases = new ArrayList<>();
    for (int a = 0; a < table.length; a++) {
      for (int b = 0; b < table.length; b++) {
        for (int i = 0; i < table[a][b]; i++) {
          long[][] one = new long[table.length][table.length];
          one[a][b] = 1;
          cases.add(one);
        }
      }
    }
    return cases;
  }

  /** Cohen (1968, Psychological Bulletin 70:213-220), 200 patients, without weights: .492. */
  @Test
  void kappa_is_cohens() {
    Agreement agreement =
        agreement(single(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}), 3).orElseThrow();
    assertThat(agreement.percent().value()).isEqualTo(.70);
    assertThat(agreement.kappa().orElseThrow().value()).isCloseTo(.29 / .59, within(1e-12));
  }

  /**
   * Gwet (2002, Statistical Methods for Inter-Rater Reliability Assessment 1): 125 subjects, nearly
   * all of one category; they agree on 94.4 %, kappa is -0.0234, AC1 0.941.
   */
  @Test
  void ac1_is_high_where_nearly_all_is_of_one_category_and_kappa_is_not() {
    Agreement agreement = agreement(single(new long[][] {{118, 5}, {2, 0}}), 2).orElseThrow();
    assertThat(agreement.percent().value()).isEqualTo(.944);
    assertThat(agreement.kappa().orElseThrow().value()).isCloseTo(-.0234, within(5e-5));
    assertThat(agreement.ac1().value()).isCloseTo(.941, within(5e-4));
  }

  /**
   * In R, for tables T_c: {@code f <- function(T) { P <- T / sum(T); pi <- (rowSums(P) +
   * colSums(P)) / 2; e <- sum(pi * (1 - pi)); (sum(diag(P)) - e) / (1 - e) }}; {@code psi_c}, its
   * derivative by the weight of case c, by differences of 1e-5; {@code f(T) + c(-1, 1) * qt(.975,
   * 5) * sqrt(6 / 5 * sum(psi^2))}. For kappa {@code e <- sum(rowSums(P) * colSums(P))}.
   */
  @Test
  void intervals_take_the_case_as_the_unit() {
    Agreement agreement = agreement(SIX_CASES, 2).orElseThrow();
    assertThat(agreement.judgements()).isEqualTo(41);
    assertThat(agreement.cases()).isEqualTo(6);
    assertThat(agreement.percent().value()).isCloseTo(.78048780488, within(1e-10));
    check(agreement.kappa().orElseThrow(), .53350189633, .29822495488, .76877883779);
    check(agreement.ac1(), .58562605278, .19259186680, .97866023876);
  }

  /**
   * In R, y <- c(6, 4, 6, 5, 6, 5) agree of n <- c(7, 5, 6, 8, 7, 8): Wilson's interval on 41/deff,
   * deff the pooled (6/5·Σ(y − pn)² + m²)/(41·p(1 − p) + m) with m = Σn²/Σn, that is 3.9572.
   */
  @Test
  void the_share_that_agrees_has_the_interval_of_a_score_by_cases() {
    check(
        agreement(SIX_CASES, 2).orElseThrow().percent(),
        .78048780488,
        .47637426628909,
        .93286756983298);
  }

  private static void check(Agreement.Coefficient is, double value, double low, double high) {
    assertThat(is.value()).isCloseTo(value, within(1e-9));
    assertThat(is.at95().orElseThrow().low()).isCloseTo(low, within(1e-7));
    assertThat(is.at95().orElseThrow().high()).isCloseTo(high, within(1e-7));
  }

  @Test
  void judgements_that_all_agree_have_a_share_with_an_interval_and_coefficients_without() {
    List<long[][]> tables = new ArrayList<>();
    for (int c = 0; c < 8; c++) {
      tables.add(new long[][] {{4, 0}, {0, 2}});
    }
    Agreement agreement = agreement(tables, 2).orElseThrow();
    assertThat(agreement.percent().value()).isEqualTo(1);
    assertThat(agreement.percent().at95().orElseThrow().low()).isBetween(.5, .95);
    assertThat(agreement.kappa().orElseThrow().value()).isEqualTo(1);
    assertThat(agreement.kappa().orElseThrow().at95()).isEmpty();
    assertThat(agreement.ac1().at95()).isEmpty();
  }

  @Test
  void one_category_alone_has_no_kappa() {
    Agreement agreement =
        agreement(List.<long[][]>of(new long[][] {{5, 0}, {0, 0}}), 2).orElseThrow();
    assertThat(agreement.kappa()).isEmpty();
    assertThat(agreement.ac1().value()).isEqualTo(1);
  }

  @Test
  void nothing_read_twice_has_no_agreement() {
    assertThat(agreement(List.<long[][]>of(new long[2][2]), 2)).isEmpty();
  }

  /** Four of six agree in every case, so that no spread over cases is known. */
  @Test
  void cases_that_all_tell_the_same_have_coefficients_without_an_interval() {
    List<long[][]> tables = new ArrayList<>();
    for (int c = 0; c < 30; c++) {
      tables.add(new long[][] {{3 + 3 * (c % 2), 1 + c % 2}, {1 + c % 2, 1 + c % 2}});
    }
    Agreement agreement = agreement(tables, 2).orElseThrow();
    assertThat(agreement.ac1().at95()).isEmpty();
    assertThat(agreement.kappa().orElseThrow().at95()).isEmpty();
  }

  @Test
  void sums_of_parts_are_the_sums_of_the_whole() {
    ReadingPairs whole = ReadingPairs.none(2);
    ReadingPairs odd = ReadingPairs.none(2);
    ReadingPairs even = ReadingPairs.none(2).plusCase(new long[2][2]);
    for (int c = 0; c < SIX_CASES.size(); c++) {
      whole = whole.plusCase(SIX_CASES.get(c));
      odd = c % 2 == 1 ? odd.plusCase(SIX_CASES.get(c)) : odd;
      even = c % 2 == 0 ? even.plusCase(SIX_CASES.get(c)) : even;
    }
    assertThat(even.plus(odd)).usingRecursiveComparison().isEqualTo(whole);
    assertThat(whole.cases()).isEqualTo(6);
    assertThat(whole.judgements()).isEqualTo(41);
  }

  @Test
  void fewer_than_five_cases_have_no_interval() {
    Agreement agreement = agreement(SIX_CASES.subList(0, 4), 2).orElseThrow();
    assertThat(agreement.percent().at95()).isEmpty();
    assertThat(agreement.ac1().at95()).isEmpty();
  }

  /** Twenty cases of fifteen judgements, whose readings agree more in some cases than in others. */
  @Test
  void the_interval_of_ac1_holds_the_true_one_nearly_as_often_as_it_says() {
    Random random = new Random(8);
    double p = .8;
    double ofFirst = p * .7 + (1 - p) / 2;
    double pe = 2 * ofFirst * (1 - ofFirst);
    double truth = (p - pe) / (1 - pe);
    int held = 0;
    for (int i = 0; i < 1000; i++) {
      List<long[][]> tables = new ArrayList<>();
      for (int c = 0; c < 20; c++) {
        long[][] table = new long[2][2];
        double agrees = p + (random.nextBoolean() ? .15 : -.15);
        for (int j = 0; j < 15; j++) {
          int first = random.nextDouble() < .7 ? 0 : 1;
          table[first][random.nextDouble() < agrees ? first : 1 - first]++;
        }
        tables.add(table);
      }
      held += agreement(tables, 2).orElseThrow().ac1().at95().orElseThrow().excludes(truth) ? 0 : 1;
    }
    assertThat(held).isBetween(925, 975);
  }
}
