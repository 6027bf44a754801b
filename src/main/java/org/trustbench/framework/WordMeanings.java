package org.trustbench.framework;

import java.util.HashMap;
import java.util.Map;

/**
 * The meanings of the words of a framework's answers, attributes and kinds of evidence, for checks
 * of frameworks.
 */
final class WordMeanings {
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> folded = new HashMap<>();

  WordMeanings(Framework framework) {
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

  /** The same with the words of a layout of the framework. */
  WordMeanings(Framework framework, Layout layout) {
    this(framework);
    layout.answerValues().forEach((written, code) -> add(written, "the answer " + code));
    layout
        .attributeValues()
        .forEach(
            (id, values) ->
                values.forEach((written, code) -> add(written, "%s %s".formatted(id, code))));
  }

  private void add(String spelling, String meaning) {
    if (spelling != null) {
      exact.putIfAbsent(Spelling.plain(spelling), meaning);
      folded.putIfAbsent(Spelling.folded(spelling), meaning);
    }
  }

  /** Whether a text in some case is a word. */
  boolean isWord(String text) {
    return folded.containsKey(Spelling.folded(text));
  }

  /**
   * What a text means that is listed as missing, in whatever case, or as it stands where programs
   * write it; null where the list takes nothing from anybody.
   */
  String atOddsWith(String missing) {
    return MissingMarks.isOfPrograms(missing)
        ? exact.get(Spelling.plain(missing))
        : folded.get(Spelling.folded(missing));
  }
}
