package org.trustbench.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.trustbench.benchmark.GroupTallies;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Normal;
import org.trustbench.stats.PairedDifference;
import org.trustbench.stats.PairedRatios;
import org.trustbench.stats.PooledDesignEffect;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Sums;
import org.trustbench.tally.Counts;

/**
 * Sets groups of institutions beside themselves: of those of a group that were inspected again, the
 * sums of their latest inspections beside the sums of those before. Both scores rest on the same
 * institutions as clusters, and their covariance counts ({@link PairedRatios}, {@link
 * PairedDifference}). Whoever took over another's work in between is left out, since its two
 * samples are of different caseloads, and so is whoever was not asked the same both times.
 */
public final class GroupChanges {
  private final Map<String, List<ScoreChange>> byInspection = new HashMap<>();

  private GroupChanges(List<ScoreChange> changes) {
    for (ScoreChange change : changes) {
      if (isCounted(change)) {
        byInspection
            .computeIfAbsent(change.inspection().inspectionId(), id -> new ArrayList<>())
            .add(change);
      }
    }
  }

  /**
   * Every group of which an institution counts, by level, group and measure.
   *
   * @param changes of the institutions, exact
   * @param isPooled whether scores are pooled: means of questions have no such sums
   */
  public static List<GroupChange> of(
      List<LevelResults> levels, List<ScoreChange> changes, boolean isPooled) {
    if (!isPooled || changes.isEmpty()) {
      return List.of();
    }
    GroupChanges counted = new GroupChanges(changes);
    return levels.stream().flatMap(level -> counted.of(level).stream()).toList();
  }

  private static boolean isCounted(ScoreChange change) {
    return change.comparedWith() == EarlierInspection.PREVIOUS
        && change.isLatest()
        && change.tookOver().isEmpty()
        && change.difference() != null
        && counts(change.earlier()).assessed() > 0
        && counts(change.later()).assessed() > 0;
  }

  private static Counts counts(InspectionScore score) {
    return score.inspection().total(score.measure().id());
  }

  /** The changes of a group's institutions on one measure. */
  private record Matched(GroupTallies group, List<ScoreChange> changes, PairedRatios ratios) {
    static Matched of(GroupTallies group, List<ScoreChange> changes) {
      return new Matched(
          group,
          changes,
          PairedRatios.of(
              changes.stream()
                  .map(c -> new PairedRatios.Pair(sums(c.earlier()), sums(c.later())))
                  .toList()));
    }

    private static Sums sums(InspectionScore score) {
      return InspectionTallies.sums(counts(score));
    }

    GroupChange.Round round(Function<ScoreChange, InspectionScore> which, Sums sums) {
      long cases =
          changes.stream().mapToLong(change -> counts(which.apply(change)).casesAssessed()).sum();
      return new GroupChange.Round(cases, sums.y(), sums.n());
    }
  }

  private List<GroupChange> of(LevelResults level) {
    Map<String, List<Matched>> byMeasure = new HashMap<>();
    for (GroupTallies group : level.groups().values()) {
      Map<String, List<ScoreChange>> ofGroup = new HashMap<>();
      for (InspectionTallies member : group.members()) {
        for (ScoreChange change : byInspection.getOrDefault(member.inspectionId(), List.of())) {
          ofGroup.computeIfAbsent(change.measure().id(), id -> new ArrayList<>()).add(change);
        }
      }
      ofGroup.forEach(
          (measure, changes) ->
              byMeasure
                  .computeIfAbsent(measure, id -> new ArrayList<>())
                  .add(Matched.of(group, changes)));
    }
    List<GroupChange> all = new ArrayList<>();
    for (Measure measure : level.results().framework().measures()) {
      all.addAll(of(level, measure, byMeasure.getOrDefault(measure.id(), List.of())));
    }
    return adjusted(all);
  }

  private static List<GroupChange> of(LevelResults level, Measure measure, List<Matched> groups) {
    PooledDesignEffect before =
        PooledDesignEffect.ofGroups(
            groups.stream().map(group -> group.ratios().earlier()).toList(),
            caseSize(groups, ScoreChange::earlier));
    PooledDesignEffect after =
        PooledDesignEffect.ofGroups(
            groups.stream().map(group -> group.ratios().later()).toList(),
            caseSize(groups, ScoreChange::later));
    return groups.stream()
        .map(
            group ->
                new GroupChange(
                    level.level().by(),
                    group.group(),
                    measure,
                    group.ratios().clusters(),
                    group.ratios().clusters() >= level.results().rules().reliableFrom(),
                    group.round(ScoreChange::earlier, group.ratios().earlier()),
                    group.round(ScoreChange::later, group.ratios().later()),
                    group.ratios().difference(),
                    test(group.ratios(), before, after)))
        .toList();
  }

  /** Σn²/Σn over the cases of all institutions that count. */
  private static double caseSize(
      List<Matched> groups, Function<ScoreChange, InspectionScore> which) {
    double squares = 0;
    double judgements = 0;
    for (Matched group : groups) {
      for (ScoreChange change : group.changes()) {
        Counts counts = counts(which.apply(change));
        squares += counts.sumNN();
        judgements += counts.assessed();
      }
    }
    return judgements == 0 ? 0 : squares / judgements;
  }

  private static Optional<GroupChange.Test> test(
      PairedRatios ratios, PooledDesignEffect before, PooledDesignEffect after) {
    if (ratios.clusters() < DesignEffect.FEWEST_CASES) {
      return Optional.empty();
    }
    Proportion earlier = worth(ratios.earlier(), before);
    Proportion later = worth(ratios.later(), after);
    double correlation = ratios.correlation(earlier, later);
    Difference.Tested tested = PairedDifference.tested(later, earlier, correlation);
    RuleVerdict verdict = tested.verdict();
    return Optional.of(
        new GroupChange.Test(
            earlier.interval(Normal.Z95),
            later.interval(Normal.Z95),
            tested.intervals(),
            correlation,
            ChangeVerdict.of(verdict.at95()),
            ChangeVerdict.of(verdict.at998()),
            verdict.pValue(),
            verdict.pValue(),
            verdict.pValue()));
  }

  private static Proportion worth(Sums sums, PooledDesignEffect pooled) {
    return Proportion.of(sums, DesignEffect.chosen(sums, pooled.of(sums))).orElseThrow();
  }

  private static List<GroupChange> adjusted(List<GroupChange> changes) {
    double[] ofLevel = adjusted(changes, change -> change.measure().id());
    double[] ofOwn =
        adjusted(changes, change -> List.of(change.group().group().code(), kind(change)));
    List<GroupChange> adjusted = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      double level = ofLevel[i];
      double own = ofOwn[i];
      GroupChange change = changes.get(i);
      adjusted.add(
          change.test().map(test -> change.with(test.adjusted(level, own))).orElse(change));
    }
    return adjusted;
  }

  private static String kind(GroupChange change) {
    String kind = change.measure().kind();
    return kind.equals(Measure.THEME) ? Measure.OVERALL : kind;
  }

  /** Benjamini-Hochberg within each family of those tested. */
  private static double[] adjusted(
      List<GroupChange> changes, Function<GroupChange, Object> family) {
    Map<Object, List<Integer>> families = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).test().isPresent()) {
        families.computeIfAbsent(family.apply(changes.get(i)), key -> new ArrayList<>()).add(i);
      }
    }
    double[] adjusted = new double[changes.size()];
    for (List<Integer> places : families.values()) {
      double[] values =
          BenjaminiHochberg.adjusted(
              places.stream()
                  .mapToDouble(place -> changes.get(place).test().orElseThrow().pValue())
                  .toArray());
      for (int i = 0; i < values.length; i++) {
        adjusted[places.get(i)] = values[i];
      }
    }
    return adjusted;
  }
}
