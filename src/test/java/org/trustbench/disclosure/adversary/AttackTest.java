package org.trustbench.disclosure.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.adversary.Attack.Count;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;

/** That the attacker tells the truth, and that it finds what can be found. */
class AttackTest {

  /** Every count lies within the range that the attacker leaves for it. */
  static void assertTruthIsLeft(
      Attack attack, Framework framework, List<InspectionTallies> inspected) {
    SoftAssertions soft = new SoftAssertions();
    soft.assertThat(attack.isConsistent()).isTrue();
    for (InspectionTallies inspection : inspected) {
      InspectionUnknowns unknowns = attack.inspection(inspection.inspectionId());
      for (Measure measure : framework.measures()) {
        Tallied cell = unknowns.measures().get(measure.id());
        if (cell != null) {
          Counts counts = inspection.total(measure.id());
          holds(soft, attack, cell.assessed(), counts.assessed());
          holds(soft, attack, cell.sufficient(), counts.sufficient());
          holds(soft, attack, cell.insufficient(), counts.assessed() - counts.sufficient());
          holds(soft, attack, cell.notApplicable(), counts.notApplicable());
          holds(soft, attack, cell.notRecorded(), counts.notRecorded());
          holds(soft, attack, cell.cases(), counts.casesAssessed());
          holds(soft, attack, cell.scope(), counts.casesInScope());
        }
      }
    }
    soft.assertAll();
  }

  private static void holds(SoftAssertions soft, Attack attack, int unknown, long truth) {
    Unknowns all = attack.unknowns();
    soft.assertThat(truth).as(all.name(unknown)).isBetween(all.low(unknown), all.high(unknown));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 12", "3, 30", "4, 60", "6, 20", "12, 40",
  })
  void the_truth_is_never_ruled_out(int trusts, int largest) {
    Framework framework = SmallProgrammes.framework(trusts);
    for (long seed = 0; seed < 5; seed++) {
      List<InspectionTallies> inspected =
          SmallProgrammes.inspected(framework, SmallProgrammes.matrices(framework, largest, seed));
      for (Rounding rounding : List.of(Rounding.STANDARD, new Rounding(1, 10))) {
        Attack attack =
            Attack.on(
                framework, rounding, CrudeRelease.of(framework, inspected, inspected, rounding));
        for (String cell : attack.suppressed()) {
          for (Count count : Count.values()) {
            assertThat(attack.range(cell, count, 3).values()).isPositive();
          }
        }
        assertTruthIsLeft(attack, framework, inspected);
      }
    }
  }
}
