package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Verdict;

/**
 * The limits of a funnel at one number of effective judgements: drawn, and never used for a
 * verdict.
 *
 * @param judgements effective judgements, a whole number
 */
public record FunnelLimits(
    ComparatorGroup comparatorGroup, Measure measure, int judgements, ControlLimits limits) {

  private static final int POINTS = 20;

  /** Wider than the trusts' own effective judgements by this factor at either end. */
  private static final double MARGIN = 1.15;

  /**
   * The limits that themes, the whole and the framework's own kinds are drawn with.
   *
   * @param multiple effective judgements are multiples of this
   */
  public static List<FunnelLimits> of(Results results, int multiple) {
    Map<String, double[]> reach = new TreeMap<>();
    for (Comparison comparison : results.comparisons()) {
      Optional<Double> judgements = comparison.score().effectiveJudgements();
      if (isDrawn(comparison.score().measure()) && judgements.isPresent()) {
        reach.merge(
            key(comparison.comparatorGroup(), comparison.score().measure()),
            new double[] {judgements.get(), judgements.get()},
            (a, b) -> new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
      }
    }
    return results.comparators().parallelStream()
        .filter(group -> isDrawn(group.measure()) && isFunnel(group))
        .filter(group -> reach.containsKey(key(group.comparatorGroup(), group.measure())))
        .flatMap(
            group ->
                of(group, reach.get(key(group.comparatorGroup(), group.measure())), multiple)
                    .stream())
        .toList();
  }

  /** Sections and questions would make many curves that nobody draws. */
  static boolean isDrawn(Measure measure) {
    return measure.isScored()
        && !measure.isCut()
        && !measure.kind().equals(Measure.SECTION)
        && !measure.kind().equals(Measure.QUESTION);
  }

  private static List<FunnelLimits> of(ComparatorScore group, double[] reach, int multiple) {
    double centre = group.comparatorGroup().fixed().orElseGet(() -> group.figures().pooled());
    ControlLimits.OfGroup limits = new ControlLimits.OfGroup(centre, group.overDispersion());
    List<FunnelLimits> curve = new ArrayList<>();
    for (int judgements : grid(reach[0] / MARGIN, reach[1] * MARGIN, multiple)) {
      curve.add(
          new FunnelLimits(
              group.comparatorGroup(), group.measure(), judgements, limits.at(judgements)));
    }
    return curve;
  }

  /** With fewer trusts there is nothing to draw; around a fixed value a single one is enough. */
  private static boolean isFunnel(ComparatorScore group) {
    return group.comparatorGroup().isFixed()
        || (group.spread() != null && group.spread().trusts() > Verdict.FEWEST_OTHERS);
  }

  /** Whole numbers, evenly apart on a logarithmic scale, where limits bend most. */
  private static TreeSet<Integer> grid(double from, double to, int multiple) {
    TreeSet<Integer> grid = new TreeSet<>();
    for (int i = 0; i < POINTS; i++) {
      double at = from * Math.pow(to / from, i / (POINTS - 1.0));
      long rounded = Math.max(1, Math.round(at / multiple)) * multiple;
      grid.add((int) Math.min(Integer.MAX_VALUE, rounded));
    }
    return grid;
  }

  private static String key(ComparatorGroup comparatorGroup, Measure measure) {
    return comparatorGroup.key() + " " + measure.id();
  }
}
