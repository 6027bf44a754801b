package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Verdict;

class LevelResultsTest {
  /** Ely stands below the towns of both counties; Sandwich has fewer schools than are compared. */
  private static final String SCHOOLS =
      """
      E1 Ely      Cambs 18/20
      E2 Ely      Cambs 9/15
      E3 Ely      Cambs 30/60
      E4 Ely      Cambs 12/14
      E5 Ely      Cambs 25/26
      E6 Ely      Cambs 7/10
      M1 March    Cambs 19/20
      M2 March    Cambs 28/30
      M3 March    Cambs 24/25
      M4 March    Cambs 27/30
      M5 March    Cambs 18/20
      D1 Dover    Kent  17/20
      D2 Dover    Kent  25/30
      D3 Dover    Kent  22/25
      D4 Dover    Kent  26/30
      D5 Dover    Kent  18/20
      D6 Dover    Kent
      W1 Deal     Kent  16/20
      W2 Deal     Kent  24/30
      W3 Deal     Kent  20/25
      W4 Deal     Kent  27/30
      W5 Deal     Kent  17/20
      S1 Sandwich Kent  15/20
      """;

  private static LevelResults level(String lines, int level) {
    return LevelSchools.of(lines).levels().get(level);
  }

  private static InspectionScore score(LevelResults level, String group) {
    return level.results().scores().stream()
        .filter(score -> score.inspection().inspectionId().equals(group))
        .filter(score -> score.measure().id().equals(LevelSchools.MEASURE))
        .findFirst()
        .orElseThrow();
  }

  private static Comparison comparison(LevelResults level, String group, String comparator) {
    return level.results().comparisons(group, comparator).stream()
        .filter(c -> c.score().measure().id().equals(LevelSchools.MEASURE))
        .findFirst()
        .orElseThrow();
  }

  /**
   * R 4, survey 4: {@code svyratio(~y, ~n, svydesign(~school, weights = ~1, data = ely))} gives
   * .6965517241 with variance .012000259925; {@code svymean(~z, svydesign(~school + lesson, weights
   * = ~1, data = elyLessons))} the same. times {@code qt(.975, 5)^2 / qnorm(.975)^2} = 1.720151.
   */
  @Test
  void a_group_rests_on_its_institutions_as_ultimate_clusters() {
    LevelResults towns = level(SCHOOLS, 0);
    InspectionScore ely = score(towns, "Ely");
    assertThat(DesignEffect.variance(InspectionTallies.sums(ely.counts())).getAsDouble())
        .isCloseTo(.012000259925, within(1e-12));
    assertThat(ely.score()).isCloseTo(.6965517241, within(1e-10));
    assertThat(ely.designEffect().orElseThrow()).isCloseTo(8.2322890220 * 1.720151, within(1e-4));
    assertThat(ely.intervalRule()).isEqualTo("wilson-clustered");
  }

  @Test
  void a_group_counts_its_institutions_and_their_cases() {
    LevelResults towns = level(SCHOOLS, 0);
    GroupTallies dover = towns.groups().get("Dover");
    assertThat(dover.registered()).isEqualTo(6);
    assertThat(dover.members()).hasSize(5);
    assertThat(towns.total(score(towns, "Dover")))
        .extracting(
            GroupTallies.Total::institutions,
            total -> total.base().exact().casesAssessed(),
            total -> total.base().exact().sufficient())
        .containsExactly(5L, 125L, 108L);
  }

  @Test
  void each_level_is_compared_within_itself_and_within_the_level_above() {
    LevelResults towns = level(SCHOOLS, 0);
    assertThat(comparison(towns, "Ely", "all").benchmark())
        .as("the others: March, Dover, Deal and Sandwich")
        .isCloseTo((116 + 108 + 104 + 15) / (double) (125 + 125 + 125 + 20), within(1e-12));
    assertThat(comparison(towns, "Ely", "county").benchmark())
        .as("March, the other town of Cambs")
        .isCloseTo(116 / 125., within(1e-12));
    LevelResults counties = level(SCHOOLS, 1);
    assertThat(counties.groups().keySet()).containsExactly("Cambs", "Kent");
    assertThat(counties.results().framework().comparators()).hasSize(1);
    assertThat(score(counties, "Cambs").counts().casesAssessed()).isEqualTo(11);
  }

  @Test
  void a_group_of_few_institutions_has_a_score_and_no_verdict_and_no_rank() {
    Comparison sandwich = comparison(level(SCHOOLS, 0), "Sandwich", "all");
    assertThat(sandwich.score().score()).isEqualTo(.75);
    assertThat(sandwich.score().isReliable()).isFalse();
    assertThat(sandwich.verdict95()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(sandwich.ranked()).isNull();
    assertThat(comparison(level(SCHOOLS, 0), "March", "all").ranked().rank()).isEqualTo(1);
  }

  @Test
  void a_group_of_ten_institutions_has_findings_and_one_of_few_has_none() {
    StringBuilder schools = new StringBuilder(SCHOOLS);
    for (int i = 0; i < 12; i++) {
      schools.append("K%d King Norf %d/40%n".formatted(i, 14 + i % 3));
    }
    LevelResults towns = level(schools.toString(), 0);
    assertThat(towns.findings())
        .isNotEmpty()
        .allMatch(finding -> finding.score().inspection().inspectionId().equals("King"));
    assertThat(towns.findings().stream().map(Finding::sentence))
        .anyMatch(
            sentence ->
                sentence.startsWith("Plan: 37 % of 480 sufficient")
                    || sentence.contains("lower than the other towns together"));
  }

  @Test
  void a_group_of_one_institution_has_an_interval_as_wide_as_the_level_bears_out() {
    InspectionScore sandwich = score(level(SCHOOLS, 0), "Sandwich");
    assertThat(sandwich.designEffect().orElseThrow()).isGreaterThan(1);
    assertThat(sandwich.interval95().excludes(.75)).isFalse();
  }

  @Test
  void of_several_inspections_of_an_institution_the_latest_counts() {
    LevelSchools schools = LevelSchools.of(SCHOOLS);
    schools.add("S1", 2016, 20, 20);
    assertThat(score(schools.levels().get(0), "Sandwich").score()).isEqualTo(1);
  }

  @Test
  void an_institution_in_no_group_is_in_no_level_and_nothing_else_changes() {
    LevelSchools without = LevelSchools.of(SCHOOLS.replace("S1 Sandwich Kent", "S1 - -"));
    assertThat(without.framework().trust("S1").dimensions()).isEmpty();
    assertThat(without.levels().get(0).groups()).doesNotContainKey("Sandwich");
    assertThat(List.copyOf(without.levels().get(1).groups().get("Kent").members())).hasSize(10);
  }

  /** No institution of hundreds of judgements is added to them that nobody saw. */
  @Test
  void institutions_that_are_alike_cost_a_group_nothing_however_large_they_are() {
    String alike =
        """
        A1 Ely   Cambs 140/200
        A2 Ely   Cambs 140/200
        A3 Ely   Cambs 140/200
        A4 Ely   Cambs 140/200
        A5 Ely   Cambs 140/200
        B1 March Cambs 70/100
        B2 March Cambs 70/100
        """;
    assertThat(score(level(alike, 0), "Ely").designEffect()).contains(1.);
  }
}
