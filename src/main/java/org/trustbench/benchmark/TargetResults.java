package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Target;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Robustness;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Score;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Tolerance;
import org.trustbench.stats.VerdictRule;

/**
 * Every inspection that is compared beside the targets of its framework. A target that is a value
 * is tested as any fixed value, with effective judgements; one that is an average, as any
 * comparison with that comparator; both beyond the tolerance alone ({@link Tolerance}).
 *
 * <p>Limits of a funnel around a value are widened, where that is asked, by the variance between
 * institutions around their own average: around the target it would count how far all of them
 * together lie from it, and so excuse all of them.
 */
public final class TargetResults {
  private final Results results;
  private final Map<String, Map<String, InspectionScore>> scores = new HashMap<>();

  private TargetResults(Results results) {
    this.results = results;
    for (InspectionScore score : results.scores()) {
      scores
          .computeIfAbsent(score.measure().id(), id -> new HashMap<>())
          .put(score.inspection().inspectionId(), score);
    }
  }

  /** By target, then in the order of measures, then of institutions; none without a target. */
  public static List<TargetComparison> of(Results results) {
    List<Target> targets = results.frameworkInForce().targets();
    if (targets.isEmpty() || results.inspections().isEmpty()) {
      return List.of();
    }
    TargetResults all = new TargetResults(results);
    return adjusted(targets.stream().flatMap(all::of).toList());
  }

  /** The measures that a target is for. */
  static List<Measure> measures(Results results, Target target) {
    List<Target> targets = results.frameworkInForce().targets();
    return results.framework().measures().stream()
        .filter(measure -> measure.isShare() && measure.isScored())
        .filter(measure -> target.isFor(measure, targets))
        .toList();
  }

  private Stream<TargetComparison> of(Target target) {
    List<Measure> measures = measures(results, target);
    return target.around() instanceof Target.Value value
        ? measures.parallelStream()
            .map(measure -> around(target, value.value(), measure))
            .toList()
            .stream()
            .flatMap(List::stream)
        : measures.stream()
            .flatMap(
                measure -> around(target, (Target.AverageOf) target.around(), measure).stream());
  }

  private List<TargetComparison> around(Target target, double value, Measure measure) {
    MeasureSums sums = MeasureSums.of(results, measure);
    OverDispersion spread = results.rules().isPooled() ? spread(sums).orElse(null) : null;
    List<Integer> everyone = IntStream.range(0, results.inspections().size()).boxed().toList();
    ComparatorGroup fixed =
        new ComparatorGroup(
            family(target), "", target.label(), List.of(), everyone, Optional.of(value));
    AgainstGroup against =
        new AgainstGroup(fixed, sums, results.rules(), new GroupScores(sums, List.of()));
    Map<String, InspectionScore> ofMeasure = scores.get(measure.id());
    List<TargetComparison> comparisons = new ArrayList<>();
    for (int i : everyone) {
      InspectionScore score = ofMeasure.get(results.inspections().get(i).inspectionId());
      AgainstGroup.Standing standing = against.standing(i, score, place -> null);
      comparisons.add(
          new TargetComparison(
              target,
              score,
              Optional.empty(),
              value,
              standing.verdictRule().label(),
              beyond(target, standing.outcome(), standing.verdictRule(), true),
              place(target, score, value, spread)));
    }
    return comparisons;
  }

  /** Of the comparisons with a comparator, the same verdicts beyond the tolerance. */
  private List<TargetComparison> around(Target target, Target.AverageOf average, Measure measure) {
    return results.comparisons().stream()
        .filter(c -> c.comparatorGroup().comparatorId().equals(average.comparatorId()))
        .filter(c -> c.score().measure().id().equals(measure.id()))
        .map(
            c ->
                new TargetComparison(
                    target,
                    c.score(),
                    Optional.of(c.comparatorGroup()),
                    c.benchmark(),
                    c.verdictRule().label(),
                    beyond(target, c.outcome(), c.verdictRule(), false),
                    place(
                        target,
                        c.score(),
                        c.group().figure(GroupFigures::pooled),
                        c.group().overDispersion())))
        .toList();
  }

  private static Optional<TargetComparison.Place> place(
      Target target, InspectionScore score, Double centre, OverDispersion spread) {
    return centre == null
        ? Optional.empty()
        : score
            .effectiveJudgements()
            .map(
                judgements ->
                    TargetComparison.Place.of(
                        score.score(),
                        judgements,
                        new ControlLimits.OfGroup(centre, new Tolerance(target.tolerance()), spread)
                            .at(judgements),
                        spread));
  }

  /** How much all that are compared differ around their own average; empty below ten of them. */
  private static Optional<OverDispersion> spread(MeasureSums sums) {
    List<Integer> scored =
        IntStream.range(0, sums.inspections()).filter(i -> sums.of(i).n() > 0).boxed().toList();
    Sums all = scored.stream().map(sums::of).reduce(Sums.NONE, Sums::plus);
    return scored.size() < OverDispersion.FEWEST_TRUSTS
        ? Optional.empty()
        : OverDispersion.of(
            scored.stream()
                .map(i -> Proportion.of(sums.of(i), sums.designEffect(i)).orElseThrow())
                .toList(),
            Score.pooled(all).orElseThrow());
  }

  /** What was tested, tested again beyond the tolerance. */
  private static ComparisonOutcome beyond(
      Target target, ComparisonOutcome outcome, VerdictRule rule, boolean isKnown) {
    if (!(outcome instanceof ComparisonOutcome.Tested tested)) {
      return outcome;
    }
    TestBasis basis = tested.statistics().basis();
    List<RuleVerdict> lawful =
        new Tolerance(target.tolerance())
            .verdicts(basis.own(), basis.against()).stream()
                .filter(verdict -> !isKnown || verdict.rule() != VerdictRule.DIFFERENCE)
                .toList();
    RuleVerdict chosen = RuleVerdict.by(rule, lawful);
    return new ComparisonOutcome.Tested(
        tested.difference(),
        basis.against().tested(basis.own()).intervals(rule),
        chosen.at95(),
        chosen.at998(),
        false,
        Robustness.of(chosen, lawful),
        null,
        new ComparisonOutcome.TestStatistics(
            chosen.pValue(),
            chosen.pValue(),
            chosen.pValue(),
            RuleVerdict.by(VerdictRule.MID_P, lawful).pValue(),
            null,
            null,
            basis));
  }

  /** Each target is a family of its own, apart from comparators. */
  private static List<TargetComparison> adjusted(List<TargetComparison> comparisons) {
    List<ComparisonOutcome> outcomes =
        Multiplicity.adjusted(
            comparisons.stream()
                .map(one -> new Multiplicity.Test(one.score(), family(one.target()), one.outcome()))
                .toList());
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> comparisons.get(i).with(outcomes.get(i)))
        .toList();
  }

  private static String family(Target target) {
    return "target " + target.id();
  }
}
