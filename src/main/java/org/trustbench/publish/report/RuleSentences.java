package org.trustbench.publish.report;

import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;
import org.trustbench.terms.Terms;

/** What each rule of benchmark and verdict asks, in a sentence. */
final class RuleSentences {
  private RuleSentences() {}

  /** What a trust is set against. */
  static String of(BenchmarkRule rule, Terms terms) {
    return switch (rule) {
      case POOLED_OTHERS ->
          terms.text(
              "All judgements of the comparator's other {institutions} together: no {institution} is part of its own"
                  + " yardstick.");
      case POOLED_ALL ->
          terms.text("All judgements of the comparator, the {institution's} own among them.");
      case MEAN_OF_OTHERS ->
          terms.text(
              "The plain mean of the other {institutions'} scores, each {institution} weighing one.");
    };
  }

  /** What a verdict hangs on. */
  static String of(VerdictRule rule) {
    return switch (rule) {
      case DIFFERENCE ->
          "Does Newcombe's interval (method 10) of score less benchmark leave out 0? The"
              + " benchmark's own error counts. Its p-value is the smallest level at which it"
              + " does. Where fewer than five outcomes are to be expected on either side, Fisher's"
              + " test (mid-p) must agree, or the interval is drawn on to 0.";
      case MID_P -> "How likely is so far a score under the benchmark, its own probability halved?";
      case INTERVAL_EXCLUDES_BENCHMARK ->
          "Does the score's Wilson interval leave out the benchmark?";
      case SCORE_TEST ->
          "Is the score further from the benchmark than 1.96 standard errors under it?";
      case EXACT_TAIL -> "Twice the smaller exact tail: cautious, errs towards similar.";
    };
  }
}
