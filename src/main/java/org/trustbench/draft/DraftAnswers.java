package org.trustbench.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.MissingMarks;
import org.trustbench.framework.OpenDecisions;
import org.trustbench.framework.Spelling;

/** The answers of a drafted framework: a code for each that the file holds. */
final class DraftAnswers {
  private static final String NOT_APPLICABLE = "na";
  private static final String NOT_RECORDED = "nr";

  private final UniqueIds ids = new UniqueIds("_", "");
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final Map<String, List<String>> spellings = new LinkedHashMap<>();

  /** Takes in the answers of a group of questions. */
  void add(Collection<List<String>> answers) {
    for (List<String> written : answers) {
      String key = Spelling.folded(written.get(0));
      if (!codes.containsKey(key)) {
        codes.put(key, ids.of(written.get(0)));
        spellings.put(key, new ArrayList<>());
      }
      spellings.get(key).addAll(written);
    }
  }

  /** The codes of those answers that judge, by what the file writes. */
  List<String> judging(Collection<List<String>> answers) {
    return answers.stream()
        .map(written -> written.get(0))
        .filter(answer -> !AnswerMeaning.of(answer).isSilent())
        .map(answer -> codes.get(Spelling.folded(answer)))
        .toList();
  }

  /** The cell that says which answers of a question are sufficient: a guess at most. */
  String sufficient(Collection<List<String>> answers) {
    List<String> good = new ArrayList<>();
    boolean isSure = true;
    for (List<String> written : answers) {
      AnswerMeaning meaning = AnswerMeaning.of(written.get(0));
      if (meaning == AnswerMeaning.SUFFICIENT) {
        good.add(codes.get(Spelling.folded(written.get(0))));
      }
      isSure &= meaning != AnswerMeaning.UNKNOWN && meaning != AnswerMeaning.EITHER;
    }
    return isSure && !good.isEmpty()
        ? OpenDecisions.guess(String.join("|", good))
        : OpenDecisions.some(judging(answers));
  }

  /** The entry of framework.json, with an answer for what is not applicable and not recorded. */
  void write(ArrayNode entries) {
    boolean[] isThere = new boolean[AnswerMeaning.values().length];
    codes.forEach(
        (key, code) -> {
          AnswerMeaning meaning = AnswerMeaning.of(key);
          isThere[meaning.ordinal()] = true;
          ObjectNode entry = entries.addObject().put("code", code);
          entry.put("label", spellings.get(key).get(0));
          aliases(entry, code, key);
          if (meaning == AnswerMeaning.NOT_APPLICABLE) {
            entry.put("means", OpenDecisions.guess("not_applicable"));
          } else if (meaning == AnswerMeaning.NOT_RECORDED) {
            entry.put("means", OpenDecisions.guess("not_recorded"));
          }
        });
    if (!isThere[AnswerMeaning.NOT_APPLICABLE.ordinal()]) {
      silent(entries, NOT_APPLICABLE, "Not applicable", "not_applicable");
    }
    if (!isThere[AnswerMeaning.NOT_RECORDED.ordinal()]) {
      silent(entries, NOT_RECORDED, "Not recorded", "not_recorded");
    }
  }

  /** What programs write for a missing value is the answer only if somebody says so. */
  private void aliases(ObjectNode entry, String code, String key) {
    List<String> doubtful =
        spellings.get(key).stream().filter(MissingMarks::isOfPrograms).distinct().toList();
    if (!doubtful.isEmpty() || !Spelling.folded(code).equals(key)) {
      ArrayNode aliases = entry.putArray("aliases");
      doubtful.forEach(one -> aliases.add(OpenDecisions.guess(one)));
      if (!doubtful.contains(key) && !Spelling.folded(code).equals(key)) {
        aliases.add(key);
      }
    }
  }

  private void silent(ArrayNode entries, String code, String label, String means) {
    entries
        .addObject()
        .put("code", ids.take(code) ? code : ids.of(label))
        .put("label", label)
        .put("means", means);
  }

  /** The code that an empty cell most likely stands for, and somebody has to confirm. */
  String blank() {
    return codes.entrySet().stream()
        .filter(entry -> AnswerMeaning.of(entry.getKey()) == AnswerMeaning.NOT_RECORDED)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(NOT_RECORDED);
  }
}
