package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Ranked;
import org.trustbench.stats.Verdict;
import org.trustbench.table.Decimals;

/** Figures as tables for people show them: whole percent, rounded half up at the very end. */
public final class Words {
  /** Shown where a figure cannot be worked out. */
  public static final String NOT_AVAILABLE = "[x]";

  /** Beside a score whose base is too small for it to be read alone. */
  public static final String LOW_RELIABILITY = "[u]";

  private Words() {}

  /** A proportion in whole percent: {@code 76}. */
  public static String percent(Double proportion) {
    return proportion == null ? NOT_AVAILABLE : Decimals.text(proportion * 100, 0);
  }

  /** A score with its interval: {@code 76 (71–80)}. */
  public static String score(InspectionScore score) {
    return withInterval(score.score(), score.interval95())
        + (score.score() != null && !score.isReliable() ? " " + LOW_RELIABILITY : "");
  }

  /** The same as a number; null for none. */
  static Long wholePercent(Double proportion) {
    return proportion == null ? null : (Long) (long) Decimals.rounded(proportion * 100, 0);
  }

  /** Why a figure of a score's row is not there, in shorthand. */
  static String missing(InspectionScore score) {
    return NOT_AVAILABLE;
  }

  /** Whether a score can be read, and why not. */
  static String status(InspectionScore score) {
    return score.score() == null
        ? "not available"
        : score.isReliable() ? "shown" : "low reliability";
  }

  /** A rank with its interval: {@code 4 (2–9)}. */
  public static String rank(Ranked ranked) {
    return ranked == null
        ? NOT_AVAILABLE
        : "%d (%d–%d)".formatted(ranked.rank(), ranked.lower(), ranked.upper());
  }

  /** The same of a comparison. */
  static String rank(Comparison comparison) {
    return comparison.ranked() == null ? missing(comparison.score()) : rank(comparison.ranked());
  }

  /** A difference in percentage points with its interval: {@code −6 (−11 to −1)}. */
  public static String difference(Comparison comparison) {
    if (comparison.difference() == null) {
      return NOT_AVAILABLE;
    }
    Interval interval = comparison.difference95();
    return points(comparison.difference())
        + (interval == null
            ? ""
            : " (%s to %s)".formatted(points(interval.low()), points(interval.high())));
  }

  /** A verdict, with how sure it is: {@code lower}, or {@code lower (99.8 %)}. */
  public static String verdict(Comparison comparison) {
    return comparison.verdict95().label() + (isApart(comparison.verdict998()) ? " (99.8 %)" : "");
  }

  /** What else to know of a verdict, which stands among the others or not; empty for nothing. */
  static String flag(Comparison comparison, boolean isStanding) {
    List<String> flags = new ArrayList<>();
    if (isChangedByCaseMix(comparison)) {
      flags.add(comparison.caseMix().verdict95().label() + " once adjusted");
    }
    if (comparison.caseMix() != null && comparison.caseMix().adjusted() > 1) {
      flags.add("adjusted above 100");
    }
    if (isApart(comparison.verdict95()) && !isStanding) {
      flags.add("may be chance");
    }
    return String.join("; ", flags);
  }

  static boolean isApart(Verdict verdict) {
    return verdict == Verdict.HIGHER || verdict == Verdict.LOWER;
  }

  /** Whether adjustment for case mix changes the verdict at 95 %. */
  static boolean isChangedByCaseMix(Comparison comparison) {
    return comparison.isCompared()
        && comparison.caseMix() != null
        && comparison.caseMix().verdict95() != comparison.verdict95();
  }

  static String withInterval(Double value, Interval interval) {
    return value == null || interval == null
        ? percent(value)
        : "%s (%s–%s)".formatted(percent(value), percent(interval.low()), percent(interval.high()));
  }

  /** A difference in whole percentage points, with its sign: {@code +6}. */
  static String points(double proportion) {
    String points = percent(proportion);
    if (points.startsWith("-")) {
      // A real minus sign: a hyphen is narrower than the plus, and read aloud as a pause.
      return "\u2212" + points.substring(1);
    }
    return points.equals("0") ? points : "+" + points;
  }
}
