package org.trustbench.benchmark;

import java.util.stream.IntStream;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Vocabulary;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/** Puts a finding into words: figure, base, interval and measure, and whom it is compared with. */
public final class FindingSentence {
  private static final int MOST_DECIMALS = 6;

  private FindingSentence() {}

  /**
   * One sentence.
   *
   * @param comparison null for a finding on the score alone
   */
  public static String of(Framework framework, InspectionScore score, Comparison comparison) {
    Vocabulary vocabulary = framework.vocabulary();
    Interval interval = score.interval95();
    ScoreWords words = ScoreWords.of(vocabulary, score.score(), interval);
    String own =
        "%s: %s%s %% of %s sufficient, %s (95 %% interval %s to %s %%)"
            .formatted(
                score.measure().label(),
                words.isHedged() ? "around " : "",
                worded(vocabulary, score.score()),
                score.measure().isComposite()
                    ? score.base().outcomesInWords()
                    : score.base().judgementsInWords(),
                words.text(),
                worded(vocabulary, interval.low()),
                worded(vocabulary, interval.high()));
    return "%s%s [%s]."
        .formatted(
            own,
            comparison == null ? "" : compared(comparison, framework.terms()),
            score.measure().id());
  }

  private static String compared(Comparison comparison, Terms terms) {
    boolean isSure = comparison.verdict998() == comparison.verdict95();
    double low = Math.abs(comparison.difference95().low());
    double high = Math.abs(comparison.difference95().high());
    return "; %s%s than %s (%s %%), by %s points (%s to %s%s)%s"
        .formatted(
            isSure ? "clearly " : "",
            comparison.verdict95().label(),
            against(comparison, terms),
            percent(comparison.benchmark()),
            percent(Math.abs(comparison.difference())),
            percent(Math.min(low, high)),
            percent(Math.max(low, high)),
            Rounding.isApart(comparison) ? Rounding.BESIDE : "",
            caseMix(comparison));
  }

  private static String against(Comparison comparison, Terms terms) {
    ComparatorGroup group = comparison.comparatorGroup();
    return BenchmarkRule.of(comparison.reference().rule())
        .map(
            rule ->
                switch (rule) {
                  case POOLED_OTHERS ->
                      terms.text("the other {institutions}") + group.whose() + " together";
                  case POOLED_ALL -> terms.text("all {institutions}") + group.whose() + " together";
                  case MEAN_OF_OTHERS ->
                      terms.text("the mean of the other {institutions}") + group.whose();
                })
        .orElse(group.label());
  }

  private static String caseMix(Comparison comparison) {
    Verdict adjusted = comparison.caseMix(ComparisonOutcome.CaseMixOutcome::verdict95);
    return adjusted == null || adjusted == comparison.verdict95()
        ? ""
        : "; allowing for case mix, " + adjusted.label();
  }

  private static String percent(double proportion) {
    return Decimals.percentText(proportion, 0);
  }

  /**
   * In whole percent, unless that would fall under another word than the figure itself: 89.9 % is
   * not almost all, and would be contradicted by 90 %.
   */
  public static String worded(Vocabulary vocabulary, double proportion) {
    String word = vocabulary.word(Decimals.percent(proportion));
    return IntStream.rangeClosed(0, MOST_DECIMALS)
        .mapToObj(decimals -> Decimals.percentText(proportion, decimals))
        .filter(text -> vocabulary.word(Double.parseDouble(text)).equals(word))
        .findFirst()
        .orElseGet(() -> Decimals.percentText(proportion, MOST_DECIMALS));
  }
}
