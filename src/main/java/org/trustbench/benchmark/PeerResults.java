package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trustbench.tally.Counts;

/**
 * Every institution beside peers of its own, where a framework has rules for them. Peers are no
 * partition: who is near one may have others nearer, so nobody is ranked among them and they are no
 * group of a comparator.
 *
 * @param groups who is whose peer, by rule and institution
 * @param comparisons by rule, then in the order of measures, then of institutions
 */
public record PeerResults(List<PeerGroup> groups, List<PeerComparison> comparisons) {
  /** There are no rules for peers, or nobody is to be told of them. */
  public static final PeerResults NONE = new PeerResults(List.of(), List.of());

  /** By the rules of the results' framework. */
  public static PeerResults of(Results results) {
    if (results.framework().peers().isEmpty() || results.inspections().isEmpty()) {
      return NONE;
    }
    List<PeerGroup> groups = PeerGroups.of(results.framework(), results.inspections());
    Strata strata = Strata.of(results);
    Map<String, Map<String, InspectionScore>> scores = new HashMap<>();
    for (InspectionScore score : results.scores()) {
      scores
          .computeIfAbsent(score.measure().id(), id -> new HashMap<>())
          .put(score.inspection().inspectionId(), score);
    }
    List<List<PeerComparison>> byMeasure =
        results.framework().measures().parallelStream()
            .filter(measure -> measure.isShare() && measure.isScored())
            .map(
                measure ->
                    ofMeasure(MeasureSums.of(results, measure, strata), results, groups, scores))
            .toList();
    return new PeerResults(groups, adjusted(byRule(groups, results, byMeasure)));
  }

  public boolean isEmpty() {
    return groups.isEmpty();
  }

  private static List<PeerComparison> ofMeasure(
      MeasureSums sums,
      Results results,
      List<PeerGroup> groups,
      Map<String, Map<String, InspectionScore>> scores) {
    Map<String, InspectionScore> ofMeasure = scores.get(sums.measure().id());
    List<InspectionScore> all =
        results.inspections().stream().map(one -> ofMeasure.get(one.inspectionId())).toList();
    return IntStream.range(0, groups.size())
        .mapToObj(i -> comparison(sums, results.rules(), groups.get(i), i % all.size(), all))
        .toList();
  }

  private static PeerComparison comparison(
      MeasureSums sums,
      AnalysisRules rules,
      PeerGroup group,
      int inspection,
      List<InspectionScore> scores) {
    List<Integer> members =
        group.compared().stream().map(peer -> peer.place().orElseThrow()).sorted().toList();
    ComparatorGroup peers =
        new ComparatorGroup(
            group.rule().id(),
            group.inspection().trust().code(),
            group.rule().label(),
            members,
            List.of(inspection),
            Optional.empty());
    AgainstGroup.Standing standing =
        new AgainstGroup(peers, sums, rules, new GroupScores(sums, members))
            .standing(inspection, scores.get(inspection), place -> null);
    Counts counts =
        members.stream()
            .map(member -> scores.get(member).counts())
            .reduce(Counts.NONE, Counts::plus);
    return new PeerComparison(
        group,
        scores.get(inspection),
        standing.reference(),
        Base.of(counts),
        standing.verdictRule(),
        standing.outcome());
  }

  private static List<PeerComparison> byRule(
      List<PeerGroup> groups, Results results, List<List<PeerComparison>> byMeasure) {
    List<PeerComparison> all = new ArrayList<>();
    int institutions = results.inspections().size();
    for (int from = 0; from < groups.size(); from += institutions) {
      for (List<PeerComparison> ofMeasure : byMeasure) {
        all.addAll(ofMeasure.subList(from, from + institutions));
      }
    }
    return all;
  }

  /** Each rule is a family of its own, apart from comparators. */
  private static List<PeerComparison> adjusted(List<PeerComparison> comparisons) {
    List<ComparisonOutcome> outcomes =
        Multiplicity.adjusted(
            comparisons.stream()
                .map(
                    one ->
                        new Multiplicity.Test(one.score(), one.group().rule().id(), one.outcome()))
                .toList());
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> comparisons.get(i).with(outcomes.get(i)))
        .toList();
  }
}
