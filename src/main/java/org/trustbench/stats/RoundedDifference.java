package org.trustbench.stats;

/**
 * The difference of two proportions of which no more is known than whole percentages: each score,
 * and the ends of its interval. What is said holds for whatever figures were rounded so, and so
 * never claims a difference that {@link Difference} on the exact figures does not.
 */
public final class RoundedDifference {
  /** Half of a percentage point: a whole percentage is at most so far from what it stands for. */
  private static final double ROUNDING = .005;

  private static final double MOST_JUDGEMENTS = 1e9;
  private static final int HALVINGS = 80;

  /**
   * A score as it is published.
   *
   * @param score a whole percentage, as a proportion
   * @param at95 its interval at 95 %, in whole percentages
   * @param at998 its interval at 99.8 %, in whole percentages
   */
  public record Rounded(double score, Interval at95, Interval at998) {}

  private RoundedDifference() {}

  /** The widest interval at 95 % of any two scores that are rounded so. */
  public static Interval interval95(Rounded first, Rounded second) {
    return interval(first.score(), first.at95(), second.score(), second.at95());
  }

  /** The widest interval at 99.8 % of any two scores that are rounded so. */
  public static Interval interval998(Rounded first, Rounded second) {
    return interval(first.score(), first.at998(), second.score(), second.at998());
  }

  /**
   * {@link Newcombe10} on rounded ends. Its ends fall when the first score and its lower end fall
   * together and the second and its upper end rise together: by two roundings, one of each score.
   */
  private static Interval interval(double p1, Interval first, double p2, Interval second) {
    double d = p1 - p2;
    return new Interval(
        d - 2 * ROUNDING - Math.hypot(p1 - first.low(), second.high() - p2),
        d + 2 * ROUNDING + Math.hypot(first.high() - p1, p2 - second.low()));
  }

  /** Whether a rare outcome rules out chance, however the scores were rounded. */
  public static boolean isBacked(Rounded first, Rounded second, double z) {
    double towards = Math.signum(second.score() - first.score()) * ROUNDING;
    double one = within(first.score() + towards);
    double other = within(second.score() - towards);
    return Difference.isBacked(
        new Proportion(one, fewest(first)), new Proportion(other, fewest(second)), z);
  }

  /** The fewest judgements that a score can be worth whose interval is published so wide. */
  private static double fewest(Rounded rounded) {
    double width = rounded.at95().width() + 2 * ROUNDING;
    double p = within(rounded.score() + (rounded.score() < .5 ? -ROUNDING : ROUNDING));
    double few = 0;
    double many = MOST_JUDGEMENTS;
    for (int i = 0; i < HALVINGS; i++) {
      double n = (few + many) / 2;
      if (Wilson.around(p, n, Normal.Z95).width() > width) {
        few = n;
      } else {
        many = n;
      }
    }
    return many;
  }

  private static double within(double p) {
    return Math.min(1, Math.max(0, p));
  }
}
