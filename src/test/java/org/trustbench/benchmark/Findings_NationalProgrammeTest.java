package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.Finding.Basis;
import org.trustbench.benchmark.Finding.Kind;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.Programmes;
import org.trustbench.synth.SyntheticParameters;

/** What inspectors reported of Norfolk and Suffolk is found by rule in its made-up judgements. */
class Findings_NationalProgrammeTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final SyntheticParameters PARAMETERS = SyntheticParameters.read(FRAMEWORK, null);

  /** What was reported, and the beginnings of the ids of the measures that say so. */
  private static final Map<String, List<String>> STRENGTHS =
      new TreeMap<>(
          Map.of(
              "S1 court reports", List.of("question-report_sufficient_information"),
              "S2 needs", List.of("question-individual_needs_assessed"),
              "S2 barriers", List.of("question-barriers_identified", "question-barriers_accounted"),
              "S3 investigated", List.of("question-noncompliance_investigated"),
              "S3 enforced", List.of("question-enforcement_taken"),
              "S4 interventions", List.of("question-interventions_delivered"),
              "S4 focus", List.of("question-focus_offending"),
              "S5 led, with partners",
                  List.of("question-partners_strategic", "question-trust_well_led")));

  private static final Map<String, List<String>> CONCERNS =
      new TreeMap<>(
          Map.of(
              "C1 reviews", List.of("question-reoffending_review_sufficient"),
              "C1 reviews on change", List.of("question-reoffending_review_change"),
              "C2 risk of harm", List.of("theme-4"),
              "C2 its management", List.of("section-4.2"),
              "C3 initial home visits", List.of("cp-initial-home-visit-"),
              "C3 repeated home visits", List.of("cp-home-visits-repeated-"),
              "C4 victims", List.of("section-5.2"),
              "C4 concerns of victims", List.of("question-victim_concerns")));

  private static final List<InspectionTallies> INSPECTIONS =
      Programmes.inspected(FRAMEWORK, PARAMETERS, PARAMETERS.seed());
  private static final Results SAMPLES = results(INSPECTIONS);

  @Test
  void what_was_reported_of_Norfolk_and_Suffolk_is_found() {
    assertFoundIn("NSP", Findings.of(SAMPLES));
    assertFoundIn("NSP", Findings.of(comparedWith(SAMPLES, "programme")));
    assertFoundIn("NSP", Findings.of(results(Programmes.inspected(FRAMEWORK, PARAMETERS, 1))));
  }

  @Test
  void in_the_samples_every_measure_behind_it_is_found() {
    List<Finding> findings = of("NSP", Findings.of(SAMPLES));
    assertThat(ids(findings, Kind.STRENGTH))
        .containsAll(STRENGTHS.values().stream().flatMap(List::stream).toList());
    assertThat(ids(findings, Kind.CONCERN))
        .contains("question-victim_safety_priority")
        .containsAll(
            FRAMEWORK.measures().stream()
                .map(measure -> measure.id())
                .filter(
                    id -> CONCERNS.values().stream().flatMap(List::stream).anyMatch(id::startsWith))
                .toList());
  }

  @Test
  void findings_follow_the_profile_when_two_trusts_exchange_theirs() {
    List<Finding> findings =
        Findings.of(
            results(
                Programmes.inspected(
                    FRAMEWORK, PARAMETERS.swapping("NSP", "KNT"), PARAMETERS.seed())));
    assertFoundIn("KNT", findings);
    List<Finding> straight = Findings.of(SAMPLES);
    assertThat(kinds(of("NSP", findings))).isEqualTo(kinds(of("KNT", straight)));
    assertThat(kinds(of("KNT", findings))).isEqualTo(kinds(of("NSP", straight)));
  }

  @Test
  void on_the_day_its_report_came_out_it_is_not_compared_and_has_findings_on_its_scores_alone() {
    Results results =
        Benchmark.of(
            FRAMEWORK, rules(Optional.of(LocalDate.of(2014, 3, 4)), "tranche"), INSPECTIONS);
    assertThat(results.comparisons("NSP", "tranche"))
        .isNotEmpty()
        .allMatch(comparison -> comparison.otherTrusts() <= 1)
        .noneMatch(Comparison::isCompared);
    assertThat(PathwayStep.of(results))
        .filteredOn(step -> step.comparatorGroup().comparatorId().equals("tranche"))
        .filteredOn(step -> step.inspection().trust().code().equals("NSP"))
        .allMatch(step -> step.verdict95() == Verdict.NOT_COMPARED);
    List<Finding> findings = of("NSP", Findings.of(results));
    assertThat(findings).isNotEmpty().allMatch(finding -> finding.basis() == Basis.ABSOLUTE);
    assertThat(ids(findings, Kind.STRENGTH)).contains("question-report_sufficient_information");
  }

  private static void assertFoundIn(String trust, List<Finding> all) {
    List<Finding> findings = of(trust, all);
    List<String> strengths = ids(findings, Kind.STRENGTH);
    List<String> concerns = ids(findings, Kind.CONCERN);
    SoftAssertions soft = new SoftAssertions();
    STRENGTHS.forEach(
        (said, ids) -> {
          soft.assertThat(any(strengths, ids)).as(said).isTrue();
          soft.assertThat(any(concerns, ids)).as(said + " as a concern").isFalse();
        });
    CONCERNS.forEach(
        (said, ids) -> {
          soft.assertThat(any(concerns, ids)).as(said).isTrue();
          soft.assertThat(any(strengths, ids)).as(said + " as a strength").isFalse();
        });
    soft.assertAll();
  }

  private static boolean any(List<String> found, List<String> beginnings) {
    return found.stream().anyMatch(id -> beginnings.stream().anyMatch(id::startsWith));
  }

  private static List<String> ids(List<Finding> findings, Kind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .map(finding -> finding.score().measure().id())
        .toList();
  }

  private static Map<String, String> kinds(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.toMap(
                finding -> finding.score().measure().id(),
                finding -> finding.kind() + " " + finding.basis()));
  }

  private static List<Finding> of(String trust, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.score().inspection().trust().code().equals(trust))
        .toList();
  }

  private static Results results(List<InspectionTallies> inspections) {
    return Benchmark.of(FRAMEWORK, rules(Optional.empty(), "tranche"), inspections);
  }

  private static Results comparedWith(Results results, String comparator) {
    return new Results(
        results.framework(),
        rules(Optional.empty(), comparator),
        results.inspections(),
        results.scores(),
        results.comparators(),
        results.comparisons());
  }

  private static AnalysisRules rules(Optional<LocalDate> asAt, String comparator) {
    return new AnalysisRules(
        AnalysisRules.POOLED,
        BenchmarkRule.POOLED_OTHERS,
        VerdictRule.DIFFERENCE,
        10,
        asAt,
        Optional.of("NSP"),
        Optional.of(comparator),
        List.of(),
        false);
  }
}
