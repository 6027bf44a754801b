package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.trustbench.framework.Measure;

/**
 * The case-mix strata of a programme as numbers, at every width: dropping its last attribute makes
 * a stratum a wider one, until all cases are one.
 */
final class Strata {
  /** There is nothing wider than all cases. */
  static final int NONE = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] wider;

  private Strata(TreeSet<String> keys) {
    List<String> ordered = new ArrayList<>(keys);
    for (int i = 0; i < ordered.size(); i++) {
      numbers.put(ordered.get(i), i);
    }
    wider = new int[ordered.size()];
    Arrays.setAll(
        wider,
        i -> {
          String key = widerKey(ordered.get(i));
          return key == null ? NONE : numbers.get(key);
        });
  }

  /** Every stratum that any stratified measure of any inspection has, with all wider ones. */
  static Strata of(List<Measure> measures, List<InspectionTallies> inspections) {
    TreeSet<String> keys = new TreeSet<>();
    for (Measure measure : measures) {
      if (measure.isStratified()) {
        for (InspectionTallies inspection : inspections) {
          for (String stratum : inspection.strata(measure.id()).keySet()) {
            for (String key = stratum; key != null && keys.add(key); key = widerKey(key)) {}
          }
        }
      }
    }
    return new Strata(keys);
  }

  /** Those that results rest on; null when their framework has no case mix. */
  static Strata of(Results results) {
    return results.framework().caseMix().isEmpty()
        ? null
        : of(results.framework().measures(), results.inspections());
  }

  int size() {
    return wider.length;
  }

  int number(String stratum) {
    return numbers.get(stratum);
  }

  /** The stratum without its last attribute; {@link #NONE} when there is nothing left to drop. */
  int wider(int stratum) {
    return wider[stratum];
  }

  private static String widerKey(String key) {
    if (key.isEmpty()) {
      return null;
    }
    int last = key.lastIndexOf('|');
    return last < 0 ? "" : key.substring(0, last);
  }
}
