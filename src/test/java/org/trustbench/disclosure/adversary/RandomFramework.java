package org.trustbench.disclosure.adversary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.ForkFolder;

/**
 * A framework made up by chance, as files: sections that share questions within a theme and across,
 * measures of one or several questions under conditions of every form, pathways with a condition
 * and without, interviews.
 */
final class RandomFramework {
  private static final String[] SECTIONS = {"A1", "A2", "A3", "B1", "B2"};

  private final Random random;
  private final int questions;
  private final boolean hasInterviews;

  private RandomFramework(Random random) {
    this.random = random;
    this.questions = 3 + random.nextInt(6);
    this.hasInterviews = random.nextInt(3) == 0;
  }

  /** Writes it into a folder and reads it from there, as anybody would. */
  static Framework of(Random random, int trusts) {
    RandomFramework made = new RandomFramework(random);
    try {
      Path folder = ForkFolder.create("random-framework");
      Files.writeString(folder.resolve("framework.json"), made.json());
      Files.writeString(folder.resolve("questions.csv"), made.questions());
      Files.writeString(folder.resolve("trusts.csv"), trusts(trusts));
      return FrameworkReader.read(folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json() {
    String interviews =
        hasInterviews ? ", { \"id\": \"A4\", \"title\": \"A4\", \"evidence\": \"interview\" }" : "";
    return """
    { "id": "random", "version": "1", "title": "Random", "description": "By chance.",
      "programme": "All", "evidence": ["case"%s],
      "answers": [{ "code": "yes" }, { "code": "no" },
        { "code": "na", "means": "not_applicable" }, { "code": "nr", "means": "not_recorded" }],
      "themes": [
        { "id": "A", "title": "A", "sections": [{ "id": "A1", "title": "A1" },
          { "id": "A2", "title": "A2" }, { "id": "A3", "title": "A3" }%s] },
        { "id": "B", "title": "B", "sections": [{ "id": "B1", "title": "B1" },
          { "id": "B2", "title": "B2" }] }],
      "attributes": [
        { "id": "stage", "label": "Stage", "values": [{ "code": "early", "label": "Early" },
          { "code": "late", "label": "Late" }] },
        { "id": "risk", "label": "Risk", "values": [{ "code": "low", "label": "Low" },
          { "code": "mid", "label": "Mid" }, { "code": "high", "label": "High" }] }],
      "case_mix": ["risk"],
      "measure_kinds": [{ "id": "special", "label": "Special" }],
      "measures": [%s],
      "pathways": [%s],
      "dimensions": [{ "id": "tranche", "label": "Tranche" },
        { "id": "town", "label": "Town" }, { "id": "county", "label": "County" }],
      "levels": [{ "by": "town", "one": "town", "many": "towns" },
        { "by": "county", "one": "county", "many": "counties" }],
      "comparators": [{ "id": "programme", "label": "All" },
        { "id": "tranche", "label": "Tranche", "by": "tranche" }],
      "vocabulary": [{ "word": "most", "above": 50 }, { "word": "few", "at_least": 0 }] }
    """
        .formatted(
            hasInterviews ? ", \"interview\"" : "",
            interviews,
            several(4, this::measure),
            several(2, this::pathway));
  }

  private interface Numbered {
    String of(int number);
  }

  private String several(int most, Numbered made) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(made::of)
        .collect(Collectors.joining(", "));
  }

  private String measure(int number) {
    return """
    { "id": "special-%d", "kind": "special", "label": "Special %d", "questions": [%s]%s }\
    """
        .formatted(number, number, some(1 + random.nextInt(3)), when());
  }

  private String pathway(int number) {
    List<String> steps = new ArrayList<>();
    for (int step = 0; step <= 1 + random.nextInt(2); step++) {
      steps.add(
          "{ \"label\": \"Step %d\", \"questions\": [%s] }"
              .formatted(step, some(1 + random.nextInt(2))));
    }
    return "{ \"id\": \"way%d\", \"label\": \"Way %d\"%s, \"steps\": [%s] }"
        .formatted(number, number, when(), String.join(", ", steps));
  }

  private String when() {
    return random.nextInt(5) == 0 ? "" : ", \"when\": " + condition(2);
  }

  private String condition(int depth) {
    int codebook = depth == 0 ? 0 : random.nextInt(4);
    return switch (codebook) {
      case 2 -> "{ \"all\": [%s, %s] }".formatted(condition(depth - 1), condition(depth - 1));
      case 3 -> "{ \"any\": [%s, %s] }".formatted(condition(depth - 1), condition(depth - 1));
      default ->
          random.nextBoolean()
              ? "{ \"attribute\": \"stage\", \"in\": [\"%s\"] }"
                  .formatted(random.nextBoolean() ? "early" : "late")
              : "{ \"attribute\": \"risk\", \"in\": [%s] }"
                  .formatted(random.nextBoolean() ? "\"high\"" : "\"mid\", \"high\"");
    };
  }

  private String some(int count) {
    return random
        .ints(0, questions)
        .distinct()
        .limit(Math.min(count, questions))
        .mapToObj(question -> "\"q%d\"".formatted(question))
        .collect(Collectors.joining(", "));
  }

  private String questions() {
    StringBuilder csv = new StringBuilder("id,label,text,sections,answers,sufficient,evidence\n");
    for (int question = 0; question < questions; question++) {
      String sections =
          random
              .ints(0, SECTIONS.length)
              .distinct()
              .limit(random.nextInt(3) == 0 ? 2 : 1)
              .mapToObj(section -> SECTIONS[section])
              .collect(Collectors.joining("|"));
      csv.append(
          "q%d,Q%d,Question %d?,%s,yes|no,yes,case\n"
              .formatted(question, question, question, sections));
    }
    // Every section has a question.
    for (int section = 0; section < SECTIONS.length; section++) {
      csv.append(
          "s%d,S%d,Section %d?,%s,yes|no,yes,case\n"
              .formatted(section, section, section, SECTIONS[section]));
    }
    if (hasInterviews) {
      csv.append("talk,Talk,Talk?,A4,yes|no,yes,interview\n");
    }
    return csv.toString();
  }

  /** Two or three to a town and as many towns to a county, the last trust in neither. */
  private static String trusts(int count) {
    StringBuilder csv = new StringBuilder("code,name,aliases,tranche,town,county\n");
    for (int trust = 0; trust < count; trust++) {
      int town = 2 * trust / 5;
      boolean isInNone = trust > 3 && trust == count - 1;
      csv.append(
          "T%02d,Trust %d,,%d,%s,%s\n"
              .formatted(
                  trust,
                  trust,
                  1 + trust % 3,
                  isInNone ? "" : "Town " + town,
                  isInNone ? "" : "County " + town / 2));
    }
    return csv.toString();
  }
}
