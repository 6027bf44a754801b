package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.benchmark.SchoolProgramme.comparison;
import static org.trustbench.benchmark.SchoolProgramme.league;
import static org.trustbench.benchmark.SchoolProgramme.line;
import static org.trustbench.benchmark.SchoolProgramme.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Counts;

/** What a benchmark makes of tallies, by the rules chosen. */
class BenchmarkTest {
  private final Results standard = SchoolProgramme.standard();

  @Test
  void the_order_of_inspections_changes_nothing() {
    List<InspectionTallies> shuffled = new ArrayList<>(SchoolProgramme.inspections());
    Collections.reverse(shuffled);
    Results again = Benchmark.of(SchoolProgramme.CODEBOOK.framework(), standard.rules(), shuffled);
    assertThat(again.comparisons()).isEqualTo(standard.comparisons());
    assertThat(again.scores()).isEqualTo(standard.scores());
  }

  @Test
  void scores_are_by_inspection_and_within_it_by_the_frameworks_measures() {
    assertThat(standard.scores()).extracting(one -> one.inspection().inspectionId()).isSorted();
    assertThat(standard.scores().stream().limit(3))
        .extracting(one -> one.measure().id())
        .containsExactly("overall", "theme-A", "theme-B");
    assertThat(comparison(standard, "programme", "overall", "HILL").spread().trusts())
        .isEqualTo(13);
  }

  @Test
  void whether_a_score_can_be_read_is_said_with_it() {
    assertThat(
            Stream.of("section-A2", "section-A4", "safe-late", "question-plan", "pathway-way-3")
                .map(
                    measure ->
                        measure
                            + " "
                            + line(
                                standard.scores().stream()
                                    .filter(one -> one.measure().id().equals(measure))
                                    .filter(
                                        one ->
                                            List.of("HILL", "S04", "S10")
                                                .contains(SchoolProgramme.school(one)))
                                    .map(
                                        one ->
                                            one.availability().label() + " " + one.intervalRule())
                                    .toList())))
        .containsExactly(
            "section-A2 shown wilson-clustered shown wilson-clustered not available not available",
            "section-A4 not applicable not available not applicable not available not applicable"
                + " not available",
            "safe-late shown wilson low reliability wilson not available not available",
            "question-plan shown wilson shown wilson shown wilson",
            "pathway-way-3 low reliability wilson low reliability wilson not applicable not"
                + " available");
    InspectionScore few = comparison(standard, "programme", "section-A2", "S09").score();
    assertThat(few.isReliable()).isFalse();
    assertThat(comparison(standard, "programme", "section-A2", "HILL").score().isReliable())
        .isTrue();
  }

  @Test
  void with_a_mean_of_questions_scores_and_benchmarks_are_means_and_no_verdict_is_given() {
    Results means =
        SchoolProgramme.results(
            AnalysisRules.MEAN_OF_QUESTIONS, BenchmarkRule.POOLED_OTHERS, VerdictRule.DIFFERENCE);
    assertThat(means.comparisons())
        .noneMatch(Comparison::isCompared)
        .allMatch(comparison -> comparison.ranked() == null && comparison.limits() == null);
    // HILL: 12/30, 12/30 and 11/27; S10 was asked the first alone, 9/12.
    assertThat(
            table(
                league(means, "programme", "theme-A"),
                c ->
                    Arrays.asList(
                        c.score().score(),
                        c.score().intervalRule(),
                        c.score().availability().label(),
                        c.benchmark(),
                        c.difference())))
        .contains(
            "HILL 0.402469 not available shown 0.694089 -0.291620\n",
            "S09 0.583333 not available low reliability 0.672114 -0.088780\n",
            "S10 0.750000 not available shown 0.670100 0.079900\n");
    assertThat(
            table(
                league(means, "programme", "safe-late"),
                c -> Arrays.asList(c.score().score(), c.benchmark())))
        .contains("HILL 0.400000 0.725000\n", "S10 - 0.700000\n");
    ComparatorScore all = means.comparators().get(1);
    assertThat(line(List.of(all.figures().pooled(), all.figures().meanOfTrusts())))
        .isEqualTo("0.671145 0.677287");
    assertThat(all.shrinkage()).isNull();
    assertThat(all.rankedTrusts()).isZero();
  }

  @Test
  void a_measure_of_questions_in_a_narrower_scope_than_theirs_has_no_mean_of_them() {
    var codebook =
        TinyFramework.codebook(
            json ->
                json.replace(
                    "\"questions\": [\"safe\"], \"when\": { \"attribute\": \"stage\"",
                    "\"questions\": [\"safe\", \"plan\"], \"when\": { \"attribute\": \"stage\""),
            List.of());
    List<InspectionTallies> two =
        Stream.of("HILL", "DALE")
            .map(school -> Judged.inspection(codebook, school, "plan 4/10 5/10\nsafe 5/10 6/10"))
            .toList();
    Results means =
        Benchmark.of(
            codebook.framework(), new AnalysisRules(AnalysisRules.MEAN_OF_QUESTIONS, 10), two);
    Comparison late = comparison(means, "programme", "safe-late", "HILL");
    assertThat(late.score().score()).isNull();
    assertThat(late.score().availability()).isEqualTo(Availability.NOT_AVAILABLE);
    assertThat(late.benchmark()).isNull();
    assertThat(late.reference().availability()).isEqualTo(Availability.NOT_AVAILABLE);
  }

  @Test
  void the_share_of_the_caseload_sampled_narrows_the_intervals_of_cases_and_nothing_else() {
    AnalysisRules usual = standard.rules();
    AnalysisRules corrected =
        new AnalysisRules(
            usual.scoreRule(),
            usual.benchmarkRule(),
            usual.verdictRule(),
            usual.reliableFrom(),
            Optional.empty(),
            Optional.of("HILL"),
            Optional.empty(),
            usual.comparators(),
            true);
    Results finite = SchoolProgramme.results(corrected);
    InspectionScore with = comparison(finite, "programme", "section-A2", "HILL").score();
    InspectionScore without = comparison(standard, "programme", "section-A2", "HILL").score();
    // 30 of the 400 cases held were sampled.
    assertThat(with.interval95())
        .isEqualTo(
            new Proportion(
                    with.score(), without.effectiveJudgements().orElseThrow() / (1 - 30 / 400.))
                .interval(Normal.Z95));
    assertThat(with.intervalRule()).isEqualTo("wilson-clustered-finite-population");
    assertThat(with.effectiveJudgements()).isEqualTo(without.effectiveJudgements());
    for (int i = 0; i < finite.comparisons().size(); i++) {
      Comparison one = finite.comparisons().get(i);
      Comparison other = standard.comparisons().get(i);
      assertThat(one.outcome()).isEqualTo(other.outcome());
      assertThat(one.ranked()).isEqualTo(other.ranked());
      assertThat(one.limits()).isEqualTo(other.limits());
    }
  }

  @Test
  void a_caseload_that_is_not_known_and_interviews_narrow_nothing() {
    AnalysisRules corrected =
        new AnalysisRules(
            AnalysisRules.POOLED,
            BenchmarkRule.POOLED_OTHERS,
            VerdictRule.DIFFERENCE,
            10,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            true);
    InspectionTallies known =
        Judged.inspection(SchoolProgramme.CODEBOOK, "HILL", "plan 4/10 5/10\ntalk 6/12 0/0");
    for (InspectionTallies unknown :
        List.of(
            known.with(null, 20L, 20L, known.counts()),
            known.with(400L, null, 20L, known.counts()),
            known.with(0L, 20L, 20L, known.counts()))) {
      assertThat(rule(Benchmark.of(framework(), corrected, List.of(unknown)), "question-plan"))
          .isEqualTo("wilson");
    }
    Results results = Benchmark.of(framework(), corrected, List.of(known));
    assertThat(rule(results, "question-plan")).isEqualTo("wilson-finite-population");
    assertThat(rule(results, "question-talk")).isEqualTo("wilson");
  }

  private static Framework framework() {
    return SchoolProgramme.CODEBOOK.framework();
  }

  private static String rule(Results results, String measure) {
    return results.scores().stream()
        .filter(one -> one.measure().id().equals(measure))
        .findFirst()
        .orElseThrow()
        .intervalRule();
  }

  @Test
  void only_inspections_published_by_the_day_are_admitted() {
    AnalysisRules before = new AnalysisRules(AnalysisRules.POOLED, 10, LocalDate.of(2014, 2, 28));
    AnalysisRules on = new AnalysisRules(AnalysisRules.POOLED, 10, LocalDate.of(2014, 3, 1));
    List<InspectionTallies> some = SchoolProgramme.inspections().subList(0, 2);
    assertThat(Benchmark.of(framework(), before, some).inspections()).isEmpty();
    assertThat(Benchmark.of(framework(), on, some).inspections()).hasSize(2);
    assertThat(Benchmark.of(framework(), on, List.of()).comparisons()).isEmpty();
  }

  @Test
  void with_no_other_school_there_is_no_benchmark_and_with_two_no_verdict() {
    Results alone = SchoolProgramme.results("HILL 3/10 9/20 4/10 8/20 3/9 8/18 4/10 9/20");
    Comparison one = comparison(alone, "programme", "overall", "HILL");
    assertThat(one.benchmark()).isNull();
    assertThat(one.reference().availability()).isEqualTo(Availability.NOT_AVAILABLE);
    assertThat(one.reference().byRule()).isEmpty();
    assertThat(one.outcome()).isInstanceOf(ComparisonOutcome.Missing.class);
    String judged = " 3/10 9/20 4/10 8/20 3/9 8/18 4/10 9/20";
    Results three = SchoolProgramme.results("HILL" + judged, "DALE" + judged, "FORD" + judged);
    assertThat(comparison(three, "programme", "overall", "HILL").isCompared()).isFalse();
    Results four =
        SchoolProgramme.results("HILL" + judged, "DALE" + judged, "FORD" + judged, "S01" + judged);
    assertThat(comparison(four, "programme", "overall", "HILL").isCompared()).isTrue();
  }

  @Test
  void five_cases_of_a_school_and_five_of_all_others_are_enough() {
    String many = " 3/10 9/20 4/10 8/20 3/9 8/18 4/10 9/20";
    String one = " 1/1 0/1 1/1 0/1 1/1 0/1 1/1 0/1";
    String five = " 1/2 2/3 1/2 2/3 1/2 2/3 1/2 2/3";
    String four = " 1/2 1/2 1/2 1/2 1/2 1/2 1/2 1/2";
    Results fewOthers =
        SchoolProgramme.results(
            "HILL" + many, "DALE" + one, "FORD" + one, "S01 1/1 0/0 1/1 0/0 1/1 0/0 1/1 0/0");
    assertThat(comparison(fewOthers, "programme", "overall", "HILL").isCompared()).isTrue();
    Results four1 =
        SchoolProgramme.results(
            "HILL" + many,
            "DALE" + one,
            "FORD 1/1 0/0 1/1 0/0 1/1 0/0 1/1 0/0",
            "S01 1/1 0/0 1/1 0/0 1/1 0/0 1/1 0/0");
    assertThat(comparison(four1, "programme", "overall", "HILL").isCompared()).isFalse();
    Results few =
        SchoolProgramme.results(
            "HILL" + many, "DALE" + many, "FORD" + many, "S01" + five, "S02" + four);
    assertThat(comparison(few, "programme", "overall", "S01").isCompared()).isTrue();
    assertThat(comparison(few, "programme", "overall", "S02").isCompared()).isFalse();
    assertThat(comparison(few, "programme", "overall", "S02").ranked()).isNull();
    assertThat(comparison(few, "programme", "overall", "S01").rankedTrusts()).isEqualTo(4);
  }

  @Test
  void robustness_counts_the_rules_that_agree_with_the_verdict() {
    for (Comparison comparison : standard.comparisons()) {
      if (comparison.isCompared()) {
        long agreeing =
            comparison.statistic(one -> one.basis().verdicts()).stream()
                .map(RuleVerdict::at95)
                .filter(verdict -> verdict == comparison.verdict95())
                .count();
        assertThat(comparison.<Integer>tested(one -> one.robustness().agreeing95()))
            .isEqualTo((int) agreeing);
      }
    }
  }

  @Test
  void results_are_found_by_trust_comparator_and_measure() {
    assertThat(standard.inspectionOf("DALE").orElseThrow().inspectionId()).isEqualTo("DALE-2014");
    assertThat(standard.inspectionOf("NONE")).isEmpty();
    assertThat(standard.comparatorGroups())
        .extracting(ComparatorGroup::key)
        .containsExactly("programme", "county:Essex", "county:Kent", "near", "target");
    assertThat(standard.comparisons("DALE", "county"))
        .isNotEmpty()
        .allMatch(one -> SchoolProgramme.school(one.score()).equals("DALE"))
        .allMatch(one -> one.comparatorGroup().key().equals("county:Kent"));
    assertThat(standard.league(standard.comparatorGroups().get(1), "theme-A"))
        .extracting(one -> SchoolProgramme.school(one.score()))
        .containsExactly("S02", "S03", "S04", "S05");
  }

  @Test
  void figures_that_contradict_each_other_cannot_be_built() {
    Comparison one = comparison(standard, "programme", "section-A2", "HILL");
    assertThatThrownBy(() -> one.with(new ComparisonOutcome.Missing()))
        .isInstanceOf(IllegalArgumentException.class);
    Comparison none = comparison(standard, "programme", "section-A2", "S10");
    assertThatThrownBy(() -> none.with(new ComparisonOutcome.Untested(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Estimate.Missing(Availability.UNRELIABLE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new BenchmarkValue("pooled-all", null, Availability.SHOWN, Map.of(), 2))
        .isInstanceOf(IllegalArgumentException.class);
    ComparatorScore group = one.group();
    assertThatThrownBy(
            () ->
                new ComparatorScore(
                    group.comparatorGroup(),
                    group.measure(),
                    group.base(),
                    Availability.SUPPRESSED,
                    0,
                    group.figures(),
                    null,
                    null,
                    0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_base_is_said_in_words() {
    Base exact = Base.of(new Counts(1, 1, 20, 57, 0, 0, 0, 0, 0));
    assertThat(exact.judgementsInWords()).isEqualTo("57 judgements");
    assertThat(exact.casesInWords()).isEqualTo("1 case");
    Base rounded = new Base.Published(1, 55, Optional.of(5L), Optional.of(0L), true);
    assertThat(rounded.judgementsInWords()).isEqualTo("about 55 judgements");
    assertThat(rounded.casesInWords()).isEqualTo("about 1 cases");
  }

  @Test
  void whole_percentages_that_do_not_add_up_are_marked() {
    // 92.5 less 65.0 is 27.5: 93 less 65 is 28. Overall 92.5 less 65.2 is 27.3.
    assertThat(Rounding.isApart(comparison(standard, "programme", "section-A2", "S05"))).isFalse();
    assertThat(Rounding.isApart(comparison(standard, "programme", "overall", "S05"))).isTrue();
    assertThat(Rounding.isApart(comparison(standard, "programme", "section-A2", "S10"))).isFalse();
  }

  @Test
  void an_inspection_is_of_its_dimension_and_without_measures_as_if_none_had_a_case() {
    InspectionTallies hill = SchoolProgramme.inspections().get(0);
    assertThat(hill.group("county")).isEqualTo("Kent");
    assertThat(hill.inTranche("7").group("tranche")).isEqualTo("7");
    InspectionTallies rest = hill.without(Set.of("question-plan"));
    assertThat(rest.total("question-plan").casesInScope()).isZero();
    assertThat(rest.total("question-pace")).isEqualTo(hill.total("question-pace"));
    assertThat(rest.caseload()).isEqualTo(400);
    assertThat(rest.cases()).isEqualTo(30);
    assertThat(hill.isPublishedBy(LocalDate.of(2014, 3, 1))).isTrue();
    assertThat(hill.isPublishedBy(LocalDate.of(2014, 2, 28))).isFalse();
    assertThat(comparison(standard, "programme", "overall", "HILL").score().score())
        .isCloseTo(48 / 117., within(1e-15));
  }
}
