package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Finding.Beside;
import org.trustbench.benchmark.Finding.Kind;
import org.trustbench.framework.FindingRules;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.Verdict;
import org.trustbench.table.Decimals;

/**
 * Each trust's strengths and concerns, chosen by rule.
 *
 * <p>Only a reliable score makes a finding. A finding is comparative where the verdict is higher (a
 * strength) or lower (a concern), no lawful verdict rule says otherwise, and the p-value, adjusted
 * by Benjamini and Hochberg over all of the trust's own comparisons, is at most .05: where a trust
 * is like the others in everything, at most 5 in 100 such trusts have any comparative finding. To
 * stand above the others is not enough for a strength, nor below them for a concern: the score has
 * to lie within limits of its own too. A finding is absolute where the score alone says enough. The
 * framework holds the limits ({@link FindingRules}).
 */
public final class Findings {
  /** The false discovery rate of a trust's comparative findings. */
  public static final double LEVEL = .05;

  private Findings() {}

  /** Every trust's findings against the comparator chosen, by inspection, the surest first. */
  public static List<Finding> of(Results results) {
    String comparatorId = comparator(results);
    Map<String, Map<String, Comparison>> comparisons = new HashMap<>();
    for (Comparison comparison : results.comparisons()) {
      if (comparison.comparatorGroup().comparatorId().equals(comparatorId)) {
        comparisons
            .computeIfAbsent(comparison.score().inspection().inspectionId(), id -> new HashMap<>())
            .put(comparison.score().measure().id(), comparison);
      }
    }
    Map<String, List<InspectionScore>> scores = scores(results);
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

  private static Map<String, List<InspectionScore>> scores(Results results) {
    return results.scores().stream()
        .filter(score -> score.measure().isScored() && !score.measure().isCut())
        .collect(Collectors.groupingBy(score -> score.inspection().inspectionId()));
  }

  /** Whom findings compare with. */
  public static String comparator(Results results) {
    return results
        .rules()
        .comparator()
        .orElseGet(() -> results.framework().comparators().get(0).id());
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
    FindingRules rules = results.framework().findingPatterns().rules();
    Optional<Beside> beside =
        Optional.ofNullable(comparison)
            .map(
                one ->
                    new Beside(
                        one,
                        adjusted == null ? OptionalDouble.empty() : OptionalDouble.of(adjusted)));
    Kind compared = comparative(rules, comparison, adjusted);
    if (compared != null) {
      return new Finding(
          compared,
          new Finding.Comparative(beside.orElseThrow()),
          score,
          FindingSentence.of(results.framework(), score, comparison));
    }
    Kind alone = absolute(rules, score, comparison);
    return alone == null
        ? null
        : new Finding(
            alone,
            new Finding.Absolute(beside),
            score,
            FindingSentence.of(results.framework(), score, null));
  }

  private static Kind comparative(FindingRules rules, Comparison comparison, Double adjusted) {
    if (adjusted == null
        || adjusted > LEVEL
        || comparison.tested(ComparisonOutcome.Tested::robustness).isFlipped()) {
      return null;
    }
    double percent = Decimals.percent(comparison.score().score());
    return switch (comparison.verdict95()) {
      case HIGHER -> percent >= rules.strengthFrom() ? Kind.STRENGTH : null;
      case LOWER -> percent < rules.concernBelow() ? Kind.CONCERN : null;
      case SIMILAR, NOT_COMPARED -> null;
    };
  }

  private static Kind absolute(FindingRules rules, InspectionScore score, Comparison comparison) {
    Verdict verdict = comparison == null ? Verdict.NOT_COMPARED : comparison.verdict95();
    double percent = Decimals.percent(score.score());
    if (percent >= rules.aloneStrengthFrom()
        && Decimals.percent(score.interval95().low()) > rules.aloneStrengthAbove()
        && verdict != Verdict.LOWER) {
      return Kind.STRENGTH;
    }
    if (percent <= rules.aloneConcernTo()
        && Decimals.percent(score.interval95().high()) < rules.aloneConcernBelow()
        && verdict != Verdict.HIGHER) {
      return Kind.CONCERN;
    }
    return null;
  }
}
