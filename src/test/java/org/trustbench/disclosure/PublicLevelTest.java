package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.GroupTallies;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.LevelSchools;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;

class PublicLevelTest {
  private static final String SCHOOLS =
      """
      E1 Ely   Cambs 18/20
      E2 Ely   Cambs 20/40
      E3 Ely   Cambs 5/7
      D1 Dover Kent  4/8
      D2 Dover Kent  6/9
      """;

  private static LevelResults towns(String schools) {
    return towns(LevelSchools.of(schools));
  }

  private static LevelResults towns(LevelSchools schools) {
    ReleaseContent internal =
        ReleaseContent.internal(true, schools.results(), List.of(), List.of(), List.of());
    return Disclosure.forPublic(internal, DisclosureRules.STANDARD).levels().get(0);
  }

  private static InspectionScore score(LevelResults towns, String town) {
    return towns.results().scores().stream()
        .filter(score -> score.inspection().inspectionId().equals(town))
        .filter(score -> score.measure().id().equals("question-plan"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_group_is_made_of_the_institutions_that_are_shown() {
    LevelResults towns = towns(SCHOOLS);
    InspectionScore ely = score(towns, "Ely");
    GroupTallies.Total total = towns.total(ely);
    assertThat(ely.score()).as("38 of 60, whole").isEqualTo(.63);
    assertThat(total.institutions()).isEqualTo(2);
    assertThat(total.suppressed()).isEqualTo(1);
    assertThat(total.base().sufficient()).isEmpty();
    assertThat(ely.base().casesAssessed()).as("institutions are counted").contains(2L);
  }

  @Test
  void what_an_institution_that_is_withheld_was_found_changes_no_figure_of_its_group() {
    LevelResults towns = towns(SCHOOLS);
    LevelResults others = towns(SCHOOLS.replace("5/7", "1/9"));
    assertThat(score(others, "Ely").estimate()).isEqualTo(score(towns, "Ely").estimate());
    assertThat(others.total(score(others, "Ely"))).isEqualTo(towns.total(score(towns, "Ely")));
  }

  @Test
  void a_group_of_institutions_that_are_all_withheld_is_suppressed() {
    LevelResults towns = towns(SCHOOLS);
    assertThat(score(towns, "Dover").availability()).isEqualTo(Availability.SUPPRESSED);
    assertThat(score(towns, "Dover").score()).isNull();
    assertThat(towns.total(score(towns, "Dover")).base().casesAssessed()).isEmpty();
  }

  /** Of the 4 lessons it is about nothing was assessed, so nothing is said of them. */
  @Test
  void what_was_not_recorded_of_few_cases_is_not_found_from_a_group() {
    LevelSchools schools = LevelSchools.of(SCHOOLS + "E4 Ely Cambs\n");
    schools.add(
        "E4", Map.of("question-plan", Map.of(Tally.WHOLE, new Counts(4, 0, 0, 0, 1, 3, 0, 0, 0))));
    LevelResults towns = towns(schools);
    assertThat(score(towns, "Ely").score()).isEqualTo(.63);
    assertThat(towns.total(score(towns, "Ely")).base().notRecorded()).isEmpty();
    assertThat(score(towns, "Ely").base().notRecorded()).isEmpty();
    assertThat(score(towns(SCHOOLS), "Ely").base().notRecorded()).contains(0L);
  }

  @Test
  void no_group_carries_exact_counts() {
    LevelResults towns = towns(SCHOOLS);
    assertThat(towns.results().scores()).allMatch(score -> !(score.base() instanceof Base.Exact));
    assertThat(towns.results().inspections()).allMatch(one -> one.counts().isEmpty());
    assertThat(towns.groups().values().stream().flatMap(group -> group.members().stream()))
        .allMatch(member -> member.counts().isEmpty());
  }
}
