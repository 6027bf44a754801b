package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.GradeDistribution;
import org.trustbench.framework.Scale.Grade;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.GradeIntervals;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Proportion;

/**
 * One grade in the distribution of a measure of one inspection.
 *
 * @param place of the grade, 1 the best
 * @param assessed judgements, or cases of a composite, that were graded
 * @param count of this grade
 * @param share null where nothing was graded, as are all figures after it
 * @param interval95 simultaneous over the grades; null where the score has no interval
 * @param atLeast the share at or above the grade
 * @param atLeast95 simultaneous over the cuts; null of the last grade, at which all are
 * @param cutMeasureId the measure of that share, which is compared and ranked; null likewise
 * @param isSufficient whether the measure's own cut counts it as sufficient; null where it has none
 */
public record GradeShare(
    InspectionTallies inspection,
    GradeDistribution distribution,
    int place,
    Grade grade,
    long assessed,
    long count,
    Double share,
    Interval interval95,
    Double atLeast,
    Interval atLeast95,
    String cutMeasureId,
    Boolean isSufficient) {

  /** The grades of every distribution of every inspection, by inspection, measure and grade. */
  public static List<GradeShare> of(Results results) {
    Map<String, Map<String, InspectionScore>> scores = new HashMap<>();
    for (InspectionScore score : results.scores()) {
      scores
          .computeIfAbsent(score.inspection().inspectionId(), id -> new HashMap<>())
          .put(score.measure().id(), score);
    }
    List<GradeShare> shares = new ArrayList<>();
    scores.keySet().stream()
        .sorted()
        .forEach(
            id ->
                results
                    .framework()
                    .distributions()
                    .forEach(one -> shares.addAll(of(one, scores.get(id)))));
    return shares;
  }

  private static List<GradeShare> of(
      GradeDistribution distribution, Map<String, InspectionScore> scores) {
    List<InspectionScore> cuts = distribution.cuts().stream().map(scores::get).toList();
    InspectionScore first = cuts.get(0);
    long assessed = first.counts().assessed();
    List<GradeShare> shares = new ArrayList<>();
    long before = 0;
    int grades = distribution.grades().size();
    for (int i = 0; i < grades; i++) {
      boolean isLast = i == grades - 1;
      long upTo = isLast ? assessed : cuts.get(i).counts().sufficient();
      int place = i;
      shares.add(
          new GradeShare(
              first.inspection(),
              distribution,
              i + 1,
              distribution.grades().get(i),
              assessed,
              upTo - before,
              share(upTo - before, assessed),
              ofGrade(upTo - before, cuts, grades),
              share(upTo, assessed),
              isLast ? null : atLeast(cuts.get(i), grades - 1),
              isLast ? null : distribution.cuts().get(i),
              distribution.ownCut().map(own -> place <= own).orElse(null)));
      before = upTo;
    }
    return shares;
  }

  private static Double share(long count, long assessed) {
    return assessed == 0 ? null : (Double) ((double) count / assessed);
  }

  private static Interval atLeast(InspectionScore cut, int cuts) {
    return cut.designEffect().isEmpty() || cut.counts().assessed() == 0
        ? null
        : GradeIntervals.atLeast(
            new Proportion(
                (double) cut.counts().sufficient() / cut.counts().assessed(),
                cut.effectiveJudgements().orElseThrow()),
            cuts);
  }

  /** On as many independent judgements as the cut is worth whose judgements cluster most. */
  private static Interval ofGrade(long count, List<InspectionScore> cuts, int grades) {
    double deff = DesignEffect.INDEPENDENT;
    for (InspectionScore cut : cuts) {
      if (cut.designEffect().isEmpty()) {
        return null;
      }
      deff = Math.max(deff, cut.designEffect().get());
    }
    long assessed = cuts.get(0).counts().assessed();
    return GradeIntervals.ofGrade(
        new Proportion((double) count / assessed, assessed / deff), grades);
  }
}
