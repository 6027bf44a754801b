package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.Finding.Basis;
import org.trustbench.benchmark.Finding.Kind;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.Verdict;

/**
 * Each trust's strengths and concerns, chosen by rule.
 *
 * <p>Only a reliable score makes a finding. A finding is comparative where the verdict is higher (a
 * strength) or lower (a concern), no lawful verdict rule says otherwise, and the p-value, adjusted
 * by Benjamini and Hochberg over all of the trust's own comparisons, is at most .05: where a trust
 * is like the others in everything, at most 5 in 100 such trusts have any comparative finding. A
 * finding is absolute where the score alone says enough: a strength from 90 % on if the whole
 * interval lies above one half and the verdict is not lower, a concern up to 50 % if the whole
 * interval lies below 75 % and the verdict is not higher.
 */
public final class Findings {
  /** The false discovery rate of a trust's comparative findings. */
  public static final double LEVEL = .05;

  /** From this score on, a strength; the interval must lie above {@link #STRENGTH_ABOVE}. */
  public static final double STRENGTH_FROM = .9;

  public static final double STRENGTH_ABOVE = .5;

  /** Up to this score, a concern; the interval must lie below {@link #CONCERN_BELOW}. */
  public static final double CONCERN_TO = .5;

  public static final double CONCERN_BELOW = .75;

  private Findings() {}

  /** Every trust's findings against the comparator chosen, by inspection, the surest first. */
  public static List<Finding> of(Results results) {
    String comparator = comparator(results);
    Map<String, Map<String, Comparison>> comparisons = new HashMap<>();
    for (Comparison comparison : results.comparisons()) {
      if (comparison.comparatorGroup().comparatorId().equals(comparator)) {
        comparisons
            .computeIfAbsent(comparison.score().inspection().inspectionId(), id -> new HashMap<>())
            .put(comparison.score().measure().id(), comparison);
      }
    }
    Map<String, List<InspectionScore>> scores = new HashMap<>();
    for (InspectionScore score : results.scores()) {
      if (!score.measure().isPathwayStep()) {
        scores
            .computeIfAbsent(score.inspection().inspectionId(), id -> new ArrayList<>())
            .add(score);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (InspectionTallies inspection : results.inspections()) {
      findings.addAll(
          ofTrust(
              results,
              scores.getOrDefault(inspection.inspectionId(), List.of()),
              comparisons.getOrDefault(inspection.inspectionId(), Map.of())));
    }
    return findings;
  }

  /** Whom findings compare with. */
  public static String comparator(Results results) {
    String chosen = results.rules().comparator();
    return chosen == null ? results.framework().comparators().get(0).id() : chosen;
  }

  private static List<Finding> ofTrust(
      Results results, List<InspectionScore> scores, Map<String, Comparison> comparisons) {
    List<Comparison> family =
        scores.stream()
            .map(score -> comparisons.get(score.measure().id()))
            .filter(comparison -> comparison != null && comparison.isCompared())
            .toList();
    double[] adjusted =
        BenjaminiHochberg.adjusted(
            family.stream()
                .mapToDouble(one -> one.tested().orElseThrow().statistics().pValue())
                .toArray());
    Map<String, Double> adjustedOf = new HashMap<>();
    for (int i = 0; i < adjusted.length; i++) {
      adjustedOf.put(family.get(i).score().measure().id(), adjusted[i]);
    }
    List<Finding> findings = new ArrayList<>();
    for (InspectionScore score : scores) {
      String id = score.measure().id();
      Finding finding = finding(results, score, comparisons.get(id), adjustedOf.get(id));
      if (finding != null) {
        findings.add(finding);
      }
    }
    findings.sort(
        Comparator.comparing(Finding::kind)
            .thenComparing(Finding::basis)
            .thenComparing(Finding::adjustedPValue, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(finding -> -Math.abs(finding.score().score() - .5)));
    return findings;
  }

  /** Null when there is nothing to find. */
  private static Finding finding(
      Results results, InspectionScore score, Comparison comparison, Double adjusted) {
    if (!score.isReliable() || score.score() == null || score.interval95() == null) {
      return null;
    }
    Kind compared = comparative(comparison, adjusted);
    Kind kind = compared == null ? absolute(score, comparison) : compared;
    if (kind == null) {
      return null;
    }
    return new Finding(
        kind,
        compared == null ? Basis.ABSOLUTE : Basis.COMPARATIVE,
        score,
        comparison,
        adjusted,
        FindingSentence.of(results.framework(), score, compared == null ? null : comparison));
  }

  private static Kind comparative(Comparison comparison, Double adjusted) {
    if (adjusted == null
        || adjusted > LEVEL
        || comparison.tested(Outcome.Tested::robustness).isFlipped()) {
      return null;
    }
    return switch (comparison.verdict95()) {
      case HIGHER -> Kind.STRENGTH;
      case LOWER -> Kind.CONCERN;
      case SIMILAR, NOT_COMPARED -> null;
    };
  }

  private static Kind absolute(InspectionScore score, Comparison comparison) {
    Verdict verdict = comparison == null ? Verdict.NOT_COMPARED : comparison.verdict95();
    if (score.score() >= STRENGTH_FROM
        && score.interval95().low() > STRENGTH_ABOVE
        && verdict != Verdict.LOWER) {
      return Kind.STRENGTH;
    }
    if (score.score() <= CONCERN_TO
        && score.interval95().high() < CONCERN_BELOW
        && verdict != Verdict.HIGHER) {
      return Kind.CONCERN;
    }
    return null;
  }
}
