package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Form;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;

/**
 * A group of institutions and what was found in them together.
 *
 * @param group its name as its code too, with the groups of higher levels that it lies in
 * @param registered institutions of the register that belong to it, inspected or not
 * @param members the inspections that count of those of its institutions that were inspected
 * @param totals the plain sums over its institutions, by measure
 */
public record GroupTallies(
    Trust group, int registered, List<InspectionTallies> members, Map<String, Total> totals) {

  /**
   * One measure of all institutions of a group together.
   *
   * @param base the counts that are published, in which cases are cases
   * @param institutions how many of them have a judgement assessed
   * @param suppressed how many have figures that are withheld, and are no part of these
   */
  public record Total(Base base, long institutions, long suppressed) {}

  static GroupTallies of(
      Trust group, int registered, List<InspectionTallies> members, List<Measure> measures) {
    Map<String, Total> totals = new HashMap<>();
    for (Measure measure : measures) {
      Counts total = Counts.NONE;
      long assessed = 0;
      for (InspectionTallies member : members) {
        Counts counts = member.total(measure.id());
        total = total.plus(counts);
        assessed += counts.assessed() > 0 ? 1 : 0;
      }
      totals.put(measure.id(), new Total(Base.of(total), assessed, 0));
    }
    return new GroupTallies(group, registered, members, totals);
  }

  /**
   * The group as an inspection whose cases are its institutions: institution i has y_i sufficient
   * of n_i assessed judgements, whatever cases they were of. k is the number of institutions with a
   * judgement assessed, and the squares are summed over institutions, so that V = k/(k−1) · Σ(y_i −
   * p·n_i)²/n² is the linearised variance of a ratio over the highest clusters. It is the variance
   * that R's {@code survey} gives for {@code svyratio(~y, ~n, svydesign(~institution, ...))}, one
   * group at a time.
   */
  InspectionTallies overInstitutions(List<Measure> measures) {
    Map<String, Map<String, Counts>> counts = new HashMap<>();
    for (Measure measure : measures) {
      Counts sum = Counts.NONE;
      for (InspectionTallies member : members) {
        sum = sum.plus(asCase(member.total(measure.id())));
      }
      counts.put(measure.id(), Map.of(Tally.WHOLE, sum));
    }
    return new InspectionTallies(
        group.code(),
        group,
        null,
        null,
        null,
        null,
        null,
        null,
        (long) members.size(),
        members.stream().findFirst().map(InspectionTallies::formVersion).orElse(Form.ONLY),
        members.stream().anyMatch(InspectionTallies::isSynthetic),
        counts);
  }

  private static Counts asCase(Counts of) {
    long y = of.sufficient();
    long n = of.assessed();
    return new Counts(
        of.casesInScope() > 0 ? 1 : 0,
        n > 0 ? 1 : 0,
        y,
        n,
        of.notApplicable(),
        of.notRecorded(),
        Math.multiplyExact(y, y),
        Math.multiplyExact(y, n),
        Math.multiplyExact(n, n));
  }
}
