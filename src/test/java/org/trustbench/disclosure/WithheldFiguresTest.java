package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** What a release remembers of what it withheld. */
class WithheldFiguresTest {
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final String TABLE =
      """
      plan    3/7    0/0
      pace   12/20  20/30
      marked 12/20  20/30
      safe   12/20  20/30
      talk    4/6    0/0
      """;

  private static WithheldFigures suppressed(String table) {
    InspectionTallies one = Judged.inspection("HILL", table);
    return WithheldFigures.of(
            FRAMEWORK,
            List.of(one),
            Suppression.of(FRAMEWORK, List.of(one), DisclosureRules.STANDARD, true))
        .get(0);
  }

  @Test
  void measures_pathways_and_numbers_of_cases_withheld_are_listed_by_their_letters() {
    WithheldFigures suppressed = suppressed(TABLE);
    assertThat(suppressed.inspectionId()).isEqualTo("HILL-2014");
    assertThat(suppressed.withheld())
        .containsExactly(
            "cases of every kind",
            "pathway way",
            "question-pace",
            "question-plan",
            "question-talk",
            "section-A2",
            "section-A4");
  }

  @Test
  void the_hash_is_of_the_counts() {
    assertThat(suppressed(TABLE).countsHash())
        .hasSize(64)
        .isEqualTo(suppressed(TABLE).countsHash())
        .isNotEqualTo(suppressed(TABLE.replace("20/30", "21/30")).countsHash());
  }

  @Test
  void what_a_framework_counts_is_known_whatever_its_labels() {
    String own = WithheldFigures.countingHash(FRAMEWORK);
    assertThat(own).hasSize(64);
    assertThat(
            WithheldFigures.countingHash(
                TinyFramework.read(json -> json.replace("Safe in late classes", "Safety late"))))
        .isEqualTo(own);
    assertThat(
            WithheldFigures.countingHash(
                TinyFramework.read(
                    json ->
                        json.replace(
                            "\"questions\": [\"safe\"], \"when\"",
                            "\"questions\": [\"safe\", \"plan\"], \"when\""))))
        .isNotEqualTo(own);
    assertThat(
            WithheldFigures.countingHash(
                TinyFramework.read(
                    json ->
                        json.replace(
                            "{ \"label\": \"Safe\", \"questions\": [\"safe\"] }",
                            "{ \"label\": \"Safe\", \"questions\": [\"safe\", \"plan\"] }"))))
        .isNotEqualTo(own);
  }

  @Test
  void a_mean_of_questions_is_withheld_with_any_of_them() {
    SuppressionPattern pattern =
        new SuppressionPattern(
            Map.of("HILL-2014", Set.of("question-plan")), Map.of(), Set.of("DALE-2014"));
    SuppressionPattern more = pattern.completeMeans(FRAMEWORK);
    assertThat(more.measures().get("HILL-2014"))
        .contains("question-plan", "section-A1", "theme-A", "overall")
        .doesNotContain("section-A2", "theme-B", "question-pace");
    assertThat(more.sizes()).containsExactly("DALE-2014");
    assertThat(pattern.isWithheld("HILL-2014", "question-plan")).isTrue();
    assertThat(pattern.isWithheld("HILL-2014", "question-pace")).isFalse();
    assertThat(pattern.isWithheld("DALE-2014", "question-plan")).isFalse();
    assertThat(pattern.isPathwayWithheld("HILL-2014", "way")).isFalse();
  }

  @Test
  void of_a_release_by_means_every_measure_of_a_small_question_is_withheld() {
    InspectionTallies one = Judged.inspection("HILL", TABLE);
    ReleaseContent internal =
        ReleaseContent.internal(
            true,
            Benchmark.of(
                FRAMEWORK, new AnalysisRules(AnalysisRules.MEAN_OF_QUESTIONS, 10), List.of(one)),
            List.of(),
            List.of(),
            List.of());
    Disclosure.Disclosed disclosed = Disclosure.disclosed(internal, DisclosureRules.STANDARD);
    assertThat(disclosed.suppressed()).containsExactly(suppressed(TABLE));
    assertThat(disclosed.content().results().scores())
        .filteredOn(score -> score.measure().id().equals("overall"))
        .allMatch(score -> score.score() == null);
    // 32 of 50.
    assertThat(disclosed.content().results().scores())
        .filteredOn(score -> score.measure().id().equals("question-marked"))
        .extracting(score -> score.score())
        .containsExactly(.64);
  }

  @Test
  void what_is_not_shown_of_an_inspection_is_as_if_it_were_not_there() {
    InspectionTallies one = Judged.inspection("HILL", TABLE);
    SuppressionPattern pattern =
        new SuppressionPattern(
            Map.of("HILL-2014", Set.of("question-pace")),
            Map.of("HILL-2014", Set.of("way")),
            Set.of());
    InspectionTallies shown = pattern.shown(FRAMEWORK, one);
    assertThat(shown.counts())
        .doesNotContainKeys("question-pace", "pathway-way-1", "pathway-way-2", "pathway-way-3")
        .containsKeys("question-plan", "overall");
    assertThat(new SuppressionPattern(Map.of(), Map.of(), Set.of()).shown(FRAMEWORK, one).counts())
        .isEqualTo(one.counts());
  }
}
