package org.trustbench.jobs.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.Trust;

/**
 * Tranches that inspections alone tell of, each by one spelling: the register's where it has one,
 * or else the first in the order of letters. Groups are made of them.
 *
 * @param bySpelling every spelling sent, by what all of its tranche's have in common
 * @param chosen the spelling of each tranche, by the same
 */
record SentTranches(Map<String, Set<String>> bySpelling, Map<String, String> chosen) {

  static SentTranches of(Framework framework, List<InspectionTallies> inspections) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Trust trust : framework.trusts()) {
      String known = trust.dimensions().get(Framework.TRANCHE);
      if (known != null) {
        chosen.putIfAbsent(Spelling.folded(known), known);
      }
    }
    Map<String, Set<String>> bySpelling = new TreeMap<>();
    for (InspectionTallies inspection : inspections) {
      if (inspection.tranche() != null) {
        bySpelling
            .computeIfAbsent(Spelling.folded(inspection.tranche()), key -> new TreeSet<>())
            .add(inspection.tranche());
      }
    }
    bySpelling.forEach((key, some) -> chosen.putIfAbsent(key, some.iterator().next()));
    return new SentTranches(bySpelling, chosen);
  }

  /** The same inspections, each in its tranche as that is spelt for all. */
  List<InspectionTallies> settled(List<InspectionTallies> inspections) {
    return inspections.stream()
        .map(
            one ->
                one.tranche() == null
                    ? one
                    : one.inTranche(chosen.get(Spelling.folded(one.tranche()))))
        .toList();
  }

  /** What was spelt in several ways, in words. */
  List<String> told() {
    return bySpelling.entrySet().stream()
        .filter(some -> some.getValue().size() > 1)
        .map(
            some ->
                "tranche \"%s\" is spelt in several ways (%s) and taken as one: correct tranche in inspection.json"
                    .formatted(chosen.get(some.getKey()), String.join(", ", some.getValue())))
        .toList();
  }
}
