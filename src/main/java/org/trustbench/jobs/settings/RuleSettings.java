package org.trustbench.jobs.settings;

import java.time.LocalDate;
import java.util.List;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;

/** The settings that say by which rules inspections are scored and compared. */
public final class RuleSettings {
  public static final Setting<String> SCORE_RULE =
      Setting.text("score_rule")
          .means(SettingTopic.DECIDED, "RULE", "pooled or mean-of-questions")
          .example("mean-of-questions")
          .standard(AnalysisRules.POOLED)
          .oneOf(AnalysisRules.POOLED, AnalysisRules.MEAN_OF_QUESTIONS)
          .decisive()
          .says("scores %s");

  public static final Setting<String> BENCHMARK_RULE =
      Setting.text("benchmark_rule")
          .means(
              SettingTopic.DECIDED,
              "RULE",
              SettingWords.either(
                  SettingWords.labels(BenchmarkRule.values(), BenchmarkRule::label)))
          .example("pooled-all")
          .standard(BenchmarkRule.POOLED_OTHERS.label())
          .oneOf(SettingWords.labels(BenchmarkRule.values(), BenchmarkRule::label))
          .decisive()
          .says("benchmark %s");

  public static final Setting<String> VERDICT_RULE =
      Setting.text("verdict_rule")
          .means(
              SettingTopic.DECIDED,
              "RULE",
              SettingWords.either(SettingWords.labels(VerdictRule.values(), VerdictRule::label))
                  + "; difference gives way to mid-p against a fixed value")
          .example("mid-p")
          .standard(VerdictRule.DIFFERENCE.label())
          .oneOf(SettingWords.labels(VerdictRule.values(), VerdictRule::label))
          .decisive()
          .says("verdicts by %s");

  public static final Setting<List<UserComparator>> COMPARATORS =
      Setting.ofFileAlone("comparators", List.class, UserComparators::read)
          .means(
              SettingTopic.DECIDED,
              "LIST",
              "comparators of your own; the settings file alone has them")
          .standard(List.of())
          .ofFramework()
          .recordedAs(UserComparators::recorded)
          .decisive()
          .says(
              own ->
                  "comparators of your own: "
                      + SettingWords.words(own.stream().map(UserComparator::id).toList()));

  public static final Setting<Integer> DRAWS =
      Setting.wholeNumber("draws")
          .means(
              SettingTopic.DECIDED,
              "N",
              "no effect, since nothing is drawn at random: read so that older settings are")
          .withoutEffect();

  public static final Setting<Long> SEED =
      Setting.longNumber("seed")
          .means(SettingTopic.DECIDED, "N", "no effect, like draws")
          .withoutEffect();

  public static final Setting<Integer> RELIABLE_FROM =
      Setting.wholeNumber("reliable_from")
          .means(SettingTopic.DECIDED, "N", "cases assessed below which a score is marked [u]")
          .example("5")
          .standard(10)
          .calledInMessages("reliable-from")
          .must(value -> value >= 0, "is below 0")
          .decisive()
          .says("[u] below %s {cases}");

  public static final Setting<Boolean> FINITE_POPULATION =
      Setting.truth("finite_population")
          .means(
              SettingTopic.DECIDED,
              "",
              "let the intervals of scores allow for the share of the caseload sampled; never"
                  + " verdicts, ranks or funnels")
          .standard(false)
          .recordedAs(isSet -> isSet ? true : null)
          .decisive()
          .saysInTerms(
              (isSet, terms) -> terms.text("intervals allow for the share of {cases} sampled"));

  public static final Setting<LocalDate> AS_AT =
      Setting.date("as_at")
          .means(
              SettingTopic.DECIDED,
              "DATE",
              "admit only inspections published by this day; those without a date are left out and"
                  + " named")
          .example("2014-03-04")
          .recordedAs(LocalDate::toString)
          .decisive()
          .says("published by %s");

  /** What decides how inspections are compared. */
  public static final List<Setting<?>> RULES =
      List.of(
          FocusSettings.FOCUS,
          FocusSettings.COMPARATOR,
          SCORE_RULE,
          BENCHMARK_RULE,
          VERDICT_RULE,
          COMPARATORS,
          DRAWS,
          SEED,
          RELIABLE_FROM,
          FINITE_POPULATION,
          AS_AT);

  private RuleSettings() {}
}
