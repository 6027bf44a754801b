package org.trustbench.ingest.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.submission.SubmissionStatus;

/**
 * Works out which submissions are current after an ingest, and which become the past. It looks at
 * rows alone, so that it can be worked out again on what another run has left meanwhile.
 *
 * @param rows all that the lake then knows, in the order of the table
 * @param overtaken submissions that do not count, because another run has changed their inspection
 *     since it was looked at
 */
public record RevisionHistory(List<Row> rows, List<Row> overtaken) {
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::inspectionId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingLong(row -> row.revision() == null ? 0 : row.revision().number())
          .thenComparing(Row::source)
          .thenComparing(Row::submissionHash);

  /**
   * Puts the submissions of one run in their place.
   *
   * @param before all that the lake knows
   * @param read submissions new or changed; an accepted one says which it replaces
   * @param sent hashes of everything that was sent, read or not
   * @param at when, as an ISO instant
   */
  public static RevisionHistory of(List<Row> before, List<Row> read, Set<String> sent, String at) {
    Map<String, Row> present = present(before);
    Map<String, Row> latest = latest(before);
    Map<String, Row> succeeding = new HashMap<>();
    List<Row> after = new ArrayList<>();
    List<Row> overtaken = new ArrayList<>();
    for (Row row : read) {
      Row stands = present.get(row.inspectionId());
      if (!row.isAccepted()) {
        after.add(row);
      } else if (isSame(stands, row)) {
        succeeding.put(
            row.inspectionId(),
            row.as(SubmissionStatus.ACCEPTED, stands.revision()).as(stands.stored()));
      } else if (!row.revision()
          .replacedHash()
          .equals(Optional.ofNullable(stands).map(Row::submissionHash))) {
        overtaken.add(row);
      } else {
        Row last = latest.get(row.inspectionId());
        long number = last == null ? 1 : last.revision().number() + 1;
        succeeding.put(
            row.inspectionId(),
            row.as(SubmissionStatus.ACCEPTED, row.revision().begun(number, at)));
      }
    }
    after.addAll(succeeding.values());
    Set<String> newlyRead = read.stream().map(Row::submissionHash).collect(Collectors.toSet());
    Set<String> split = splitExtracts(before, succeeding);
    for (Row row : before) {
      if (row.isPast()) {
        after.add(row);
      } else if (row.isAccepted()) {
        Row successor = succeeding.get(row.inspectionId());
        if (successor == null) {
          after.add(row);
        } else if (!isSame(row, successor)) {
          after.add(row.as(SubmissionStatus.REPLACED, row.revision().replaced(at)));
        }
      } else if (!newlyRead.contains(row.submissionHash())
          && (sent.contains(row.submissionHash()) || isKeptUnsent(row, before, split))) {
        after.add(row);
      }
    }
    after.sort(ORDER);
    return new RevisionHistory(List.copyOf(after), List.copyOf(overtaken));
  }

  /** The rows after an inspection was taken back. */
  public static List<Row> withdrawn(List<Row> before, String inspectionId, String why, String at) {
    if (!present(before).containsKey(inspectionId)) {
      throw PipelineException.usage(
          "inspection \"%s\" is not in the lake, or is withdrawn already: --withdraw names one of %s"
              .formatted(inspectionId, present(before).keySet().stream().sorted().toList()));
    }
    return before.stream()
        .map(
            row ->
                row.isAccepted() && row.inspectionId().equals(inspectionId)
                    ? row.as(SubmissionStatus.WITHDRAWN, row.revision().withdrawn(at, why))
                    : row)
        .toList();
  }

  /** The submission that each inspection stands on. */
  public static Map<String, Row> present(List<Row> rows) {
    return rows.stream()
        .filter(Row::isAccepted)
        .collect(Collectors.toMap(Row::inspectionId, r -> r));
  }

  /** The last submission of each inspection that is withdrawn and has not come back. */
  public static Map<String, Row> withdrawn(List<Row> rows) {
    Map<String, Row> last = latest(rows);
    last.values().removeIf(row -> row.status() != SubmissionStatus.WITHDRAWN);
    return last;
  }

  private static Map<String, Row> latest(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.isAccepted() || row.isPast())
        .collect(
            Collectors.toMap(
                Row::inspectionId,
                row -> row,
                BinaryOperator.maxBy(Comparator.comparingLong(row -> row.revision().number())),
                HashMap::new));
  }

  private static boolean isSame(Row one, Row other) {
    return one != null && one.submissionHash().equals(other.submissionHash());
  }

  /** Extracts of which an inspection has been sent otherwise, so that they are no longer whole. */
  private static Set<String> splitExtracts(List<Row> before, Map<String, Row> succeeding) {
    return before.stream()
        .filter(Row::isAccepted)
        .filter(row -> succeeding.containsKey(row.inspectionId()))
        .filter(row -> !isSame(row, succeeding.get(row.inspectionId())))
        .map(Row::sourceHash)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * What was refused or held goes when it is not sent again. What an extract holds of no inspection
   * stays as long as all of its inspections do.
   */
  private static boolean isKeptUnsent(Row row, List<Row> before, Set<String> split) {
    return row.status() == SubmissionStatus.UNROUTED
        && !split.contains(row.sourceHash())
        && before.stream()
            .anyMatch(
                other ->
                    other.sourceHash().equals(row.sourceHash())
                        && (other.isAccepted() || other.status() == SubmissionStatus.WITHDRAWN));
  }
}
