package org.trustbench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.GradeDistribution;
import org.trustbench.framework.Measure;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.GradedProgramme;
import org.trustbench.support.TinyFramework;

/**
 * Shares at every cut of a scale: {@code safe} is graded from 1, the best, to 4; {@code risk} is
 * asked the other way round, so that 4 is the best; {@code part} has no grade 2.
 */
class GradeTalliesTest {
  @TempDir Path folder;
  private Codebook codebook;

  @BeforeEach
  void framework() throws IOException {
    TinyFramework.write(folder, json -> withGradesFirst(GradedProgramme.withScale(json)));
    Files.writeString(
        folder.resolve("questions.csv"),
        TinyFramework.QUESTIONS
            + "risk,Risk,How great was the risk?,B1,1|2|3|4,3|4,lesson\n"
            + "part,Part,How well was the part done?,A2,1|3|4,1,lesson\n");
    codebook = new Codebook(FrameworkReader.read(folder.toString()));
  }

  @Test
  void every_cut_is_a_measure_but_the_measures_own() {
    Framework framework = codebook.framework();
    assertThat(framework.distributions())
        .extracting(GradeDistribution::measureId)
        .containsExactly(
            "overall", "theme-B", "safe-late", "question-safe", "question-risk", "question-part");
    assertThat(distribution("question-safe").cuts())
        .containsExactly("question-safe-at-least-1", "question-safe", "question-safe-at-least-3");
    assertThat(distribution("question-part").cuts())
        .containsExactly("question-part", "question-part-at-least-3");
    assertThat(distribution("theme-B").ownCut()).contains(1);
    assertThat(distribution("overall").ownCut()).isEmpty();
    assertThat(framework.measure("question-safe-at-least-3").label())
        .isEqualTo("Pupils safe: 3 or better");
  }

  @Test
  void cuts_and_points_of_reversed_and_partly_graded_questions_mix() {
    JudgementMatrix matrix = new JudgementMatrix(codebook.framework().questions().size());
    add(matrix, Map.of("safe", "1", "risk", "4", "part", "3"));
    add(matrix, Map.of("safe", "3", "risk", "1", "part", "na"));
    add(matrix, Map.of("safe", "nr", "risk", "2", "part", "4"));
    Map<String, Counts> counts = new HashMap<>();
    new Tallier(codebook)
        .tally("HILL-1", matrix)
        .forEach(tally -> counts.merge(tally.measureId(), tally.counts(), Counts::plus));
    // Grades of the cases: 1 1 3; 3 4; 3 4.
    assertThat(counts.get("overall-at-least-1")).isEqualTo(new Counts(3, 3, 2, 7, 1, 1, 4, 6, 17));
    assertThat(counts.get("overall-at-least-2")).isEqualTo(new Counts(3, 3, 2, 7, 1, 1, 4, 6, 17));
    assertThat(counts.get("overall-at-least-3"))
        .isEqualTo(new Counts(3, 3, 5, 7, 1, 1, 11, 13, 17));
    // Points above grade 1: 0 0 2; 2 3; 2 3.
    assertThat(counts.get("overall-mean-grade"))
        .isEqualTo(new Counts(3, 3, 12, 7, 1, 1, 54, 26, 17));
  }

  @Test
  void sums_of_points_are_no_share() {
    Measure mean = codebook.framework().measure("question-safe-mean-grade");
    assertThat(mean.isShare()).isFalse();
    assertThat(mean.isScored()).isFalse();
  }

  /** So that a grade is the answer of number 0, worth three points where it is asked in reverse. */
  private static String withGradesFirst(String json) {
    return json.replace("{ \"code\": \"1\" }, ", "")
        .replace("{ \"code\": \"yes\"", "{ \"code\": \"1\" }, { \"code\": \"yes\"");
  }

  private GradeDistribution distribution(String measureId) {
    return codebook.framework().distributions().stream()
        .filter(one -> one.measureId().equals(measureId))
        .findFirst()
        .orElseThrow();
  }

  private void add(JudgementMatrix matrix, Map<String, String> answers) {
    int number = matrix.cases().size();
    List<String> attributes = new ArrayList<>();
    attributes.add("late");
    attributes.add("low");
    attributes.add(null);
    matrix.addCase(new CaseRow("C" + number, "lesson", attributes, 0, number + 2));
    answers.forEach(
        (question, answer) ->
            matrix.place(
                number, codebook.question(question), codebook.answer(answer), 0, number + 2));
  }
}
