package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.trustbench.framework.GradeDistribution;
import org.trustbench.stats.GradeIntervals;
import org.trustbench.stats.Interval;
import org.trustbench.tally.Counts;

/**
 * The mean grade of a measure of one inspection, where its scale is declared to be one of alike
 * steps.
 *
 * @param mean in points of the scale
 * @param interval95 over cases; null where fewer than two cases were graded, or all alike
 */
public record MeanGrade(
    InspectionTallies inspection,
    GradeDistribution distribution,
    long casesAssessed,
    long assessed,
    double mean,
    Interval interval95) {

  /** Every mean there is, by inspection and measure. */
  public static List<MeanGrade> of(Results results) {
    TreeMap<String, InspectionTallies> inspections = new TreeMap<>();
    results
        .scores()
        .forEach(score -> inspections.put(score.inspection().inspectionId(), score.inspection()));
    List<MeanGrade> means = new ArrayList<>();
    for (InspectionTallies inspection : inspections.values()) {
      for (GradeDistribution distribution : results.framework().distributions()) {
        distribution
            .mean()
            .filter(mean -> inspection.total(mean.measureId()).assessed() > 0)
            .ifPresent(mean -> means.add(of(inspection, distribution, mean)));
      }
    }
    return means;
  }

  private static MeanGrade of(
      InspectionTallies inspection, GradeDistribution distribution, GradeDistribution.Mean mean) {
    Counts c = inspection.total(mean.measureId());
    int lowest = mean.lowest();
    int highest = mean.points().stream().mapToInt(Integer::intValue).max().orElseThrow();
    Interval interval =
        GradeIntervals.ofMean(
                c.casesAssessed(), c.sufficient(), c.assessed(), c.sumYY(), c.sumYN(), c.sumNN())
            .map(
                above ->
                    new Interval(
                        Math.max(lowest, lowest + above.low()),
                        Math.min(highest, lowest + above.high())))
            .orElse(null);
    return new MeanGrade(
        inspection,
        distribution,
        c.casesAssessed(),
        c.assessed(),
        lowest + (double) c.sufficient() / c.assessed(),
        interval);
  }
}
