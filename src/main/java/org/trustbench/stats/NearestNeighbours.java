package org.trustbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The k nearest neighbours of each of some points, by d² = Σ w_a·((x_a − y_a)/s_a)² over numbers
 * standardised by their standard deviation s_a, the distance of statistical neighbours (CIPFA's
 * Nearest Neighbours Model; Benton et al. 2007 for children's services), and Σ w_c·[x_c ≠ y_c] over
 * categories (Huang 1998, the dissimilarity of k-prototypes with γ = 1).
 *
 * <p>d² counts to nine decimals, so that what arithmetic leaves over decides nothing between two
 * that are as far. Points are taken in the order of their first number, and those further away in
 * it alone than the k nearest found are never looked at.
 */
public final class NearestNeighbours {
  private static final double DECIMALS = 1e9;

  private final double[][] numbers;
  private final double[] scales;
  private final int[][] categories;
  private final double[] categoryWeights;
  private final int[] order;
  private final int[] rank;

  /**
   * Points with their attributes.
   *
   * @param numbers of each point
   * @param scales √w_a/s_a of each number
   * @param categories of each point, alike where equal
   * @param categoryWeights w_c of each category
   */
  public NearestNeighbours(
      double[][] numbers, double[] scales, int[][] categories, double[] categoryWeights) {
    this.numbers = numbers;
    this.scales = scales;
    this.categories = categories;
    this.categoryWeights = categoryWeights;
    this.order =
        IntStream.range(0, numbers.length)
            .boxed()
            .sorted((i, j) -> Double.compare(first(i), first(j)))
            .mapToInt(Integer::intValue)
            .toArray();
    this.rank = new int[order.length];
    for (int r = 0; r < order.length; r++) {
      rank[order[r]] = r;
    }
  }

  /**
   * √w/s of a number, by the standard deviation with n − 1.
   *
   * @param values of everybody whom it is standardised over, not all the same
   */
  public static double scale(double[] values, double weight) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> square(value - mean)).sum();
    return Math.sqrt(weight / (squares / (values.length - 1)));
  }

  /** A neighbour: its place among the points, and how far it is. */
  public record Neighbour(int point, double distance) {}

  /**
   * The k nearest of a point, itself left out, the nearest first; of two as far the one that comes
   * first among the points. All others where there are no more than k.
   *
   * @param k 1 or more
   */
  public List<Neighbour> of(int point, int k) {
    Nearest nearest = new Nearest(Math.min(k, numbers.length));
    int below = rank[point] - 1;
    int above = rank[point] + 1;
    while (below >= 0 || above < order.length) {
      boolean isBelow =
          above >= order.length
              || (below >= 0 && gap(point, order[below]) <= gap(point, order[above]));
      int other = order[isBelow ? below-- : above++];
      if (nearest.isFull() && square(gap(point, other)) > nearest.furthest() + 1 / DECIMALS) {
        break;
      }
      nearest.add(other, squaredDistance(point, other));
    }
    return nearest.list();
  }

  private double first(int point) {
    return scales.length == 0 ? 0 : numbers[point][0] * scales[0];
  }

  private double gap(int point, int other) {
    return Math.abs(first(point) - first(other));
  }

  private double squaredDistance(int i, int j) {
    double sum = 0;
    for (int a = 0; a < scales.length; a++) {
      sum += square((numbers[i][a] - numbers[j][a]) * scales[a]);
    }
    for (int c = 0; c < categoryWeights.length; c++) {
      sum += categories[i][c] == categories[j][c] ? 0 : categoryWeights[c];
    }
    return Math.rint(sum * DECIMALS) / DECIMALS;
  }

  private static double square(double x) {
    return x * x;
  }

  /** The nearest found so far, in order. */
  private static final class Nearest {
    private final int[] points;
    private final double[] squared;
    private int found;

    Nearest(int k) {
      points = new int[k];
      squared = new double[k];
    }

    boolean isFull() {
      return found == points.length;
    }

    /** The distance squared of the last; there must be one. */
    double furthest() {
      return squared[found - 1];
    }

    void add(int point, double distance) {
      int at = found;
      while (at > 0
          && (distance < squared[at - 1]
              || (distance == squared[at - 1] && point < points[at - 1]))) {
        at--;
      }
      if (at == points.length) {
        return;
      }
      found = Math.min(found + 1, points.length);
      for (int i = found - 1; i > at; i--) {
        points[i] = points[i - 1];
        squared[i] = squared[i - 1];
      }
      points[at] = point;
      squared[at] = distance;
    }

    List<Neighbour> list() {
      List<Neighbour> list = new ArrayList<>();
      for (int i = 0; i < found; i++) {
        list.add(new Neighbour(points[i], Math.sqrt(squared[i])));
      }
      return list;
    }
  }
}
