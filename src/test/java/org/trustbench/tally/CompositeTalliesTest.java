package org.trustbench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.CaseRule;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.TinyFramework;

/** Outcomes of whole cases, by rules over their judgements. */
class CompositeTalliesTest {
  private static final String CLASSES =
      """
      "classes": [
        { "id": "good", "label": "Good",
          "rule": { "all": ["plan", { "question": "safe", "answers": ["1"] }] } },
        { "id": "fair", "label": "Fair",
          "rule": { "at_least": 1, "of": ["plan", { "question": "safe", "answers": ["1", "2"] }] } },
        { "id": "poor", "label": "Poor" }]
      """;

  @ParameterizedTest
  @CsvSource({
    "{\"all\": [\"plan\";\"pace\";\"marked\"]}, yes yes yes, sufficient",
    "{\"all\": [\"plan\";\"pace\";\"marked\"]}, yes na na, sufficient",
    "{\"all\": [\"plan\";\"pace\";\"marked\"]}, yes na no, insufficient",
    "{\"all\": [\"plan\";\"pace\";\"marked\"]}, na na na, not_applicable",
    "{\"all\": [\"plan\";\"pace\";\"marked\"]}, yes nr yes, not_recorded",
    "{\"all\": [\"plan\";\"pace\";\"marked\"]}, no nr yes, insufficient",
    "{\"all\": [\"plan\";\"pace\";\"marked\"]}, nr na na, not_recorded",
    "{\"any\": [\"plan\";\"pace\";\"marked\"]}, yes nr nr, sufficient",
    "{\"any\": [\"plan\";\"pace\";\"marked\"]}, no na nr, not_recorded",
    "{\"any\": [\"plan\";\"pace\";\"marked\"]}, no na na, insufficient",
    "{\"at_least\": 2; \"of\": [\"plan\";\"pace\";\"marked\"]}, yes na na, insufficient",
    "{\"at_least\": 2; \"of\": [\"plan\";\"pace\";\"marked\"]}, yes yes nr, sufficient",
    "{\"at_least\": 2; \"of\": [\"plan\";\"pace\";\"marked\"]}, yes no nr, not_recorded",
    "{\"at_least\": 2; \"of\": [\"plan\";\"pace\";\"marked\"]}, no no nr, insufficient",
    "{\"at_least\": 2; \"of\": [\"plan\";\"pace\";\"marked\"]}, na na na, not_applicable",
    "{\"at_least_percent\": 50; \"of\": [\"plan\";\"pace\";\"marked\"]}, yes no na, sufficient",
    "{\"at_least_percent\": 51; \"of\": [\"plan\";\"pace\";\"marked\"]}, yes no na, insufficient",
    "{\"at_least_percent\": 50; \"of\": [\"plan\";\"pace\";\"marked\"]}, yes no nr, not_recorded",
    "{\"at_least_percent\": 50; \"of\": [\"plan\";\"pace\";\"marked\"]}, yes yes nr, sufficient"
  })
  void a_case_has_one_outcome_unless_what_is_missing_could_decide_it(
      String rule, String answers, String outcome) {
    Codebook codebook = codebook("\"rule\": " + rule.replace(';', ','));
    JudgementMatrix matrix = new JudgementMatrix(codebook.framework().questions().size());
    add(codebook, matrix, List.of("plan", "pace", "marked"), List.of(answers.split(" ", -1)));
    Counts counts = counts(codebook, matrix, "whole");
    assertThat(
            List.of(
                counts.sufficient(),
                counts.assessed() - counts.sufficient(),
                counts.notApplicable(),
                counts.notRecorded()))
        .isEqualTo(
            List.of("sufficient", "insufficient", "not_applicable", "not_recorded").stream()
                .map(one -> one.equals(outcome) ? 1L : 0L)
                .toList());
  }

  @Test
  void classes_are_cut_after_each_but_the_last_on_one_base() {
    Codebook codebook = codebook(CLASSES);
    JudgementMatrix matrix = new JudgementMatrix(codebook.framework().questions().size());
    List<String> items = List.of("plan", "safe");
    add(codebook, matrix, items, List.of("yes", "1"));
    add(codebook, matrix, items, List.of("yes", "3"));
    add(codebook, matrix, items, List.of("no", "2"));
    add(codebook, matrix, items, List.of("no", "4"));
    add(codebook, matrix, items, List.of("yes", "nr"));
    add(codebook, matrix, items, List.of("no", "nr"));
    add(codebook, matrix, items, List.of("na", "na"));
    assertThat(counts(codebook, matrix, "whole")).isEqualTo(new Counts(7, 4, 1, 4, 1, 2, 1, 1, 4));
    assertThat(counts(codebook, matrix, "whole-at-least-fair"))
        .isEqualTo(new Counts(7, 4, 3, 4, 1, 2, 3, 3, 4));
  }

  /** Every completion of what is missing is tried. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void what_is_missing_is_all_that_it_could_be(int seed) {
    Random random = new Random(seed);
    Codebook codebook = codebook(CLASSES);
    // Met by whatever it is answered with: such a part is met or not applicable, and never unmet.
    List<CaseRule> answered =
        List.of(
            new CaseRule.Answered("safe", List.of("1", "2", "3", "4")),
            new CaseRule.Answered("marked", List.of("yes", "no")));
    List<CaseRule> rules =
        List.of(
            new CaseRule.Any(answered),
            new CaseRule.AtLeast(2, answered),
            new CaseRule.All(List.of(new CaseRule.Item("plan"), new CaseRule.Item("pace"))),
            new CaseRule.AtLeast(
                2,
                List.of(
                    new CaseRule.Answered("safe", List.of("1", "3")),
                    new CaseRule.Any(
                        List.of(new CaseRule.Item("marked"), new CaseRule.Item("plan"))),
                    new CaseRule.Item("pace"))),
            new CaseRule.AtLeastPercent(
                60,
                List.of(
                    new CaseRule.All(
                        List.of(new CaseRule.Item("marked"), new CaseRule.Item("plan"))),
                    new CaseRule.Item("pace"),
                    new CaseRule.Answered("safe", List.of("2")))));
    for (CaseRule rule : rules) {
      PossibleOutcomes possible = PossibleOutcomes.of(codebook, rule);
      for (int round = 0; round < 300; round++) {
        byte[] answers = answers(codebook, random);
        TreeSet<Integer> found = new TreeSet<>();
        complete(codebook, rule, answers, 0, found);
        int set = possible.of(answers);
        assertThat(set).isEqualTo(found.stream().mapToInt(Integer::intValue).sum());
      }
    }
  }

  private static byte[] answers(Codebook codebook, Random random) {
    byte[] answers = new byte[codebook.framework().questions().size()];
    for (int q = 0; q < answers.length; q++) {
      List<String> codes = new ArrayList<>(codebook.framework().questions().get(q).answers());
      codes.add("na");
      codes.add("nr");
      int which = random.nextInt(codes.size() + 1);
      answers[q] = which == codes.size() ? -1 : (byte) codebook.answer(codes.get(which));
    }
    return answers;
  }

  private static void complete(
      Codebook codebook, CaseRule rule, byte[] answers, int from, TreeSet<Integer> found) {
    int missing = from;
    while (missing < answers.length
        && answers[missing] >= 0
        && codebook.outcome(missing, answers[missing]) != Outcome.NOT_RECORDED) {
      missing++;
    }
    if (missing == answers.length) {
      found.add(of(codebook, rule, answers));
      return;
    }
    List<String> codes = new ArrayList<>(codebook.framework().questions().get(missing).answers());
    codes.add("na");
    for (String code : codes) {
      byte[] next = answers.clone();
      next[missing] = (byte) codebook.answer(code);
      complete(codebook, rule, next, missing + 1, found);
    }
  }

  /** The outcome of a rule where nothing is missing, said another way. */
  private static int of(Codebook codebook, CaseRule rule, byte[] answers) {
    if (rule instanceof CaseRule.Leaf leaf) {
      int question = codebook.question(leaf.question());
      Outcome outcome = codebook.outcome(question, answers[question]);
      if (outcome == Outcome.NOT_APPLICABLE) {
        return PossibleOutcomes.NOT_APPLICABLE;
      }
      boolean isMet =
          leaf instanceof CaseRule.Answered answered
              ? answered.answers().contains(codebook.answerCode(answers[question]))
              : outcome == Outcome.SUFFICIENT;
      return isMet ? PossibleOutcomes.MET : PossibleOutcomes.UNMET;
    }
    int met = 0;
    int applicable = 0;
    for (CaseRule part : ((CaseRule.Parts) rule).parts()) {
      int outcome = of(codebook, part, answers);
      met += outcome == PossibleOutcomes.MET ? 1 : 0;
      applicable += outcome == PossibleOutcomes.NOT_APPLICABLE ? 0 : 1;
    }
    if (applicable == 0) {
      return PossibleOutcomes.NOT_APPLICABLE;
    }
    double needed =
        rule instanceof CaseRule.All
            ? applicable
            : rule instanceof CaseRule.Any
                ? 1
                : rule instanceof CaseRule.AtLeast least
                    ? least.number()
                    : ((CaseRule.AtLeastPercent) rule).percent() * applicable / 100.0;
    return met >= needed ? PossibleOutcomes.MET : PossibleOutcomes.UNMET;
  }

  @Test
  void a_composite_is_one_outcome_a_case_and_its_judgements_are_no_cluster() {
    Measure measure = codebook(CLASSES).framework().measure("whole");
    assertThat(measure.counting()).isInstanceOf(CountingRule.Composite.class);
    assertThat(measure.isByCase()).isTrue();
    assertThat(measure.questions()).containsExactly("plan", "safe");
  }

  private static Codebook codebook(String rule) {
    return TinyFramework.codebook(
        json ->
            json.replace(
                "\"measures\": [",
                "\"measures\": [{ \"id\": \"whole\", \"kind\": \"safety\", \"label\": \"Whole\", "
                    + rule
                    + " },"),
        List.of());
  }

  private static void add(
      Codebook codebook, JudgementMatrix matrix, List<String> items, List<String> answers) {
    int number = matrix.cases().size();
    List<String> attributes = new ArrayList<>();
    attributes.add("late");
    attributes.add("low");
    attributes.add(null);
    matrix.addCase(new CaseRow("C" + number, "lesson", attributes, 0, number + 2));
    for (int i = 0; i < items.size(); i++) {
      matrix.place(
          number, codebook.question(items.get(i)), codebook.answer(answers.get(i)), 0, number + 2);
    }
  }

  private static Counts counts(Codebook codebook, JudgementMatrix matrix, String measureId) {
    Map<String, Counts> found = new HashMap<>();
    new Tallier(codebook)
        .tally("HILL-1", matrix)
        .forEach(tally -> found.merge(tally.measureId(), tally.counts(), Counts::plus));
    return found.get(measureId);
  }
}
