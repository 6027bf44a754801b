package org.trustbench.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** No case is stored twice, and no case has two judgements of one question. */
final class UniqueKeys implements Audit {
  @Override
  public String id() {
    return "unique-keys";
  }

  @Override
  public Optional<String> fault(Appended appended) {
    Set<String> cases = new HashSet<>();
    Map<String, Set<String>> asked = new HashMap<>();
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
                    row ->
                        !asked
                            .computeIfAbsent(row.caseId(), id -> new HashSet<>())
                            .add(row.questionId())));
  }
}
