package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.adversary.Attack;
import org.trustbench.disclosure.adversary.Attack.Count;
import org.trustbench.disclosure.adversary.Attack.Range;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.disclosure.adversary.Rounding;
import org.trustbench.disclosure.adversary.SmallProgrammes;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.Judged;
import org.trustbench.support.Programmes;
import org.trustbench.support.TinyFramework;
import org.trustbench.synth.SyntheticParameters;

/**
 * Public releases under attack: whatever is suppressed may have had three counts at least, by all
 * that is published together.
 */
class PublicRelease_AdversaryTest {
  private static final Framework TINY = TinyFramework.read();
  private static final String LARGE =
      """
      plan   13/20  20/31
      pace   12/20  21/31
      marked 11/20  20/31
      safe   12/20  23/31
      talk   12/31   0/0
      """;

  private static Attack attack(PublishedTables release, int base) {
    return Attack.on(TINY, new Rounding(base, 10), release);
  }

  private static Attack off(int base, InspectionTallies... inspections) {
    DisclosureRules rules = new DisclosureRules(10, base);
    return attack(PublicReleases.withoutSecondary(TINY, List.of(inspections), rules), base);
  }

  private static Attack on(int base, InspectionTallies... inspections) {
    DisclosureRules rules = new DisclosureRules(10, base);
    return attack(PublicReleases.of(TINY, List.of(inspections), rules), base);
  }

  private static void assertFound(Attack attack, String cell, Count count, long truth) {
    Range range = attack.range(cell, count, DisclosureRules.FEWEST_VALUES);
    assertThat(range).isEqualTo(new Range(cell, count, truth, truth, 1));
  }

  private static void assertNothingFound(Attack attack) {
    assertThat(attack.isConsistent()).isTrue();
    assertThat(attack.suppressed()).isNotEmpty();
    assertThat(attack.pinned(DisclosureRules.FEWEST_VALUES)).isEmpty();
  }

  /** Of lesson plans few were judged: section A1 holds them and the pace, and both are shown. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void a_question_is_found_from_its_section_unless_more_is_withheld(int base) {
    InspectionTallies hill =
        Judged.inspection(
            "HILL",
            """
            plan    2/3    2/4
            pace   12/20  21/31
            marked 11/20  20/31
            safe   12/20  23/31
            """);
    Attack attack = off(base, hill);
    assertThat(attack.suppressed()).contains("HILL-2014 question-plan");
    assertFound(attack, "HILL-2014 question-plan", Count.ASSESSED, 7);
    assertFound(attack, "HILL-2014 question-plan", Count.SUFFICIENT, 4);
    assertFound(attack, "HILL-2014 question-plan", Count.INSUFFICIENT, 3);
    assertNothingFound(on(base, hill));
  }

  /** No lesson was safe, so none of the few late ones was. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void a_measure_of_some_cases_is_found_from_that_of_all_unless_more_is_withheld(int base) {
    InspectionTallies hill =
        Judged.inspection(
            "HILL",
            """
            plan   12/20  21/31
            pace   12/20  21/31
            marked 11/20  20/31
            safe    0/7    0/31
            """);
    Attack attack = off(base, hill);
    assertThat(attack.suppressed()).contains("HILL-2014 safe-late");
    assertFound(attack, "HILL-2014 safe-late", Count.SUFFICIENT, 0);
    assertNothingFound(on(base, hill));
  }

  /** All lessons but the late ones are the early ones, of which there is no measure. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void few_cases_between_two_measures_are_found_unless_one_of_them_is_withheld(int base) {
    InspectionTallies hill =
        Judged.inspection(
            "HILL",
            """
            plan   12/20  21/31
            pace   12/20  21/31
            marked 11/20  20/31
            safe   12/20   1/4
            """);
    Attack attack = off(base, hill);
    assertThat(attack.suppressed()).isEmpty();
    assertThat(attack.pinnedBetween(10, DisclosureRules.FEWEST_VALUES))
        .extracting(Range::lowest)
        .contains(4L, 1L, 3L);
    assertThat(on(base, hill).pinnedBetween(10, DisclosureRules.FEWEST_VALUES)).isEmpty();
  }

  /** Interviews add up to nothing larger within a trust, but to those of all schools. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void a_trust_is_found_from_all_trusts_and_the_others_unless_they_leave_it_out(int base) {
    InspectionTallies hill = Judged.inspection("HILL", LARGE.replace("12/31   0/0", "4/6   0/0"));
    InspectionTallies dale = Judged.inspection("DALE", LARGE);
    InspectionTallies ford = Judged.inspection("FORD", LARGE.replace("12/31   0/0", "29/33   0/0"));
    Attack attack = off(base, hill, dale, ford);
    assertThat(attack.suppressed())
        .containsExactlyInAnyOrder("HILL-2014 question-talk", "HILL-2014 section-A4");
    assertFound(attack, "HILL-2014 question-talk", Count.ASSESSED, 6);
    assertFound(attack, "HILL-2014 question-talk", Count.SUFFICIENT, 4);
    assertNothingFound(on(base, hill, dale, ford));
  }

  /**
   * Cells between published ones are looked at too where they are smaller than a number of cases;
   * not in the last programme, where few cases follow from a measure of two questions of which one
   * was always sufficient.
   */
  @ParameterizedTest
  @CsvSource({"3, 12, 6, 10", "3, 40, 4, 10", "4, 60, 2, 10", "6, 25, 3, 10", "12, 30, 3, 0"})
  void no_suppressed_cell_of_a_generated_programme_is_found(
      int trusts, int largest, int seeds, int betweenBelow) {
    Framework framework = SmallProgrammes.framework(trusts);
    List<String> found = new ArrayList<>();
    int suppressed = 0;
    for (long seed = 0; seed < seeds; seed++) {
      List<InspectionTallies> inspected =
          SmallProgrammes.inspected(framework, SmallProgrammes.matrices(framework, largest, seed));
      Attack attack =
          Attack.on(
              framework,
              Rounding.STANDARD,
              PublicReleases.of(framework, inspected, DisclosureRules.STANDARD));
      assertThat(attack.isConsistent()).isTrue();
      suppressed += attack.suppressed().size();
      for (Range range : attack.pinned(DisclosureRules.FEWEST_VALUES)) {
        found.add("seed %d: %s".formatted(seed, range));
      }
      for (Range range : attack.pinnedBetween(betweenBelow, DisclosureRules.FEWEST_VALUES)) {
        found.add("seed %d: %s".formatted(seed, range));
      }
    }
    assertThat(suppressed).isPositive();
    assertThat(found).isEmpty();
  }

  @Test
  void no_suppressed_cell_of_the_sample_programme_is_found() {
    Framework framework = FrameworkReader.read("iaow-2013");
    SyntheticParameters parameters = SyntheticParameters.read(framework, null);
    PublishedTables release =
        PublicReleases.of(
            framework,
            Programmes.inspected(framework, parameters, parameters.seed()),
            DisclosureRules.STANDARD);
    List<String> inspections =
        release.table("scores").stream()
            .filter(row -> row.get("score_status").equals("suppressed"))
            .map(row -> row.get("inspection_id"))
            .distinct()
            .toList();
    assertThat(inspections).hasSizeGreaterThan(2);
    for (String inspection : inspections) {
      Attack attack = Attack.on(framework, Rounding.STANDARD, release.only(inspection));
      assertNothingFound(attack);
    }
  }

  /**
   * Of the trust that was sent again no more than what one release shows and the other does not: no
   * function of one release can know the other.
   */
  @ParameterizedTest
  @CsvSource({"3, 14, 10", "3, 40, 2"})
  void nor_is_one_from_two_releases_that_differ_by_one_case(int trusts, int largest, int seeds) {
    Framework framework = SmallProgrammes.framework(trusts);
    List<String> found = new ArrayList<>();
    for (long seed = 0; seed < seeds; seed++) {
      List<JudgementMatrix> matrices = SmallProgrammes.matrices(framework, largest, seed);
      PublishedTables before = published(framework, matrices);
      matrices.set(0, SmallProgrammes.rejudged(framework, matrices.get(0), seed));
      PublishedTables after = published(framework, matrices);
      Attack attack = Attack.on(framework, Rounding.STANDARD, before, after, "S00-2014");
      assertThat(attack.isConsistent()).isTrue();
      for (Range range : attack.pinned(DisclosureRules.FEWEST_VALUES)) {
        boolean isShownOnce =
            range.cell().startsWith("S00-2014 ")
                && !attack.suppressed().containsAll(List.of(range.inFirst(), range.inSecond()));
        if (!isShownOnce) {
          found.add("seed %d: %s".formatted(seed, range));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static PublishedTables published(Framework framework, List<JudgementMatrix> matrices) {
    return PublicReleases.of(
        framework, SmallProgrammes.inspected(framework, matrices), DisclosureRules.STANDARD);
  }

  @Test
  void what_a_careless_later_release_shows_is_found_of_an_earlier_one() {
    Framework framework = SmallProgrammes.framework(3);
    List<JudgementMatrix> matrices = SmallProgrammes.matrices(framework, 40, 1);
    List<InspectionTallies> inspected = SmallProgrammes.inspected(framework, matrices);
    PublishedTables careful = PublicReleases.of(framework, inspected, DisclosureRules.STANDARD);
    PublishedTables careless =
        PublicReleases.withoutSecondary(framework, inspected, DisclosureRules.STANDARD);
    Attack attack = Attack.on(framework, Rounding.STANDARD, careful, careless, "S00-2014");
    assertThat(attack.isConsistent()).isTrue();
    assertThat(attack.pinned(DisclosureRules.FEWEST_VALUES))
        .anyMatch(range -> range.cell().startsWith("S01-2014 ") && range.values() == 1);
  }
}
