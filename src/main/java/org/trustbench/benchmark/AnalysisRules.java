package org.trustbench.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trustbench.framework.Trust;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;

/**
 * The rules chosen for a run, named in every row they decide.
 *
 * @param scoreRule {@code pooled} or {@code mean-of-questions}
 * @param benchmarkRule what a trust is compared with, given the comparator's trusts
 * @param verdictRule how the verdict is reached. {@code difference} counts the benchmark's own
 *     error; against {@code pooled-all}, of which the trust is part, it says what it says against
 *     the pooled others, and its interval is brought nearer to 0 by the trust's share ({@link
 *     org.trustbench.stats.BenchmarkEstimate}); against {@code mean-of-others} the error is that of
 *     a mean of scores. A fixed value has no error, and there {@code difference} gives way to
 *     {@code mid-p}
 * @param reliableFrom cases assessed below which a score is marked as of low reliability
 * @param asAt only inspections published by then are admitted; empty for all of them
 * @param focus code of the trust whose verdicts are tried under every rule; empty for none
 * @param comparator whom findings compare with; empty for the framework's first
 * @param comparators the user's own, beside the framework's
 * @param isFinitePopulation whether the intervals of scores allow for the share of the caseload
 *     that was sampled; never verdicts, ranks or funnels
 */
public record AnalysisRules(
    String scoreRule,
    BenchmarkRule benchmarkRule,
    VerdictRule verdictRule,
    int reliableFrom,
    Optional<LocalDate> asAt,
    Optional<String> focus,
    Optional<String> comparator,
    List<UserComparator> comparators,
    boolean isFinitePopulation) {
  public static final String POOLED = "pooled";
  public static final String MEAN_OF_QUESTIONS = "mean-of-questions";

  /** The standard rules for all inspections, with no trust in focus. */
  public AnalysisRules(String scoreRule, int reliableFrom) {
    this(scoreRule, reliableFrom, Optional.empty());
  }

  /** The standard rules for the inspections published by a day. */
  public AnalysisRules(String scoreRule, int reliableFrom, LocalDate asAt) {
    this(scoreRule, reliableFrom, Optional.of(asAt));
  }

  private AnalysisRules(String scoreRule, int reliableFrom, Optional<LocalDate> asAt) {
    this(
        scoreRule,
        BenchmarkRule.POOLED_OTHERS,
        VerdictRule.DIFFERENCE,
        reliableFrom,
        asAt,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false);
  }

  /** Whether an institution is the one whose verdicts are tried under every rule. */
  public boolean isInFocus(Trust trust) {
    return focus.filter(trust.code()::equals).isPresent();
  }

  public boolean isPooled() {
    return scoreRule.equals(POOLED);
  }
}
