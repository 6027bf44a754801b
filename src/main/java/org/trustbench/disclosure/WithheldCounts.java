package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.message.Counted;
import org.trustbench.tally.Counts;
import org.trustbench.terms.Terms;

/**
 * How much a public release withholds, and why, in numbers for the inspectorate itself.
 *
 * @param scores how many scores there are, steps of pathways left out
 * @param few scores withheld since they rest on few cases, or on so few judgements that few cases
 *     could have them
 * @param alike scores withheld since all judgements, or nearly all, are alike
 * @param derivable scores withheld since one of the others would follow from them
 * @param inspections how many inspections there are
 * @param pathways inspections with a pathway that is withheld
 * @param sizes inspections whose number of cases is withheld
 */
public record WithheldCounts(
    long scores,
    long few,
    long alike,
    long derivable,
    long inspections,
    long pathways,
    long sizes) {

  /** What is withheld of internal content where it is made fit for the public. */
  static WithheldCounts of(
      ReleaseContent internal,
      DisclosureRules rules,
      ReleaseContent shown,
      List<WithheldFigures> suppressed) {
    Map<String, Counts> counts = new HashMap<>();
    Set<String> inspections = new HashSet<>();
    for (InspectionScore score : internal.results().scores()) {
      counts.put(key(score), score.counts());
      inspections.add(score.inspection().inspectionId());
    }
    long few = 0;
    long alike = 0;
    long derivable = 0;
    long all = 0;
    for (InspectionScore score : shown.results().scores()) {
      if (!score.measure().isScored()) {
        continue;
      }
      all++;
      if (score.availability() == Availability.SUPPRESSED) {
        Counts own = counts.get(key(score));
        boolean isAlike = rules.isAlike(own.sufficient(), own.assessed());
        boolean isFew =
            rules.isSmall(own.casesAssessed())
                || !isAlike
                    && rules.isTelling(
                        own.sufficient(), own.assessed(), score.measure().questions().size());
        few += isFew ? 1 : 0;
        alike += isAlike && !isFew ? 1 : 0;
        derivable += isFew || isAlike ? 0 : 1;
      }
    }
    Set<String> pathways = new HashSet<>();
    for (PathwayStep step : shown.pathways()) {
      if (step.availability() == Availability.SUPPRESSED) {
        pathways.add(step.inspection().inspectionId());
      }
    }
    return new WithheldCounts(
        all,
        few,
        alike,
        derivable,
        inspections.size(),
        pathways.size(),
        suppressed.stream().filter(one -> one.withheld().contains(WithheldFigures.SIZES)).count());
  }

  private static String key(InspectionScore score) {
    return score.inspection().inspectionId() + " " + score.measure().id();
  }

  /** The numbers as a sentence. */
  public String sentence(DisclosureRules rules, Terms terms) {
    List<String> reasons = new ArrayList<>();
    add(
        reasons,
        few,
        terms.text(
            "on fewer than %d {cases}, or on as few judgements as those may have",
            rules.fewestCases()));
    add(reasons, alike, "that would be shown as 0 % or 100 %");
    add(reasons, derivable, "from which one of these could be worked out");
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s of %s%s"
            .formatted(
                grouped(few + alike + derivable),
                Counted.grouped(scores, "score"),
                reasons.isEmpty() ? "" : " (%s)".formatted(String.join(", ", reasons))));
    if (pathways > 0) {
      parts.add(
          "pathways of %s of %s"
              .formatted(grouped(pathways), Counted.grouped(inspections, "inspection")));
    }
    if (sizes > 0) {
      parts.add(
          terms.text(
              "the number of {cases} of %s of %s",
              grouped(sizes), Counted.grouped(inspections, "inspection")));
    }
    return "withheld from the public: " + String.join("; ", parts);
  }

  private static void add(List<String> reasons, long number, String why) {
    if (number > 0) {
      reasons.add(grouped(number) + " " + why);
    }
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
