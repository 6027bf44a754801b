package org.trustbench.disclosure;

import java.util.List;
import org.trustbench.benchmark.Availability;
import org.trustbench.terms.Terms;

/**
 * How far a public release protects cases: nobody who knows that a case was inspected is told how
 * it was judged, nor how the work of a member of staff was, as far as a base of few cases, or
 * judgements all alike, would tell it.
 *
 * @param fewestCases a base of fewer cases is suppressed, with all that derives from it; at least
 *     1. Below {@link #FEWEST_VALUES} the judgements of single cases are taken to be public anyway
 * @param rounding counts are rounded to multiples of this, half up, and above 0 never to 0; at
 *     least 1
 */
public record DisclosureRules(int fewestCases, int rounding) {
  public static final DisclosureRules STANDARD = new DisclosureRules(10, 5);

  /** Counts that what is published must leave possible for whatever is suppressed. */
  static final int FEWEST_VALUES = 3;

  /** One judgement in so many may differ at least, where all of a suppressed figure are alike. */
  static final int NEARLY_ALL = 20;

  public DisclosureRules {
    if (fewestCases < 1 || rounding < 1) {
      throw new IllegalArgumentException("no protection: " + fewestCases + ", " + rounding);
    }
  }

  /** What readers have to know of it. */
  public List<String> sentences(Terms terms) {
    return List.of(
        terms.text(
                "A figure on fewer than %d {cases} is suppressed, %s, and so are others of the same inspection, or of its parts, wherever they would give such a figure back.",
                fewestCases, Availability.SUPPRESSED.symbol())
            + (isOfSingleCases()
                ? terms.text(
                    " So is a figure that would be 0 % or 100 %: it would tell how the work on every {case} was judged.")
                : ""),
        terms.text(
            "A suppressed figure is no part of anybody's benchmark, total, rank or limit for that measure: a comparator's figures are those of the {institutions} that are shown, and say how many they leave out."),
        "Percentages and limits are whole. Counts are rounded to multiples of %d; a 0 is a true zero. What was not applicable is not counted here."
            .formatted(rounding));
  }

  /** Whether so many cases are too few to be shown; no case at all is not. */
  boolean isSmall(long cases) {
    return cases > 0 && cases < fewestCases;
  }

  /** Whether single judgements are anybody's secret. */
  boolean isOfSingleCases() {
    return fewestCases >= FEWEST_VALUES;
  }

  /**
   * Whether judgements tell too much of those they are about: few cases, or judgements all alike.
   *
   * @param questions of how many questions they are, each asked at most once of a case
   */
  boolean isTelling(long sufficient, long assessed, int questions) {
    long fewestCases = (assessed + questions - 1) / questions;
    return isSmall(fewestCases) || isAlike(sufficient, assessed);
  }

  /**
   * Whether judgements are all alike, so that to know that a case is among them is to know how it
   * was judged; or so nearly that they would be shown as 0 % or 100 %.
   */
  boolean isAlike(long sufficient, long assessed) {
    return isOfSingleCases()
        && assessed > 0
        && (200 * sufficient < assessed || 200 * (assessed - sufficient) <= assessed);
  }

  /** A count as it is published: 0 is a true zero, and nothing else is rounded to it. */
  long rounded(long count) {
    long nearest = Math.floorDiv(2 * count + rounding, 2L * rounding) * rounding;
    return count > 0 ? Math.max(rounding, nearest) : nearest;
  }

  /** The least number of counts that what is shown must leave possible for what is withheld. */
  int fewestValues() {
    return isOfSingleCases() ? FEWEST_VALUES : Math.min(fewestCases, 2);
  }
}
