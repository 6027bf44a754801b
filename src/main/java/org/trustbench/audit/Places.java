package org.trustbench.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trustbench.lake.CasesTable;
import org.trustbench.lake.JudgementsTable;

/** The rows that a fault is about, by file and line: what they say may identify a person. */
final class Places {
  private static final int NAMED = 3;

  private Places() {}

  static String of(JudgementsTable.Row row) {
    return "%s line %d (question %s)".formatted(row.file(), row.line(), row.questionId());
  }

  static String of(CasesTable.Row row) {
    return "%s line %d".formatted(row.fileName(), row.row().line());
  }

  /** The judgements that something is wrong with, as a sentence; empty if there are none. */
  static Optional<String> where(
      List<JudgementsTable.Row> rows, String wrong, Predicate<JudgementsTable.Row> isWrong) {
    return sentence(rows.stream().filter(isWrong).map(Places::of).toList(), wrong);
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
