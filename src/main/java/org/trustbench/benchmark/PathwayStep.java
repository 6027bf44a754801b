package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.framework.Pathway;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Interval;
import org.trustbench.stats.LeaveOneOut;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;
import org.trustbench.tally.Counts;

/**
 * How many of an inspection's cases are left after a step of a pathway, beside the comparator's
 * other trusts pooled.
 *
 * @param step counted from 1; 0 for the cases that start
 * @param availability whether the trust's own part can be read, and why not
 * @param started cases that the pathway is about
 * @param entered cases that passed every earlier step
 * @param remaining cases that passed this one too
 * @param share remaining of started; null when no case started
 * @param interval95 Wilson's, of the share; null likewise, and at step 0, where all are left by
 *     definition
 * @param othersStarted the same of the other trusts together
 * @param othersShare null when no other trust's case started
 * @param difference95 share minus others' share, Newcombe's interval; null when not compared
 * @param verdict95 by the difference
 */
public record PathwayStep(
    InspectionTallies inspection,
    ComparatorGroup comparatorGroup,
    Pathway pathway,
    int step,
    String label,
    Availability availability,
    Long started,
    Long entered,
    Long remaining,
    Double share,
    Interval interval95,
    Long othersStarted,
    Long othersRemaining,
    Double othersShare,
    Interval othersInterval95,
    Interval difference95,
    Verdict verdict95) {

  /** The label of step 0, with a place for the term. */
  public static final String START = "{Cases} at the start";

  /** Every step of every pathway, by comparator group, inspection, pathway and step. */
  public static List<PathwayStep> of(Results results) {
    Map<String, Counts> counts = new HashMap<>();
    for (InspectionScore score : results.scores()) {
      if (score.measure().isPathwayStep()) {
        counts.put(key(score.inspection(), score.measure().id()), score.counts());
      }
    }
    Map<String, LeaveOneOut> others = new HashMap<>();
    List<PathwayStep> steps = new ArrayList<>();
    for (ComparatorGroup comparatorGroup : results.comparatorGroups()) {
      for (int place :
          comparatorGroup.isFixed() ? List.<Integer>of() : comparatorGroup.compared()) {
        for (Pathway pathway : results.framework().pathways()) {
          for (int step = 0; step <= pathway.steps().size(); step++) {
            int at = step;
            LeaveOneOut members =
                others.computeIfAbsent(
                    "%s %s %d".formatted(comparatorGroup.key(), pathway.id(), step),
                    key -> members(results, counts, comparatorGroup, pathway, at));
            steps.add(step(results, counts, comparatorGroup, place, pathway, step, members));
          }
        }
      }
    }
    return steps;
  }

  private static LeaveOneOut members(
      Results results,
      Map<String, Counts> counts,
      ComparatorGroup comparatorGroup,
      Pathway pathway,
      int step) {
    return new LeaveOneOut(
        comparatorGroup.members().stream()
            .map(member -> left(counts, results.inspections().get(member), pathway, step))
            .toList());
  }

  private static PathwayStep step(
      Results results,
      Map<String, Counts> counts,
      ComparatorGroup comparatorGroup,
      int place,
      Pathway pathway,
      int step,
      LeaveOneOut members) {
    List<InspectionTallies> inspections = results.inspections();
    int own = comparatorGroup.member(place);
    Sums sums = left(counts, inspections.get(place), pathway, step);
    Optional<Proportion> score = Proportion.of(sums, 1);
    Optional<Proportion> others = members.pooled(own);
    boolean isCompared =
        step > 0
            && sums.k() >= DesignEffect.FEWEST_CASES
            && members.assessed(own) >= DesignEffect.FEWEST_CASES
            && members.count(own) >= Verdict.FEWEST_OTHERS;
    RuleVerdict verdict = isCompared ? Difference.verdict(score.get(), others.orElseThrow()) : null;
    return new PathwayStep(
        inspections.get(place),
        comparatorGroup,
        pathway,
        step,
        step == 0 ? results.terms().text(START) : pathway.steps().get(step - 1).label(),
        sums.n() > 0 ? Availability.SHOWN : Availability.NOT_APPLICABLE,
        sums.n(),
        step == 0 ? sums.n() : counts(counts, inspections.get(place), pathway, step).casesInScope(),
        sums.y(),
        score.map(Proportion::p).orElse(null),
        interval(step, score),
        members.assessed(own),
        members.sufficient(own),
        others.map(Proportion::p).orElse(null),
        interval(step, others),
        isCompared ? Difference.interval(score.get(), others.orElseThrow(), Normal.Z95) : null,
        verdict == null ? Verdict.NOT_COMPARED : verdict.at95());
  }

  /** The start is no sample of anything: all of its cases are there. */
  private static Interval interval(int step, Optional<Proportion> share) {
    return step == 0 ? null : share.map(p -> p.interval(Normal.Z95)).orElse(null);
  }

  /** Cases left after a step, of those that started. */
  private static Sums left(
      Map<String, Counts> counts, InspectionTallies inspection, Pathway pathway, int step) {
    long started = counts(counts, inspection, pathway, 1).casesInScope();
    long left = step == 0 ? started : counts(counts, inspection, pathway, step).sufficient();
    return new Sums(started, left, started, left, left, started);
  }

  private static Counts counts(
      Map<String, Counts> counts, InspectionTallies inspection, Pathway pathway, int step) {
    return counts.getOrDefault(key(inspection, pathway.measureId(step)), Counts.NONE);
  }

  private static String key(InspectionTallies inspection, String measureId) {
    return inspection.inspectionId() + " " + measureId;
  }
}
