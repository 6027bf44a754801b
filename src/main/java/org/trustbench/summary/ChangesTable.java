package org.trustbench.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.diff.FigureDifference;
import org.trustbench.diff.RevisionStep;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;
import org.trustbench.table.Decimals;

/** Tables of what differs between two releases. */
public final class ChangesTable {
  private static final Set<String> HEADLINES =
      Set.of("score_percent", "verdict95", "rank", FigureDifference.ROW);

  private ChangesTable() {}

  /** One row per inspection and revision. */
  public static Grid revisions(List<RevisionStep> steps) {
    return Grid.of(
        "Revisions between the two",
        List.of("Inspection", "Revision", "What", "When (UTC)", "Judgements differing", "Why"),
        steps.stream().map(ChangesTable::row).toList());
  }

  private static List<Cell> row(RevisionStep step) {
    return List.of(
        Cell.text(step.inspectionId()),
        new Cell.Number(step.number()),
        Cell.text(step.kind().label()),
        step.at()
            .map(at -> Cell.text(minute(at)))
            .orElse(new Cell.Absent(Availability.NOT_AVAILABLE)),
        Cell.count(step.judgementsDiffering().orElse(null), Availability.NOT_AVAILABLE),
        Cell.text(step.why().orElse(null)));
  }

  private static String minute(String instant) {
    return instant.substring(0, "2014-03-04T12:00".length()).replace('T', ' ');
  }

  /** One row per published table: how many of its figures differ. */
  public static Grid counts(List<FigureDifference> changes) {
    Map<String, Long> byTable =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    FigureDifference::table, TreeMap::new, Collectors.counting()));
    List<List<Cell>> rows = new ArrayList<>();
    byTable.forEach((name, count) -> rows.add(List.of(Cell.text(name), new Cell.Number(count))));
    return Grid.of("Changes by table", List.of("Table", "Figures that differ"), rows);
  }

  /**
   * The largest changes of scores, verdicts and ranks in one measure, scores first.
   *
   * @param measureId the measure
   * @param comparatorId whose verdicts and ranks are shown
   */
  public static Grid headlines(
      String title,
      List<FigureDifference> changes,
      String measureId,
      String comparatorId,
      int most) {
    List<List<Cell>> rows =
        changes.stream()
            .filter(change -> change.measureId().equals(measureId))
            .filter(change -> HEADLINES.contains(change.column()))
            .filter(
                change ->
                    change.table().equals("scores")
                        || change.table().equals("comparisons")
                            && change.comparatorId().equals(comparatorId)
                            && !change.column().equals("score_percent"))
            .sorted(
                Comparator.<FigureDifference, String>comparing(
                        FigureDifference::table, Comparator.reverseOrder())
                    .thenComparing(change -> -Math.abs(size(change)))
                    .thenComparing(FigureDifference::inspectionId))
            .limit(most)
            .map(ChangesTable::row)
            .toList();
    return Grid.of(
        title, List.of("Inspection", "Figure", "Before", "After", "Difference", "Rests on"), rows);
  }

  private static List<Cell> row(FigureDifference change) {
    return List.of(
        Cell.text(change.inspectionId()),
        Cell.text(change.table() + " " + change.column()),
        Cell.text(change.before()),
        Cell.text(change.after()),
        change.difference() == null
            ? Cell.EMPTY
            : new Cell.Digits(
                Decimals.text(change.difference(), change.column().equals("rank") ? 0 : 1)),
        Cell.text(change.causedBy()));
  }

  private static double size(FigureDifference change) {
    return change.difference() == null ? Double.MAX_VALUE : change.difference();
  }
}
