package org.trustbench.audit;

import java.util.List;
import java.util.Optional;
import org.trustbench.lake.read.StoredJudgements;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.message.Counted;

/** The rows that a fault is about, by file and line: what they say may identify a person. */
final class RowLocations {
  private static final int NAMED = 3;

  private RowLocations() {}

  static String of(CasesTable.Row row) {
    return "%s line %d".formatted(row.fileName(), row.row().line());
  }

  /** The judgements that something is wrong with, as a sentence; empty if there are none. */
  static Optional<String> ofJudgements(List<StoredJudgements.Place> odd, String one, String many) {
    return sentence(
        odd.stream()
            .map(
                place ->
                    "%s line %d (question %s)"
                        .formatted(place.file(), place.line(), place.questionId()))
            .toList(),
        one,
        many);
  }

  /**
   * How many places there are, what is wrong with them, and the first of them.
   *
   * @param one what is wrong, said of one
   * @param many the same, said of several
   */
  static Optional<String> sentence(List<String> places, String one, String many) {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s: %s%s"
                .formatted(
                    Counted.of(places.size(), one, many),
                    String.join(", ", places.subList(0, Math.min(NAMED, places.size()))),
                    places.size() > NAMED ? ", …" : ""));
  }
}
