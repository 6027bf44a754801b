package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyForms;

/** What is withheld of inspections by two versions of a form, {@link TinyForms}. */
class SuppressionOfFormsTest {
  private static final String ROAD =
      """
      { "id": "road", "label": "Road", "when": { "attribute": "stage", "in": ["late"] }, "steps": [
        { "label": "Planned", "questions": ["plan"] },
        { "label": "Taught", "questions": ["pace"] }] },
      """;

  @TempDir Path folder;

  private SuppressionPattern withheld(String version, String table) {
    TinyForms.write(
        folder,
        json -> json.replace("\"pathways\": [", "\"pathways\": [" + ROAD),
        questions -> questions);
    Framework framework = FrameworkReader.read(folder.toString());
    Codebook codebook = new Codebook(framework);
    InspectionTallies one = Judged.inspection(codebook.atForm(version), "HILL", table);
    InspectionTallies made =
        new InspectionTallies(
            "HILL-X",
            one.trust(),
            null,
            LocalDate.of(2016, 1, 1),
            null,
            null,
            null,
            null,
            one.cases(),
            version,
            true,
            one.counts());
    return Suppression.of(framework, List.of(made), DisclosureRules.STANDARD, true);
  }

  @Test
  void a_pathway_is_held_to_the_questions_of_its_own_version() {
    SuppressionPattern old =
        withheld("0", "plan 40/80 50/90\npace 40/80 50/90\nmarked 40/80 50/90\nsafe 40/80 50/90");
    SuppressionPattern present =
        withheld(
            "1", "plan 40/80 50/90\ntempo 40/80 50/90\nfed_back 40/80 50/90\nsafe 40/80 50/90");

    assertThat(old.measures().get("HILL-X")).isEmpty();
    assertThat(present.measures().get("HILL-X")).isEmpty();
    assertThat(present.pathways().get("HILL-X")).isEmpty();
  }

  @Test
  void a_step_on_few_cases_is_withheld_on_the_other_version_too() {
    SuppressionPattern present =
        withheld("1", "plan 2/80 50/90\ntempo 40/80 50/90\nfed_back 40/80 50/90\nsafe 40/80 50/90");

    assertThat(present.pathways().get("HILL-X")).isEqualTo(Set.of("road"));
  }
}
