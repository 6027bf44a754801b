package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often the interval of a group holds the rate its institutions were drawn around: 30 groups,
 * each of some institutions of 4 to 40 cases of 5 questions, which differ from one another as their
 * cases do within.
 */
class GroupInterval_CoverageTest {
  private static final int GROUPS = 30;
  private static final int QUESTIONS = 5;
  private static final double WITHIN = .15;

  static Stream<Arguments> programmes() {
    return Stream.of(.03, .15)
        .flatMap(
            between ->
                Stream.of(5, 10, 30)
                    .flatMap(
                        institutions ->
                            Stream.of(.6, .9, .97)
                                .map(p -> Arguments.of(between, institutions, p))));
  }

  @ParameterizedTest(name = "correlation {0} within institutions, {1} of them, p {2}")
  @MethodSource("programmes")
  void the_interval_of_a_group_holds_the_truth_in_93_of_100_groups_or_more(
      double between, int institutions, double p) {
    assertThat(coverage(between, institutions, p)[0]).isBetween(.93, .999);
  }

  @Test
  void an_interval_on_cases_as_clusters_is_seen_to_fail() {
    assertThat(coverage(.15, 10, .6)[1]).isLessThan(.75);
  }

  /** By number of institutions, each of 5 to 120 cases, in programmes of six groups: the worst. */
  @ParameterizedTest(name = "correlation {0} within institutions, p {1}")
  @CsvSource({".01, .9", ".03, .6", ".1, .9"})
  void of_few_institutions_of_unequal_size_it_does_too(double between, double p) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(77L);
    Map<Integer, int[]> held = new TreeMap<>();
    for (int programme = 0; programme < 400; programme++) {
      List<Sums> groups = new ArrayList<>();
      for (int institutions : new int[] {1, 1, 2, 3, 5, 10}) {
        groups.add(unequal(random, institutions, p, between));
      }
      PooledDesignEffect pooled = PooledDesignEffect.ofGroups(groups, QUESTIONS);
      for (Sums group : groups) {
        int[] of = held.computeIfAbsent((int) group.k(), k -> new int[2]);
        of[0] += holding(List.of(group), p, pooled);
        of[1]++;
      }
    }
    assertThat(held.keySet()).containsExactly(1, 2, 3, 5, 10);
    held.forEach(
        (institutions, of) ->
            assertThat((double) of[0] / of[1])
                .as("%d institutions", institutions)
                .isGreaterThan(.9));
  }

  private static Sums unequal(
      UniformRandomProvider random, int institutions, double p, double between) {
    Sums group = Sums.NONE;
    for (int i = 0; i < institutions; i++) {
      int cases = (int) Math.round(5 * Math.pow(24, random.nextDouble()));
      Sums one = Cases.drawn(random, cases, QUESTIONS, Cases.rate(random, p, between), WITHIN);
      group = group.plus(Sums.ofCase(one.y(), one.n()));
    }
    return group;
  }

  /** The share of intervals that hold p on institutions as clusters, and on their cases. */
  private static double[] coverage(double between, int institutions, double p) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(2_120L);
    int onInstitutions = 0;
    int onCases = 0;
    int programmes = Math.max(4, 300 / institutions);
    for (int programme = 0; programme < programmes; programme++) {
      List<Sums> groups = new ArrayList<>();
      List<Sums> groupsOfCases = new ArrayList<>();
      for (int g = 0; g < GROUPS; g++) {
        Sums group = Sums.NONE;
        Sums ofCases = Sums.NONE;
        for (int i = 0; i < institutions; i++) {
          double rate = Cases.rate(random, p, between);
          int cases = 4 + random.nextInt(37);
          Sums institution = Cases.drawn(random, cases, QUESTIONS, rate, WITHIN);
          group = group.plus(Sums.ofCase(institution.y(), institution.n()));
          ofCases = ofCases.plus(institution);
        }
        groups.add(group);
        groupsOfCases.add(ofCases);
      }
      onInstitutions += holding(groups, p, PooledDesignEffect.ofGroups(groups, QUESTIONS));
      onCases += holding(groupsOfCases, p, PooledDesignEffect.ofCases(groupsOfCases));
    }
    double total = GROUPS * (double) programmes;
    return new double[] {onInstitutions / total, onCases / total};
  }

  private static int holding(List<Sums> groups, double p, PooledDesignEffect pooled) {
    int holding = 0;
    for (Sums group : groups) {
      double deff = DesignEffect.chosen(group, pooled.of(group));
      boolean isMissed = Proportion.of(group, deff).orElseThrow().interval(Normal.Z95).excludes(p);
      holding += isMissed ? 0 : 1;
    }
    return holding;
  }
}
