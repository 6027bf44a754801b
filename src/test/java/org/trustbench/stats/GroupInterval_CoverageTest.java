package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
      onInstitutions += holding(groups, p, DesignEffect.pooled(groups, QUESTIONS));
      onCases += holding(groupsOfCases, p, DesignEffect.pooled(groupsOfCases));
    }
    double total = GROUPS * (double) programmes;
    return new double[] {onInstitutions / total, onCases / total};
  }

  private static int holding(List<Sums> groups, double p, OptionalDouble pooled) {
    int holding = 0;
    for (Sums group : groups) {
      double deff = DesignEffect.chosen(group, pooled);
      boolean isMissed = Proportion.of(group, deff).orElseThrow().interval(Normal.Z95).excludes(p);
      holding += isMissed ? 0 : 1;
    }
    return holding;
  }
}
