package org.trustbench.disclosure;

import static org.trustbench.disclosure.WholePercent.whole;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Base;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.Inspected;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Yardstick;
import org.trustbench.disclosure.ReleaseContent.Coverage;
import org.trustbench.disclosure.ReleaseContent.Revision;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Verdict;

/**
 * Figures without what they would tell beyond what they say: percentages, limits and differences in
 * whole percent, counts in multiples of the rounding, and no numerator, p-value, z, design effect
 * or sum of squares at all. What was not applicable is left out too: with the base and what was not
 * recorded it would add up to the cases. A cell that is withheld has no figure, and says that it is
 * suppressed.
 */
final class Coarse {
  private final Protection protection;
  private final Withheld withheld;
  private final Results exact;
  private final Map<String, Inspected> inspections = new HashMap<>();

  Coarse(Protection protection, Withheld withheld, Results exact) {
    this.protection = protection;
    this.withheld = withheld;
    this.exact = exact;
  }

  /** Steps of pathways are no cells of their own: their shares are in the pathways. */
  Results results() {
    return new Results(
        exact.framework(),
        exact.choices(),
        exact.inspections().stream().map(this::inspected).toList(),
        exact.scores().stream()
            .filter(score -> !score.measure().isPathwayStep())
            .map(this::score)
            .toList(),
        exact.comparators().stream().map(this::comparator).toList(),
        exact.comparisons().stream().map(this::comparison).toList());
  }

  boolean isWithheld(InspectionScore score) {
    return withheld.isWithheld(score.inspection().inspectionId(), score.measure().id());
  }

  /** An inspection with its numbers rounded, and without tallies. */
  Inspected inspected(Inspected inspection) {
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
    boolean isHidden = isWithheld(score);
    return new InspectionScore(
        inspected(score.inspection()),
        score.measure(),
        null,
        isHidden ? Base.WITHHELD : PublishedCount.shown(score.base(), protection),
        isHidden ? null : whole(score.score()),
        isHidden ? Availability.SUPPRESSED : score.availability(),
        isHidden ? null : whole(score.interval95()),
        isHidden ? null : whole(score.interval998()),
        isHidden ? "not available" : score.intervalRule(),
        null,
        score.scoreRule());
  }

  ComparatorScore comparator(ComparatorScore score) {
    int suppressed = suppressed(score.yardstick(), score.measure().id(), null);
    return new ComparatorScore(
        score.yardstick(),
        score.measure(),
        base(score.base()),
        score.pooled() == null && suppressed > 0 ? Availability.SUPPRESSED : score.availability(),
        suppressed,
        whole(score.pooled()),
        whole(score.meanOfTrusts()),
        whole(score.spread()),
        null,
        null);
  }

  Comparison comparison(Comparison c) {
    InspectionScore score = score(c.score());
    boolean isHidden = isWithheld(c.score());
    Map<BenchmarkRule, Double> benchmarks = new EnumMap<>(BenchmarkRule.class);
    c.benchmarks().forEach((rule, value) -> benchmarks.put(rule, whole(value)));
    return new Comparison(
        score,
        c.yardstick(),
        c.benchmarkRule(),
        whole(c.benchmark()),
        benchmarkAvailability(c),
        benchmarks,
        c.otherTrusts(),
        whole(c.spread()),
        isHidden ? null : whole(c.difference()),
        isHidden ? null : whole(c.difference95()),
        isHidden ? null : whole(c.difference998()),
        isHidden ? Verdict.NOT_COMPARED : c.verdict95(),
        isHidden ? Verdict.NOT_COMPARED : c.verdict998(),
        c.verdictRule(),
        null,
        null,
        null,
        !isHidden && c.isStanding(),
        List.of(),
        isHidden ? null : c.robustness(),
        null,
        null,
        isHidden ? null : whole(c.shrunken()),
        isHidden ? null : c.shrinkage(),
        isHidden ? null : caseMix(c.caseMix()),
        isHidden ? null : c.ranked(),
        c.rankedTrusts(),
        null,
        isHidden ? null : whole(c.limits()),
        null);
  }

  private Availability benchmarkAvailability(Comparison c) {
    String own = c.score().inspection().inspectionId();
    return c.benchmark() == null && suppressed(c.yardstick(), c.score().measure().id(), own) > 0
        ? Availability.SUPPRESSED
        : c.benchmarkAvailability();
  }

  /** How many of a group's trusts, but for one inspection, have the measure withheld. */
  private int suppressed(Yardstick yardstick, String measureId, String except) {
    return (int)
        yardstick.members().stream()
            .map(member -> exact.inspections().get(member).inspectionId())
            .filter(id -> !id.equals(except) && withheld.isWithheld(id, measureId))
            .count();
  }

  private static Comparison.CaseMixComparison caseMix(Comparison.CaseMixComparison mix) {
    return mix == null
        ? null
        : new Comparison.CaseMixComparison(
            whole(mix.adjusted()), null, null, null, mix.verdict95(), mix.verdict998(), null, null);
  }

  PathwayStep pathwayStep(PathwayStep step) {
    boolean isHidden =
        withheld.isPathwayWithheld(step.inspection().inspectionId(), step.pathway().id());
    return new PathwayStep(
        inspected(step.inspection()),
        step.yardstick(),
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
        limits.yardstick(), limits.measure(), limits.judgements(), whole(limits.limits()));
  }

  Revision revision(Revision revision) {
    return new Revision(
        revision.inspectionId(),
        revision.trustId(),
        revision.number(),
        revision.kind(),
        null,
        null);
  }

  /** The files of each inspection together; what was refused or held is nobody else's business. */
  List<Coverage> coverage(List<Coverage> files) {
    Map<String, List<Coverage>> byInspection =
        files.stream()
            .filter(file -> file.inspectionId() != null && file.status().equals("accepted"))
            .collect(
                Collectors.groupingBy(Coverage::inspectionId, TreeMap::new, Collectors.toList()));
    List<Coverage> coverage = new ArrayList<>();
    byInspection.forEach((id, some) -> coverage.add(together(id, some)));
    return coverage;
  }

  private Coverage together(String inspectionId, List<Coverage> files) {
    boolean isHidden =
        withheld.sizes().contains(inspectionId) || protection.isSmall(sum(files, Coverage::cases));
    Function<Function<Coverage, Long>, Long> counted =
        value -> isHidden ? null : (Long) rounded(sum(files, value));
    return new Coverage(
        inspectionId,
        files.get(0).trustId(),
        inspectionId,
        counted.apply(Coverage::read),
        counted.apply(Coverage::accepted),
        counted.apply(Coverage::rejected),
        counted.apply(Coverage::collapsed),
        counted.apply(Coverage::outOfScope),
        counted.apply(Coverage::cases),
        isHidden
            ? null
            : files.stream()
                .map(Coverage::questionsNeverAsked)
                .filter(java.util.Objects::nonNull)
                .reduce(Math::max)
                .orElse(null),
        files.stream().allMatch(file -> file.passedOver() == null) ? null : "yes",
        isHidden ? null : Coverage.together(files, Coverage::lacking),
        files.get(0).status());
  }

  private static long sum(List<Coverage> files, Function<Coverage, Long> value) {
    return files.stream().map(value).filter(java.util.Objects::nonNull).mapToLong(n -> n).sum();
  }

  private Base base(Base base) {
    return new Base(
        rounded(base.casesInScope()),
        rounded(base.casesAssessed()),
        null,
        rounded(base.assessed()),
        null,
        rounded(base.notRecorded()),
        protection.rounding() > 1);
  }

  /** A number of cases, or nothing where they are few. */
  private Long count(Long cases) {
    return cases == null || protection.isSmall(cases) ? null : rounded(cases);
  }

  Long rounded(Long count) {
    return count == null ? null : (Long) protection.rounded(count);
  }
}
