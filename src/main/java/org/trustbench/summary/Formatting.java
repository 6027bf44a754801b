package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Ranked;
import org.trustbench.stats.Verdict;
import org.trustbench.table.Decimals;

/** Figures as tables for people show them: whole percent, rounded half up at the very end. */
public final class Formatting {
  /** Shown where a figure cannot be worked out. */
  public static final String NOT_AVAILABLE = "[x]";

  /** Beside a score whose base is too small for it to be read alone. */
  public static final String LOW_RELIABILITY = "[u]";

  /** Beside a verdict that does not stand among all that were reached. */
  static final String MAY_BE_CHANCE = "may be chance";

  private static final double SMALLEST_SHOWN = .001;

  private Formatting() {}

  /** A proportion in whole percent: {@code 76}. */
  public static String percent(Double proportion) {
    return proportion == null ? NOT_AVAILABLE : Decimals.percentText(proportion, 0);
  }

  /** A p-value to three decimals; none is 0, so what would round to it is {@code <0.001}. */
  static String pValue(double p) {
    return p < SMALLEST_SHOWN ? "<" + SMALLEST_SHOWN : Decimals.text(p, 3);
  }

  /** A score with its interval: {@code 76 (71–80)}. */
  public static String score(InspectionScore score) {
    String symbol = score.availability().symbol();
    return score.availability().isShown()
        ? (withInterval(score.score(), score.interval95()) + " " + symbol).strip()
        : symbol;
  }

  /** A score without its interval: {@code 76}, or why there is none. */
  public static String plain(InspectionScore score) {
    return score.availability().isShown() ? percent(score.score()) : score.availability().symbol();
  }

  /** The score of all trusts together, or the fixed value, or why there is none. */
  public static String pooled(ComparatorScore score) {
    if (score == null) {
      return NOT_AVAILABLE;
    }
    Double value =
        score.comparatorGroup().isFixed() ? score.comparatorGroup().fixed() : score.pooled();
    return value == null && !score.availability().isShown()
        ? score.availability().symbol()
        : percent(value);
  }

  /** The share of a trust's cases left after a step, with its interval. */
  public static String share(PathwayStep step) {
    return step.availability().isShown()
        ? withInterval(step.share(), step.interval95())
        : step.availability().symbol();
  }

  /** The same of the other trusts together. */
  public static String othersShare(PathwayStep step) {
    return withInterval(step.othersShare(), step.othersInterval95());
  }

  /** The same as a number; null for none. */
  static Long wholePercent(Double proportion) {
    return proportion == null ? null : (Long) (long) Decimals.percent(proportion, 0);
  }

  /** Why a figure of a score's row is not there, in shorthand. */
  static String missing(InspectionScore score) {
    return missing(score.availability());
  }

  /** Why a figure that goes with another is not there: for the other's reason, or its own. */
  static String missing(Availability other) {
    return other.isShown() ? NOT_AVAILABLE : other.symbol();
  }

  /** A proportion of a comparison in whole percent, or why there is none. */
  static String percent(Comparison comparison, Double proportion) {
    return proportion == null ? missing(comparison.score()) : percent(proportion);
  }

  /** What a comparison is set against in whole percent, or why there is nothing. */
  static String benchmark(Comparison comparison) {
    return comparison.benchmark() == null
        ? missing(comparison.benchmarkAvailability())
        : percent(comparison.benchmark());
  }

  /** A rank with its interval: {@code 4 (2–9)}. */
  public static String rank(Ranked ranked) {
    return ranked == null
        ? NOT_AVAILABLE
        : "%d (%d–%d)".formatted(ranked.rank(), ranked.lower(), ranked.upper());
  }

  /** The same of a comparison. */
  public static String rank(Comparison comparison) {
    return comparison.ranked() == null ? missing(comparison.score()) : rank(comparison.ranked());
  }

  /** A difference in percentage points with its interval: {@code −6 (−11 to −1)}. */
  public static String difference(Comparison comparison) {
    if (comparison.difference() == null) {
      return missing(comparison.score());
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

  /** What else to know of a verdict; empty for nothing. */
  static String flag(Comparison comparison) {
    List<String> flags = new ArrayList<>();
    if (isChangedByCaseMix(comparison)) {
      flags.add(comparison.caseMix().verdict95().label() + " once adjusted");
    }
    if (comparison.caseMix() != null && comparison.caseMix().adjusted() > 1) {
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
        && comparison.caseMix() != null
        && comparison.caseMix().verdict95() != comparison.verdict95();
  }

  static String withInterval(Double value, Interval interval) {
    return value == null || interval == null
        ? percent(value)
        : "%s (%s–%s)".formatted(percent(value), percent(interval.low()), percent(interval.high()));
  }

  /** A difference in whole percentage points, with its sign: {@code +6}. */
  public static String points(double proportion) {
    String points = percent(proportion);
    if (points.startsWith("-")) {
      // A real minus sign: a hyphen is narrower than the plus, and read aloud as a pause.
      return "\u2212" + points.substring(1);
    }
    return points.equals("0") ? points : "+" + points;
  }
}
