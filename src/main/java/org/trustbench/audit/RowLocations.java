package org.trustbench.audit;

import java.util.List;
import java.util.Optional;
import org.trustbench.lake.read.StoredJudgements;
import org.trustbench.lake.table.CasesTable;

/** The rows that a fault is about, by file and line: what they say may identify a person. */
final class RowLocations {
  private static final int NAMED = 3;

  private RowLocations() {}

  static String of(CasesTable.Row row) {
    return "%s line %d".formatted(row.fileName(), row.row().line());
  }

  /** The judgements that something is wrong with, as a sentence; empty if there are none. */
  static Optional<String> ofJudgements(List<StoredJudgements.Place> odd, String wrong) {
    return sentence(
        odd.stream()
            .map(
                place ->
                    "%s line %d (question %s)"
                        .formatted(place.file(), place.line(), place.questionId()))
            .toList(),
        wrong);
  }

  static Optional<String> sentence(List<String> places, String wrong) {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d %s: %s%s"
                .formatted(
                    places.size(),
                    wrong,
                    String.join(", ", places.subList(0, Math.min(NAMED, places.size()))),
                    places.size() > NAMED ? ", …" : ""));
  }
}
