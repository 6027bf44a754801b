package org.trustbench.jobs.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.lake.table.SuppressedTable.Row;

/**
 * Holds a public release to those before it from the same lake: what one withholds must not follow
 * from two of them together. So of the same counts none may show what no earlier one does, and
 * other thresholds, or measures, are refused even where an inspection was sent again meanwhile.
 */
final class EarlierReleases {
  private EarlierReleases() {}

  /**
   * What is to be remembered with a release more.
   *
   * @param known what is remembered
   * @param release what the release withholds of each of its inspections
   */
  static List<Row> with(List<Row> known, List<Row> release) {
    Map<String, List<Row>> byInspection =
        known.stream().collect(Collectors.groupingBy(Row::inspectionId));
    List<Row> all = new ArrayList<>(known);
    for (Row row : release) {
      List<Row> earlier = byInspection.getOrDefault(row.inspectionId(), List.of());
      if (earlier.stream().noneMatch(row::withholdsAllOf)) {
        earlier.stream()
            .filter(one -> !row.isOfOtherCounts(one))
            .findFirst()
            .ifPresent(one -> refuse(row, one));
        all.add(row);
      }
    }
    return all;
  }

  private static void refuse(Row row, Row earlier) {
    String why =
        earlier.countingHash().equals(row.countingHash())
            ? earlier.suppressBelow() == row.suppressBelow()
                ? "another version of this program made it: publish with that version"
                : "it has --suppress-below %d and this one %d: publish with %1$d"
                    .formatted(earlier.suppressBelow(), row.suppressBelow())
            : "its framework has other measures or pathways: publish with that framework";
    throw PipelineException.usage(
        "no public release: what release %s withholds of %s could be worked out from this one beside it, since %s (if that one was never given out, publish from a lake made anew of what was sent)"
            .formatted(earlier.releaseId(), row.inspectionId(), why));
  }
}
