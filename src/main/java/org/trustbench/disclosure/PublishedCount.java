package org.trustbench.disclosure;

import java.util.Optional;
import java.util.function.ToLongFunction;
import org.trustbench.benchmark.Base;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;

/**
 * Every count that a public release may say of a measure of an inspection. What is shown is made
 * here alone ({@link #shown}), and each count says what a reader learns by it ({@link #tell}): none
 * is published that is not reckoned with when it is decided what to withhold.
 */
enum PublishedCount {
  CASES_IN_SCOPE(Counts::casesInScope) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Counts counts) {
      linkage.hasCasesInScope(measure, counts.casesInScope());
    }
  },
  CASES_ASSESSED(Counts::casesAssessed) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Counts counts) {
      linkage.hasCasesAssessed(measure, counts.casesAssessed());
    }
  },
  /** Published as the score, taken as known to the last judgement. */
  SUFFICIENT(Counts::sufficient) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Counts counts) {
      linkage.comesTo(measure, IntruderKnowledge.SUFFICIENT, counts.sufficient());
    }
  },
  ASSESSED(Counts::assessed) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Counts counts) {
      linkage.comesTo(
          measure, IntruderKnowledge.INSUFFICIENT, counts.assessed() - counts.sufficient());
    }
  },
  NOT_RECORDED(Counts::notRecorded) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Counts counts) {
      linkage.comesTo(measure, IntruderKnowledge.NOT_RECORDED, counts.notRecorded());
    }
  };

  private final ToLongFunction<Counts> count;

  PublishedCount(ToLongFunction<Counts> count) {
    this.count = count;
  }

  /** Adds what a reader knows of a measure's judgements by this count. */
  abstract void tell(IntruderKnowledge linkage, Measure measure, Counts counts);

  /**
   * The count that may be said; empty for one that may not. Of a measure that few cases are in the
   * scope of, and none assessed, its scope would tell of them.
   */
  Optional<Long> of(Counts counts, DisclosureRules rules) {
    boolean isOfScope = this == CASES_IN_SCOPE || this == NOT_RECORDED;
    return isOfScope && rules.isSmall(counts.casesInScope())
        ? Optional.empty()
        : Optional.of(count.applyAsLong(counts));
  }

  /** What is shown of a measure's counts, each rounded; the numerator is in the score alone. */
  static Base.Published shown(Counts counts, DisclosureRules rules) {
    return new Base.Published(
        rules.rounded(counts.casesAssessed()),
        rules.rounded(counts.assessed()),
        CASES_IN_SCOPE.of(counts, rules).map(rules::rounded),
        NOT_RECORDED.of(counts, rules).map(rules::rounded),
        rules.rounding() > 1);
  }
}
