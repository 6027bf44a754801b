package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Sums;
import org.trustbench.tally.Counts;

/**
 * One measure's sums by case-mix stratum for every inspection, at every width: a stratum too sparse
 * among the others drops its last attribute, and so on until all cases are one.
 */
final class CaseMixStrata {
  /** Below so many judgements among the others a stratum is widened. */
  private static final long SPARSE = 5;

  private final Strata strata;
  private final List<TreeMap<Integer, Sums>> own = new ArrayList<>();
  private final List<Totals> everyWidth = new ArrayList<>();

  /** Judgements by stratum, at every width. */
  record Totals(long[] sufficient, long[] assessed) {
    private void add(int stratum, long y, long n) {
      sufficient[stratum] += y;
      assessed[stratum] += n;
    }
  }

  CaseMixStrata(Strata strata, List<InspectionTallies> inspections, String measureId) {
    this.strata = strata;
    for (InspectionTallies inspection : inspections) {
      TreeMap<Integer, Sums> sums = new TreeMap<>();
      Totals totals = none();
      for (Map.Entry<String, Counts> entry : inspection.strata(measureId).entrySet()) {
        Counts counts = entry.getValue();
        if (counts.assessed() > 0) {
          int stratum = strata.number(entry.getKey());
          sums.put(stratum, InspectionTallies.sums(counts));
          for (int s = stratum; s != Strata.NONE; s = strata.wider(s)) {
            totals.add(s, counts.sufficient(), counts.assessed());
          }
        }
      }
      own.add(sums);
      everyWidth.add(totals);
    }
  }

  /** The judgements of a group's inspections together. */
  Totals total(List<Integer> members) {
    Totals total = none();
    for (int member : members) {
      Totals one = everyWidth.get(member);
      for (int s = 0; s < strata.size(); s++) {
        total.add(s, one.sufficient[s], one.assessed[s]);
      }
    }
    return total;
  }

  /**
   * An inspection's strata, each with the others' score in it.
   *
   * @param group the judgements of the comparator, this inspection's among them if it is a member
   * @param deff what the others' judgements are worth less for hanging together
   */
  Matched matched(int inspection, Totals group, boolean isMember, double deff) {
    Totals mine = isMember ? everyWidth.get(inspection) : none();
    TreeMap<Integer, Sums> used = new TreeMap<>();
    int collapsed = 0;
    for (Map.Entry<Integer, Sums> entry : own.get(inspection).entrySet()) {
      int stratum = entry.getKey();
      while (stratum != Strata.NONE && group.assessed[stratum] - mine.assessed[stratum] < SPARSE) {
        stratum = strata.wider(stratum);
      }
      if (stratum == Strata.NONE) {
        return new Matched(List.of(), List.of(), own.get(inspection).size());
      }
      collapsed += stratum == entry.getKey() ? 0 : 1;
      used.merge(stratum, entry.getValue(), Sums::plus);
    }
    List<CaseMix.Stratum> matched = new ArrayList<>();
    List<CaseMix.Stratum> amongAll = new ArrayList<>();
    used.forEach(
        (stratum, sums) -> {
          double n = group.assessed[stratum] - mine.assessed[stratum];
          double y = group.sufficient[stratum] - mine.sufficient[stratum];
          CaseMix.Stratum one = new CaseMix.Stratum(sums, new Proportion(y / n, n / deff));
          matched.add(one);
          amongAll.add(isMember ? one.amongAll(n) : one);
        });
    return new Matched(matched, amongAll, collapsed);
  }

  /**
   * Strata ready for standardisation; none when the others have too few judgements at all.
   *
   * @param others set against the other trusts
   * @param all set against all trusts, the inspection's own among them
   */
  record Matched(List<CaseMix.Stratum> others, List<CaseMix.Stratum> all, int collapsed) {
    static final Matched NONE = new Matched(List.of(), List.of(), 0);

    /**
     * The standardisation by a benchmark rule that has rates by stratum. The mean of others has
     * none: not every trust has cases in every stratum, and a mean over those that have would be of
     * other trusts in each.
     */
    Optional<CaseMix> mix(BenchmarkRule rule, double deff) {
      return switch (rule) {
        case POOLED_OTHERS -> CaseMix.of(others, deff);
        case POOLED_ALL -> CaseMix.of(all, deff);
        case MEAN_OF_OTHERS -> Optional.empty();
      };
    }

    /** The same by each rule that has them. */
    Map<BenchmarkRule, CaseMix> mixes(double deff) {
      Map<BenchmarkRule, CaseMix> mixes = new EnumMap<>(BenchmarkRule.class);
      for (BenchmarkRule rule : BenchmarkRule.values()) {
        mix(rule, deff).ifPresent(mix -> mixes.put(rule, mix));
      }
      return mixes;
    }
  }

  private Totals none() {
    return new Totals(new long[strata.size()], new long[strata.size()]);
  }
}
