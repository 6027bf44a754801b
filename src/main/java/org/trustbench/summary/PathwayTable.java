package org.trustbench.summary;

import java.util.List;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.stats.Interval;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One row per step: how many of a trust's cases are left, beside those of the others. */
public final class PathwayTable {
  private PathwayTable() {}

  /** The table of some steps. */
  public static Table of(String title, List<PathwayStep> steps) {
    StringColumn step = StringColumn.create("Step");
    StringColumn left = StringColumn.create("Left % (95 %)");
    StringColumn others = StringColumn.create("Others % (95 %)");
    StringColumn difference = StringColumn.create("Difference (95 %)");
    StringColumn verdict = StringColumn.create(BenchmarkTable.VERDICT);
    for (PathwayStep one : steps) {
      step.append(one.label());
      left.append(Words.share(one));
      others.append(Words.othersShare(one));
      difference.append(difference(one));
      verdict.append(one.step() == 0 ? "" : one.verdict95().label());
    }
    return Tablesaw.table(title, step, left, others, difference, verdict);
  }

  private static String difference(PathwayStep step) {
    Interval interval = step.difference95();
    return interval == null || step.share() == null || step.othersShare() == null
        ? ""
        : "%s (%s to %s)"
            .formatted(
                Words.points(step.share() - step.othersShare()),
                Words.points(interval.low()),
                Words.points(interval.high()));
  }
}
