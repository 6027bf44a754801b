package org.trustbench.summary;

import java.util.List;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One row per measure: two trusts side by side. */
public final class PairTable {
  private PairTable() {}

  /** The differences of two trusts. */
  public static Table of(String title, List<PairDifference> pairs) {
    StringColumn measure = StringColumn.create("Measure");
    StringColumn first = StringColumn.create(code(pairs, true) + " % (95 %)");
    StringColumn second = StringColumn.create(code(pairs, false) + " % (95 %)");
    StringColumn difference = StringColumn.create("Difference (95 %)");
    StringColumn verdict = StringColumn.create("Verdict");
    StringColumn adjusted = StringColumn.create("Adjusted p");
    StringColumn flag = StringColumn.create("Flag");
    for (PairDifference pair : pairs) {
      measure.append(pair.measure().label());
      first.append(Formatting.score(pair.first()));
      second.append(Formatting.score(pair.second()));
      difference.append(difference(pair));
      verdict.append(pair.verdict95().label() + (isSure(pair) ? " (99.8 %)" : ""));
      adjusted.append(
          pair.adjustedPValue() == null
              ? Formatting.NOT_AVAILABLE
              : Formatting.pValue(pair.adjustedPValue()));
      flag.append(isChance(pair) ? Formatting.MAY_BE_CHANCE : "");
    }
    return Table.create(title, measure, first, second, difference, verdict, adjusted, flag);
  }

  private static String code(List<PairDifference> pairs, boolean isFirst) {
    PairDifference any = pairs.get(0);
    return (isFirst ? any.first() : any.second()).inspection().trust().code();
  }

  /** Whether a verdict does not stand when allowance is made for how many measures there are. */
  private static boolean isChance(PairDifference pair) {
    return Formatting.isApart(pair.verdict95()) && !pair.isFdrSignificant();
  }

  private static boolean isSure(PairDifference pair) {
    return pair.verdict998() == Verdict.HIGHER || pair.verdict998() == Verdict.LOWER;
  }

  private static String difference(PairDifference pair) {
    if (pair.difference() == null) {
      return Formatting.NOT_AVAILABLE;
    }
    Interval interval = pair.difference95();
    return Formatting.points(pair.difference())
        + (interval == null
            ? ""
            : " (%s to %s)"
                .formatted(Formatting.points(interval.low()), Formatting.points(interval.high())));
  }
}
