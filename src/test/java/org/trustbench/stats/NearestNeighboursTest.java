package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
