package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.benchmark.SchoolProgramme.line;
import static org.trustbench.benchmark.SchoolProgramme.school;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.FunnelPoint.Zone;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.VerdictRule;

/** The curves of funnels, and where schools lie on them. */
class FunnelTest {
  private final Results standard = SchoolProgramme.standard();

  @Test
  void curves_reach_somewhat_farther_than_the_schools_in_steps_of_the_rounding() {
    assertThat(
            FunnelLimits.of(standard, 5).stream()
                .filter(one -> one.measure().id().equals("theme-A"))
                .map(
                    one ->
                        line(
                            List.of(
                                one.comparatorGroup().key(),
                                one.judgements(),
                                one.limits().centre(),
                                one.limits().score().at95())))
                .collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(
            """
            programme 5 0.670886 0.259016 1.000000
            programme 10 0.670886 0.379650 0.962122
            programme 15 0.670886 0.433093 0.908680
            programme 20 0.670886 0.464951 0.876821
            programme 25 0.670886 0.486692 0.855080
            programme 35 0.670886 0.515214 0.826558
            programme 40 0.670886 0.525268 0.816504
            programme 50 0.670886 0.540641 0.801131
            programme 60 0.670886 0.551989 0.789783
            county:Essex 25 0.776442 0.613127 0.939758
            county:Essex 30 0.776442 0.627356 0.925528
            county:Essex 35 0.776442 0.638415 0.914469
            county:Essex 40 0.776442 0.647330 0.905555
            county:Essex 45 0.776442 0.654714 0.898171
            county:Essex 50 0.776442 0.660961 0.891924
            near 5 0.651558 0.233915 1.000000
            near 10 0.651558 0.356240 0.946876
            near 15 0.651558 0.410432 0.892684
            near 20 0.651558 0.442737 0.860379
            near 25 0.651558 0.464783 0.838334
            near 35 0.651558 0.493704 0.809412
            near 40 0.651558 0.503899 0.799217
            near 50 0.651558 0.519488 0.783628
            near 60 0.651558 0.530995 0.772121
            target 5 0.700000 0.298327 1.000000
            target 10 0.700000 0.415974 0.984026
            target 15 0.700000 0.468094 0.931906
            target 20 0.700000 0.499163 0.900837
            target 25 0.700000 0.520366 0.879634
            target 35 0.700000 0.548182 0.851818
            target 40 0.700000 0.557987 0.842013
            target 50 0.700000 0.572980 0.827020
            target 60 0.700000 0.584047 0.815953
            """);
  }

  @Test
  void groups_of_three_schools_sections_questions_and_steps_have_no_curve() {
    assertThat(
            FunnelLimits.of(standard, 1).stream()
                .map(one -> one.comparatorGroup().key() + " " + one.measure().id())
                .distinct())
        .containsExactly(
            "programme overall",
            "programme theme-A",
            "programme theme-B",
            "programme safe-late",
            "county:Essex overall",
            "county:Essex theme-A",
            "county:Essex theme-B",
            "county:Essex safe-late",
            "near overall",
            "near theme-A",
            "near theme-B",
            "near safe-late",
            "target overall",
            "target theme-A",
            "target theme-B",
            "target safe-late");
  }

  @Test
  void with_a_mean_of_questions_there_is_nothing_to_draw() {
    Results means =
        SchoolProgramme.results(
            AnalysisRules.MEAN_OF_QUESTIONS, BenchmarkRule.POOLED_OTHERS, VerdictRule.DIFFERENCE);
    assertThat(FunnelLimits.of(means, 1)).isEmpty();
    assertThat(FunnelPoint.of(means)).isEmpty();
  }

  @Test
  void schools_lie_within_the_limits_or_beyond_them() {
    assertThat(
            FunnelPoint.of(standard).stream()
                .filter(one -> one.comparison().score().measure().id().equals("theme-A"))
                .filter(
                    one ->
                        List.of("programme", "target")
                            .contains(one.comparison().comparatorGroup().key()))
                .map(
                    one ->
                        line(
                            Arrays.asList(
                                one.comparison().comparatorGroup().key(),
                                school(one.comparison().score()),
                                one.effectiveJudgements(),
                                one.zone().label(),
                                one.overDispersedZone() == null
                                    ? null
                                    : one.overDispersedZone().label())))
                .collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(
            """
            programme DALE 31.020793 inside inside
            programme FORD 29.949911 inside inside
            programme HILL 27.959271 below 95 % inside
            programme S01 31.020793 inside inside
            programme S02 33.976800 inside inside
            programme S03 44.547360 inside inside
            programme S04 28.399541 inside inside
            programme S05 45.302400 above 99.8 % above 95 %
            programme S06 29.266355 inside inside
            programme S07 27.558960 above 95 % inside
            programme S08 52.401818 below 99.8 % below 95 %
            programme S09 1.475026 inside inside
            programme S10 4.530240 inside inside
            target DALE 31.020793 inside -
            target FORD 29.949911 inside -
            target HILL 27.959271 below 99.8 % -
            target S01 31.020793 inside -
            target S02 33.976800 inside -
            target S03 44.547360 inside -
            target S04 28.399541 inside -
            target S05 45.302400 above 99.8 % -
            target S06 29.266355 inside -
            target S07 27.558960 inside -
            target S08 52.401818 below 99.8 % -
            target S09 1.475026 inside -
            target S10 4.530240 inside -
            """);
  }

  @Test
  void a_school_lies_outside_when_its_interval_leaves_the_centre_out() {
    for (FunnelPoint point : FunnelPoint.of(standard)) {
      assertThat(point.zone() == Zone.INSIDE)
          .isEqualTo(
              !point
                  .comparison()
                  .score()
                  .interval95()
                  .excludes(point.comparison().limits().centre()));
      if (point.overDispersedZone() != null && point.zone() == Zone.INSIDE) {
        assertThat(point.overDispersedZone()).isEqualTo(Zone.INSIDE);
      }
    }
  }

  @Test
  void a_score_on_a_limit_is_within_it() {
    Intervals limits = new Intervals(new Interval(.4, .6), new Interval(.3, .7));
    assertThat(List.of(.29, .3, .39, .4, .6, .61, .7, .71))
        .extracting(score -> Zone.of(score, limits).label())
        .containsExactly(
            "below 99.8 %",
            "below 95 %",
            "below 95 %",
            "inside",
            "inside",
            "above 95 %",
            "above 95 %",
            "above 99.8 %");
    assertThat(Arrays.stream(Zone.values()).filter(Zone::isBeyond998))
        .containsExactly(Zone.ABOVE_998, Zone.BELOW_998);
    assertThat(Arrays.stream(Zone.values()).filter(Zone::isBeyond95Only))
        .containsExactly(Zone.ABOVE_95, Zone.BELOW_95);
  }
}
