package org.trustbench.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Form;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyForms;

/** What changed over two versions of a form, {@link TinyForms}. */
class FormsTest {
  @TempDir Path folder;
  private Framework framework;
  private Codebook codebook;

  @BeforeEach
  void a_form_of_two_versions() {
    framework = TinyForms.read(folder);
    codebook = new Codebook(framework);
  }

  private InspectionTallies inspected(String school, int year, String version, String table) {
    InspectionTallies one = Judged.inspection(codebook.atForm(version), school, table);
    return new InspectionTallies(
        school + "-" + year,
        one.trust(),
        null,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 1, 31),
        LocalDate.of(year, 3, 1),
        null,
        null,
        one.cases(),
        version,
        true,
        one.counts());
  }

  private Results results(InspectionTallies... inspections) {
    return Benchmark.of(
        framework, new AnalysisRules(AnalysisRules.POOLED, 10), List.of(inspections));
  }

  private InspectionTallies before() {
    return inspected(
        "HILL", 2014, "0", "plan 3/10 9/20\npace 4/10 8/20\nmarked 5/10 9/20\nsafe 4/10 9/20");
  }

  private InspectionTallies after() {
    return inspected(
        "HILL", 2016, "1", "plan 9/10 16/20\ntempo 8/10 15/20\nfed_back 5/10 9/20\nsafe 4/10 9/20");
  }

  private List<String> lines(List<ScoreChange> changes) {
    return changes.stream()
        .map(
            one ->
                "%s %s %s"
                    .formatted(
                        one.earlier().measure().id(),
                        one.measure().id(),
                        one.reason().map(ScoreChange.Reason::name).orElse("compared")))
        .filter(
            line -> !line.contains("safe-late") && !line.contains("A4") && !line.contains("talk"))
        .toList();
  }

  @Test
  void only_measures_all_of_whose_questions_are_the_same_are_compared() {
    assertThat(lines(ScoreChanges.of(results(before(), after()))))
        .containsExactly(
            "overall overall FORM_CHANGED",
            "theme-A theme-A FORM_CHANGED",
            "theme-B theme-B compared",
            "section-A1 section-A1 compared",
            "section-A2 section-A2 FORM_CHANGED",
            "section-B1 section-B1 compared",
            "question-plan question-plan compared",
            "question-pace question-tempo compared",
            "question-fed_back question-fed_back FORM_CHANGED",
            "question-safe question-safe compared");
  }

  /** By hand: pace 12 of 30, tempo 23 of 30; plan and pace 24 of 60, plan and tempo 48 of 60. */
  @Test
  void what_is_declared_the_same_is_counted_as_one() {
    assertThat(ScoreChanges.of(results(before(), after())))
        .filteredOn(one -> Set.of("question-tempo", "section-A1").contains(one.measure().id()))
        .extracting(ScoreChange::difference)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(48 / 60.0 - 24 / 60.0, 23 / 30.0 - 12 / 30.0);
  }

  @Test
  void what_a_version_does_not_ask_is_not_missing_there() {
    assertThat(before().total("overall").notRecorded()).isZero();
    assertThat(before().total("question-tempo").casesInScope()).isZero();
    assertThat(
            inspected("HILL", 2014, "1", "plan 3/10 9/20\ntempo 4/10 8/20")
                .total("question-fed_back")
                .notRecorded())
        .isEqualTo(30);
  }

  @Test
  void the_public_is_told_of_no_other_changes_over_versions() {
    Results results = results(before(), after());
    Set<String> exact =
        ScoreChanges.of(results).stream()
            .filter(one -> one.reason().equals(Optional.of(ScoreChange.Reason.FORM_CHANGED)))
            .map(one -> one.measure().id())
            .collect(Collectors.toSet());

    assertThat(PublishedChanges.of(results, Set.of("HILL-2014", "HILL-2016")))
        .filteredOn(one -> one.reason().equals(Optional.of(ScoreChange.Reason.FORM_CHANGED)))
        .extracting(one -> one.measure().id())
        .containsExactlyInAnyOrderElementsOf(exact);
  }

  @Test
  void a_measure_says_since_which_version_it_can_be_followed() {
    FormComparison forms = new FormComparison(framework);

    assertThat(
            framework.measures().stream()
                .filter(one -> List.of("overall", "section-A1", "question-pace").contains(one.id()))
                .map(one -> forms.followedSince(one).map(Form::version)))
        .containsExactly(Optional.of("1"), Optional.of("0"), Optional.empty());
  }

  @Test
  void institutions_are_set_beside_one_another_by_the_latest_version_alone() {
    InspectionTallies old =
        inspected(
            "DALE", 2014, "0", "plan 3/10 9/20\npace 4/10 8/20\nmarked 5/10 9/20\nsafe 4/10 9/20");

    assertThat(results(before(), after(), old).inspections())
        .extracting(InspectionTallies::inspectionId)
        .containsExactly("HILL-2016");
    assertThat(results(before(), old).inspections())
        .extracting(InspectionTallies::inspectionId)
        .containsExactly("DALE-2014", "HILL-2014");
  }

  @Test
  void a_rule_over_questions_that_a_version_does_not_all_ask_has_nothing_to_say() {
    assertThat(framework.atForm("1").measure("pathway-way-1").questions()).isEmpty();
    assertThat(framework.atForm("1").measure("question-plan").questions()).containsExactly("plan");
  }

  @Test
  void a_rating_rests_on_the_measure_that_the_version_has() {
    TinyForms.write(
        folder,
        json ->
            json.replace(
                "\"layouts\":",
                """
                "ratings": { "whose": "Invented.",
                  "scale": [{ "id": "good", "label": "Good" }, { "id": "poor", "label": "Poor" }],
                  "rules": [{ "id": "r", "label": "R", "score_of": "question-pace", "bands": [
                    { "rating": "good", "at_least": 50 }, { "rating": "poor", "at_least": 0 }] }] },
                "layouts":\
                """),
        questions -> questions);
    framework = FrameworkReader.read(folder.toString());
    codebook = new Codebook(framework);

    assertThat(InspectionRating.of(results(before(), after()), List.of()))
        .extracting(one -> one.inspection().inspectionId() + " " + one.label())
        .containsExactlyInAnyOrder("HILL-2014 Poor", "HILL-2016 Good");
  }
}
