package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** Content for the public beside the internal content it comes from. */
class DisclosureTest {
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final String LARGE =
      """
      plan   13/20  20/31
      pace   12/20  21/31
      marked 11/20  20/31
      safe   12/20  23/31
      """;

  private static ReleaseContent internal(InspectionTallies... inspections) {
    return internal(FRAMEWORK, List.of(inspections));
  }

  private static ReleaseContent internal(Framework framework, List<InspectionTallies> inspections) {
    return ReleaseContent.internal(
        true,
        Benchmark.of(framework, new AnalysisRules(AnalysisRules.POOLED, 10), inspections),
        inspections.stream()
            .map(
                one ->
                    new FileCoverage(
                        one.inspectionId(),
                        one.trust().code(),
                        one.inspectionId() + "/judgements.csv",
                        203L,
                        201L,
                        1L,
                        1L,
                        0L,
                        one.cases(),
                        0L,
                        null,
                        null,
                        SubmissionStatus.ACCEPTED))
            .toList(),
        List.of(),
        List.of());
  }

  private static ReleaseContent shown(InspectionTallies... inspections) {
    return Disclosure.forPublic(internal(inspections), DisclosureRules.STANDARD);
  }

  private static InspectionScore score(ReleaseContent content, String trust, String measure) {
    return content.results().scores().stream()
        .filter(one -> one.inspection().trust().code().equals(trust))
        .filter(one -> one.measure().id().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void percentages_are_whole_counts_are_multiples_of_five_and_numerators_are_gone() {
    ReleaseContent content = shown(Judged.inspection("HILL", LARGE));
    assertThat(content.audience()).isEqualTo(Audience.PUBLIC);
    InspectionScore plan = score(content, "HILL", "question-plan");
    // 33 of 51: 64.7 %, by Wilson 51.0 to 76.4 %.
    assertThat(plan.score()).isEqualTo(.65);
    assertThat(plan.interval95()).isEqualTo(new Interval(.51, .76));
    assertThat(plan.base())
        .isEqualTo(new Base.Published(50, 50, Optional.of(50L), Optional.of(0L), true));
    assertThat(plan.designEffect()).isEmpty();
    assertThat(plan.inspection().counts()).isEmpty();
    assertThat(plan.inspection().cases()).isEqualTo(50);
  }

  @Test
  void a_comparison_keeps_its_verdict_and_loses_what_would_tell_more() {
    Codebook codebook = TinyFramework.codebook(json -> json, List.of("MOOR,Moor School,,,"));
    ReleaseContent internal =
        internal(
            codebook.framework(),
            Stream.of("HILL", "DALE", "FORD", "MOOR")
                .map(trust -> Judged.inspection(codebook, trust, LARGE))
                .toList());
    Comparison exact = internal.results().comparisons().get(0);
    Comparison comparison =
        Disclosure.forPublic(internal, DisclosureRules.STANDARD).results().comparisons().get(0);
    assertThat(exact.statistic(ComparisonOutcome.TestStatistics::pValue)).isEqualTo(1);
    ComparisonOutcome.Tested tested = comparison.tested().orElseThrow();
    assertThat(tested.verdict95()).isEqualTo(Verdict.SIMILAR);
    assertThat(tested.statistics()).isNull();
    assertThat(comparison.group().overDispersion()).isNull();
    assertThat(comparison.group().shrinkage()).isNull();
    assertThat(comparison.benchmark() * 100 % 1).isZero();
  }

  @Test
  void a_small_cell_is_suppressed_with_all_that_derives_from_it() {
    ReleaseContent content =
        shown(
            Judged.inspection("HILL", LARGE.replace("safe   12/20  23/31", "safe 3/6 1/2")),
            Judged.inspection("DALE", LARGE));
    InspectionScore safe = score(content, "HILL", "question-safe");
    assertThat(safe.availability()).isEqualTo(Availability.SUPPRESSED);
    assertThat(safe.score()).isNull();
    assertThat(safe.interval95()).isNull();
    assertThat(safe.base()).isEqualTo(Base.WITHHELD);
    assertThat(
            content.results().comparisons().stream()
                .filter(c -> c.score().measure().id().equals("question-safe"))
                .filter(c -> c.score().inspection().trust().code().equals("HILL")))
        .allSatisfy(c -> assertThat(c.difference()).isNull())
        .allSatisfy(c -> assertThat(c.ranked()).isNull())
        .allSatisfy(c -> assertThat(c.limits()).isNull())
        .isNotEmpty();
    assertThat(score(content, "DALE", "question-safe").availability())
        .isEqualTo(Availability.SHOWN);
  }

  @Test
  void figures_of_comparators_are_of_the_trusts_that_are_shown() {
    ReleaseContent content =
        shown(
            Judged.inspection("HILL", "plan 1/4 1/3"),
            Judged.inspection("DALE", LARGE),
            Judged.inspection("FORD", LARGE));
    assertThat(content.results().comparators())
        .filteredOn(c -> c.measure().id().equals("question-plan"))
        .singleElement()
        .satisfies(c -> assertThat(c.trustsSuppressed()).isEqualTo(1))
        .satisfies(c -> assertThat(c.spread().trusts()).isEqualTo(2))
        .satisfies(c -> assertThat(c.base().assessed()).contains(100L));
  }

  @Test
  void a_group_whose_trusts_are_all_withheld_is_suppressed_and_one_without_a_case_is_not() {
    InspectionTallies hill = Judged.inspection("HILL", "plan 1/4 1/3");
    InspectionTallies dale = Judged.inspection("DALE", "plan 2/4 1/3");
    assertThat(shown(hill, dale).results().comparators())
        .filteredOn(c -> List.of("question-plan", "question-talk").contains(c.measure().id()))
        .extracting(c -> c.measure().id() + " " + c.availability().label())
        .containsExactly("question-plan suppressed", "question-talk not applicable");
    assertThat(
            Disclosure.forPublic(internal(hill, dale), new DisclosureRules(3, 1))
                .results()
                .comparators())
        .noneMatch(c -> c.base().isRounded());
  }

  @Test
  void a_reader_is_told_how_many_trusts_a_figure_leaves_out() {
    InspectionTallies hill = Judged.inspection("HILL", "plan 1/4 1/3");
    InspectionTallies dale = Judged.inspection("DALE", LARGE);
    ReleaseContent content = shown(hill, dale);
    assertThat(BenchmarkWords.leftOut(content.results(), content.results().comparisons()))
        .contains("up to 1 in a row");
    ReleaseContent all = internal(hill, dale);
    assertThat(BenchmarkWords.leftOut(all.results(), all.results().comparisons())).isEmpty();
  }

  @Test
  void what_is_withheld_changes_nothing_that_is_shown() {
    InspectionTallies dale = Judged.inspection("DALE", LARGE);
    InspectionTallies ford = Judged.inspection("FORD", LARGE);
    ReleaseContent none = shown(Judged.inspection("HILL", "plan 0/9 0/0"), dale, ford);
    ReleaseContent all = shown(Judged.inspection("HILL", "plan 9/9 0/0"), dale, ford);
    assertThat(none).usingRecursiveComparison().isEqualTo(all);
    assertThat(
            internal(Judged.inspection("HILL", "plan 0/9 0/0"), dale, ford).results().comparators())
        .usingRecursiveComparison()
        .isNotEqualTo(
            internal(Judged.inspection("HILL", "plan 9/9 0/0"), dale, ford)
                .results()
                .comparators());
  }

  @Test
  void the_account_is_by_inspection_and_rejected_rows_stay_inside() {
    ReleaseContent content =
        shown(Judged.inspection("HILL", LARGE), Judged.inspection("DALE", "plan 1/4 1/3"));
    assertThat(content.rejects()).isEmpty();
    assertThat(content.sensitivity()).isEmpty();
    assertThat(content.coverage())
        .extracting(
            FileCoverage::file, FileCoverage::read, FileCoverage::rejected, FileCoverage::cases)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("DALE-2014", null, null, null),
            org.assertj.core.groups.Tuple.tuple("HILL-2014", 205L, 5L, 50L));
  }

  @Test
  void the_number_of_all_cases_does_not_tell_of_a_few_interviews() {
    ReleaseContent content = shown(Judged.inspection("HILL", LARGE + "talk 2/4 0/0"));
    InspectionTallies hill = content.results().inspections().get(0);
    assertThat(hill.caseload()).isEqualTo(400);
    assertThat(hill.cases()).isNull();
    assertThat(hill.casesSampled()).isNull();
    assertThat(content.coverage().get(0).accepted()).isNull();
  }

  @Test
  void a_count_is_rounded_half_up_and_only_a_true_zero_is_zero() {
    assertThat(Stream.of(0L, 1L, 2L, 3L, 7L, 8L, 12L, 13L).map(DisclosureRules.STANDARD::rounded))
        .containsExactly(0L, 5L, 5L, 5L, 5L, 10L, 10L, 15L);
    assertThat(Stream.of(0L, 2L, 3L).map(DisclosureRules.STANDARD::rounded))
        .containsExactly(0L, 5L, 5L);
    assertThat(Stream.of(0L, 1L, 2L).map(new DisclosureRules(3, 1)::rounded))
        .containsExactly(0L, 1L, 2L);
  }
}
