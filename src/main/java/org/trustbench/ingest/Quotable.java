package org.trustbench.ingest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Trust;

/**
 * Which values of a row a reason may quote. Reasons are stored and published, and a value that
 * stands in the wrong column may be a case's id, an inspector's, a name or a note. Only a word of
 * the framework's, a slip of one, or a word that people write where a code is meant says nothing of
 * anybody; of other values a reason gives the length, and they are to be looked up where they were
 * sent.
 */
final class Quotable {
  /** A word this short has slips that are anybody's initials. */
  private static final int SHORTEST_WITH_SLIPS = 4;

  /** Marks alone, such as a question mark, name nobody. */
  private static final String MARKS = "[^\\p{L}\\p{N}]{1,3}";

  /** What people write where a code is meant. */
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

  Quotable(Framework framework) {
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
  }

  private void add(String word) {
    words.add(normalised(word));
  }

  private void name(String name) {
    add(name);
    wordsOfNames.addAll(wordsOf(name));
  }

  /** A value that should be a word of the framework's. */
  String word(String value) {
    return quoted(value, this::isWordOrSlip);
  }

  /** A value that should name an institution: most of its words are words of such names. */
  String institution(String value) {
    return quoted(value, name -> isWordOrSlip(name) || isMostlyKnown(wordsOf(name)));
  }

  static String inMarks(String value) {
    return "\"" + Quoted.text(value) + "\"";
  }

  /** What stands in a reason in place of a value. */
  static String notQuoted(String value) {
    return "(%d characters, not quoted)".formatted(value.strip().length());
  }

  private static String quoted(String value, Predicate<String> isQuotable) {
    return isQuotable.test(normalised(value)) ? inMarks(value) : notQuoted(value);
  }

  private boolean isMostlyKnown(List<String> given) {
    return given.size() > 1
        && 2 * given.stream().filter(wordsOfNames::contains).count() > given.size();
  }

  private boolean isWordOrSlip(String value) {
    return words.contains(value)
        || value.matches(MARKS)
        || words.stream().anyMatch(word -> isSlip(word, value));
  }

  /** Whether one letter is wrong, missing, too many, or two have changed places; digits hold. */
  static boolean isSlip(String word, String value) {
    int more = value.length() - word.length();
    if (word.length() < SHORTEST_WITH_SLIPS || Math.abs(more) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(word.length(), value.length())
        && word.charAt(same) == value.charAt(same)) {
      same++;
    }
    boolean isOneLetter =
        endsAlike(word, same + (more > 0 ? 0 : 1), value, same + (more < 0 ? 0 : 1));
    return (isOneLetter || isSwapped(word, value, same)) && digits(word).equals(digits(value));
  }

  private static boolean endsAlike(String word, int fromWord, String value, int fromValue) {
    int rest = word.length() - fromWord;
    return rest == value.length() - fromValue
        && word.regionMatches(fromWord, value, fromValue, rest);
  }

  private static boolean isSwapped(String word, String value, int at) {
    return word.length() == value.length()
        && at + 1 < word.length()
        && word.charAt(at) == value.charAt(at + 1)
        && word.charAt(at + 1) == value.charAt(at)
        && endsAlike(word, at + 2, value, at + 2);
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
    return digits.toString();
  }

  private static List<String> wordsOf(String name) {
    return Arrays.stream(normalised(name).split("[\\s&]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String normalised(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
