package org.trustbench.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.LevelSchools;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.publish.report.ReportPage;

/** Towns whose schools were inspected twice, most of them. */
class GroupChangesTest {
  private static final String SCHOOLS =
      """
      E1 Ely   Cambs 15/19
      E2 Ely   Cambs 33/39
      E3 Ely   Cambs 13/20
      E4 Ely   Cambs 20/28
      E5 Ely   Cambs 47/55
      E6 Ely   Cambs 9/15
      E7 Ely   Cambs 1/30
      """;
  private static final String DOVER =
      """
      D1 Dover Kent  10/20
      D2 Dover Kent  10/20
      D3 Dover Kent  10/20
      D4 Dover Kent  10/20
      """;

  /** E7 was inspected once alone. */
  private static void before(LevelSchools schools) {
    schools.add("E1", 2012, 12, 20);
    schools.add("E2", 2012, 30, 41);
    schools.add("E3", 2012, 9, 18);
    schools.add("E4", 2012, 22, 30);
    schools.add("E5", 2012, 40, 52);
    schools.add("E6", 2012, 7, 16);
  }

  private static ReleaseContent content(String lines, boolean isDover) {
    LevelSchools schools = LevelSchools.of(lines);
    before(schools);
    if (isDover) {
      List.of("D1", "D2", "D3", "D4").forEach(code -> schools.add(code, 2012, 5, 20));
    }
    return ReleaseContent.internal(true, schools.results(), List.of(), List.of(), List.of());
  }

  private static GroupChange change(ReleaseContent content, String group) {
    return content.groupChanges().stream()
        .filter(change -> change.group().group().code().equals(group))
        .filter(change -> change.measure().id().equals("question-plan"))
        .findFirst()
        .orElseThrow();
  }

  /**
   * By a script of R: the design effects and Student's factor of each round, {@code
   * k/(k-1)*sum(e0*e1)/(n0*n1)} for the covariance, which R's survey gives too ({@code
   * PairedRatiosTest}), the correlation held to what leaves the variance within schools, and the
   * interval of Newcombe (1998) for paired proportions.
   */
  @Test
  void a_group_is_set_beside_itself_by_the_schools_inspected_at_both() {
    GroupChange ely = change(content(SCHOOLS, false), "Ely");
    assertThat(ely.institutions()).isEqualTo(6);
    assertThat(ely.isReliable()).isFalse();
    assertThat(ely.earlier()).isEqualTo(new GroupChange.Round(177, 120, 177));
    assertThat(ely.later()).isEqualTo(new GroupChange.Round(176, 137, 176));
    GroupChange.Test test = ely.test().orElseThrow();
    assertThat(test.correlation()).isCloseTo(.676941669123, within(1e-11));
    assertThat(ely.difference()).isCloseTo(.1004429892142, within(1e-12));
    assertThat(test.difference().low95()).isCloseTo(.0098848575826, within(1e-12));
    assertThat(test.difference().high95()).isCloseTo(.1951218013962, within(1e-12));
    assertThat(ely.verdict95()).isEqualTo(ChangeVerdict.IMPROVED);
    assertThat(ely.verdict998()).isEqualTo(ChangeVerdict.NO_CLEAR_CHANGE);
  }

  @Test
  void fewer_than_five_schools_inspected_again_are_shown_and_not_compared() {
    GroupChange dover = change(content(SCHOOLS + DOVER, true), "Dover");
    assertThat(dover.institutions()).isEqualTo(4);
    assertThat(dover.difference()).isCloseTo(.25, within(1e-12));
    assertThat(dover.test()).isEmpty();
    assertThat(dover.verdict95()).isEqualTo(ChangeVerdict.NOT_COMPARED);
  }

  @Test
  void a_programme_inspected_once_has_no_changes_of_groups() {
    assertThat(
            ReleaseContent.internal(
                    true, LevelSchools.of(SCHOOLS).results(), List.of(), List.of(), List.of())
                .groupChanges())
        .isEmpty();
  }

  @Test
  void the_page_of_a_group_tells_its_change_and_whose_it_is() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    ReportPage.all(content(SCHOOLS, false), null, "programme", pages::put);
    assertThat(pages.get("groups/town/Ely.html").replace('\u00a0', ' '))
        .contains(
            "Trusts of Ely inspected again",
            "beside their inspections before: improved in “Overall” (from 68 % to 78 %)",
            "Of strengths and concerns none");
  }

  @Test
  void the_public_is_told_no_change_of_a_group_and_that_it_is_not() throws IOException {
    ReleaseContent shown = Disclosure.forPublic(content(SCHOOLS, false), DisclosureRules.STANDARD);
    assertThat(shown.groupChanges()).isEmpty();
    assertThat(shown.protectionNotes()).anyMatch(note -> note.startsWith("Changes of groups are"));
    Map<String, String> pages = new TreeMap<>();
    ReportPage.all(shown, null, "programme", pages::put);
    assertThat(pages.get("groups/town/Ely.html"))
        .contains("Changes of groups are withheld")
        .doesNotContain("Trusts of Ely inspected again", "improved");
  }
}
