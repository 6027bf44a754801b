package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;

class PeerResultsTest {
  private static final String SCHOOLS =
      """
      A 100 town    B+C+D+X 18/20
      B 110 town    A+C     9/15
      C 120 country -       30/60
      D 200 town    A+B+C+E 18/20
      E 400 country A+B+C+D 27/30
      F -   town    A+B+C   17/20
      X 100 town    -
      """;

  private final PeerResults results = PeerResults.of(PeerSchools.results(SCHOOLS));

  private PeerGroup group(String rule, String code) {
    return results.groups().stream()
        .filter(one -> one.rule().id().equals(rule))
        .filter(one -> one.inspection().trust().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private PeerComparison plan(String rule, String code) {
    return results.comparisons().stream()
        .filter(one -> one.group().equals(group(rule, code)))
        .filter(one -> one.score().measure().id().equals("question-plan"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(PeerGroup group) {
    return group.peers().stream().map(peer -> peer.trust().code()).toList();
  }

  /**
   * R: s <- sd(c(100,110,120,200,400,100)); 10/s; 100/s; sqrt((20/s)^2 + 1), the register's X being
   * the sixth value.
   */
  @Test
  void the_nearest_are_those_compared_by_standardised_numbers_and_shared_categories() {
    assertThat(codes(group("near", "A"))).containsExactly("B", "D", "C");
    assertThat(codes(group("near", "E"))).containsExactly("D", "C", "B");
    assertThat(group("near", "A").peers())
        .extracting(peer -> peer.distance().getAsDouble())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1)
        .containsExactly(.08470724, .8470724, 1.014249);
  }

  @Test
  void who_lacks_an_attribute_has_no_peers_is_nobodys_and_is_told_so() {
    assertThat(group("near", "F").peers()).isEmpty();
    assertThat(plan("near", "F").reason()).isEqualTo("the register does not hold its pupils");
    assertThat(results.groups())
        .filteredOn(one -> one.rule().id().equals("near"))
        .allSatisfy(one -> assertThat(codes(one)).doesNotContain("F", "X"));
  }

  @Test
  void named_peers_are_those_of_the_column_and_whoever_was_not_inspected_is_no_part_of_the_pool() {
    assertThat(codes(group("friends", "A"))).containsExactly("B", "C", "D", "X");
    assertThat(group("friends", "A").compared()).hasSize(3);
    assertThat(plan("friends", "C").reason()).isEqualTo("the register names none");
    assertThat(plan("friends", "B").reason())
        .isEqualTo("of its 2 peers 2 have a score, and a benchmark asks for 3");
  }

  /**
   * R: Newcombe's method 10 of 18/20 against (9+18+30)/(15+20+60), whose variance is that of three
   * schools, gives 30, 7.859317 and 42.374302 points.
   */
  @Test
  void an_institution_is_set_against_its_peers_pooled_itself_left_out() {
    PeerComparison a = plan("near", "A");

    assertThat(a.reference().value()).isEqualTo(57 / 95.0);
    assertThat(a.base().assessed()).contains(95L);
    assertThat(a.difference()).isCloseTo(.30, within(1e-12));
    assertThat(a.difference95())
        .usingComparator(
            (x, y) -> Math.abs(x.low() - y.low()) + Math.abs(x.high() - y.high()) < 1e-7 ? 0 : 1)
        .isEqualTo(new Interval(.07859317, .42374302));
    assertThat(a.verdict95()).isEqualTo(Verdict.HIGHER);
  }

  @Test
  void each_rule_is_a_family_of_its_own() {
    List<PeerComparison> near =
        results.comparisons().stream()
            .filter(one -> one.group().rule().id().equals("near"))
            .filter(one -> one.score().measure().kind().equals("question"))
            .filter(one -> one.verdict95() != Verdict.NOT_COMPARED)
            .toList();

    assertThat(near).hasSize(5);
    assertThat(near.stream().mapToDouble(PeerResultsTest::adjusted).toArray())
        .containsExactly(
            BenjaminiHochberg.adjusted(near.stream().mapToDouble(PeerResultsTest::p).toArray()));
  }

  private static double p(PeerComparison one) {
    return one.statistic(ComparisonOutcome.TestStatistics::pValue);
  }

  private static double adjusted(PeerComparison one) {
    return one.statistic(ComparisonOutcome.TestStatistics::adjustedPValue);
  }
}
