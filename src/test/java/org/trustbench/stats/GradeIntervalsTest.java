package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GradeIntervalsTest {
  private static final double EXACT = 1e-9;

  /**
   * R: z <- qnorm(1 - .05 / (2 * 6)); (2*10 + z^2 + c(-1, 1) * z * sqrt(z^2 + 4*10*(1 - 10/33))) /
   * (2*(33 + z^2)).
   */
  @Test
  void a_grade_of_six_is_in_goodmans_interval() {
    Interval interval = GradeIntervals.ofGrade(new Proportion(10 / 33.0, 33), 6);
    assertThat(interval.low()).isCloseTo(0.142493046909271, within(EXACT));
    assertThat(interval.high()).isCloseTo(0.532184895974342, within(EXACT));
  }

  /** R: qnorm((1 + .95^(1/5)) / 2) is 2.5687631680114. */
  @Test
  void five_cuts_are_at_sidaks_level() {
    Proportion share = new Proportion(.4, 50);
    assertThat(GradeIntervals.atLeast(share, 5)).isEqualTo(around(share, 2.5687631680114));
    assertThat(GradeIntervals.atLeast(share, 1)).isEqualTo(around(share, Normal.Z95));
  }

  private static Interval around(Proportion share, double z) {
    Interval interval = GradeIntervals.atLeast(share, z == Normal.Z95 ? 1 : 5);
    Interval wilson = share.interval(z);
    assertThat(interval.low()).isCloseTo(wilson.low(), within(EXACT));
    assertThat(interval.high()).isCloseTo(wilson.high(), within(EXACT));
    return interval;
  }

  /** R: t.test(c(5, 4, 4, 3, 6, 5, 2, 4, 5, 4))$conf.int. */
  @Test
  void the_mean_of_single_grades_has_students_interval() {
    Interval interval = GradeIntervals.ofMean(10, 42, 10, 188, 42, 10).orElseThrow();
    assertThat(interval.low()).isCloseTo(3.38786072391279, within(EXACT));
    assertThat(interval.high()).isCloseTo(5.01213927608721, within(EXACT));
  }

  /**
   * R: y <- c(9, 4, 0, 7, 10, 2); n <- c(3, 2, 1, 2, 3, 2); d <- svydesign(~c, data = data.frame(c
   * = 1:6, y, n), weights = ~1); SE(svyratio(~y, ~n, d))^2 is .207471727180421; qt(.975, 5).
   */
  @Test
  void the_mean_of_several_questions_has_an_interval_over_cases() {
    Interval interval = GradeIntervals.ofMean(6, 32, 13, 250, 83, 31).orElseThrow();
    assertThat(interval.low()).isCloseTo(1.29066248461599, within(EXACT));
    assertThat(interval.high()).isCloseTo(3.63241443846093, within(EXACT));
  }

  @Test
  void grades_all_alike_and_a_single_case_tell_no_variance() {
    assertThat(GradeIntervals.ofMean(5, 10, 5, 20, 10, 5)).isEmpty();
    assertThat(GradeIntervals.ofMean(1, 3, 1, 9, 3, 1)).isEmpty();
    assertThat(GradeIntervals.ofMean(0, 0, 0, 0, 0, 0)).isEmpty();
  }
}
