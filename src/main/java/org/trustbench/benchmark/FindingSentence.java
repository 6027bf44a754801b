package org.trustbench.benchmark;

import org.trustbench.framework.Framework;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.table.Decimals;

/** Puts a finding into words: figure, base, interval and measure, and whom it is compared with. */
public final class FindingSentence {
  private FindingSentence() {}

  /**
   * One sentence.
   *
   * @param comparison null for a finding on the score alone
   */
  public static String of(Framework framework, InspectionScore score, Comparison comparison) {
    Interval interval = score.interval95();
    ScoreWords words = ScoreWords.of(framework.vocabulary(), score.score(), interval);
    String own =
        "%s: %s%s %% of %s sufficient, %s (95 %% interval %s to %s %%)"
            .formatted(
                score.measure().label(),
                words.isHedged() ? "around " : "",
                percent(score.score()),
                score.base().judgements(),
                words.text(),
                percent(interval.low()),
                percent(interval.high()));
    return "%s%s [%s]."
        .formatted(own, comparison == null ? "" : compared(comparison), score.measure().id());
  }

  private static String compared(Comparison comparison) {
    boolean isSure = comparison.verdict998() == comparison.verdict95();
    double low = Math.abs(comparison.difference95().low());
    double high = Math.abs(comparison.difference95().high());
    return "; %s%s than %s (%s %%), by %s points (%s to %s)%s"
        .formatted(
            isSure ? "clearly " : "",
            comparison.verdict95().label(),
            against(comparison),
            percent(comparison.benchmark()),
            percent(Math.abs(comparison.difference())),
            percent(Math.min(low, high)),
            percent(Math.max(low, high)),
            caseMix(comparison));
  }

  private static String against(Comparison comparison) {
    String label = comparison.yardstick().label();
    return switch (comparison.benchmarkRule()) {
      case "pooled-others" -> "the other trusts of " + label + " together";
      case "pooled-all" -> "all trusts of " + label + " together";
      case "mean-of-others" -> "the mean of the other trusts of " + label;
      default -> label;
    };
  }

  private static String caseMix(Comparison comparison) {
    Verdict adjusted = comparison.caseMix() == null ? null : comparison.caseMix().verdict95();
    return adjusted == null || adjusted == comparison.verdict95()
        ? ""
        : "; allowing for case mix, " + adjusted.label();
  }

  private static String percent(double proportion) {
    return Decimals.text(proportion * 100, 0);
  }
}
