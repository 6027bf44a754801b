package org.trustbench.framework;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustbench.framework.Scale.Grade;

/**
 * The distribution of what a measure counts over the grades of its scale. The share at or above
 * each grade but the last is a measure of its own.
 *
 * @param measureId the measure
 * @param scale the scale; for classes of cases the measure's own id
 * @param label what tables call it, with the scale where the measure has several
 * @param grades those there are answers of, the best first
 * @param cuts ids of the measures at or above each grade but the last, in order; one of them may be
 *     the measure itself, and is its own cut
 * @param questions how many of the measure's questions are graded
 * @param mean the sum that the mean grade is made of; empty where the scale is not declared to be
 *     one of alike steps
 */
public record GradeDistribution(
    String measureId,
    String scale,
    String label,
    List<Grade> grades,
    List<String> cuts,
    int questions,
    Optional<Mean> mean)
    implements Serializable {

  /**
   * What a mean grade is made of.
   *
   * @param measureId the sum of points above the lowest
   * @param points what each grade is worth, in the order of the grades
   */
  public record Mean(String measureId, List<Integer> points) implements Serializable {
    /** Where the sum's points count from. */
    public int lowest() {
      return points.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }
  }

  /** Ids of the measures that were added for it. */
  public List<String> added() {
    List<String> added = new ArrayList<>(cuts);
    added.remove(measureId);
    mean.ifPresent(one -> added.add(one.measureId()));
    return added;
  }

  /** Which cut is the measure's own; empty where it is none of them. */
  public Optional<Integer> ownCut() {
    int place = cuts.indexOf(measureId);
    return place < 0 ? Optional.empty() : Optional.of(place);
  }
}
