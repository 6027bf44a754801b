package org.trustbench.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.StratifiedRatio;
import org.trustbench.stats.Sums;
import org.trustbench.tally.Counts;

/**
 * The strata that an inspection's cases were sampled in, and how large each is; or why its cases
 * cannot be weighted, since a weight that is not known is not guessed.
 */
final class StratifiedSample {
  private record Size(long population, long sampled) {}

  private final InspectionTallies inspection;
  private final Map<String, Size> sizes = new TreeMap<>();
  private final String reason;

  private StratifiedSample(Framework framework, InspectionTallies inspection) {
    this.inspection = inspection;
    this.reason = read(framework);
  }

  static StratifiedSample of(Framework framework, InspectionTallies inspection) {
    return new StratifiedSample(framework, inspection);
  }

  /** Why cases cannot be weighted, as part of a sentence; empty where they can. */
  String reason() {
    return reason;
  }

  int strata() {
    return sizes.size();
  }

  long population() {
    return sizes.values().stream().mapToLong(Size::population).sum();
  }

  /** One measure's strata, those included in which no case is in its scope. */
  List<StratifiedRatio.Stratum> of(Measure measure) {
    Map<String, Sums> sums = new TreeMap<>();
    inspection
        .designStrata(measure.id())
        .forEach(
            (stratum, counts) ->
                sums.merge(value(stratum), InspectionTallies.sums(counts), Sums::plus));
    List<StratifiedRatio.Stratum> strata = new ArrayList<>();
    sizes.forEach(
        (value, size) ->
            strata.add(
                new StratifiedRatio.Stratum(
                    size.population(), size.sampled(), sums.getOrDefault(value, Sums.NONE))));
    return strata;
  }

  private String read(Framework framework) {
    Map<String, Counts> cases = ofEveryCase(framework);
    if (cases.isEmpty()) {
      return "no {case} was sampled";
    }
    for (Map.Entry<String, Counts> stratum : cases.entrySet()) {
      String value = value(stratum.getKey());
      String size = stratum.getKey().substring(value.length() + 1);
      if (value.isEmpty()) {
        return "of %s no stratum is recorded".formatted(count(stratum.getValue().casesInScope()));
      }
      if (!size.matches("[0-9]+")) {
        return "of %s in stratum %s it is not recorded, as a whole number, how many there are in it"
            .formatted(count(stratum.getValue().casesInScope()), value);
      }
      Size read = new Size(Long.parseLong(size), stratum.getValue().casesInScope());
      Size other = sizes.putIfAbsent(value, read);
      if (other != null) {
        return "stratum %s is said to have %s, and %d"
            .formatted(value, count(other.population()), read.population());
      }
    }
    for (Map.Entry<String, Size> one : sizes.entrySet()) {
      if (one.getValue().sampled() > one.getValue().population()) {
        return "%s were sampled of stratum %s, which is said to have %d"
            .formatted(count(one.getValue().sampled()), one.getKey(), one.getValue().population());
      }
    }
    return unsampled(framework);
  }

  /**
   * A stratum without a sampled case says nothing of its size, and is missed by the total alone.
   */
  private String unsampled(Framework framework) {
    if (inspection.caseload() != null) {
      return inspection.caseload() == population()
          ? ""
          : "its strata have %s together, the caseload has %d"
              .formatted(count(population()), inspection.caseload());
    }
    String lacking =
        framework.attributes().stream()
            .filter(attribute -> attribute.id().equals(framework.sampleDesign().strata()))
            .flatMap(attribute -> attribute.values().stream())
            .map(Attribute.Value::code)
            .filter(code -> !sizes.containsKey(code))
            .collect(Collectors.joining(", "));
    return lacking.isEmpty()
        ? ""
        : "no {case} of stratum %s was sampled, and no caseload tells whether there is any"
            .formatted(lacking);
  }

  private static String count(long cases) {
    return cases == 1 ? "1 {case}" : cases + " {cases}";
  }

  private static String value(String stratum) {
    return stratum.substring(0, stratum.lastIndexOf('='));
  }

  /**
   * Counts of every sampled case by stratum, from the first measure that has them: not every
   * measure was asked alike by the form of an earlier inspection.
   */
  private Map<String, Counts> ofEveryCase(Framework framework) {
    return framework.measures().stream()
        .filter(measure -> measure.when() instanceof Condition.Always)
        .map(measure -> inspection.designStrata(measure.id()))
        .filter(strata -> !strata.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  /** Whether a measure is of the cases that are sampled, and has a score. */
  static boolean isOfSample(Framework framework, Measure measure) {
    return measure.isScored() && measure.evidence().equals(framework.defaultEvidence());
  }
}
