package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.NearestNeighbours.Neighbour;

class NearestNeighboursTest {
  private static NearestNeighbours line(double... values) {
    double[][] numbers = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = new double[] {values[i]};
    }
    return new NearestNeighbours(
        numbers, new double[] {1}, new int[values.length][0], new double[0]);
  }

  private static List<Integer> places(List<Neighbour> neighbours) {
    return neighbours.stream().map(Neighbour::point).toList();
  }

  @Test
  void of_two_as_far_the_first_counts_also_where_decimals_leave_something_over() {
    // 0.3 − 0.2 and 0.2 − 0.1 differ in the last digit that a double holds.
    assertThat(places(line(.3, .2, .1).of(1, 1))).containsExactly(0);
    assertThat(places(line(.1, .2, .3).of(1, 1))).containsExactly(0);
    assertThat(places(line(5, 5, 5, 5).of(2, 2))).containsExactly(0, 1);
  }

  @Test
  void with_no_more_others_than_asked_for_all_are_neighbours() {
    assertThat(places(line(1, 2, 4).of(2, 9))).containsExactly(1, 0);
    assertThat(line(1).of(0, 3)).isEmpty();
  }

  @Test
  void categories_alone_tell_who_is_near() {
    NearestNeighbours points =
        new NearestNeighbours(
            new double[3][0],
            new double[0],
            new int[][] {{1, 1}, {1, 2}, {1, 1}},
            new double[] {1, 4});

    assertThat(points.of(0, 2)).containsExactly(new Neighbour(2, 0), new Neighbour(1, 2));
  }

  /** R: sqrt(2)/sd(c(3, 5, 10, 2)). */
  @Test
  void a_scale_is_the_root_of_the_weight_over_the_standard_deviation() {
    assertThat(NearestNeighbours.scale(new double[] {3, 5, 10, 2}, 2))
        .isCloseTo(0.397359707, within(1e-9));
  }

  /**
   * R, from the whole matrix of distances: i <- 0:1999; a <- (i*7919) %% 1009 + (i*31) %% 17; b <-
   * ((i*104729) %% 997)^2; g <- (i*13) %% 5; d2 <- as.matrix(dist(cbind(sqrt(2)*a/sd(a),
   * b/sd(b))))^2 + .8 * outer(g, g, "!="); diag(d2) <- Inf; nn <- t(apply(round(d2, 9), 1,
   * function(d) order(d)[1:5])) - 1; sum(nn); sum(nn * rep(1:5, each = 2000)); sum(apply(d2, 1,
   * function(d) sort(d)[1:5])).
   */
  @Test
  void the_neighbours_of_two_thousand_are_those_of_the_whole_matrix_of_distances() {
    int points = 2000;
    double[][] numbers = new double[points][];
    int[][] categories = new int[points][];
    for (int i = 0; i < points; i++) {
      double b = i * 104_729L % 997;
      numbers[i] = new double[] {i * 7919L % 1009 + i * 31 % 17, b * b};
      categories[i] = new int[] {i * 13 % 5};
    }
    double[] scales = {
      NearestNeighbours.scale(Arrays.stream(numbers).mapToDouble(n -> n[0]).toArray(), 2),
      NearestNeighbours.scale(Arrays.stream(numbers).mapToDouble(n -> n[1]).toArray(), 1)
    };
    NearestNeighbours all = new NearestNeighbours(numbers, scales, categories, new double[] {.8});
    long sum = 0;
    long ordered = 0;
    double squared = 0;
    for (int i = 0; i < points; i++) {
      List<Neighbour> five = all.of(i, 5);
      for (int k = 0; k < 5; k++) {
        sum += five.get(k).point();
        ordered += (k + 1L) * five.get(k).point();
        squared += five.get(k).distance() * five.get(k).distance();
      }
    }
    assertThat(sum).isEqualTo(9_979_275);
    assertThat(ordered).isEqualTo(29_733_970);
    assertThat(squared).isCloseTo(491.692007793, within(1e-5));
    assertThat(places(all.of(0, 5))).containsExactly(455, 910, 1365, 435, 1655);
    assertThat(places(all.of(999, 5))).containsExactly(1454, 544, 69, 1929, 1474);
    assertThat(places(all.of(1999, 5))).containsExactly(1544, 1069, 1524, 324, 1089);
  }

  @Test
  void no_neighbour_is_passed_over_by_the_order_that_points_are_looked_at_in() {
    Random random = new Random(20);
    double[][] numbers = new double[300][];
    int[][] categories = new int[300][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new double[] {random.nextInt(20), Math.exp(random.nextGaussian())};
      categories[i] = new int[] {random.nextInt(3)};
    }
    double[] scales = {.3, 1.7};
    NearestNeighbours points =
        new NearestNeighbours(numbers, scales, categories, new double[] {.8});
    for (int i = 0; i < numbers.length; i++) {
      int point = i;
      List<Integer> all =
          IntStream.range(0, numbers.length)
              .filter(j -> j != point)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      j ->
                          Math.rint(
                              1e9
                                  * (Math.pow(scales[0] * (numbers[point][0] - numbers[j][0]), 2)
                                      + Math.pow(scales[1] * (numbers[point][1] - numbers[j][1]), 2)
                                      + (categories[point][0] == categories[j][0] ? 0 : .8)))))
              .limit(7)
              .toList();
      assertThat(places(points.of(point, 7))).isEqualTo(all);
    }
  }
}
