package org.trustbench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Derivation.QuestionCounts;

/** Cases one by one: what each adds to measures, and the class that a measure counts it in. */
class CaseSumsTest {
  private static final Codebook CODEBOOK =
      TinyFramework.codebook(
          json ->
              json.replace(
                  "\"measures\": [",
                  """
                  "measures": [
                    { "id": "visit", "kind": "safety", "label": "Visit", "classes": [
                      { "id": "good", "label": "Good",
                        "rule": { "all": ["plan", { "question": "safe", "answers": ["1"] }] } },
                      { "id": "fair", "label": "Fair", "rule": { "any": ["plan", "safe"] } },
                      { "id": "poor", "label": "Poor" }] },
                  """),
          List.of());

  /** A case is a line: evidence and stage, then question=answer; a case may be set aside. */
  private static final JudgementMatrix MATRIX =
      matrix(
          """
          lesson    late  plan=yes pace=no safe=1
          lesson    early plan=no  pace=yes safe=2
          lesson    late  plan=no  safe=4
          lesson    late  plan=na  safe=na
          lesson    late
          lesson    late  plan=yes safe=1 aside=yes
          interview late  talk=yes
          """);

  private static JudgementMatrix matrix(String cases) {
    JudgementMatrix matrix = new JudgementMatrix(CODEBOOK.framework().questions().size());
    for (String line : cases.strip().lines().toList()) {
      String[] words = line.strip().split(" +");
      int c =
          matrix.addCase(
              new CaseRow(
                  "C" + matrix.cases().size(),
                  words[0],
                  Arrays.asList(words[1], null, null),
                  0,
                  1));
      for (String word : Arrays.asList(words).subList(2, words.length)) {
        String[] given = word.split("=", -1);
        if (given[0].equals("aside")) {
          matrix.reject(c);
        } else {
          matrix.place(c, CODEBOOK.question(given[0]), CODEBOOK.answer(given[1]), 0, 1);
        }
      }
    }
    return matrix;
  }

  @Test
  void a_case_adds_what_was_assessed_of_it_to_the_measures_that_are_about_it() {
    List<Measure> measures =
        List.of(CODEBOOK.framework().measure("overall"), CODEBOOK.framework().measure("safe-late"));
    assertThat(
            CaseSums.of(CODEBOOK, measures, MATRIX).stream()
                .map(
                    one ->
                        "%s %s of %s"
                            .formatted(
                                one.evidence(),
                                Arrays.toString(one.sufficient()),
                                Arrays.toString(one.assessed())))
                .collect(Collectors.joining("\n")))
        .isEqualTo(
            """
            lesson [2, 1] of [3, 1]
            lesson [2, 0] of [3, 0]
            lesson [0, 0] of [2, 1]
            lesson [0, 0] of [0, 0]
            lesson [0, 0] of [0, 0]
            interview [0, 0] of [0, 0]\
            """);
  }

  @Test
  void a_measure_of_whole_cases_is_taken_apart_to_the_class_of_each() {
    Measure visit = CODEBOOK.framework().measure("visit");
    CaseDerivation derived =
        CaseDerivation.of(CODEBOOK, visit, (CountingRule.Composite) visit.counting(), MATRIX);
    assertThat(derived.cases().stream().map(one -> one.caseNumber() + " " + one.outcome()))
        .containsExactly(
            "0 " + Outcome.SUFFICIENT,
            "1 " + Outcome.INSUFFICIENT,
            "2 " + Outcome.INSUFFICIENT,
            "3 " + Outcome.NOT_APPLICABLE,
            "4 " + Outcome.NOT_RECORDED);
    assertThat(derived.in(0)).isEqualTo(1);
    assertThat(derived.in(1)).isEqualTo(1);
    assertThat(derived.in(2)).isEqualTo(1);
    QuestionCounts counts = derived.counts();
    assertThat(counts).isEqualTo(new QuestionCounts("visit", 1, 3, 1, 1));
  }
}
