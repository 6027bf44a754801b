package org.trustbench.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.history.Change;
import org.trustbench.history.RevisionStep;
import org.trustbench.table.Decimals;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables of what differs between two releases. */
public final class ChangesTable {
  private static final Set<String> HEADLINES =
      Set.of("score_percent", "verdict95", "rank", Change.ROW);

  private ChangesTable() {}

  /** One row per inspection and revision. */
  public static Table revisions(List<RevisionStep> steps) {
    StringColumn inspection = StringColumn.create("Inspection");
    LongColumn revision = LongColumn.create("Revision");
    StringColumn kind = StringColumn.create("What");
    StringColumn at = StringColumn.create("When (UTC)");
    StringColumn differing = StringColumn.create("Judgements differing");
    StringColumn why = StringColumn.create("Why");
    for (RevisionStep step : steps) {
      inspection.append(step.inspectionId());
      revision.append(step.number());
      kind.append(step.kind());
      at.append(step.at() == null ? Formatting.NOT_AVAILABLE : minute(step.at()));
      differing.append(
          step.judgementsDiffering() == null
              ? Formatting.NOT_AVAILABLE
              : Long.toString(step.judgementsDiffering()));
      why.append(step.why() == null ? "" : step.why());
    }
    return Table.create(
        "Revisions between the two", inspection, revision, kind, at, differing, why);
  }

  private static String minute(String instant) {
    return instant.substring(0, "2014-03-04T12:00".length()).replace('T', ' ');
  }

  /** One row per published table: how many of its figures differ. */
  public static Table counts(List<Change> changes) {
    Map<String, Long> byTable =
        changes.stream()
            .collect(Collectors.groupingBy(Change::table, TreeMap::new, Collectors.counting()));
    StringColumn table = StringColumn.create("Table");
    LongColumn figures = LongColumn.create("Figures that differ");
    byTable.forEach(
        (name, count) -> {
          table.append(name);
          figures.append(count);
        });
    return Table.create("Changes by table", table, figures);
  }

  /**
   * The largest changes of scores, verdicts and ranks in one measure, scores first.
   *
   * @param measureId the measure
   * @param comparatorId whose verdicts and ranks are shown
   */
  public static Table headlines(
      String title, List<Change> changes, String measureId, String comparatorId, int most) {
    StringColumn inspection = StringColumn.create("Inspection");
    StringColumn figure = StringColumn.create("Figure");
    StringColumn before = StringColumn.create("Before");
    StringColumn after = StringColumn.create("After");
    StringColumn difference = StringColumn.create("Difference");
    StringColumn cause = StringColumn.create("Rests on");
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
            Comparator.<Change, String>comparing(Change::table, Comparator.reverseOrder())
                .thenComparing(change -> -Math.abs(size(change)))
                .thenComparing(Change::inspectionId))
        .limit(most)
        .forEach(
            change -> {
              inspection.append(change.inspectionId());
              figure.append(change.table() + " " + change.column());
              before.append(change.before());
              after.append(change.after());
              difference.append(
                  change.difference() == null
                      ? ""
                      : Decimals.text(change.difference(), change.column().equals("rank") ? 0 : 1));
              cause.append(change.causedBy());
            });
    return Table.create(title, inspection, figure, before, after, difference, cause);
  }

  private static double size(Change change) {
    return change.difference() == null ? Double.MAX_VALUE : change.difference();
  }
}
