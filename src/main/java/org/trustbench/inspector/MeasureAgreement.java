package org.trustbench.inspector;

import java.util.Optional;
import org.trustbench.framework.Measure;
import org.trustbench.reading.MeasurePairs;
import org.trustbench.stats.Agreement;
import org.trustbench.stats.DesignEffect;

/**
 * How far two readings of a measure's questions agree, over the whole programme.
 *
 * @param pairs what was compared; category 0 sufficient, 1 insufficient
 * @param agreement empty where it is withheld ({@link #isWithheld})
 */
public record MeasureAgreement(Measure measure, MeasurePairs pairs, Optional<Agreement> agreement) {
  /** Of fewer readers a figure would be about persons. */
  public static final int FEWEST_READERS = 5;

  /** Of fewer cases nothing is told. */
  public static final int FEWEST_CASES = DesignEffect.FEWEST_CASES;

  static MeasureAgreement of(Measure measure, MeasurePairs pairs) {
    return new MeasureAgreement(
        measure, pairs, isWithheld(pairs) ? Optional.empty() : Agreement.of(pairs.pairs()));
  }

  private static boolean isWithheld(MeasurePairs pairs) {
    return pairs.pairs().cases() < FEWEST_CASES || pairs.readers().size() < FEWEST_READERS;
  }

  /** Whether it rests on too few cases or inspectors for anything but their numbers to be told. */
  public boolean isWithheld() {
    return agreement.isEmpty();
  }

  /** Cases with a judgement that two inspectors assessed. */
  public long cases() {
    return pairs.pairs().cases();
  }

  /** Judgements that two inspectors assessed. */
  public long judgements() {
    return pairs.pairs().judgements();
  }

  /** Inspectors of either reading. */
  public long inspectors() {
    return pairs.readers().size();
  }

  /** Judgements of one outcome in the first reading and in the second; null where withheld. */
  public Long count(int first, int second) {
    return isWithheld() ? null : (Long) pairs.pairs().count(first, second);
  }
}
