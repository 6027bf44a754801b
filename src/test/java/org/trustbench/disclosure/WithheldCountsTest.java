package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;
import org.trustbench.terms.Term;
import org.trustbench.terms.Terms;

class WithheldCountsTest {
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final String LARGE =
      """
      plan   13/20  20/31
      pace   12/20  21/31
      marked 11/20  20/31
      safe   12/20  23/31
      """;

  private static Disclosure.Disclosed disclosed(InspectionTallies... inspections) {
    return Disclosure.disclosed(
        ReleaseContent.internal(
            true,
            Benchmark.of(
                FRAMEWORK, new AnalysisRules(AnalysisRules.POOLED, 10), List.of(inspections)),
            List.of(),
            List.of(),
            List.of()),
        DisclosureRules.STANDARD);
  }

  private static String sentence(Disclosure.Disclosed disclosed) {
    return disclosed.counts().orElseThrow().sentence(DisclosureRules.STANDARD, Terms.STANDARD);
  }

  private static long suppressed(Disclosure.Disclosed disclosed) {
    return disclosed.content().results().scores().stream()
        .filter(score -> !score.measure().isPathwayStep())
        .filter(score -> score.availability() == Availability.SUPPRESSED)
        .count();
  }

  @Test
  void every_score_that_is_withheld_has_one_reason() {
    for (String judged :
        List.of(LARGE, LARGE.replace("safe   12/20  23/31", "safe 3/6 1/2"), "plan 20/20 31/31")) {
      Disclosure.Disclosed disclosed =
          disclosed(Judged.inspection("HILL", judged), Judged.inspection("DALE", LARGE));
      WithheldCounts counts = disclosed.counts().orElseThrow();

      assertThat(counts.few() + counts.alike() + counts.derivable())
          .as(judged)
          .isEqualTo(suppressed(disclosed));
      assertThat(counts.scores()).isEqualTo(26);
    }
  }

  @Test
  void few_cases_and_judgements_all_alike_are_told_apart() {
    assertThat(sentence(disclosed(Judged.inspection("HILL", "plan 1/4 1/3"))))
        .startsWith(
            "withheld from the public: 4 of 13 scores (4 on fewer than 10 cases, or on as few"
                + " judgements as those may have)");
    assertThat(sentence(disclosed(Judged.inspection("HILL", "plan 20/20 31/31"))))
        .startsWith(
            "withheld from the public: 4 of 13 scores (4 that would be shown as 0 % or"
                + " 100 %)");
  }

  @Test
  void the_sentence_has_the_words_of_the_programme_and_groups_digits() {
    Terms terms = new Terms(Term.of("pool", "pools"), Term.of("visit", "visits"));

    assertThat(
            new WithheldCounts(4620, 40, 0, 23, 1035, 2, 1)
                .sentence(DisclosureRules.STANDARD, terms))
        .isEqualTo(
            "withheld from the public: 63 of 4,620 scores (40 on fewer than 10 visits, or on as few"
                + " judgements as those may have, 23 from which one of these could be worked out);"
                + " pathways of 2 of 1,035 inspections; the number of visits of 1 of 1,035"
                + " inspections");
    assertThat(new WithheldCounts(13, 0, 0, 0, 1, 0, 0).sentence(DisclosureRules.STANDARD, terms))
        .isEqualTo("withheld from the public: 0 of 13 scores");
  }
}
