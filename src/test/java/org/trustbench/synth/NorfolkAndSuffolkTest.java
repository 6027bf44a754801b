package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;

/** What inspectors reported of Norfolk and Suffolk comes out of its made-up judgements. */
class NorfolkAndSuffolkTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final SyntheticParameters PARAMETERS = SyntheticParameters.read(FRAMEWORK, null);

  /** A finding and the questions it rests on. */
  private record Finding(String words, List<String> questions) {}

  private static final List<Finding> STRENGTHS =
      List.of(
          new Finding("S1 court reports", List.of("report_sufficient_information")),
          new Finding("S2 needs assessed", List.of("individual_needs_assessed")),
          new Finding("S2 barriers identified", List.of("barriers_identified")),
          new Finding("S2 barriers taken into account", List.of("barriers_accounted")),
          new Finding(
              "S3 non-compliance", List.of("noncompliance_investigated", "enforcement_taken")),
          new Finding(
              "S4 constructive interventions",
              List.of("interventions_delivered", "interventions_responsibility")),
          new Finding("S4 focus on offending", List.of("focus_offending")),
          new Finding("S5 partners", List.of("partners_strategic")),
          new Finding("S5 well led", List.of("trust_well_led")),
          new Finding(
              "victim contact",
              List.of(
                  "victim_contact_offered",
                  "victim_contact_timely",
                  "victim_contact_quality",
                  "victim_informed",
                  "victim_views_conditions")));

  private static final List<Finding> CONCERNS =
      List.of(
          new Finding("C1 review of reoffending", List.of("reoffending_review_sufficient")),
          new Finding("C2 risk of harm planned", section("4.1")),
          new Finding("C2 risk of harm managed", section("4.2")),
          new Finding("C2 risk of harm minimised", section("4.3")),
          new Finding("C3 initial home visits", List.of("initial_home_visit")),
          new Finding("C3 home visits repeated", List.of("home_visits_repeated")),
          new Finding("C4 victims' safety", List.of("victim_safety_priority")),
          new Finding("C4 victims' concerns", List.of("victim_concerns")),
          new Finding("likelihood reviewed on change", List.of("reoffending_review_change")),
          new Finding("risk of harm reviewed on change", List.of("harm_review_change")),
          new Finding("plan reviewed on change", List.of("plan_reviewed_change")),
          new Finding("oversight of risk of harm", List.of("oversight_harm")),
          new Finding("oversight of child protection", List.of("oversight_child_protection")));

  @ParameterizedTest
  @ValueSource(longs = {20140304, 1, 2, 3})
  void strengths_lie_above_and_concerns_below_the_other_trusts_pooled(long seed) {
    List<SyntheticInspection> all = inspections(seed);
    SyntheticInspection own = norfolkAndSuffolk(all);
    List<SyntheticInspection> others = all.stream().filter(other -> other != own).toList();
    SoftAssertions soft = new SoftAssertions();
    for (Finding finding : STRENGTHS) {
      soft.assertThat(difference(own, others, finding)).as(finding.words()).isGreaterThan(0.08);
    }
    for (Finding finding : CONCERNS) {
      soft.assertThat(difference(own, others, finding)).as(finding.words()).isLessThan(-0.08);
    }
    soft.assertAll();
  }

  @ParameterizedTest
  @ValueSource(longs = {20140304, 1, 2, 3})
  void almost_all_court_reports_are_sufficient(long seed) {
    assertThat(
            Pooled.of(
                    norfolkAndSuffolk(inspections(seed)), List.of("report_sufficient_information"))
                .rate())
        .isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void child_protection_measures_rest_on_some_dozens_of_cases() {
    SyntheticInspection own = norfolkAndSuffolk(inspections(PARAMETERS.seed()));
    assertThat(own.casesSampled()).isGreaterThan(100);
    int attribute =
        FRAMEWORK.attributes().stream()
            .map(Attribute::id)
            .toList()
            .indexOf("child_protection_concern");
    int yes = own.values(attribute).indexOf("yes");
    SoftAssertions soft = new SoftAssertions();
    FRAMEWORK.measures().stream()
        .filter(measure -> measure.kind().equals("child_protection"))
        .filter(measure -> measure.questions().size() == 1 && !measure.id().contains("high-risk"))
        .filter(measure -> !measure.id().endsWith("-any"))
        .forEach(
            measure ->
                soft.assertThat(
                        Pooled.of(
                                own,
                                measure.questions(),
                                row -> own.attribute(row, attribute) == yes)
                            .assessed())
                    .as(measure.id())
                    .isBetween(30L, 60L));
    soft.assertAll();
  }

  private static List<SyntheticInspection> inspections(long seed) {
    return SyntheticProgramme.generate(FRAMEWORK, PARAMETERS, seed).inspections().toList();
  }

  private static SyntheticInspection norfolkAndSuffolk(List<SyntheticInspection> all) {
    return all.stream()
        .filter(inspection -> inspection.trust().code().equals("NSP"))
        .findFirst()
        .orElseThrow();
  }

  private static double difference(
      SyntheticInspection own, List<SyntheticInspection> others, Finding finding) {
    return Pooled.of(own, finding.questions()).rate()
        - Pooled.of(others, finding.questions()).rate();
  }

  private static List<String> section(String id) {
    return FRAMEWORK.measure("section-" + id).questions();
  }
}
