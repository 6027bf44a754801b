package org.trustbench.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.SchoolProgramme;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.Judged;
import org.trustbench.support.Programmes;
import org.trustbench.support.TinyFramework;
import org.trustbench.synth.SyntheticParameters;

/** What is written of schools, and of a trust, in the words that their frameworks hold. */
class FindingTextsTest {
  private static final String OTHERS =
      """
      DALE plan 14/20 14/20, pace 14/20 14/20, marked 14/20 14/20, safe 14/20 14/20
      FORD plan 14/20 14/20, pace 14/20 14/20, marked 14/20 14/20, safe 14/20 14/20
      S01 plan 14/20 14/20, pace 14/20 14/20, marked 14/20 14/20, safe 14/20 14/20
      """;
  private static final String OWN_WORDS =
      """
      "institution": { "one": "pool", "many": "pools" }, "case": { "one": "visit", "many": "visits" },
      "findings": {
        "topics": [
          { "id": "water", "name": "water", "well": "{An institution} to swim in",
            "attention": "The water of the {institution} was not fit to swim in",
            "figures": [
              { "measure": "question-plan", "said": "the water was clear" },
              { "measure": "question-marked", "said": "the water was tested", "of": "dry {cases}" }] }],
        "sentences": {
          "headline_concerns": "{trust} has work to do: {concerns}.",
          "concerns": "To be put right",
          "figure": "{said} at {score} of {base}, and at {benchmark} {others}.",
          "others": "elsewhere",
          "clear": "No doubt." } },
      """;

  private static ReleaseContent schools(String more, String hill) {
    return schools(json -> json.replace("\"layouts\"", more + "\"layouts\""), hill);
  }

  private static ReleaseContent schools(UnaryOperator<String> change, String hill) {
    Codebook form = TinyFramework.codebook(change, List.of("S01,School 1,,,"));
    return ReleaseContent.internal(
        false,
        Benchmark.of(
            form.framework(),
            new AnalysisRules(AnalysisRules.POOLED, 10),
            ("HILL " + hill + "\n" + OTHERS)
                .lines()
                .map(
                    line ->
                        Judged.inspection(
                            form,
                            line.substring(0, line.indexOf(' ')),
                            line.substring(line.indexOf(' ') + 1).replace(", ", "\n")))
                .toList()),
        List.of(),
        List.of(),
        List.of());
  }

  private static String written(ReleaseContent content, String trust) {
    FindingText text = FindingTexts.of(content).of(trust).orElseThrow();
    return (text.headline()
            + "\n"
            + text.overall()
            + "\n"
            + text.parts().stream()
                .map(
                    part ->
                        part.heading()
                            + "\n"
                            + (part.items().isEmpty() ? part.nothing() + "\n" : "")
                            + part.items().stream()
                                .map(FindingTextsTest::item)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining()))
        .replace('\u00a0', ' ');
  }

  private static String item(FindingText.Item item) {
    return "- %s %s%s / %s%n"
        .formatted(
            item.lead(),
            item.figures().stream()
                .map(FindingText.Figure::sentence)
                .collect(Collectors.joining(" ")),
            item.more().isEmpty() ? "" : " " + item.more(),
            String.join(" ", item.hedge()));
  }

  @Test
  void a_framework_without_patterns_gets_sentences_from_its_labels_and_terms() {
    assertThat(
            written(
                schools("", "plan 5/20 5/20, pace 5/20 5/20, marked 5/20 5/20, safe 14/20 14/20"),
                "HILL"))
        .isEqualTo(
            """
            Hill School: attention needed in Teaching; no strength stands out.
            Overall: 36 % of the 160 judgements sufficient; in the other trusts together it was 70 % (lower).
            What was done well
            No work stands out as done well.
            What needs attention
            - Teaching. Teaching: 25 % of the 120 judgements; in the other trusts together it was 70 %. / Clear: chance hardly explains the difference.
            """);
  }

  @Test
  void a_framework_with_patterns_speaks_its_own_language() {
    assertThat(
            written(
                schools(
                    OWN_WORDS,
                    "plan 5/20 5/20, pace 14/20 14/20, marked 6/20 6/20, safe 14/20 14/20"),
                "HILL"))
        .isEqualTo(
            """
            Hill School has work to do: water.
            Overall: 49 % of the 160 judgements sufficient; elsewhere it was 70 % (lower).
            What was done well
            No work stands out as done well.
            To be put right
            - The water of the pool was not fit to swim in. the water was clear at 25 % of the 40 lessons, and at 70 % elsewhere. In 30 % of the 40 dry visits the water was tested (others 70 %). / No doubt.
            """
                .replace("40 lessons", "40 visits"));
  }

  @Test
  void the_share_of_an_outcome_of_whole_cases_is_one_of_cases() {
    String outcome =
        """
        "measures": [
          { "id": "met", "kind": "safety", "label": "Planned and marked",
            "rule": { "all": ["plan", "marked"] } },
        """;
    ReleaseContent content =
        schools(
            json -> json.replace("\"measures\": [", outcome),
            "plan 5/20 5/20, pace 14/20 14/20, marked 5/20 5/20, safe 14/20 14/20");

    assertThat(content.results().scores())
        .filteredOn(score -> score.inspection().trust().code().equals("HILL"))
        .filteredOn(score -> score.measure().id().equals("met"))
        .singleElement()
        .satisfies(
            score ->
                assertThat(new FindingWords(content.results().framework()).alone(score))
                    .contains("of the 40 cases"));
    assertThat(content.findings())
        .filteredOn(finding -> finding.score().measure().id().equals("met"))
        .isNotEmpty()
        .allMatch(finding -> finding.sentence().contains(" of 40 outcomes sufficient"));
  }

  @Test
  void a_score_alone_is_said_to_be_one_and_a_small_base_to_be_small() {
    assertThat(
            written(
                ReleaseContent.internal(
                    false,
                    SchoolProgramme.results("HILL 10/10 10/10 6/10 12/20 6/10 12/20 6/10 12/20"),
                    List.of(),
                    List.of(),
                    List.of()),
                "HILL"))
        .contains(
            "- Lesson planned. Lesson planned: 100 % of the 20 cases, most. / Said on the score"
                + " alone: it is not compared with others. The base is small: anything from 84 % to"
                + " 100 % is consistent with it.");
  }

  @Test
  void nothing_withheld_is_said_and_bases_are_rounded_for_the_public() {
    ReleaseContent internal =
        schools("", "plan 5/20 5/20, pace 5/20 5/20, marked 1/4 1/4, safe 14/20 14/20");
    ReleaseContent shown = Disclosure.forPublic(internal, new DisclosureRules(10, 5));
    assertThat(written(shown, "HILL")).contains("of about ").doesNotContain("of the 80 ");
    for (FindingText.Part part : FindingTexts.of(shown).of("HILL").orElseThrow().parts()) {
      assertThat(part.items())
          .allSatisfy(
              item ->
                  assertThat(item.measures().keySet())
                      .allSatisfy(
                          id ->
                              assertThat(
                                      shown.results().scores().stream()
                                          .filter(
                                              score ->
                                                  score.inspection().trust().code().equals("HILL"))
                                          .filter(score -> score.measure().id().equals(id))
                                          .findFirst()
                                          .orElseThrow()
                                          .score())
                                  .isNotNull()));
    }
  }

  /** What a press office would read of the sample. */
  @Test
  void of_the_sample_the_sentences_are_an_inspectors() {
    var framework = FrameworkReader.read("iaow-2013");
    SyntheticParameters parameters =
        SyntheticParameters.read(framework, null)
            .only(List.of("DTV", "KNT", "LDN", "NSP", "WPT", "YSN"));
    ReleaseContent content =
        ReleaseContent.internal(
            true,
            Benchmark.of(
                framework,
                new AnalysisRules(
                    AnalysisRules.POOLED,
                    BenchmarkRule.POOLED_OTHERS,
                    VerdictRule.DIFFERENCE,
                    10,
                    Optional.empty(),
                    Optional.of("NSP"),
                    Optional.of("tranche"),
                    List.of(),
                    false),
                Programmes.inspected(framework, parameters, parameters.seed())),
            List.of(),
            List.of(),
            List.of());
    assertThat(written(content, "NSP"))
        .contains(
            "- Home visits were not always made, or repeated often enough, where risk was high or"
                + " children needed protection. In 39 % of the 54 cases with child protection"
                + " concerns an initial home visit was made; in the other trusts of Tranche 2"
                + " together it was 61 %. In 34 % of the 73 cases of high risk or with child"
                + " protection concerns home visits were repeated as often as they should be"
                + " (others 53 %). / Indicative: ",
            "- Court reports gave sentencers what they needed. In 96 % of the 99 cases with a"
                + " report the report gave the court enough information to decide on a sentence; in"
                + " the other trusts of Tranche 2 together it was 82 %. / Clear: ");
    assertThat(FindingTexts.of(content).of("NSP").orElseThrow().notFromJudgements())
        .anyMatch(line -> line.startsWith("Recommendations to the trust"));
  }
}
