package org.trustbench.audit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustbench.lake.JudgementsTable;

/** No case is stored twice, and no case has two judgements of one question. */
final class UniqueKeys implements Audit {
  @Override
  public String id() {
    return "unique-keys";
  }

  @Override
  public Optional<String> fault(Appended appended) {
    Set<String> cases = new HashSet<>();
    Map<String, BitSet> asked = new HashMap<>();
    return Places.sentence(
            appended.stored().cases().stream()
                .filter(row -> !cases.add(row.row().id()))
                .map(Places::of)
                .toList(),
            "cases are stored more than once")
        .or(
            () ->
                Places.where(
                    appended.stored().judgements(),
                    "judgements are stored more than once",
                    row -> isSecond(asked, row, appended.form().question(row.questionId()))));
  }

  /** A question that the form does not have is another audit's concern. */
  private static boolean isSecond(
      Map<String, BitSet> asked, JudgementsTable.Row row, int question) {
    if (question < 0) {
      return false;
    }
    BitSet ofCase = asked.computeIfAbsent(row.caseId(), id -> new BitSet());
    boolean isSecond = ofCase.get(question);
    ofCase.set(question);
    return isSecond;
  }
}
