package org.trustbench.audit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** No case is stored twice, and no case has two judgements of one question. */
final class UniqueKeys implements Audit {
  @Override
  public String id() {
    return "unique-keys";
  }

  @Override
  public Optional<String> fault(AuditInput appended) {
    Set<String> cases = new HashSet<>();
    return RowLocations.sentence(
            appended.stored().cases().stream()
                .filter(row -> !cases.add(row.row().id()))
                .map(RowLocations::of)
                .toList(),
            appended.codebook().terms().text("{case} is stored more than once"),
            appended.codebook().terms().text("{cases} are stored more than once"))
        .or(
            () ->
                RowLocations.ofJudgements(
                    appended.stored().judgements().repeated(),
                    "judgement is stored more than once",
                    "judgements are stored more than once"));
  }
}
