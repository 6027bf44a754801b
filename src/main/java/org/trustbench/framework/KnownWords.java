package org.trustbench.framework;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a framework's questions, answers, attributes and institutions, and those that people
 * write where a code is meant: words that say nothing of anybody.
 */
public final class KnownWords {
  /** Words that people write where a code is meant. */
  private static final Set<String> EVERYDAY =
      Set.of(
          "absent",
          "adequate",
          "all",
          "always",
          "average",
          "bad",
          "blank",
          "both",
          "complete",
          "completed",
          "done",
          "either",
          "empty",
          "error",
          "fail",
          "failed",
          "fair",
          "false",
          "few",
          "good",
          "high",
          "inadequate",
          "incomplete",
          "insufficient",
          "late",
          "low",
          "many",
          "maybe",
          "medium",
          "middle",
          "missing",
          "mixed",
          "most",
          "mostly",
          "never",
          "nil",
          "none",
          "normal",
          "not applicable",
          "not done",
          "not known",
          "not recorded",
          "not sure",
          "null",
          "often",
          "ok",
          "okay",
          "other",
          "outstanding",
          "partial",
          "partially",
          "partly",
          "pass",
          "passed",
          "pending",
          "perhaps",
          "poor",
          "possibly",
          "rarely",
          "satisfactory",
          "seldom",
          "some",
          "sometimes",
          "sufficient",
          "tba",
          "tbc",
          "tbd",
          "test",
          "true",
          "unclear",
          "undecided",
          "unknown",
          "unsure",
          "usually",
          "various",
          "yes/no",
          "yes and no");

  private final Set<String> words = new HashSet<>(EVERYDAY);
  private final Set<String> wordsOfNames = new HashSet<>();
  private final TypoIndex slips;

  KnownWords(Framework framework) {
    framework.questions().forEach(question -> add(question.id()));
    framework.evidence().forEach(this::add);
    for (Answer answer : framework.answers()) {
      add(answer.code());
      answer.aliases().forEach(this::add);
    }
    for (Attribute attribute : framework.attributes()) {
      add(attribute.id());
      for (Attribute.Value value : attribute.values()) {
        add(value.code());
        add(value.label());
        value.aliases().forEach(this::add);
      }
    }
    for (Trust trust : framework.trusts()) {
      name(trust.code());
      name(trust.name());
      trust.aliases().forEach(this::name);
    }
    for (Layout layout : framework.layouts()) {
      layout.questionValues().keySet().forEach(this::add);
      layout.answerValues().keySet().forEach(this::add);
      layout.attributeValues().values().stream()
          .map(Map::keySet)
          .forEach(s -> s.forEach(this::add));
    }
    slips = new TypoIndex(words);
  }

  private void add(String word) {
    words.add(Codebook.normalised(word));
  }

  private void name(String name) {
    add(name);
    wordsOfNames.addAll(wordsOf(name));
  }

  /** Whether a text is one of the words, or a slip of one. */
  public boolean isWordOrSlip(String text) {
    String given = Codebook.normalised(text);
    return words.contains(given) || slips.isSlip(given);
  }

  /** Whether a text has several words, most of which are words of the institutions' names. */
  public boolean isMostlyOfNames(String text) {
    List<String> given = wordsOf(text);
    return given.size() > 1
        && 2 * given.stream().filter(wordsOfNames::contains).count() > given.size();
  }

  private static List<String> wordsOf(String name) {
    return Arrays.stream(Codebook.normalised(name).split("[\\s&]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
