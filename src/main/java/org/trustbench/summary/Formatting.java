package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.stats.RankEstimate;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;

/** Figures as short texts, as tables and charts print them: {@code 76 (71–80)}. */
public final class Formatting {
  /** Beside a verdict that does not stand among all that were reached. */
  static final String MAY_BE_CHANCE = "may be chance";

  private Formatting() {}

  /** A proportion in whole percent: {@code 76}. */
  public static String percent(Double proportion) {
    return CellText.joined(Cell.percent(proportion, Availability.NOT_AVAILABLE));
  }

  /** A difference in whole percentage points, with its sign: {@code +6}. */
  public static String points(double proportion) {
    return CellText.joined(Cell.points(proportion));
  }

  /** A score with its interval: {@code 76 (71–80)}. */
  public static String score(InspectionScore score) {
    return CellText.joined(ComparisonCells.score(score));
  }

  /** A score without its interval: {@code 76}, or why there is none. */
  public static String plain(InspectionScore score) {
    return CellText.joined(ComparisonCells.plain(score));
  }

  /** The score of all trusts together, or the fixed value, or why there is none. */
  public static String pooled(ComparatorScore score) {
    return CellText.joined(ComparisonCells.pooled(score));
  }

  /** The share of a trust's cases left after a step, with its interval. */
  public static String share(PathwayStep step) {
    return CellText.joined(ComparisonCells.share(step));
  }

  /** The same of the other trusts together. */
  public static String othersShare(PathwayStep step) {
    return CellText.joined(ComparisonCells.othersShare(step));
  }

  /** A rank with its interval: {@code 4 (2–9)}. */
  public static String rank(RankEstimate ranked) {
    return CellText.joined(Cell.rank(ranked, Availability.NOT_AVAILABLE));
  }

  /** The same of a comparison. */
  public static String rank(Comparison comparison) {
    return CellText.joined(ComparisonCells.rank(comparison));
  }

  /** A verdict, with how sure it is: {@code lower}, or {@code lower (99.8 %)}. */
  public static String verdict(Comparison comparison) {
    return CellText.joined(ComparisonCells.verdict(comparison));
  }

  /** What else to know of a verdict; empty for nothing. */
  public static String flag(Comparison comparison) {
    List<String> flags = new ArrayList<>();
    if (isChangedByCaseMix(comparison)) {
      flags.add(comparison.caseMix(one -> one.verdict95().label()) + " once adjusted");
    }
    if (Boolean.TRUE.equals(comparison.caseMix(one -> one.adjusted() > 1))) {
      flags.add("adjusted above 100");
    }
    if (isApart(comparison.verdict95()) && !comparison.isFdrSignificant()) {
      flags.add(MAY_BE_CHANCE);
    }
    return String.join("; ", flags);
  }

  /** Whether a verdict sets a trust apart from the others, whichever way. */
  public static boolean isApart(Verdict verdict) {
    return verdict == Verdict.HIGHER || verdict == Verdict.LOWER;
  }

  /** Whether adjustment for case mix changes the verdict at 95 %. */
  static boolean isChangedByCaseMix(Comparison comparison) {
    return comparison.isCompared()
        && Boolean.TRUE.equals(
            comparison.caseMix(one -> one.verdict95() != comparison.verdict95()));
  }
}
