package org.trustbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Estimate;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Counts;

/**
 * A first programme is drawn, cases planned from it, and programmes of so many cases are drawn and
 * benchmarked. Teaching is called for in two cases of five, its three judgements correlate by .3,
 * and one school is 15 points worse than the others.
 */
class MeasurePlan_SimulationTest {
  private static final Framework SCHOOLS = TinyFramework.read();
  private static final String TEACHING = "theme-A";
  private static final int INSTITUTIONS = 20;
  private static final int PROGRAMMES = 400;
  private static final double P = .75;
  private static final double WORSE = .15;
  private static final double CORRELATION = .3;
  private static final double CALLED_FOR = .4;

  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20);

  @Test
  void programmes_of_the_size_planned_have_the_intervals_and_verdicts_planned() {
    SampleTarget target =
        new SampleTarget(
            .07, WORSE, .8, VerdictRule.DIFFERENCE, INSTITUTIONS, OptionalLong.empty(), false);
    MeasurePlan plan =
        MeasurePlan.all(SCHOOLS, programme(400, 0), Assumptions.NONE, target).stream()
            .filter(one -> one.measure().id().equals(TEACHING))
            .findFirst()
            .orElseThrow();

    int wide = (int) ((SampleNeeded.Cases) plan.forHalfWidth()).sampled();
    double width = 0;
    int drawn = PROGRAMMES / 10;
    for (int i = 0; i < drawn; i++) {
      width += meanHalfWidth(results(programme(wide, 0)));
    }
    assertThat(width / drawn).isCloseTo(.07, within(.004));

    int apart = (int) ((SampleNeeded.Cases) plan.forDifference()).sampled();
    int found = 0;
    for (int i = 0; i < PROGRAMMES; i++) {
      found += isFirstLower(results(programme(apart, WORSE))) ? 1 : 0;
    }
    // The worse side of the two; three standard errors of 400 draws are .06.
    assertThat((double) found / PROGRAMMES).isBetween(.74, .90);
  }

  private static double meanHalfWidth(Results results) {
    return results.scores().stream()
        .filter(score -> score.measure().id().equals(TEACHING))
        .map(InspectionScore::estimate)
        .mapToDouble(estimate -> ((Estimate.WithInterval) estimate).interval95().width() / 2)
        .average()
        .orElseThrow();
  }

  private static boolean isFirstLower(Results results) {
    return results.comparisons().stream()
        .filter(one -> one.score().measure().id().equals(TEACHING))
        .filter(one -> one.score().inspection().inspectionId().equals("I-0"))
        .map(Comparison::verdict95)
        .allMatch(Verdict.LOWER::equals);
  }

  private static Results results(List<InspectionTallies> programme) {
    return Benchmark.of(SCHOOLS, new AnalysisRules(AnalysisRules.POOLED, 10), programme);
  }

  private List<InspectionTallies> programme(int cases, double firstWorse) {
    List<InspectionTallies> programme = new ArrayList<>();
    for (int i = 0; i < INSTITUTIONS; i++) {
      Counts counts = counts(cases, i == 0 ? P - firstWorse : P);
      programme.add(
          new InspectionTallies(
              "I-" + i,
              new Trust("S" + i, "School " + i, List.of(), Map.of()),
              null,
              null,
              null,
              null,
              null,
              null,
              (long) cases,
              true,
              Map.of(TEACHING, Map.of("all", counts), "overall", Map.of("all", counts))));
    }
    return programme;
  }

  private Counts counts(int cases, double p) {
    double together = 1 / CORRELATION - 1;
    SharedStateContinuousSampler good =
        AhrensDieterMarsagliaTsangGammaSampler.of(random, p * together, 1);
    SharedStateContinuousSampler bad =
        AhrensDieterMarsagliaTsangGammaSampler.of(random, (1 - p) * together, 1);
    Counts counts = Counts.NONE;
    for (int c = 0; c < cases; c++) {
      if (random.nextDouble() >= CALLED_FOR) {
        counts = counts.plus(new Counts(1, 0, 0, 0, 3, 0, 0, 0, 0));
        continue;
      }
      double g = good.sample();
      double own = g / (g + bad.sample());
      long y = 0;
      for (int q = 0; q < 3; q++) {
        y += random.nextDouble() < own ? 1 : 0;
      }
      counts = counts.plus(new Counts(1, 1, y, 3, 0, 0, y * y, 3 * y, 9));
    }
    return counts;
  }
}
