package org.trustbench.summary;

import java.util.List;
import java.util.Set;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One row per measure: one trust beside the lowest, highest and the others of a comparator. */
public final class BenchmarkTable {
  static final String VERDICT = "Verdict";

  private BenchmarkTable() {}

  /** The comparisons of one trust on the kinds of measure asked for. */
  public static List<Comparison> rows(
      Results results, String trustId, String comparatorId, Set<String> kinds) {
    return results.comparisons(trustId, comparatorId).stream()
        .filter(comparison -> kinds.contains(comparison.score().measure().kind()))
        .toList();
  }

  /** The table of some comparisons of one trust; with its base where denominators are small. */
  public static Table of(String title, List<Comparison> comparisons, boolean isWithBase) {
    StringColumn measure = StringColumn.create("Measure");
    StringColumn score = StringColumn.create("Score % (95 %)");
    StringColumn lowest = StringColumn.create("Lowest");
    StringColumn highest = StringColumn.create("Highest");
    StringColumn others =
        StringColumn.create(
            comparisons.isEmpty() ? "Others" : BenchmarkWords.column(comparisons.get(0)));
    StringColumn difference = StringColumn.create("Difference (95 %)");
    StringColumn verdict = StringColumn.create(VERDICT);
    StringColumn robust = StringColumn.create("Robust");
    StringColumn adjusted = StringColumn.create("Adjusted");
    StringColumn rank = StringColumn.create("Rank");
    StringColumn flag = StringColumn.create("Flag");
    LongColumn base = LongColumn.create("Base");
    LongColumn notRecorded = LongColumn.create("Not recorded");
    for (Comparison c : comparisons) {
      measure.append(c.score().measure().label());
      score.append(Words.score(c.score()));
      lowest.append(Words.percent(c.spread() == null ? null : c.spread().lowest()));
      highest.append(Words.percent(c.spread() == null ? null : c.spread().highest()));
      others.append(Words.percent(c.benchmark()));
      difference.append(Words.difference(c));
      verdict.append(Words.verdict(c));
      robust.append(c.robustness() == null ? "" : c.robustness().isFlipped() ? "no" : "yes");
      adjusted.append(Words.percent(c.caseMix() == null ? null : c.caseMix().adjusted()));
      rank.append(Words.rank(c.ranked()));
      flag.append(Words.flag(c));
      base.append(c.score().base().assessed());
      notRecorded.append(c.score().base().notRecorded());
    }
    Table table = Tablesaw.table(title, measure, score);
    return isWithBase
        ? table.addColumns(
            base, notRecorded, lowest, highest, others, difference, verdict, robust, flag)
        : table.addColumns(
            lowest, highest, others, difference, verdict, robust, adjusted, flag, rank);
  }
}
