package org.trustbench.disclosure;

import static org.trustbench.disclosure.WholePercent.whole;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.BenchmarkValue;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.benchmark.Estimate;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.Results;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Verdict;
import org.trustbench.tally.Counts;

/**
 * Figures without what they would tell beyond what they say: percentages, limits and differences in
 * whole percent, counts in multiples of the rounding, and no numerator, p-value, z, design effect
 * or sum of squares at all. What was not applicable is left out too: with the base and what was not
 * recorded it would add up to the cases. A cell that is withheld has no figure, and says that it is
 * suppressed.
 */
final class PublicRounding {
  private static final Estimate SUPPRESSED = new Estimate.Missing(Availability.SUPPRESSED);

  private final DisclosureRules rules;
  private final SuppressionPattern withheld;
  private final Results exact;
  private final Map<String, InspectionTallies> inspections = new HashMap<>();
  private final Map<ComparatorScore, ComparatorScore> groups = new IdentityHashMap<>();

  PublicRounding(DisclosureRules rules, SuppressionPattern withheld, Results exact) {
    this.rules = rules;
    this.withheld = withheld;
    this.exact = exact;
  }

  /** Steps of pathways are no cells of their own: their shares are in the pathways. */
  Results results() {
    return new Results(
        exact.framework(),
        exact.rules(),
        exact.inspections().stream().map(this::inspected).toList(),
        exact.scores().stream()
            .filter(score -> score.measure().isScored())
            .map(this::score)
            .toList(),
        exact.comparators().stream().map(this::comparator).toList(),
        exact.comparisons().stream().map(this::comparison).toList());
  }

  boolean isWithheld(InspectionScore score) {
    return isWithheld(score.inspection().inspectionId(), score.measure().id());
  }

  boolean isWithheld(String inspectionId, String measureId) {
    return withheld.isWithheld(inspectionId, measureId);
  }

  /** An inspection with its numbers rounded, and without tallies. */
  InspectionTallies inspected(InspectionTallies inspection) {
    return inspections.computeIfAbsent(
        inspection.inspectionId(),
        id ->
            withheld.sizes().contains(id)
                ? inspection.with(count(inspection.caseload()), null, null, Map.of())
                : inspection.with(
                    count(inspection.caseload()),
                    count(inspection.casesSampled()),
                    count(inspection.cases()),
                    Map.of()));
  }

  InspectionScore score(InspectionScore score) {
    boolean isWithheld = isWithheld(score);
    return new InspectionScore(
        inspected(score.inspection()),
        score.measure(),
        isWithheld ? Base.WITHHELD : PublishedCount.shown(score.counts(), rules),
        score.scoreRule(),
        isWithheld ? SUPPRESSED : estimate(score.estimate()));
  }

  private static Estimate estimate(Estimate estimate) {
    if (estimate instanceof Estimate.WithInterval with) {
      return new Estimate.WithInterval(
          whole(with.score()),
          with.isReliable(),
          whole(with.interval95()),
          whole(with.interval998()),
          with.rule(),
          Optional.empty());
    }
    return estimate instanceof Estimate.Point point
        ? new Estimate.Point(whole(point.score()), point.isReliable())
        : estimate;
  }

  /** A group with its counts rounded; the same object each time, however many compare with it. */
  ComparatorScore comparator(ComparatorScore score) {
    return groups.computeIfAbsent(score, this::rounded);
  }

  private ComparatorScore rounded(ComparatorScore score) {
    int suppressed = suppressed(score.comparatorGroup(), score.measure().id(), null);
    return new ComparatorScore(
        score.comparatorGroup(),
        score.measure(),
        rounded(score.base().exact()),
        score.figures() == null && suppressed > 0 ? Availability.SUPPRESSED : score.availability(),
        suppressed,
        whole(score.figures()),
        null,
        null,
        score.rankedTrusts());
  }

  Comparison comparison(Comparison c) {
    boolean isWithheld = isWithheld(c.score());
    return new Comparison(
        score(c.score()),
        comparator(c.group()),
        reference(c),
        c.verdictRule(),
        isWithheld ? new ComparisonOutcome.Missing() : outcome(c.outcome()),
        isWithheld ? null : whole(c.shrunken()),
        isWithheld ? null : c.ranked(),
        isWithheld ? null : whole(c.limits()));
  }

  private BenchmarkValue reference(Comparison c) {
    Map<BenchmarkRule, Double> byRule = new EnumMap<>(BenchmarkRule.class);
    c.reference().byRule().forEach((rule, value) -> byRule.put(rule, whole(value)));
    return new BenchmarkValue(
        c.reference().rule(),
        whole(c.reference().value()),
        benchmarkAvailability(c),
        byRule,
        c.reference().otherTrusts());
  }

  private static ComparisonOutcome outcome(ComparisonOutcome outcome) {
    if (outcome instanceof ComparisonOutcome.Tested tested) {
      return new ComparisonOutcome.Tested(
          whole(tested.difference()),
          whole(tested.intervals()),
          tested.verdict95(),
          tested.verdict998(),
          tested.isFdrSignificant(),
          tested.robustness(),
          caseMix(tested.caseMix()),
          null);
    }
    return outcome instanceof ComparisonOutcome.Untested untested
        ? new ComparisonOutcome.Untested(whole(untested.difference()))
        : outcome;
  }

  private Availability benchmarkAvailability(Comparison c) {
    String own = c.score().inspection().inspectionId();
    return c.benchmark() == null
            && suppressed(c.comparatorGroup(), c.score().measure().id(), own) > 0
        ? Availability.SUPPRESSED
        : c.reference().availability();
  }

  /** How many of a group's trusts, but for one inspection, have the measure withheld. */
  private int suppressed(ComparatorGroup comparatorGroup, String measureId, String except) {
    return (int)
        comparatorGroup.members().stream()
            .map(member -> exact.inspections().get(member).inspectionId())
            .filter(id -> !id.equals(except) && withheld.isWithheld(id, measureId))
            .count();
  }

  private static ComparisonOutcome.CaseMixOutcome caseMix(ComparisonOutcome.CaseMixOutcome mix) {
    return mix == null
        ? null
        : new ComparisonOutcome.CaseMixOutcome(
            whole(mix.adjusted()), mix.verdict95(), mix.verdict998(), null);
  }

  PathwayStep pathwayStep(PathwayStep step) {
    boolean isHidden =
        withheld.isPathwayWithheld(step.inspection().inspectionId(), step.pathway().id());
    return new PathwayStep(
        inspected(step.inspection()),
        step.comparatorGroup(),
        step.pathway(),
        step.step(),
        step.label(),
        isHidden ? Availability.SUPPRESSED : step.availability(),
        isHidden ? null : rounded(step.started()),
        null,
        null,
        isHidden ? null : whole(step.share()),
        isHidden ? null : whole(step.interval95()),
        rounded(step.othersStarted()),
        null,
        whole(step.othersShare()),
        whole(step.othersInterval95()),
        isHidden ? null : whole(step.difference95()),
        isHidden ? Verdict.NOT_COMPARED : step.verdict95());
  }

  FunnelLimits funnelLimits(FunnelLimits limits) {
    return new FunnelLimits(
        limits.comparatorGroup(), limits.measure(), limits.judgements(), whole(limits.limits()));
  }

  PublishedRevision revision(PublishedRevision revision) {
    return new PublishedRevision(
        revision.inspectionId(),
        revision.trustId(),
        revision.number(),
        revision.kind(),
        Optional.empty(),
        Optional.empty());
  }

  /** The files of each inspection together; what was refused or held is nobody else's business. */
  List<FileCoverage> coverage(List<FileCoverage> files) {
    List<FileCoverage> coverage = new ArrayList<>();
    FileCoverage.acceptedByInspection(files)
        .forEach((id, some) -> coverage.add(together(id, some)));
    return coverage;
  }

  /**
   * One row of an inspection. What was sent has a row or a cell for each judgement: where a figure
   * is withheld, cells accepted less the judgements that are shown would bound it, or be it.
   */
  private FileCoverage together(String inspectionId, List<FileCoverage> files) {
    boolean isHidden =
        withheld.sizes().contains(inspectionId)
            || rules.isSmall(FileCoverage.sum(files, FileCoverage::cases));
    boolean isAccountHidden = isHidden || withheld.isAnyWithheld(inspectionId);
    Function<Function<FileCoverage, Long>, Long> counted =
        value -> isAccountHidden ? null : (Long) rounded(FileCoverage.sum(files, value));
    return new FileCoverage(
        inspectionId,
        files.get(0).trustId(),
        inspectionId,
        counted.apply(FileCoverage::read),
        counted.apply(FileCoverage::accepted),
        counted.apply(FileCoverage::rejected),
        counted.apply(FileCoverage::collapsed),
        counted.apply(FileCoverage::outOfScope),
        isHidden ? null : (Long) rounded(FileCoverage.sum(files, FileCoverage::cases)),
        isHidden ? null : FileCoverage.mostNeverAsked(files).orElse(null),
        files.stream().allMatch(file -> file.passedOver() == null) ? null : "yes",
        isHidden ? null : FileCoverage.together(files, FileCoverage::lacking),
        files.get(0).status());
  }

  private Base rounded(Counts counts) {
    return new Base.Published(
        rules.rounded(counts.casesAssessed()),
        rules.rounded(counts.assessed()),
        Optional.of(rules.rounded(counts.casesInScope())),
        Optional.of(rules.rounded(counts.notRecorded())),
        rules.rounding() > 1);
  }

  /** A number of cases, or nothing where they are few. */
  private Long count(Long cases) {
    return cases == null || rules.isSmall(cases) ? null : rounded(cases);
  }

  Long rounded(Long count) {
    return count == null ? null : (Long) rules.rounded(count);
  }
}
