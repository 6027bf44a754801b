package org.trustbench.disclosure;

import java.util.function.ToLongFunction;
import org.trustbench.benchmark.Base;
import org.trustbench.framework.Measure;

/**
 * Every count that a public release may say of a measure of an inspection. What is shown is made
 * here alone ({@link #shown}), and each count says what a reader learns by it ({@link #tell}): none
 * is published that is not reckoned with when it is decided what to withhold.
 */
enum PublishedCount {
  CASES_IN_SCOPE(Base::casesInScope) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Base base) {
      linkage.hasCasesInScope(measure, base.casesInScope());
    }
  },
  CASES_ASSESSED(Base::casesAssessed) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Base base) {
      linkage.hasCasesAssessed(measure, base.casesAssessed());
    }
  },
  /** Published as the score, taken as known to the last judgement. */
  SUFFICIENT(Base::sufficient) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Base base) {
      linkage.comesTo(measure, IntruderKnowledge.SUFFICIENT, base.sufficient());
    }
  },
  ASSESSED(Base::assessed) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Base base) {
      linkage.comesTo(measure, IntruderKnowledge.INSUFFICIENT, base.assessed() - base.sufficient());
    }
  },
  NOT_RECORDED(Base::notRecorded) {
    @Override
    void tell(IntruderKnowledge linkage, Measure measure, Base base) {
      linkage.comesTo(measure, IntruderKnowledge.NOT_RECORDED, base.notRecorded());
    }
  };

  private final ToLongFunction<Base> count;

  PublishedCount(ToLongFunction<Base> count) {
    this.count = count;
  }

  /** Adds what a reader knows of a measure's judgements by this count. */
  abstract void tell(IntruderKnowledge linkage, Measure measure, Base base);

  /**
   * The count that may be said; null for one that may not. Of a measure that few cases are in the
   * scope of, and none assessed, its scope would tell of them.
   */
  Long of(Base base, DisclosureRules rules) {
    boolean isOfScope = this == CASES_IN_SCOPE || this == NOT_RECORDED;
    return isOfScope && rules.isSmall(base.casesInScope()) ? null : (Long) count.applyAsLong(base);
  }

  /** What is shown of a measure's counts, each rounded; the numerator is in the score alone. */
  static Base shown(Base base, DisclosureRules rules) {
    return new Base(
        CASES_IN_SCOPE.rounded(base, rules),
        CASES_ASSESSED.rounded(base, rules),
        null,
        ASSESSED.rounded(base, rules),
        null,
        NOT_RECORDED.rounded(base, rules),
        rules.rounding() > 1);
  }

  private Long rounded(Base base, DisclosureRules rules) {
    Long exact = of(base, rules);
    return exact == null ? null : (Long) rules.rounded(exact);
  }
}
