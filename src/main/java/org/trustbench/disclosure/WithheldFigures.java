package org.trustbench.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;

/**
 * The figures that a public release withholds of an inspection, with what the choice depends on:
 * with these the same is withheld by every release, whatever its other settings.
 *
 * @param countingHash identifies what the version of the form that the inspection is of counts,
 *     whatever it calls it; other versions do not matter to it
 * @param countsHash identifies the inspection's counts
 * @param withheld measures and pathways by id, and {@value #SIZES} where the inspection's number of
 *     cases is not shown; in the order of their letters
 */
public record WithheldFigures(
    String inspectionId, String countingHash, String countsHash, List<String> withheld) {
  static final String SIZES = "cases of every kind";
  private static final String PATHWAY = "pathway ";

  /**
   * What is withheld of each of some inspections.
   *
   * @param framework with the measures that the public may see at all
   */
  static List<WithheldFigures> of(
      Framework framework, List<InspectionTallies> inspections, SuppressionPattern chosen) {
    Map<String, Counted> byForm = new HashMap<>();
    return inspections.stream()
        .map(
            one ->
                byForm
                    .computeIfAbsent(
                        one.formVersion(), version -> Counted.of(framework.ofForm(version)))
                    .suppressed(one, chosen))
        .toList();
  }

  /** What one version of the form counts, and its hash. */
  private record Counted(Framework form, String hash) {
    static Counted of(Framework form) {
      return new Counted(form, countingHash(form));
    }

    WithheldFigures suppressed(InspectionTallies inspection, SuppressionPattern chosen) {
      String id = inspection.inspectionId();
      List<String> withheld = new ArrayList<>();
      form.measures().stream()
          .map(Measure::id)
          .filter(measure -> chosen.isWithheld(id, measure))
          .forEach(withheld::add);
      form.pathways().stream()
          .map(Pathway::id)
          .filter(pathway -> chosen.isPathwayWithheld(id, pathway))
          .forEach(pathway -> withheld.add(PATHWAY + pathway));
      if (chosen.sizes().contains(id)) {
        withheld.add(SIZES);
      }
      return new WithheldFigures(
          id, hash, countsHash(form, inspection), withheld.stream().sorted().toList());
    }
  }

  private static String countsHash(Framework framework, InspectionTallies inspection) {
    Map<String, String> counts = new TreeMap<>();
    for (Measure measure : framework.measures()) {
      counts.put(measure.id(), inspection.total(measure.id()).toString());
    }
    return hash(counts.toString());
  }

  /** Identifies what a framework of one form counts, whatever it calls it. */
  static String countingHash(Framework framework) {
    StringBuilder counted = new StringBuilder();
    for (Measure measure : framework.measures()) {
      counted
          .append(List.of(measure.id(), measure.evidence(), measure.questions(), measure.when()))
          .append(
              measure.isPathwayStep()
                  ? measure.earlier()
                  : measure.counting() instanceof CountingRule.Judgements
                      ? null
                      : measure.counting())
          .append('\n');
    }
    framework
        .questions()
        .forEach(
            question ->
                counted
                    .append(List.of(question.id(), question.evidence(), question.sufficient()))
                    .append('\n'));
    return hash(counted.toString());
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
