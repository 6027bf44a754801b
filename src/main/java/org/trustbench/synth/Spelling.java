package org.trustbench.synth;

import java.util.List;
import org.trustbench.framework.Answer;

/** The words that an inspection's files use for answers. */
final class Spelling {
  private Spelling() {}

  /** How each answer is spelled, by its number. */
  static List<String> answers(SyntheticInspection inspection) {
    boolean hasAliases = inspection.trust().format().hasAliases();
    return inspection.framework().answers().stream()
        .map(answer -> hasAliases ? alias(answer) : answer.code())
        .toList();
  }

  /** How an inspector is named: no real person, a number of the inspection's. */
  static String inspector(SyntheticInspection inspection, int row) {
    return "insp-" + inspection.inspector(row);
  }

  private static String alias(Answer answer) {
    return answer.aliases().isEmpty() ? answer.code() : answer.aliases().get(0);
  }
}
