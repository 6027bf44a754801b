package org.trustbench.diff;

import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.table.Table;

/**
 * A figure that differs between two releases, or a row that only one of them has.
 *
 * @param place the row's key beyond inspection, measure and comparator, as {@code column=value}
 * @param column the figure; {@link #ROW} for a whole row
 * @param difference second less first; null unless both are numbers
 * @param causedBy the revisions that the figure rests on, and whatever else differs
 */
public record FigureDifference(
    String table,
    String inspectionId,
    String measureId,
    String comparatorId,
    String place,
    String column,
    String before,
    String after,
    Double difference,
    String causedBy) {
  /** In place of a column: the row as such came or went. */
  public static final String ROW = "(row)";

  /** The changes as a table. */
  public static Table<FigureDifference> table(String audience) {
    return new Table<>(
        "changes",
        "One row per figure that differs between two releases.",
        List.of("table", "inspection_id", "measure_id", "comparator_id", "place", "figure"),
        List.of(
            text("table", "the table it stands in", FigureDifference::table),
            text(
                "inspection_id",
                "the inspection; empty if of none",
                FigureDifference::inspectionId),
            text("measure_id", "the measure; empty if of none", FigureDifference::measureId),
            text(
                "comparator_id",
                "the comparator; empty if of none",
                FigureDifference::comparatorId),
            text("place", "what else identifies the row", FigureDifference::place),
            text(
                "figure",
                "the column that differs; (row) if the row came or went",
                FigureDifference::column),
            text("before", "what the first release says", FigureDifference::before),
            text("after", "what the second says", FigureDifference::after),
            decimal("difference", "", "second less first", FigureDifference::difference),
            text("caused_by", "revisions and choices that it rests on", FigureDifference::causedBy),
            text("audience", "whom the file is for", change -> audience)));
  }
}
