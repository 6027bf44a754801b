package org.trustbench.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;

/**
 * A form of three versions with random changes, and measures of every kind that name random
 * questions, of whatever version. It knows which work each question is about, and says so.
 */
final class RandomForms {
  static final List<String> VERSIONS = List.of("a", "b", "c");
  private static final int WORKS = 6;

  private final Random random;
  final Map<String, Asked> questions = new LinkedHashMap<>();
  final Map<String, List<String>> ratios = new LinkedHashMap<>();
  final Map<String, Rule> rules = new LinkedHashMap<>();
  final List<List<String>> pathway = new ArrayList<>();

  /**
   * A question.
   *
   * @param work what it asks about, the same for those that are the same
   * @param grades how many grades it may be given, 3 or 4; 0 for yes and no
   * @param isReversed whether the last grade is the best
   */
  record Asked(
      String id,
      int work,
      int grades,
      boolean isReversed,
      TreeSet<String> versions,
      String sameAs) {
    List<String> answers() {
      return grades == 0 ? List.of("yes", "no") : List.of("1", "2", "3", "4").subList(0, grades);
    }

    /** Where an answer stands on the scale of four, 1 the best. */
    int place(String answer) {
      int code = Integer.parseInt(answer);
      return isReversed ? 5 - code : code;
    }

    boolean isSufficient(String answer) {
      return grades == 0 ? answer.equals("yes") : place(answer) <= 2;
    }
  }

  /** One of {@code all}, {@code any}, a number or a percentage of some questions. */
  record Rule(String kind, List<String> questions, String answered) {}

  RandomForms(long seed) {
    random = new Random(seed);
    int works = 0;
    for (int place = 0; place < WORKS; place++) {
      boolean isGraded = place % 2 == 0;
      Asked last = null;
      for (String version : VERSIONS) {
        int what = random.nextInt(6);
        if (what == 0) {
          continue;
        }
        if (last == null || what >= 4) {
          boolean isSame = last != null && what == 4;
          last =
              new Asked(
                  "q" + place + version,
                  isSame ? last.work : works++,
                  !isGraded ? 0 : random.nextInt(4) == 0 ? 3 : 4,
                  isGraded && random.nextBoolean(),
                  new TreeSet<>(),
                  isSame ? last.id : "");
          questions.put(last.id, last);
        }
        last.versions.add(version);
      }
    }
    measures();
  }

  private void measures() {
    for (int i = 0; i < 4; i++) {
      ratios.put("ratio" + i, some(1 + random.nextInt(3)));
      List<String> of = some(2);
      String kind = List.of("all", "any", "2", "50").get(i);
      List<Asked> graded = of.stream().map(questions::get).filter(q -> q.grades > 0).toList();
      rules.put("rule" + i, new Rule(kind, of, graded.isEmpty() ? "" : graded.get(0).id));
    }
    List<String> steps = some(2);
    steps.forEach(question -> pathway.add(List.of(question)));
  }

  /** Questions about different work. */
  private List<String> some(int number) {
    List<String> all = new ArrayList<>(questions.keySet());
    java.util.Collections.shuffle(all, random);
    Map<Integer, String> byWork = new LinkedHashMap<>();
    all.forEach(id -> byWork.putIfAbsent(questions.get(id).work, id));
    return byWork.values().stream().limit(number).toList();
  }

  /** The question that a version asks of the same work as another; null for none. */
  Asked on(String id, String version) {
    return questions.values().stream()
        .filter(q -> q.work == questions.get(id).work && q.versions.contains(version))
        .findFirst()
        .orElse(null);
  }

  Framework read(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("framework.json"), json());
      Files.writeString(folder.resolve("questions.csv"), csv());
      Files.writeString(folder.resolve("trusts.csv"), "code,name,aliases\nHILL,Hill School,\n");
      return FrameworkReader.read(folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String csv() {
    StringBuilder csv =
        new StringBuilder("id,label,text,sections,answers,sufficient,versions,same_as\n");
    for (Asked q : questions.values()) {
      csv.append(
          "%s,%s,%s?,A1,%s,%s,%s,%s%n"
              .formatted(
                  q.id,
                  q.id,
                  q.id,
                  String.join("|", q.answers()),
                  q.answers().stream().filter(q::isSufficient).collect(Collectors.joining("|")),
                  String.join("|", q.versions),
                  q.sameAs));
    }
    return csv.toString();
  }

  private static String quoted(List<String> words) {
    return words.stream()
        .map(word -> "\"" + word + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String json() {
    List<String> measures = new ArrayList<>();
    ratios.forEach((id, of) -> measures.add(measure(id, "\"questions\": " + quoted(of))));
    rules.forEach((id, rule) -> measures.add(measure(id, "\"rule\": " + rule(rule))));
    return """
        { "id": "random", "version": "c", "title": "T", "description": "D", "programme": "P",
          "forms": [{ "version": "a", "from": "2010-01-01" }, { "version": "b", "from": "2012-01-01" },
            { "version": "c", "from": "2014-01-01" }],
          "evidence": ["lesson"],
          "answers": [{ "code": "yes" }, { "code": "no" }, { "code": "1" }, { "code": "2" },
            { "code": "3" }, { "code": "4" }, { "code": "na", "means": "not_applicable" },
            { "code": "nr", "means": "not_recorded" }],
          "themes": [{ "id": "A", "title": "A", "sections": [{ "id": "A1", "title": "A1" }] }],
          "attributes": [], "case_mix": [],
          "scales": [{ "id": "grades", "grades": ["1", "2", "3", "4"], "interval": true,
            "questions": %s, "reversed": %s }],
          "measure_kinds": [{ "id": "own", "label": "Own" }],
          "measures": [%s],
          "pathways": [{ "id": "way", "label": "Way", "steps": [%s] }],
          "dimensions": [], "comparators": [{ "id": "programme", "label": "All" }],
          "vocabulary": [{ "word": "most", "above": 50 }, { "word": "few", "at_least": 0 }] }
        """
        .formatted(
            quoted(graded(false)),
            quoted(graded(true)),
            String.join(", ", measures),
            pathway.stream()
                .map(step -> "{ \"label\": \"S\", \"questions\": %s }".formatted(quoted(step)))
                .collect(Collectors.joining(", ")));
  }

  private List<String> graded(boolean isReversed) {
    return questions.values().stream()
        .filter(q -> q.grades > 0 && q.isReversed == isReversed)
        .map(Asked::id)
        .toList();
  }

  private static String measure(String id, String what) {
    return "{ \"id\": \"%s\", \"kind\": \"own\", \"label\": \"%s\", %s }".formatted(id, id, what);
  }

  private String rule(Rule rule) {
    String of =
        rule.questions.stream()
            .map(
                id ->
                    id.equals(rule.answered)
                        ? "{ \"question\": \"%s\", \"answers\": [\"%s\"] }"
                            .formatted(id, answered(rule))
                        : "\"" + id + "\"")
            .collect(Collectors.joining(", ", "[", "]"));
    return switch (rule.kind) {
      case "all", "any" -> "{ \"%s\": %s }".formatted(rule.kind, of);
      case "2" -> "{ \"at_least\": 2, \"of\": %s }".formatted(of);
      default -> "{ \"at_least_percent\": 50, \"of\": %s }".formatted(of);
    };
  }

  /** The answer of the second grade, which a question of three grades may have too. */
  private String answered(Rule rule) {
    return questions.get(rule.answered).isReversed ? "3" : "2";
  }
}
