package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.benchmark.SchoolProgramme.comparison;
import static org.trustbench.benchmark.SchoolProgramme.line;
import static org.trustbench.benchmark.SchoolProgramme.school;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;

/** Which measures of thirteen schools are strengths and concerns, and what is said of them. */
class FindingsTest {
  private final Results standard = SchoolProgramme.standard();
  private static final Framework FRAMEWORK = SchoolProgramme.CODEBOOK.framework();

  private static String found(Results results) {
    return Findings.of(results).stream()
        .map(
            one ->
                line(
                    Arrays.asList(
                        school(one.score()),
                        one.kind().label(),
                        one.basis().label(),
                        one.adjustedPValue(),
                        one.score().measure().id())))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String sentence(Comparison comparison) {
    return FindingSentence.of(FRAMEWORK, comparison.score(), comparison);
  }

  /** Adjusted p-values by other code, over the school's own comparisons. */
  @Test
  void the_surest_come_first_and_those_by_the_score_alone_last() {
    assertThat(found(standard))
        .isEqualTo(
            """
            DALE strength absolute 0.448223 safe-late
            HILL concern comparative 0.001200 theme-B
            HILL concern comparative 0.001200 section-B1
            HILL concern comparative 0.001200 question-safe
            HILL concern comparative 0.001320 question-pace
            HILL concern comparative 0.001950 section-A1
            HILL concern comparative 0.001950 theme-A
            HILL concern comparative 0.001950 section-A2
            HILL concern comparative 0.001950 overall
            HILL concern comparative 0.002141 question-marked
            HILL concern comparative 0.002499 question-plan
            HILL concern absolute 0.048801 safe-late
            S02 strength absolute 0.067539 theme-B
            S02 strength absolute 0.067539 section-B1
            S02 strength absolute 0.067539 question-safe
            S02 strength absolute 0.199210 safe-late
            S05 strength comparative 0.000621 theme-B
            S05 strength comparative 0.000621 section-B1
            S05 strength comparative 0.000621 question-safe
            S05 strength comparative 0.000621 overall
            S05 strength comparative 0.000621 section-A2
            S05 strength comparative 0.000621 question-pace
            S05 strength comparative 0.000621 question-marked
            S05 strength comparative 0.000621 theme-A
            S05 strength comparative 0.000621 section-A1
            S05 strength comparative 0.000621 question-plan
            S05 strength comparative 0.037313 safe-late
            S06 concern absolute 0.222494 question-plan
            S08 concern comparative 0.000005 question-plan
            S08 concern comparative 0.000022 section-A1
            S08 concern comparative 0.000034 theme-A
            S08 concern comparative 0.000055 overall
            S08 concern comparative 0.000143 question-pace
            S08 concern comparative 0.000156 section-A2
            S08 concern comparative 0.000160 question-marked
            S08 concern comparative 0.001023 theme-B
            S08 concern comparative 0.001023 section-B1
            S08 concern comparative 0.001023 question-safe
            S08 concern comparative 0.032940 safe-late
            """);
  }

  @Test
  void findings_compare_with_the_comparator_chosen() {
    AnalysisRules near =
        new AnalysisRules(
            AnalysisRules.POOLED,
            BenchmarkRule.POOLED_OTHERS,
            VerdictRule.DIFFERENCE,
            10,
            Optional.empty(),
            Optional.empty(),
            Optional.of("near"),
            standard.rules().comparators(),
            false);
    assertThat(Findings.comparator(standard)).isEqualTo("programme");
    Results results = SchoolProgramme.results(near);
    assertThat(Findings.comparator(results)).isEqualTo("near");
    assertThat(Findings.of(results))
        .isNotEmpty()
        .allMatch(one -> one.comparison().comparatorGroup().comparatorId().equals("near"));
  }

  @Test
  void one_school_alone_has_findings_on_its_scores_up_to_the_limits_of_each_word() {
    // 27 of 30 is 90 %, 26 of 30 less; 15 of 30 is a half, 16 of 30 more.
    assertThat(found(SchoolProgramme.results("HILL 9/10 18/20 9/10 17/20 5/10 10/20 5/10 11/20")))
        .isEqualTo(
            """
            HILL strength absolute - question-plan
            HILL concern absolute - question-marked
            """);
  }

  @Test
  void a_score_on_few_cases_or_without_an_interval_is_no_finding() {
    assertThat(found(SchoolProgramme.results("HILL 4/4 5/5 4/4 5/5 0/4 0/5 0/4 0/5")))
        .isEqualTo("\n");
    assertThat(
            Findings.of(
                SchoolProgramme.results(
                    AnalysisRules.MEAN_OF_QUESTIONS,
                    BenchmarkRule.POOLED_OTHERS,
                    VerdictRule.DIFFERENCE)))
        .isEmpty();
  }

  @Test
  void a_wide_interval_makes_no_finding_of_a_high_or_low_score() {
    // 5 of 10: the interval reaches from 24 to 76 %.
    assertThat(found(SchoolProgramme.results("HILL 5/10 0/0 9/10 0/0 6/10 0/0 6/10 0/0")))
        .isEqualTo("HILL strength absolute - question-pace\n");
  }

  @Test
  void a_sentence_has_figure_base_words_interval_and_the_others() {
    assertThat(sentence(comparison(standard, "programme", "section-A2", "S05")))
        .isEqualTo(
            "A2 Lessons: 93 % of 80 judgements sufficient, most (95 % interval 81 to 97 %); clearly"
                + " higher than the other trusts together (65 %), by 28 points (15 to 35)"
                + " [section-A2].");
    assertThat(sentence(comparison(standard, "programme", "question-pace", "S05")))
        .isEqualTo(
            "Pace right: 93 % of 40 judgements sufficient, most (95 % interval 80 to 97 %); clearly"
                + " higher than the other trusts together (65 %), by 27 points (14 to 34; each"
                + " figure is rounded by itself) [question-pace].");
    assertThat(sentence(comparison(standard, "programme", "safe-late", "S08")))
        .isEqualTo(
            "Safe in late classes: around 50 % of 20 judgements sufficient, few, possibly most (95"
                + " % interval 30 to 70 %); lower than the other trusts together (74 %), by 24"
                + " points (2 to 45); allowing for case mix, similar [safe-late].");
    assertThat(
            FindingSentence.of(
                FRAMEWORK, comparison(standard, "programme", "safe-late", "DALE").score(), null))
        .isEqualTo(
            "Safe in late classes: 90 % of 10 judgements sufficient, most (95 % interval 60 to 98"
                + " %) [safe-late].");
  }

  @Test
  void a_sentence_says_what_kind_of_benchmark_it_is() {
    Results all =
        SchoolProgramme.results(
            AnalysisRules.POOLED, BenchmarkRule.POOLED_ALL, VerdictRule.DIFFERENCE);
    assertThat(sentence(comparison(all, "programme", "section-A2", "S05")))
        .contains("clearly higher than all trusts together (68 %), by 25 points (13 to 31");
    Results mean =
        SchoolProgramme.results(
            AnalysisRules.POOLED, BenchmarkRule.MEAN_OF_OTHERS, VerdictRule.DIFFERENCE);
    assertThat(sentence(comparison(mean, "programme", "section-A2", "HILL")))
        .contains("; lower than the mean of the other trusts (71 %), by 30 points");
    assertThat(sentence(comparison(standard, "target", "section-A2", "S05")))
        .contains("; clearly higher than Target (70 %), by 23 points (11 to 27");
  }

  @Test
  void no_sentence_is_stronger_than_its_interval() {
    for (Finding finding : Findings.of(standard)) {
      InspectionScore score = finding.score();
      String low = FRAMEWORK.vocabulary().word(score.interval95().low() * 100);
      String high = FRAMEWORK.vocabulary().word(score.interval95().high() * 100);
      assertThat(finding.sentence())
          .contains(low, high, score.measure().id())
          .contains("%d judgements".formatted(score.counts().assessed()));
      assertThat(finding.sentence().contains("around ")).isEqualTo(!low.equals(high));
      if (finding.basis() == Finding.Basis.COMPARATIVE) {
        assertThat(finding.adjustedPValue()).isLessThanOrEqualTo(.05);
        assertThat(finding.comparison().difference95().excludes(0)).isTrue();
        assertThat(finding.comparison().<Boolean>tested(one -> one.robustness().isFlipped()))
            .isFalse();
      }
    }
  }
}
