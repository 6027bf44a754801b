package org.trustbench.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.framework.Spelling;

/** The outcome that an answer most likely stands for, judged by its word alone. */
enum AnswerMeaning {
  SUFFICIENT(
      "yes|y|true|outstanding|excellent|very good|good|strong|met|fully met|compliant|pass|passed|"
          + "sufficient|done|effective"),
  INSUFFICIENT(
      "no|n|false|poor|weak|inadequate|unsatisfactory|insufficient|not met|unmet|non-compliant|"
          + "noncompliant|not compliant|fail|failed|not done|ineffective"),
  /** A judgement that some inspectorates count as well enough, and others not. */
  EITHER(
      "adequate|satisfactory|fair|average|acceptable|requires improvement|"
          + "requires improvement to be good|needs improvement|partly met|partially met|partial|"
          + "partly|mostly|mostly met|borderline|moderate"),
  NOT_APPLICABLE("na|n/a|n.a.|not applicable|does not apply|not relevant"),
  NOT_RECORDED(
      "nr|n/r|not recorded|not known|unknown|not judged|not assessed|not rated|not graded|"
          + "no judgement|missing|null|(null)|<null>|nan|<na>|\\n|-|*|.|?|#n/a|not yet rated|awaiting inspection"),
  UNKNOWN("");

  private static final Map<String, AnswerMeaning> BY_WORD =
      Stream.of(values())
          .flatMap(meaning -> meaning.words().map(word -> Map.entry(word, meaning)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String words;

  AnswerMeaning(String words) {
    this.words = words;
  }

  private Stream<String> words() {
    return Stream.of(words.split("\\|", -1)).filter(word -> !word.isEmpty());
  }

  static AnswerMeaning of(String answer) {
    return BY_WORD.getOrDefault(Spelling.folded(answer), UNKNOWN);
  }

  /** Whether the answer judges nothing. */
  boolean isSilent() {
    return this == NOT_APPLICABLE || this == NOT_RECORDED;
  }

  /** Whether the answers are words that judgements are given in, or the grades of a short scale. */
  static boolean areJudgements(Collection<String> answers) {
    List<String> judging = answers.stream().filter(answer -> !of(answer).isSilent()).toList();
    long known = judging.stream().filter(answer -> of(answer) != UNKNOWN).count();
    return !judging.isEmpty()
        && (2 * known >= judging.size()
            || judging.stream().allMatch(answer -> answer.matches("[0-9]|10|[A-Ea-e]")));
  }
}
