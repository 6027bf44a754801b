package org.trustbench.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.change.RandomForms.Asked;
import org.trustbench.change.RandomForms.Rule;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tallier;

/**
 * Every measure of random forms on every version, counted again from the answers by code that knows
 * what work each question is about and nothing of how the program follows questions.
 */
class RandomFormsTest {
  private static final int CASES = 25;
  private static final Counted NOTHING = new Counted(0, 0);

  @TempDir Path folder;

  private record Counted(long sufficient, long assessed) {}

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_measure_counts_what_its_version_asks(long seed) {
    RandomForms forms = new RandomForms(seed);
    Codebook codebook = new Codebook(forms.read(folder));
    for (String version : RandomForms.VERSIONS) {
      List<Map<String, String>> cases = cases(forms, version, new Random(seed));
      Map<String, Counted> counted = new TreeMap<>();
      Map<String, Counts> totals = totals(codebook.atForm(version), cases);
      for (Measure measure : codebook.framework().measures()) {
        Counts counts = totals.getOrDefault(measure.id(), Counts.NONE);
        counted.put(measure.id(), new Counted(counts.sufficient(), counts.assessed()));
      }
      Map<String, Counted> expected = expected(forms, version, cases);
      counted.keySet().retainAll(expected.keySet());
      assertThat(counted).as("version " + version).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void two_versions_are_compared_exactly_where_they_ask_the_same(long seed) {
    RandomForms forms = new RandomForms(seed);
    Framework framework = forms.read(folder);
    FormComparison comparison = new FormComparison(framework);
    List<String> wrong = new ArrayList<>();
    for (String one : RandomForms.VERSIONS) {
      for (String other : RandomForms.VERSIONS) {
        for (Measure measure : framework.measures()) {
          Object work = work(forms, measure, one);
          if (work != null
              && comparison.isAlike(measure, one, other)
                  != work.equals(work(forms, measure, other))) {
            wrong.add("%s of %s and %s".formatted(measure.id(), one, other));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Map<String, String>> cases(RandomForms forms, String version, Random random) {
    List<Map<String, String>> cases = new ArrayList<>();
    for (int c = 0; c < CASES; c++) {
      Map<String, String> answers = new HashMap<>();
      for (Asked question : forms.questions.values()) {
        if (question.versions().contains(version)) {
          List<String> possible = new ArrayList<>(question.answers());
          possible.add("na");
          answers.put(question.id(), possible.get(random.nextInt(possible.size())));
        }
      }
      cases.add(answers);
    }
    return cases;
  }

  private static Map<String, Counts> totals(Codebook codebook, List<Map<String, String>> cases) {
    JudgementMatrix matrix = new JudgementMatrix(codebook.framework().questions().size());
    for (Map<String, String> answers : cases) {
      int number =
          matrix.addCase(
              new CaseRow("C" + matrix.cases().size(), "lesson", new ArrayList<>(), 0, 2));
      answers.forEach(
          (question, answer) ->
              matrix.place(number, codebook.question(question), codebook.answer(answer), 0, 2));
    }
    Map<String, Counts> totals = new HashMap<>();
    InspectionTallies.grouped(new Tallier(codebook).tally("X", matrix))
        .forEach(
            (measure, strata) ->
                totals.put(measure, strata.values().stream().reduce(Counts.NONE, Counts::plus)));
    return totals;
  }

  private static Map<String, Counted> expected(
      RandomForms forms, String version, List<Map<String, String>> cases) {
    Map<String, Counted> expected = new TreeMap<>();
    List<String> all = forms.questions.keySet().stream().toList();
    expected.put("overall", ratio(forms, all, version, cases));
    expected.put("section-A1", ratio(forms, all, version, cases));
    forms.ratios.forEach((id, of) -> expected.put(id, ratio(forms, of, version, cases)));
    forms.questions.forEach(
        (id, question) ->
            expected.put(
                "question-" + id,
                question.versions().contains(version)
                    ? ratio(forms, List.of(id), version, cases)
                    : NOTHING));
    forms.rules.forEach((id, rule) -> expected.put(id, rule(forms, rule, version, cases)));
    List<Asked> steps = forms.pathway.stream().map(step -> forms.on(step.get(0), version)).toList();
    boolean isWhole = steps.stream().allMatch(Objects::nonNull);
    for (int step = 1; step <= steps.size(); step++) {
      expected.put("pathway-way-" + step, isWhole ? step(steps.subList(0, step), cases) : NOTHING);
    }
    return expected;
  }

  /** Each work once, however many questions of it are named. */
  private static Counted ratio(
      RandomForms forms, List<String> named, String version, List<Map<String, String>> cases) {
    Set<Asked> asked =
        named.stream()
            .map(id -> forms.on(id, version))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    long sufficient = 0;
    long assessed = 0;
    for (Map<String, String> answers : cases) {
      for (Asked question : asked) {
        String answer = answers.get(question.id());
        assessed += answer.equals("na") ? 0 : 1;
        sufficient += !answer.equals("na") && question.isSufficient(answer) ? 1 : 0;
      }
    }
    return new Counted(sufficient, assessed);
  }

  private static Counted rule(
      RandomForms forms, Rule rule, String version, List<Map<String, String>> cases) {
    Map<Asked, Predicate<String>> parts = new LinkedHashMap<>();
    for (String id : rule.questions()) {
      Asked asked = forms.on(id, version);
      boolean isAnswered = id.equals(rule.answered());
      if (asked == null || isAnswered && !isSameGrades(forms.questions.get(id), asked)) {
        return NOTHING;
      }
      parts.put(
          asked, answer -> isAnswered ? asked.place(answer) == 2 : asked.isSufficient(answer));
    }
    long sufficient = 0;
    long assessed = 0;
    for (Map<String, String> answers : cases) {
      List<Boolean> met = new ArrayList<>();
      parts.forEach(
          (asked, isMet) -> {
            String answer = answers.get(asked.id());
            if (!answer.equals("na")) {
              met.add(isMet.test(answer));
            }
          });
      long number = met.stream().filter(one -> one).count();
      boolean isMet =
          switch (rule.kind()) {
            case "all" -> number == met.size();
            case "any" -> number > 0;
            case "2" -> number >= 2;
            default -> 2 * number >= met.size();
          };
      assessed += met.isEmpty() ? 0 : 1;
      sufficient += !met.isEmpty() && isMet ? 1 : 0;
    }
    return new Counted(sufficient, assessed);
  }

  private static boolean isSameGrades(Asked one, Asked other) {
    return places(one).equals(places(other));
  }

  private static Set<Integer> places(Asked question) {
    return question.answers().stream().map(question::place).collect(Collectors.toSet());
  }

  private static Counted step(List<Asked> steps, List<Map<String, String>> cases) {
    long entered = 0;
    long left = 0;
    for (Map<String, String> answers : cases) {
      long passed =
          steps.stream()
              .takeWhile(
                  question -> {
                    String answer = answers.get(question.id());
                    return answer.equals("na") || question.isSufficient(answer);
                  })
              .count();
      entered += passed >= steps.size() - 1 ? 1 : 0;
      left += passed == steps.size() ? 1 : 0;
    }
    return new Counted(left, entered);
  }

  /** What a measure is of on a version; null where the version has nothing of it. */
  private static Object work(RandomForms forms, Measure measure, String version) {
    String id = measure.id();
    if (forms.rules.containsKey(id)) {
      Rule rule = forms.rules.get(id);
      boolean isAsked =
          rule.questions().stream()
              .allMatch(
                  one ->
                      forms.on(one, version) != null
                          && (!one.equals(rule.answered())
                              || isSameGrades(forms.questions.get(one), forms.on(one, version))));
      return isAsked ? id : null;
    }
    if (measure.isPathwayStep()) {
      return forms.pathway.stream().allMatch(step -> forms.on(step.get(0), version) != null)
          ? id
          : null;
    }
    Set<Object> works =
        measure.questions().stream()
            .map(
                one ->
                    measure.isCut()
                        ? exactly(forms, measure, one, version)
                        : forms.on(one, version))
            .filter(Objects::nonNull)
            .map(one -> measure.isCut() ? List.of(one.work(), places(one)) : one.work())
            .collect(Collectors.toSet());
    return works.isEmpty() ? null : works;
  }

  /**
   * Of a question's own grades the question of the same grades; of several questions' those that
   * the version asks.
   */
  private static Asked exactly(
      RandomForms forms, Measure measure, String question, String version) {
    Asked asked = forms.on(question, version);
    boolean isOfQuestion = measure.id().startsWith("question-");
    return asked != null && isOfQuestion && !isSameGrades(asked, forms.questions.get(question))
        ? null
        : asked;
  }
}
