package org.trustbench.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.GradedProgramme;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;

/**
 * Grades, cuts, mean grades and outcomes of cases as published, counted again from what was sent by
 * code that knows nothing of the program's.
 */
class GradesRecountTest {
  private static final List<String> GRADED = List.of("safe", "risk", "part");

  @TempDir Path folder;

  private List<Map<String, String>> lessons;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void what_is_published_is_what_was_sent(long seed) throws IOException {
    GradedProgramme.send(folder.resolve("inbox"), new Random(seed));
    MainRun run =
        MainRun.in(
            folder.resolve("workspace"),
            "run",
            "--framework",
            GradedProgramme.framework(folder.resolve("framework")).toString(),
            "--submissions",
            folder.resolve("inbox").toString());
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    Map<String, String> counted = new TreeMap<>();
    Map<String, Double> means = new TreeMap<>();
    Map<String, String> outcomes = new TreeMap<>();
    for (String school : GradedProgramme.SCHOOLS) {
      lessons = sent(school);
      GRADED.forEach(one -> grades(counted, school, "question-" + one, List.of(one), "early|late"));
      grades(counted, school, "theme-B", GRADED, "early|late");
      grades(counted, school, "safe-late", List.of("safe"), "late");
      classes(counted, outcomes, school);
      means.put(school, mean());
    }
    assertThat(published(run, "grades")).isEqualTo(counted);
    assertThat(scores(run)).isEqualTo(outcomes);
    for (Map<String, String> row : rows(run, "mean_grades")) {
      if (row.get("measure_id").equals("theme-B")) {
        assertThat(Double.parseDouble(row.get("mean_grade")))
            .isCloseTo(means.get(row.get("trust_id")), within(1e-6));
      }
    }
  }

  private static List<Map<String, String>> rows(MainRun run, String table) {
    return PlainCsv.rows(run.release().resolve("tables/" + table + ".csv"));
  }

  /** Number, base and number at or above, by school, measure and grade. */
  private static Map<String, String> published(MainRun run, String table) {
    Map<String, String> published = new TreeMap<>();
    for (Map<String, String> row : rows(run, table)) {
      long above =
          row.get("at_least_percent").isEmpty()
              ? 0
              : Math.round(
                  Double.parseDouble(row.get("at_least_percent"))
                      / 100
                      * Long.parseLong(row.get("assessed")));
      published.put(
          row.get("trust_id") + " " + row.get("measure_id") + " " + row.get("grade"),
          row.get("graded") + "/" + row.get("assessed") + " " + above);
    }
    return published;
  }

  private static Map<String, String> scores(MainRun run) {
    Map<String, String> scores = new TreeMap<>();
    for (Map<String, String> row : rows(run, "scores")) {
      if (row.get("measure_id").matches("whole|met|whole-at-least-fair")) {
        scores.put(
            row.get("trust_id") + " " + row.get("measure_id"),
            String.join(
                " ",
                row.get("sufficient"),
                row.get("assessed"),
                row.get("not_applicable"),
                row.get("not_recorded")));
      }
    }
    return scores;
  }

  private List<Map<String, String>> sent(String school) throws IOException {
    Map<String, String> stages = new HashMap<>();
    List<Map<String, String>> sent = new ArrayList<>();
    Path of = folder.resolve("inbox").resolve(school);
    for (String line : Files.readAllLines(of.resolve("cases.csv"))) {
      stages.put(line.split(",", -1)[0], line.split(",", -1)[1]);
    }
    List<String> lines = Files.readAllLines(of.resolve("judgements.csv"));
    String[] names = lines.get(0).split(",", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> lesson = new HashMap<>();
      for (int i = 1; i < names.length; i++) {
        lesson.put(names[i], cells[i]);
      }
      lesson.put("stage", stages.get(cells[0]));
      sent.add(lesson);
    }
    return sent;
  }

  /** The grade that an answer is, 1 the best; 0 for none. */
  private static int grade(String question, String answer) {
    if (!answer.matches("[1-4]")) {
      return 0;
    }
    int code = Integer.parseInt(answer);
    return question.equals("risk") ? 5 - code : code;
  }

  private void grades(
      Map<String, String> counted,
      String school,
      String measure,
      List<String> questions,
      String stages) {
    int[] of = new int[5];
    for (Map<String, String> lesson : lessons) {
      if (lesson.get("stage").matches(stages)) {
        questions.forEach(question -> of[grade(question, lesson.get(question))]++);
      }
    }
    int all = of[1] + of[2] + of[3] + of[4];
    int above = 0;
    for (int grade = 1; grade <= 4; grade++) {
      above += of[grade];
      if (!measure.equals("question-part") || grade != 2) {
        counted.put(
            "%s %s %d".formatted(school, measure, grade),
            "%d/%d %d".formatted(of[grade], all, above));
      }
    }
  }

  private double mean() {
    double sum = 0;
    int graded = 0;
    for (Map<String, String> lesson : lessons) {
      for (String question : GRADED) {
        int grade = grade(question, lesson.get(question));
        sum += grade;
        graded += grade == 0 ? 0 : 1;
      }
    }
    return sum / graded;
  }

  private void classes(Map<String, String> counted, Map<String, String> outcomes, String school) {
    Map<String, Integer> of = new HashMap<>();
    int[] met = new int[4];
    for (Map<String, String> lesson : lessons) {
      of.merge(decided(lesson, GradesRecountTest::whole), 1, Integer::sum);
      if (lesson.get("stage").equals("late")) {
        met[List.of("met", "unmet", "na", "nr").indexOf(decided(lesson, GradesRecountTest::met))]++;
      }
    }
    int good = of.getOrDefault("good", 0);
    int fair = of.getOrDefault("fair", 0);
    int poor = of.getOrDefault("poor", 0);
    int all = good + fair + poor;
    String rest = "%d %d".formatted(of.getOrDefault("na", 0), of.getOrDefault("nr", 0));
    counted.put(school + " whole good", "%d/%d %d".formatted(good, all, good));
    counted.put(school + " whole fair", "%d/%d %d".formatted(fair, all, good + fair));
    counted.put(school + " whole poor", "%d/%d %d".formatted(poor, all, all));
    outcomes.put(school + " whole", "%d %d %s".formatted(good, all, rest));
    outcomes.put(school + " whole-at-least-fair", "%d %d %s".formatted(good + fair, all, rest));
    outcomes.put(school + " met", "%d %d %d %d".formatted(met[0], met[0] + met[1], met[2], met[3]));
  }

  private interface Outcome {
    String of(Map<String, String> lesson);
  }

  /** The outcome of a lesson whatever its missing answers were; nr where they could decide. */
  private static String decided(Map<String, String> lesson, Outcome outcome) {
    List<Map<String, String>> completed = new ArrayList<>(List.of(lesson));
    for (String question : List.of("plan", "pace", "safe")) {
      if (lesson.get(question).isEmpty() || lesson.get(question).equals("nr")) {
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> one : completed) {
          List<String> answers = new ArrayList<>(GradedProgramme.ANSWERS.get(question));
          answers.add("na");
          for (String answer : answers) {
            Map<String, String> with = new HashMap<>(one);
            with.put(question, answer);
            more.add(with);
          }
        }
        completed = more;
      }
    }
    TreeSet<String> possible = new TreeSet<>();
    completed.forEach(one -> possible.add(outcome.of(one)));
    return possible.size() == 1 ? possible.first() : "nr";
  }

  /** All of plan and pace: good; else plan, or safe at 1: fair; else poor. */
  private static String whole(Map<String, String> lesson) {
    String plan = lesson.get("plan");
    String pace = lesson.get("pace");
    String safe = lesson.get("safe");
    if (plan.equals("na") && pace.equals("na") && safe.equals("na")) {
      return "na";
    }
    boolean isGood =
        !plan.equals("no") && !pace.equals("no") && !(plan.equals("na") && pace.equals("na"));
    return isGood ? "good" : plan.equals("yes") || safe.equals("1") ? "fair" : "poor";
  }

  private static String met(Map<String, String> lesson) {
    String plan = lesson.get("plan");
    String safe = lesson.get("safe");
    if (plan.equals("na") && safe.equals("na")) {
      return "na";
    }
    return plan.equals("yes") && safe.matches("[12]") ? "met" : "unmet";
  }
}
