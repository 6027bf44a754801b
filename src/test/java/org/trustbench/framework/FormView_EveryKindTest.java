package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.TinyForms;

/**
 * What every kind of measure is on the other version of {@link TinyForms}, each declared by the
 * question of one version alone: {@code pace} became {@code tempo}, and {@code safe}, graded from 1
 * on, became {@code secure}, which is graded the other way round.
 */
class FormView_EveryKindTest {
  private static final String MEASURES =
      """
      { "id": "taught", "kind": "safety", "label": "Taught", "questions": ["plan", "pace"] },
      { "id": "sound", "kind": "safety", "label": "Sound", "rule": { "all": ["plan", "tempo"] } },
      { "id": "best", "kind": "safety", "label": "Best",
        "rule": { "any": [{ "question": "safe", "answers": ["1"] }, "pace"] } },
      { "id": "kept", "kind": "safety", "label": "Kept", "classes": [
        { "id": "well", "label": "Well", "rule": { "at_least": 2, "of": ["plan", "pace", "safe"] } },
        { "id": "half", "label": "Half", "rule": { "at_least_percent": 50, "of": ["plan", "safe"] } },
        { "id": "not", "label": "Not" }] },
      { "id": "read", "kind": "safety", "label": "Read", "rule": { "all": ["plan", "marked"] } },
      """;
  private static final String PATHWAY =
      """
      { "id": "road", "label": "Road", "when": { "attribute": "stage", "in": ["late"] }, "steps": [
        { "label": "Planned", "questions": ["plan"] },
        { "label": "Taught", "questions": ["pace"] },
        { "label": "Safe", "questions": ["secure"] }] },
      """;
  private static final String OTHERS =
      """
      "scales": [{ "id": "grades", "grades": ["1", "2", "3", "4"], "interval": true,
        "questions": ["safe"], "reversed": ["secure"] }],
      "ratings": { "whose": "Invented.",
        "scale": [{ "id": "good", "label": "Good" }, { "id": "poor", "label": "Poor" }],
        "rules": [{ "id": "r", "label": "R", "score_of": "question-pace", "bands": [
          { "rating": "good", "at_least": 50 }, { "rating": "poor", "at_least": 0 }] }] },
      "targets": [{ "id": "g", "label": "G", "target": 80, "measures": ["question-pace", "sound"] },
        { "id": "h", "label": "H", "target": 90, "measures": ["question-secure"] }],
      "findings": { "topics": [{ "id": "t", "name": "t", "well": "w", "attention": "a",
        "figures": [{ "measure": "question-tempo" }] }] },
      """;
  private static final String SAFE = "safe,Pupils safe,Were the pupils safe?,B1,1|2|3|4,1|2,lesson";

  @TempDir Path folder;

  private void write(UnaryOperator<String> json, UnaryOperator<String> questions) {
    TinyForms.write(
        folder,
        text ->
            json.apply(
                text.replace("\"measures\": [", "\"measures\": [" + MEASURES)
                    .replace("\"pathways\": [", "\"pathways\": [" + PATHWAY)
                    .replace("\"layouts\":", OTHERS + "\"layouts\":")),
        text ->
            questions.apply(
                text.replace(
                    SAFE + ",,",
                    SAFE + ",0,\nsecure,Secure,Were they secure?,B1,1|2|3|4,3|4,lesson,1,safe")));
  }

  private Framework read() {
    write(json -> json, questions -> questions);
    return FrameworkReader.read(folder.toString());
  }

  private static String said(Framework framework, String version, String measureId) {
    Measure measure = framework.atForm(version).measure(measureId);
    String counting =
        measure.counting() instanceof CountingRule.Composite composite
            ? composite.classes().stream().map(CaseRuleText::of).toList().toString()
            : measure.counting() instanceof CountingRule.Judgements
                ? ""
                : measure.counting().toString().replaceFirst("^\\w+", "");
    return "%s %s%s".formatted(version, measure.questions(), counting);
  }

  @Test
  void each_is_of_the_questions_that_the_version_asks() {
    Framework framework = read();

    assertThat(
            List.of(
                said(framework, "0", "taught"),
                said(framework, "1", "taught"),
                said(framework, "0", "safe-late"),
                said(framework, "1", "safe-late"),
                said(framework, "0", "sound"),
                said(framework, "1", "sound"),
                said(framework, "1", "best"),
                said(framework, "1", "kept"),
                said(framework, "0", "read"),
                said(framework, "1", "read"),
                said(framework, "0", "pathway-road-3"),
                said(framework, "1", "pathway-road-3"),
                said(framework, "1", "pathway-way-1"),
                said(framework, "1", "section-A1")))
        .containsExactly(
            "0 [plan, pace]",
            "1 [plan, tempo]",
            "0 [safe]",
            "1 [secure]",
            "0 [plan, pace][all of (plan, pace)]",
            "1 [plan, tempo][all of (plan, tempo)]",
            "1 [secure, tempo][any of (secure is 4, tempo)]",
            "1 [plan, tempo, secure][at least 2 of (plan, tempo, secure), at least 50 % of (plan,"
                + " secure)]",
            "0 [plan, marked][all of (plan, marked)]",
            "1 []",
            "0 [safe][earlier=[plan, pace]]",
            "1 [secure][earlier=[plan, tempo]]",
            "1 []",
            "1 [plan, tempo]");
  }

  @Test
  void cuts_and_mean_grades_of_a_question_go_on_as_those_of_the_question_that_is_the_same() {
    Framework framework = read();
    FormComparison forms = new FormComparison(framework);

    assertThat(
            framework.measures().stream()
                .filter(measure -> measure.id().startsWith("question-safe"))
                .map(measure -> measure.id() + " is " + forms.on(measure, "1").id()))
        .containsExactly(
            "question-safe is question-secure",
            "question-safe-at-least-1 is question-secure-at-least-1",
            "question-safe-at-least-3 is question-secure-at-least-3",
            "question-safe-mean-grade is question-secure-mean-grade");
    assertThat(forms.on(framework.measure("question-secure-at-least-3"), "0").id())
        .isEqualTo("question-safe-at-least-3");
  }

  @Test
  void every_measure_says_since_when_it_can_be_followed() {
    Framework framework = read();
    FormComparison forms = new FormComparison(framework);

    assertThat(
            framework.measures().stream()
                .filter(
                    measure ->
                        forms.followedSince(measure).map(Form::version).equals(Optional.of("0")))
                .map(Measure::id))
        .containsExactlyInAnyOrder(
            "theme-B",
            "section-A1",
            "section-A4",
            "section-B1",
            "taught",
            "sound",
            "best",
            "kept",
            "safe-late",
            "pathway-road-1",
            "pathway-road-2",
            "pathway-road-3",
            "question-plan",
            "question-tempo",
            "question-secure",
            "question-talk",
            "kept-at-least-half",
            "question-secure-at-least-1",
            "question-secure-at-least-3",
            "question-secure-mean-grade",
            "safe-late-at-least-1",
            "safe-late-at-least-3",
            "safe-late-mean-grade");
  }

  @Test
  void ratings_targets_and_topics_are_of_the_measure_that_the_version_has() {
    Framework framework = read();

    assertThat(framework.atForm("1").ratingRules().rules().get(0).basis())
        .isInstanceOfSatisfying(
            RatingRule.Score.class,
            score -> assertThat(score.measureId()).isEqualTo("question-tempo"));
    assertThat(framework.atForm("1").targets().get(0).measures())
        .containsExactly("question-tempo", "sound");
    assertThat(framework.atForm("0").findingPatterns().topics().get(0).figures().get(0).measureId())
        .isEqualTo("question-pace");
  }

  @Test
  void what_cannot_be_followed_is_named_with_the_reason() {
    assertThat(FrameworkNotes.of(read(), 0))
        .filteredOn(note -> note.startsWith("not followed"))
        .containsExactly(
            "not followed from version 0 to 1, since version 0 alone asks marked and version 1"
                + " alone asks fed_back: overall, theme-A, section-A2",
            "not followed from version 0 to 1, since version 1 asks no marked: read,"
                + " pathway-way-1, pathway-way-2, pathway-way-3",
            "not followed from version 0 to 1, since version 0 alone asks marked: question-marked",
            "not followed from version 0 to 1, since version 1 alone asks fed_back:"
                + " question-fed_back");
  }

  @Test
  void grades_that_are_others_are_not_followed() {
    write(json -> json, questions -> questions.replace("B1,1|2|3|4,3|4", "B1,1|2|4,4"));
    Framework framework = FrameworkReader.read(folder.toString());

    assertThat(framework.atForm("1").measure("best").questions()).isEmpty();
    assertThat(FrameworkNotes.of(framework, 0))
        .contains(
            "not followed from version 0 to 1, since the answers to safe, secure are others in"
                + " version 1: best");
  }

  @Test
  void a_cut_that_moved_is_a_mistake() {
    write(json -> json, questions -> questions.replace("B1,1|2|3|4,3|4", "B1,1|2|3|4,4"));

    assertThat(FrameworkReader.check(folder.toString()).mistakes())
        .extracting(Mistake::wrong)
        .containsExactly("secure is sufficient where 4, safe where 1|2, on one scale");
  }

  @Test
  void a_rule_that_names_two_questions_that_are_the_same_is_a_mistake() {
    write(
        json -> json.replace("[\"plan\", \"tempo\"]", "[\"pace\", \"tempo\"]"),
        questions -> questions);

    assertThat(FrameworkReader.check(folder.toString()).mistakes())
        .extracting(Mistake::wrong)
        .containsExactly("its rule names both pace and tempo, which are the same");
  }

  @Test
  void two_targets_for_a_question_through_its_versions_are_a_mistake() {
    write(json -> json.replace("question-secure\"]", "question-tempo\"]"), text -> text);

    assertThat(FrameworkReader.check(folder.toString()).mistakes())
        .extracting(Mistake::wrong)
        .containsExactly("question-tempo is held to g already");
  }

  /** Each time anew, as what is asked first is worked out then. */
  @Test
  void writers_of_a_release_may_ask_at_once() {
    Framework framework = read();
    List<Optional<Form>> alone =
        framework.measures().stream().map(new FormComparison(framework)::followedSince).toList();
    for (int again = 0; again < 300; again++) {
      FormComparison forms = new FormComparison(framework);

      assertThat(framework.measures().parallelStream().map(forms::followedSince).toList())
          .isEqualTo(alone);
    }
  }

  @Test
  void what_asks_one_question_on_every_version_has_one_judgement_a_case() {
    Framework framework = read();

    assertThat(framework.measure("safe-late").questions()).containsExactly("safe", "secure");
    assertThat(framework.measure("safe-late").questionsAtOnce()).isEqualTo(1);
    assertThat(framework.measure("section-A1").questionsAtOnce()).isEqualTo(2);
    assertThat(framework.measure("question-talk").questionsAtOnce()).isEqualTo(1);
  }
}
