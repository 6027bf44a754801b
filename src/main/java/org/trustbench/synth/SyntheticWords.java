package org.trustbench.synth;

import java.util.List;
import org.trustbench.framework.Answer;

/** The words that an inspection's files use for answers. */
final class SyntheticWords {
  private SyntheticWords() {}

  /** The spelling of each answer, by its number. */
  static List<String> answers(SyntheticInspection inspection) {
    boolean hasAliases = inspection.trust().format().hasAliases();
    return inspection.framework().answers().stream()
        .map(answer -> hasAliases ? alias(answer) : answer.code())
        .toList();
  }

  private static String alias(Answer answer) {
    return answer.aliases().isEmpty() ? answer.code() : answer.aliases().get(0);
  }
}
