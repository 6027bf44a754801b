package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An invented programme of eight schools with everything that is graded: {@code safe} from 1, the
 * best, to 4; {@code risk}, asked the other way round; {@code part}, which has no grade 2; lessons
 * in classes, and late lessons that meet a rule or not.
 */
public final class GradedProgramme {
  public static final List<String> SCHOOLS =
      List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH");
  public static final Map<String, List<String>> ANSWERS = answers();

  private static Whole whole;

  private GradedProgramme() {}

  /** A finished run with the first school in focus, made once, and where it lies. */
  public record Whole(MainRun run, Path folder) {
    /** A further release of what was sent. */
    public MainRun published(String... arguments) {
      List<String> all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--framework", folder.resolve("framework").toString()));
      all.addAll(List.of("--submissions", folder.resolve("inbox").toString()));
      return MainRun.in(folder.resolve("workspace"), "publish", all.toArray(String[]::new));
    }
  }

  /** That of the first seed. */
  public static synchronized Whole whole() {
    if (whole == null) {
      try {
        Path folder = ForkFolder.create("graded");
        send(folder.resolve("inbox"), new Random(1));
        MainRun run =
            MainRun.in(
                folder.resolve("workspace"),
                "run",
                "--focus",
                "AAA",
                "--comparator",
                "programme",
                "--framework",
                framework(folder.resolve("framework")).toString(),
                "--submissions",
                folder.resolve("inbox").toString());
        if (run.exitCode() != 0) {
          throw new AssertionError(run.err().toString());
        }
        whole = new Whole(run, folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return whole;
  }

  private static Map<String, List<String>> answers() {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    answers.put("plan", List.of("yes", "no"));
    answers.put("pace", List.of("yes", "no"));
    answers.put("safe", List.of("1", "2", "3", "4"));
    answers.put("risk", List.of("1", "2", "3", "4"));
    answers.put("part", List.of("1", "3", "4"));
    return answers;
  }

  /** Adds to a framework its scale: {@code risk} is reversed, {@code part} has no grade 2. */
  public static String withScale(String json) {
    return json.replace(
        "\"measure_kinds\"",
        """
        "scales": [{ "id": "s", "grades": ["1", "2", "3", "4"], "interval": true,
          "questions": ["safe", "part"], "reversed": ["risk"] }],
        "measure_kinds\"\
        """);
  }

  /** Writes the framework of three schools, with its scale and its outcomes of whole cases. */
  public static void write(Path folder) throws IOException {
    TinyFramework.write(
        folder,
        json ->
            withScale(json)
                .replace(
                    "\"measures\": [",
                    """
                    "measures": [
                      { "id": "whole", "kind": "safety", "label": "Whole lessons", "classes": [
                        { "id": "good", "label": "Good", "rule": { "all": ["plan", "pace"] } },
                        { "id": "fair", "label": "Fair",
                          "rule": { "any": ["plan", { "question": "safe", "answers": ["1"] }] } },
                        { "id": "poor", "label": "Poor" }] },
                      { "id": "met", "kind": "safety", "label": "Planned and safe",
                        "rule": { "at_least": 2, "of": ["plan", "safe"] },
                        "when": { "attribute": "stage", "in": ["late"] } },
                    """));
    Files.writeString(
        folder.resolve("questions.csv"),
        TinyFramework.QUESTIONS
            + "risk,Risk,How great was the risk?,B1,1|2|3|4,3|4,lesson\n"
            + "part,Part,How well was the part done?,B1,1|3|4,1,lesson\n");
  }

  /** Writes the framework and gives its folder. */
  public static Path framework(Path folder) {
    try {
      write(folder);
      StringBuilder trusts = new StringBuilder("code,name,aliases,tranche,county\n");
      SCHOOLS.forEach(
          code -> trusts.append("%s,%s School,,1,Kent\n".formatted(code, code.charAt(0))));
      Files.writeString(folder.resolve("trusts.csv"), trusts);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends lessons whose every answer is drawn, not applicable or missing ones too. */
  public static void send(Path inbox, Random random) {
    LandingFolder landing = new LandingFolder(inbox);
    for (String school : SCHOOLS) {
      StringBuilder cases = new StringBuilder("case_id,stage,risk\n");
      StringBuilder judged =
          new StringBuilder("case_id,").append(String.join(",", ANSWERS.keySet())).append('\n');
      int lessons = 6 + random.nextInt(10);
      for (int lesson = 0; lesson < lessons; lesson++) {
        cases.append("C%d,%s,low\n".formatted(lesson, random.nextBoolean() ? "late" : "early"));
        judged.append("C").append(lesson);
        ANSWERS.values().forEach(answers -> judged.append(',').append(drawn(answers, random)));
        judged.append('\n');
      }
      landing.send(school, school + "-1", school, cases.toString(), judged.toString());
    }
  }

  private static String drawn(List<String> answers, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "na";
      case 1 -> "nr";
      case 2 -> "";
      default -> answers.get(random.nextInt(answers.size()));
    };
  }
}
