package org.trustbench.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Counting;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;

/**
 * What a public release withholds of an inspection, and what it was chosen by: with these the same
 * is withheld by every release, whatever its other settings.
 *
 * @param countsHash identifies the inspection's counts
 * @param withheld measures and pathways by id, and {@value #SIZES} where the inspection's number of
 *     cases is not shown; in the order of their letters
 */
public record Suppressed(String inspectionId, String countsHash, List<String> withheld) {
  static final String SIZES = "cases of every kind";
  private static final String PATHWAY = "pathway ";

  static Suppressed of(
      Framework framework, InspectionTallies inspection, SuppressionPattern chosen) {
    String id = inspection.inspectionId();
    List<String> withheld = new ArrayList<>();
    framework.measures().stream()
        .map(Measure::id)
        .filter(measure -> chosen.isWithheld(id, measure))
        .forEach(withheld::add);
    framework.pathways().stream()
        .map(Pathway::id)
        .filter(pathway -> chosen.isPathwayWithheld(id, pathway))
        .forEach(pathway -> withheld.add(PATHWAY + pathway));
    if (chosen.sizes().contains(id)) {
      withheld.add(SIZES);
    }
    return new Suppressed(
        id, countsHash(framework, inspection), withheld.stream().sorted().toList());
  }

  private static String countsHash(Framework framework, InspectionTallies inspection) {
    Map<String, String> counts = new TreeMap<>();
    for (Measure measure : framework.measures()) {
      counts.put(measure.id(), inspection.total(measure.id()).toString());
    }
    return hash(counts.toString());
  }

  /** Identifies what a framework counts, whatever it calls it. */
  public static String countingHash(Framework framework) {
    StringBuilder counted = new StringBuilder();
    for (Measure measure : framework.measures()) {
      counted
          .append(List.of(measure.id(), measure.evidence(), measure.questions(), measure.when()))
          .append(
              measure.isPathwayStep()
                  ? measure.earlier()
                  : measure.counting() instanceof Counting.Judgements ? null : measure.counting())
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
