package org.trustbench.change;

import java.util.Optional;
import org.trustbench.benchmark.GroupTallies;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;

/**
 * One measure of a group of institutions, at the latest inspections of some of them and at those
 * before: of the same institutions both times, so that nothing of the difference is of which of
 * them were inspected.
 *
 * @param levelId the level of the group
 * @param institutions how many of the group's were judged on the measure at both, by forms that ask
 *     the same of it
 * @param isReliable whether so many were that its scores may be read alone
 * @param difference later less earlier, a proportion
 * @param test of the difference against chance; empty of too few institutions
 */
public record GroupChange(
    String levelId,
    GroupTallies group,
    Measure measure,
    long institutions,
    boolean isReliable,
    Round earlier,
    Round later,
    double difference,
    Optional<Test> test) {

  /**
   * What these institutions' inspections of one round found together.
   *
   * @param cases with an assessed judgement
   */
  public record Round(long cases, long sufficient, long assessed) {
    /** Sufficient of assessed. */
    public double score() {
      return (double) sufficient / assessed;
    }
  }

  /**
   * A difference that was tested.
   *
   * @param earlier95 interval of the earlier score
   * @param later95 interval of the later score
   * @param difference intervals of the difference
   * @param correlation of the two scores, which rest on the same institutions
   * @param adjustedPValue Benjamini-Hochberg over all groups of the level on the measure
   * @param ownAdjustedPValue the same over the group's own measures of the kind, overall and themes
   *     being one
   */
  public record Test(
      Interval earlier95,
      Interval later95,
      Intervals difference,
      double correlation,
      ChangeVerdict verdict95,
      ChangeVerdict verdict998,
      double pValue,
      double adjustedPValue,
      double ownAdjustedPValue) {
    Test adjusted(double ofLevel, double ofOwn) {
      return new Test(
          earlier95,
          later95,
          difference,
          correlation,
          verdict95,
          verdict998,
          pValue,
          ofLevel,
          ofOwn);
    }
  }

  /** At 95 %. */
  public ChangeVerdict verdict95() {
    return test.map(Test::verdict95).orElse(ChangeVerdict.NOT_COMPARED);
  }

  /** At 99.8 %. */
  public ChangeVerdict verdict998() {
    return test.map(Test::verdict998).orElse(ChangeVerdict.NOT_COMPARED);
  }

  GroupChange with(Test other) {
    return new GroupChange(
        levelId,
        group,
        measure,
        institutions,
        isReliable,
        earlier,
        later,
        difference,
        Optional.of(other));
  }
}
