package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.Finding.Kind;
import org.trustbench.framework.FindingRules;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Question;
import org.trustbench.support.Programmes;
import org.trustbench.synth.Profile;
import org.trustbench.synth.SyntheticParameters;

/**
 * What a summary of findings says of Norfolk and Suffolk in twenty made-up programmes, beside what
 * the parameters say that they were made by.
 */
class FindingSummary_SeedsTest {
  private static final Framework FRAMEWORK = withOneComparator(FrameworkReader.read("iaow-2013"));
  private static final SyntheticParameters PARAMETERS =
      SyntheticParameters.read(FRAMEWORK, null)
          .only(List.of("DTV", "KNT", "LDN", "NSP", "WPT", "YSN"));
  private static final String PRONOUNCED = "norfolk-and-suffolk-pronounced";
  private static final int SEEDS = 20;

  /** What inspectors reported in March 2014, each with measures any of which says so. */
  private static final Map<String, List<String>> STRENGTHS =
      Map.of(
          "S1 court reports", List.of("question-report_sufficient_information"),
          "S2 individual needs",
              List.of("question-individual_needs_assessed", "question-barriers_identified"),
          "S3 non-compliance", List.of("question-noncompliance_investigated"),
          "S4 interventions",
              List.of("question-interventions_delivered", "question-interventions_responsibility"),
          "S5 partners and leadership",
              List.of("question-partners_strategic", "question-trust_well_led"),
          "statutory victim contact",
              List.of("section-5.5", "question-victim_contact_timely", "question-victim_informed"));

  private static final Map<String, List<String>> CONCERNS =
      Map.of(
          "C1 reviews of reoffending", List.of("question-reoffending_review_sufficient"),
          "C2 managing the risk of harm",
              List.of(
                  "question-harm_minimised",
                  "question-harm_plan_sufficient",
                  "question-harm_reviewed"),
          "C3 home visits",
              List.of("cp-initial-home-visit-child-protection", "cp-initial-home-visit-high-risk"),
          "C4 victims' safety",
              List.of("question-victim_safety_priority", "question-victim_concerns"));

  @Test
  void where_the_parameters_hold_them_all_ten_statements_are_said() {
    SoftAssertions soft = new SoftAssertions();
    summaries(PARAMETERS.withProfile("NSP", PRONOUNCED))
        .forEach(
            (seed, summary) -> {
              STRENGTHS.forEach(
                  (said, any) ->
                      soft.assertThat(measures(summary.strengths()))
                          .as("seed %d, %s", seed, said)
                          .containsAnyElementsOf(any));
              CONCERNS.forEach(
                  (said, any) ->
                      soft.assertThat(measures(summary.concerns()))
                          .as("seed %d, %s", seed, said)
                          .containsAnyElementsOf(any));
              soundly(soft, "seed " + seed, summary, PRONOUNCED);
            });
    soft.assertAll();
  }

  @Test
  void in_programmes_like_the_sample_at_least_eight_are_said_on_the_mean() {
    SoftAssertions soft = new SoftAssertions();
    Map<Long, FindingSummary> summaries = summaries(PARAMETERS);
    summaries.forEach(
        (seed, summary) -> soundly(soft, "seed " + seed, summary, "norfolk-and-suffolk"));
    soft.assertAll();
    double said =
        summaries.values().stream()
            .mapToLong(one -> said(one.strengths(), STRENGTHS) + said(one.concerns(), CONCERNS))
            .average()
            .orElseThrow();
    assertThat(said).isGreaterThan(8);
  }

  private static long said(List<FindingStatement> statements, Map<String, List<String>> expected) {
    return expected.values().stream()
        .filter(any -> any.stream().anyMatch(measures(statements)::contains))
        .count();
  }

  /** Nothing twice, and nothing that the parameters do not hold. */
  private static void soundly(
      SoftAssertions soft, String seed, FindingSummary summary, String profile) {
    for (List<FindingStatement> statements : List.of(summary.strengths(), summary.concerns())) {
      soft.assertThat(statements).as(seed).hasSizeLessThanOrEqualTo(6);
    }
    Set<String> told = new HashSet<>();
    Stream.concat(summary.strengths().stream(), summary.concerns().stream())
        .flatMap(statement -> statement.findings().stream())
        .forEach(
            finding -> {
              List<String> questions = finding.score().measure().questions();
              soft.assertThat(questions)
                  .as("%s says twice: %s", seed, questions)
                  .noneMatch(told::contains);
              told.addAll(questions);
              soft.assertThat(isHeld(finding, PARAMETERS.profiles().get(profile)))
                  .as("%s: %s is a %s", seed, questions, finding.kind())
                  .isTrue();
            });
  }

  /** Whether the parameters hold what a finding says: the direction, or the score. */
  private static boolean isHeld(Finding finding, Profile profile) {
    List<Question> questions =
        FRAMEWORK.questions().stream()
            .filter(question -> finding.score().measure().questions().contains(question.id()))
            .toList();
    boolean isStrength = finding.kind() == Kind.STRENGTH;
    if (finding.ground() instanceof Finding.Comparative) {
      double effect = questions.stream().mapToDouble(q -> effect(q, profile)).average().orElse(0);
      return isStrength ? effect > 0 : effect < 0;
    }
    double percent =
        questions.stream()
            .mapToDouble(q -> 100 / (1 + Math.exp(-logit(q, profile) - effect(q, profile))))
            .average()
            .orElse(0);
    FindingRules rules = FRAMEWORK.findingPatterns().rules();
    return isStrength ? percent > rules.aloneStrengthAbove() : percent < rules.aloneConcernBelow();
  }

  private static double logit(Question question, Profile profile) {
    double rate = profile.questions().get(question.id()).sufficient();
    return Math.log(rate / (1 - rate));
  }

  /** How far the trust's work differs from that of the others, who differ by chance only. */
  private static double effect(Question question, Profile profile) {
    return profile.questions().get(question.id()).effect()
        + question.sections().stream()
            .mapToDouble(section -> profile.sections().getOrDefault(section, 0.0))
            .average()
            .orElse(0);
  }

  private static List<String> measures(List<FindingStatement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.findings().stream())
        .map(finding -> finding.score().measure().id())
        .toList();
  }

  private static Map<Long, FindingSummary> summaries(SyntheticParameters parameters) {
    return LongStream.rangeClosed(1, SEEDS)
        .parallel()
        .boxed()
        .collect(
            Collectors.toMap(
                seed -> seed,
                seed -> summary(parameters, seed),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static FindingSummary summary(SyntheticParameters parameters, long seed) {
    Results results =
        Benchmark.of(
            FRAMEWORK,
            new AnalysisRules(AnalysisRules.POOLED, 10),
            Programmes.inspected(FRAMEWORK, parameters, seed));
    return FindingSummary.of(results).stream()
        .filter(summary -> summary.inspection().trust().code().equals("NSP"))
        .findFirst()
        .orElseThrow();
  }

  /** Of six trusts of one tranche all comparators are the same. */
  private static Framework withOneComparator(Framework framework) {
    return FrameworkReader.read(
        framework.id(),
        framework.files().stream()
            .map(
                file ->
                    new Framework.SourceFile(
                        file.name(),
                        file.text()
                            .replaceAll("(?s)(\"comparators\": \\[\\s*\\{[^}]*\\}).*?\\]", "$1]")))
            .toList());
  }
}
