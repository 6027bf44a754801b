package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private final List<Map<String, Sums>> strata = new ArrayList<>();
  private final List<Map<String, Sums>> everyWidth = new ArrayList<>();

  CaseMixStrata(List<Inspected> inspections, String measureId) {
    for (Inspected inspection : inspections) {
      Map<String, Sums> own = new TreeMap<>();
      Map<String, Sums> wide = new HashMap<>();
      for (Map.Entry<String, Counts> entry : inspection.strata(measureId).entrySet()) {
        Sums sums = Inspected.sums(entry.getValue());
        if (sums.n() > 0) {
          own.put(entry.getKey(), sums);
          for (String key = entry.getKey(); key != null; key = wider(key)) {
            wide.merge(key, sums, Sums::plus);
          }
        }
      }
      strata.add(own);
      everyWidth.add(wide);
    }
  }

  /** The sums of a group's inspections together, at every width. */
  Map<String, Sums> total(List<Integer> members) {
    Map<String, Sums> total = new HashMap<>();
    for (int member : members) {
      everyWidth.get(member).forEach((key, sums) -> total.merge(key, sums, Sums::plus));
    }
    return total;
  }

  /** An inspection's strata, each with the others' score in it. */
  Matched matched(int inspection, Map<String, Sums> total, double deff) {
    Map<String, Sums> used = new TreeMap<>();
    int collapsed = 0;
    for (Map.Entry<String, Sums> entry : strata.get(inspection).entrySet()) {
      String key = entry.getKey();
      while (key != null && others(inspection, total, key) < SPARSE) {
        key = wider(key);
      }
      if (key == null) {
        return new Matched(List.of(), strata.get(inspection).size());
      }
      collapsed += key.equals(entry.getKey()) ? 0 : 1;
      used.merge(key, entry.getValue(), Sums::plus);
    }
    List<CaseMix.Stratum> matched = new ArrayList<>();
    used.forEach(
        (key, own) -> {
          Sums all = total.get(key);
          Sums mine = everyWidth.get(inspection).get(key);
          double n = all.n() - mine.n();
          matched.add(new CaseMix.Stratum(own, new Proportion((all.y() - mine.y()) / n, n / deff)));
        });
    return new Matched(matched, collapsed);
  }

  /** Strata ready for standardisation; none when the others have too few judgements at all. */
  record Matched(List<CaseMix.Stratum> strata, int collapsed) {}

  private long others(int inspection, Map<String, Sums> total, String key) {
    return total.getOrDefault(key, Sums.NONE).n() - everyWidth.get(inspection).get(key).n();
  }

  /** A stratum without its last attribute; null when there is nothing left to drop. */
  private static String wider(String key) {
    if (key.isEmpty()) {
      return null;
    }
    int last = key.lastIndexOf('|');
    return last < 0 ? "" : key.substring(0, last);
  }
}
