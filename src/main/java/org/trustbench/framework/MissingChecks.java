package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.HashMap;
import java.util.Map;

/** Finds texts that are said to stand where a value is missing, and to mean something too. */
final class MissingChecks {
  private final Framework framework;
  private final Mistakes mistakes;
  private final Map<String, String> meanings = new HashMap<>();

  MissingChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
    for (Answer answer : framework.answers()) {
      add(answer.code(), "the answer " + answer.code());
      answer.aliases().forEach(alias -> add(alias, "the answer " + answer.code()));
    }
    for (Attribute attribute : framework.attributes()) {
      for (Attribute.Value value : attribute.values()) {
        String meaning = "%s %s".formatted(attribute.id(), value.code());
        add(value.code(), meaning);
        add(value.label(), meaning);
        value.aliases().forEach(alias -> add(alias, meaning));
      }
    }
    framework.evidence().forEach(kind -> add(kind, "the evidence " + kind));
  }

  private void add(String spelling, String meaning) {
    if (spelling != null) {
      meanings.putIfAbsent(Codebook.normalised(spelling), meaning);
    }
  }

  void check() {
    framework.missing().forEach(mark -> check("missing", mark, meanings));
    for (Layout layout : framework.layouts()) {
      Map<String, String> own = new HashMap<>(meanings);
      layout
          .answerValues()
          .forEach((written, code) -> own.put(Codebook.normalised(written), "the answer " + code));
      layout
          .attributeValues()
          .forEach(
              (id, values) ->
                  values.forEach(
                      (written, code) ->
                          own.put(Codebook.normalised(written), "%s %s".formatted(id, code))));
      layout.missing().forEach(mark -> check("layout " + layout.id() + ": missing", mark, own));
    }
  }

  private void check(String place, String mark, Map<String, String> known) {
    String meaning = known.get(Codebook.normalised(mark));
    if (meaning != null) {
      mistakes.add(
          JSON_FILE,
          place,
          "\"%s\" means %s too".formatted(mark, meaning),
          "leave it with one of the two");
    }
    if (Codebook.normalised(mark).isEmpty()) {
      mistakes.add(JSON_FILE, place, "a blank text is missing anyway", "take it out");
    }
  }
}
