package org.trustbench.lake.table;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;

/**
 * One row per inspection and counts of it that a public release was made of: what that release
 * withheld. A later one that showed it, or withheld other figures instead, could be subtracted.
 */
public final class SuppressedTable {
  private SuppressedTable() {}

  /**
   * What is withheld of an inspection.
   *
   * @param countsHash identifies the counts that it was chosen by
   * @param countingHash identifies what is counted by the inspection's version of the form: its
   *     measures and pathways
   * @param withheld ids of what is withheld, one a line, in the order of their letters
   */
  public record Row(
      String inspectionId,
      String countsHash,
      String countingHash,
      long suppressBelow,
      String releaseId,
      String withheld) {

    /** Whether all that another withholds is withheld here too. */
    public boolean withholdsAllOf(Row other) {
      return countingHash.equals(other.countingHash) && set().containsAll(other.set());
    }

    private Set<String> set() {
      Set<String> ids = new TreeSet<>();
      withheld.lines().forEach(ids::add);
      return ids;
    }

    /** Whether it is about other counts, and chosen by the same rules. */
    public boolean isOfOtherCounts(Row other) {
      return !countsHash.equals(other.countsHash)
          && countingHash.equals(other.countingHash)
          && suppressBelow == other.suppressBelow;
    }
  }

  public static final Table<Row> DEFINITION =
      new Table<>(
          "suppressed",
          "One row per inspection and counts of it that a public release was made of: what it withheld.",
          List.of("inspection_id", "counts_hash", "counting_hash", "suppress_below", "release_id"),
          List.of(
              text("inspection_id", "the inspection", Row::inspectionId),
              text("counts_hash", "identifies its counts", Row::countsHash),
              text(
                  "counting_hash",
                  "identifies the measures and pathways of its version of the form",
                  Row::countingHash),
              integer(
                  "suppress_below",
                  "{cases}",
                  "{cases} below which a figure is suppressed",
                  Row::suppressBelow),
              text("release_id", "the first release that withheld just this", Row::releaseId),
              text("withheld", "ids of what is withheld, one a line", Row::withheld)));

  public static Row row(Record r) {
    return new Row(
        (String) r.getField("inspection_id"),
        (String) r.getField("counts_hash"),
        (String) r.getField("counting_hash"),
        (Long) r.getField("suppress_below"),
        (String) r.getField("release_id"),
        (String) r.getField("withheld"));
  }
}
