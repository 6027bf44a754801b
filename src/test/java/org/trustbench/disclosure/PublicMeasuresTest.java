package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.publish.Programmes;
import org.trustbench.support.TinyFramework;

/** What the public is shown nothing of, since disclosure control cannot reckon with it. */
class PublicMeasuresTest {
  private static final Framework FRAMEWORK =
      TinyFramework.read(
          json ->
              json.replace(
                  "\"measures\": [",
                  """
                  "scales": [{ "id": "s", "grades": ["1", "2", "3", "4"], "interval": true,
                    "questions": ["safe"] }],
                  "measures": [{ "id": "whole", "kind": "safety", "label": "Lesson in order",
                    "classes": [{ "id": "a", "label": "A", "rule": { "all": ["plan", "safe"] } },
                      { "id": "b", "label": "B", "rule": "plan" }, { "id": "c", "label": "C" }] },
                  """));

  @Test
  void a_framework_without_scales_and_rules_is_shown_as_it_is() {
    Framework plain = TinyFramework.read().withoutCaseMix();
    assertThat(PublicMeasures.of(plain)).isEqualTo(new PublicMeasures(plain, List.of()));
  }

  @Test
  void outcomes_of_cases_and_cuts_of_scales_are_in_no_public_content_and_it_says_so() {
    ReleaseContent internal =
        Programmes.content(
            FRAMEWORK, "pooled", Programmes.inspections(FRAMEWORK, 10, 12, 9), List.of());
    assertThat(internal.results().scores())
        .extracting(score -> score.measure().id())
        .contains("whole", "whole-at-least-b", "question-safe-at-least-1");

    ReleaseContent shown = Disclosure.forPublic(internal, DisclosureRules.STANDARD);
    assertThat(shown.results().framework().measures())
        .extracting(Measure::id)
        .contains("question-safe")
        .doesNotContain(
            "whole",
            "whole-at-least-b",
            "question-safe-at-least-1",
            "question-safe-at-least-3",
            "question-safe-mean-grade");
    assertThat(shown.results().scores())
        .allSatisfy(score -> assertThat(score.measure().id()).doesNotContain("whole", "at-least"));
    assertThat(shown.results().comparisons())
        .allSatisfy(
            one -> assertThat(one.score().measure().id()).doesNotContain("whole", "at-least"));
    assertThat(shown.protectionNotes())
        .anySatisfy(note -> assertThat(note).contains("outcomes of a whole case (Lesson in order)"))
        .anySatisfy(note -> assertThat(note).contains("each measure is shown at its own cut"));
  }
}
