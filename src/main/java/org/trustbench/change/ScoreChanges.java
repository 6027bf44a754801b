package org.trustbench.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.Results;
import org.trustbench.change.ScoreChange.Outcome;
import org.trustbench.change.ScoreChange.Reason;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.ChangeShrinkage;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;

/**
 * Sets every inspection beside the one before it, and the latest beside the first, measure by
 * measure: two independent scores, by {@link Difference} on the effective judgements behind their
 * intervals (Newcombe 1998, method 10). Whatever finite population was sampled, a change is tested
 * as if of many.
 */
public final class ScoreChanges {
  private ScoreChanges() {}

  /** Every change, by institution, the latest inspection first, then in the order of measures. */
  public static List<ScoreChange> of(Results results) {
    List<ScoreChange> tested = new ArrayList<>();
    FormComparison forms = new FormComparison(results.framework());
    each(results, forms, (pair, earlier, later) -> tested.add(exact(forms, pair, earlier, later)));
    return shrunken(adjusted(tested));
  }

  /** Takes two scores of one measure. */
  interface Take {
    void take(History.Pair pair, InspectionScore earlier, InspectionScore later);
  }

  /**
   * The scores of every two inspections that are set beside one another, of each measure that the
   * later one has. A question of a later form is set beside the one that it is the same as.
   */
  static void each(Results results, FormComparison forms, Take take) {
    List<History.Pair> pairs = History.of(results).pairs();
    if (pairs.isEmpty()) {
      return;
    }
    Map<String, Map<String, InspectionScore>> scores = new HashMap<>();
    for (InspectionScore score : results.scores()) {
      scores
          .computeIfAbsent(score.inspection().inspectionId(), id -> new HashMap<>())
          .put(score.measure().id(), score);
    }
    for (History.Pair pair : pairs) {
      for (Measure measure : results.framework().measures()) {
        if (measure.isScored() && forms.isAsked(measure, pair.later().formVersion())) {
          Measure then = forms.on(measure, pair.earlier().formVersion());
          take.take(
              pair,
              scores.get(pair.earlier().inspectionId()).get(then.id()),
              scores.get(pair.later().inspectionId()).get(measure.id()));
        }
      }
    }
  }

  private static ScoreChange exact(
      FormComparison forms, History.Pair pair, InspectionScore earlier, InspectionScore later) {
    return new ScoreChange(
        earlier,
        later,
        pair.comparedWith(),
        pair.isLatest(),
        pair.tookOver(),
        incomparable(forms, earlier, later)
            .<Outcome>map(Outcome.Missing::new)
            .orElseGet(() -> outcome(earlier, later)));
  }

  /** Why two scores are not of the same work, if they are not. */
  private static Optional<Reason> incomparable(
      FormComparison forms, InspectionScore earlier, InspectionScore later) {
    if (isFormChanged(forms, earlier, later)) {
      return Optional.of(Reason.FORM_CHANGED);
    }
    return earlier.score() == null
            || later.score() == null
            || QuestionsAsked.areAlike(forms, earlier, later)
        ? Optional.empty()
        : Optional.of(Reason.NOT_COMPARABLE);
  }

  /** Whether the two versions of the form do not ask the same of a measure. */
  static boolean isFormChanged(
      FormComparison forms, InspectionScore earlier, InspectionScore later) {
    return !forms.isAlike(
        later.measure(), later.inspection().formVersion(), earlier.inspection().formVersion());
  }

  private static Outcome outcome(InspectionScore earlier, InspectionScore later) {
    if (earlier.score() == null || later.score() == null) {
      return new Outcome.Missing(Reason.NO_SCORE);
    }
    double difference = later.score() - earlier.score();
    if (earlier.designEffect().isEmpty() || later.designEffect().isEmpty()) {
      return new Outcome.Untested(difference, Reason.NO_INTERVAL);
    }
    if (isFew(earlier) || isFew(later)) {
      return new Outcome.Untested(difference, Reason.TOO_FEW_CASES);
    }
    Proportion before = worth(earlier);
    Proportion after = worth(later);
    Difference.Tested tested = Difference.tested(after, before);
    RuleVerdict verdict = tested.verdict();
    return new Outcome.Tested(
        verdict.difference(),
        tested.intervals(),
        ChangeVerdict.of(verdict.at95()),
        ChangeVerdict.of(verdict.at998()),
        Optional.of(
            new ScoreChange.Statistics(
                verdict.pValue(), verdict.pValue(), verdict.pValue(), Optional.empty())));
  }

  private static boolean isFew(InspectionScore score) {
    return score.counts().casesAssessed() < DesignEffect.FEWEST_CASES;
  }

  private static Proportion worth(InspectionScore score) {
    return new Proportion(score.score(), score.effectiveJudgements().orElseThrow());
  }

  /** Changes that multiplicity is allowed for together. */
  private record Family(String measureOrInspection, EarlierInspection comparedWith, String kind) {}

  /** All institutions' of a measure: those to the latest inspections apart from older ones. */
  private static Family family(ScoreChange change) {
    return new Family(
        change.measure().id(), change.comparedWith(), change.isLatest() ? "latest" : "older");
  }

  private static Family ownFamily(ScoreChange change) {
    String kind = change.measure().kind();
    return new Family(
        change.inspection().inspectionId(),
        change.comparedWith(),
        kind.equals(Measure.THEME) ? Measure.OVERALL : kind);
  }

  private static List<ScoreChange> adjusted(List<ScoreChange> changes) {
    double[] all = adjusted(changes, ScoreChanges::family);
    double[] own = adjusted(changes, ScoreChanges::ownFamily);
    List<ScoreChange> adjusted = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      double ofAll = all[i];
      double ofOwn = own[i];
      adjusted.add(
          withStatistics(
              changes.get(i),
              one -> new ScoreChange.Statistics(one.pValue(), ofAll, ofOwn, one.shrunken())));
    }
    return adjusted;
  }

  private static double[] adjusted(
      List<ScoreChange> changes, Function<ScoreChange, Family> family) {
    Map<Family, List<Integer>> families = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).outcome() instanceof Outcome.Tested) {
        families.computeIfAbsent(family.apply(changes.get(i)), key -> new ArrayList<>()).add(i);
      }
    }
    double[] adjusted = new double[changes.size()];
    for (List<Integer> places : families.values()) {
      double[] values =
          BenjaminiHochberg.adjusted(
              places.stream()
                  .mapToDouble(
                      place -> changes.get(place).statistic(ScoreChange.Statistics::pValue))
                  .toArray());
      for (int i = 0; i < values.length; i++) {
        adjusted[places.get(i)] = values[i];
      }
    }
    return adjusted;
  }

  /** Towards the distribution of all institutions whose latest change was tested. */
  private static List<ScoreChange> shrunken(List<ScoreChange> changes) {
    Map<Family, List<ChangeShrinkage.Pair>> byMeasure = new HashMap<>();
    for (ScoreChange change : changes) {
      if (isFitted(change)) {
        byMeasure.computeIfAbsent(family(change), id -> new ArrayList<>()).add(worth(change));
      }
    }
    Map<Family, Optional<ChangeShrinkage>> fits = new HashMap<>();
    byMeasure.forEach((measure, pairs) -> fits.put(measure, ChangeShrinkage.fit(pairs)));
    return changes.stream()
        .map(change -> isFitted(change) ? withShrunken(change, fits.get(family(change))) : change)
        .toList();
  }

  private static boolean isFitted(ScoreChange change) {
    return change.isLatest()
        && change.comparedWith() != EarlierInspection.PREDECESSOR
        && change.outcome() instanceof Outcome.Tested;
  }

  private static ChangeShrinkage.Pair worth(ScoreChange change) {
    return new ChangeShrinkage.Pair(worth(change.earlier()), worth(change.later()));
  }

  private static ScoreChange withShrunken(ScoreChange change, Optional<ChangeShrinkage> fit) {
    return withStatistics(
        change,
        one ->
            new ScoreChange.Statistics(
                one.pValue(),
                one.adjustedPValue(),
                one.ownAdjustedPValue(),
                fit.map(found -> found.posterior(worth(change)))));
  }

  private static ScoreChange withStatistics(
      ScoreChange change, Function<ScoreChange.Statistics, ScoreChange.Statistics> other) {
    if (change.outcome() instanceof Outcome.Tested tested) {
      return change.with(
          new Outcome.Tested(
              tested.difference(),
              tested.intervals(),
              tested.verdict95(),
              tested.verdict998(),
              tested.statistics().map(other)));
    }
    return change;
  }
}
