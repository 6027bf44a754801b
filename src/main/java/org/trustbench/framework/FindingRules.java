package org.trustbench.framework;

import java.io.Serializable;
import java.util.stream.DoubleStream;

/**
 * The rules by which a score is called a strength or a concern. Limits are scores in percent.
 *
 * @param strengthFrom a score higher than the others' is a strength from here on only
 * @param concernBelow a score lower than the others' is a concern below this only
 * @param aloneStrengthFrom a score is a strength by itself from here on
 * @param aloneStrengthAbove and then only if its whole 95 % interval lies above this
 * @param aloneConcernTo a score is a concern by itself up to here
 * @param aloneConcernBelow and then only if its whole 95 % interval lies below this
 * @param most how many strengths, and how many concerns, a summary of findings has at most
 * @param smallBase a base of fewer cases is said to be small
 */
public record FindingRules(
    double strengthFrom,
    double concernBelow,
    double aloneStrengthFrom,
    double aloneStrengthAbove,
    double aloneConcernTo,
    double aloneConcernBelow,
    int most,
    int smallBase)
    implements Serializable {
  /** The rules of a framework that declares none. */
  public static final FindingRules STANDARD = new FindingRules(75, 75, 90, 50, 50, 75, 6, 30);

  double highestLimit() {
    return DoubleStream.of(
            strengthFrom,
            concernBelow,
            aloneStrengthFrom,
            aloneStrengthAbove,
            aloneConcernTo,
            aloneConcernBelow)
        .max()
        .orElseThrow();
  }
}
