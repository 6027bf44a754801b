package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RankEstimate;
import org.trustbench.stats.Ranks;
import org.trustbench.stats.Sums;
import org.trustbench.tally.Counts;

/** One measure against one comparator group: the group's own score and each trust's comparison. */
final class MeasureComparison {
  private final ComparatorGroup comparatorGroup;
  private final MeasureSums measure;
  private final List<InspectionScore> scores;
  private final GroupScores group;
  private final List<Sums> sums;
  private final AgainstGroup against;
  private final OptionalDouble centre;
  private final OverDispersion overDispersion;
  private final Map<Integer, RankEstimate> ranks = new HashMap<>();
  private final BetaBinomial shrinkage;
  private final ControlLimits.OfGroup limits;
  private final ComparatorScore whole;

  MeasureComparison(
      ComparatorGroup comparatorGroup,
      MeasureSums measure,
      AnalysisRules rules,
      List<InspectionScore> scores) {
    this.comparatorGroup = comparatorGroup;
    this.measure = measure;
    this.scores = scores;
    List<Integer> members = comparatorGroup.members();
    this.group = new GroupScores(measure, members);
    this.sums = members.stream().map(measure::of).toList();
    this.against = new AgainstGroup(comparatorGroup, measure, rules, group);
    this.centre = group.benchmark(BenchmarkRule.POOLED_ALL, BenchmarkRule.OUTSIDE);
    List<Integer> scored = rules.isPooled() ? scored() : List.of();
    List<Proportion> proportions =
        scored.stream().map(m -> descriptive(members.get(m)).orElseThrow()).toList();
    this.overDispersion =
        proportions.size() < OverDispersion.FEWEST_TRUSTS
            ? null
            : OverDispersion.of(proportions, centre.orElseThrow()).orElse(null);
    this.shrinkage = proportions.isEmpty() ? null : BetaBinomial.fit(proportions);
    List<Integer> rankable = scored.stream().filter(m -> measure.isEnough(members.get(m))).toList();
    List<RankEstimate> ranked =
        Ranks.of(
            rankable.stream().map(m -> descriptive(members.get(m)).orElseThrow()).toList(),
            Normal.ALPHA95);
    for (int i = 0; i < rankable.size(); i++) {
      ranks.put(rankable.get(i), ranked.get(i));
    }
    Double around = comparatorGroup.fixed().orElseGet(() -> boxed(centre));
    this.limits = around == null ? null : new ControlLimits.OfGroup(around, overDispersion);
    this.whole = group(ranks.size());
  }

  private List<Integer> scored() {
    return IntStream.range(0, sums.size()).filter(m -> sums.get(m).n() > 0).boxed().toList();
  }

  private ComparatorScore group(int rankedTrusts) {
    Counts counts =
        comparatorGroup.members().stream()
            .map(member -> scores.get(member).counts())
            .reduce(Counts.NONE, Counts::plus);
    GroupFigures figures =
        group.spread() == null
            ? null
            : new GroupFigures(
                centre.orElseThrow(),
                group.benchmark(BenchmarkRule.MEAN_OF_OTHERS, BenchmarkRule.OUTSIDE).orElseThrow(),
                group.spread());
    return new ComparatorScore(
        comparatorGroup,
        measure.measure(),
        Base.of(counts),
        centre.isPresent() ? Availability.SHOWN : Availability.ofNone(counts),
        0,
        figures,
        overDispersion,
        shrinkage,
        rankedTrusts);
  }

  ComparatorScore comparatorScore() {
    return whole;
  }

  List<Comparison> comparisons() {
    return comparatorGroup.compared().stream().map(this::comparison).toList();
  }

  private Comparison comparison(int inspection) {
    int member = comparatorGroup.member(inspection);
    InspectionScore score = scores.get(inspection);
    AgainstGroup.Standing standing = against.standing(inspection, score, this::overDispersedZ);
    return new Comparison(
        score,
        whole,
        standing.reference(),
        standing.verdictRule(),
        standing.outcome(),
        shrunken(inspection),
        ranks.get(member),
        limits(score));
  }

  private ControlLimits limits(InspectionScore score) {
    Optional<Double> judgements = score.effectiveJudgements();
    return judgements.isEmpty() || limits == null ? null : limits.at(judgements.get());
  }

  /** The score on the judgements it is worth for an interval, a rank or a funnel. */
  private Optional<Proportion> descriptive(int inspection) {
    return Proportion.of(measure.of(inspection), measure.designEffect(inspection));
  }

  /** On the arcsine scale, the extra variance between trusts taken into the denominator. */
  private Double overDispersedZ(int inspection) {
    if (overDispersion == null) {
      return null;
    }
    Proportion own = descriptive(inspection).orElseThrow();
    double distance = Math.asin(Math.sqrt(own.p())) - Math.asin(Math.sqrt(overDispersion.centre()));
    return distance / Math.sqrt(1 / (4 * own.n()) + overDispersion.tauSquaredWinsorised());
  }

  private ShrunkenScore shrunken(int inspection) {
    return shrinkage == null
        ? null
        : new ShrunkenScore(
            descriptive(inspection).map(own -> boxed(shrinkage.shrunken(own))).orElse(null),
            shrinkage.method());
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
