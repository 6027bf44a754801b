package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.benchmark.SchoolProgramme.line;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cases left after each step, of ten late lessons and of two; intervals by other code. */
class PathwayStepTest {
  private final Results standard = SchoolProgramme.standard();

  private static String steps(Results results, String school) {
    return PathwayStep.of(results).stream()
        .filter(one -> one.inspection().trust().code().equals(school))
        .map(PathwayStepTest::text)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String text(PathwayStep one) {
    return line(
        Arrays.asList(
            one.comparatorGroup().key(),
            one.step(),
            one.label(),
            one.availability(),
            one.started(),
            one.entered(),
            one.remaining(),
            one.share(),
            one.interval95(),
            one.othersStarted(),
            one.othersRemaining(),
            one.othersShare(),
            one.othersInterval95(),
            one.difference95(),
            one.verdict95()));
  }

  @Test
  void each_step_has_what_is_left_of_the_cases_that_started_beside_the_others() {
    assertThat(steps(standard, "HILL"))
        .isEqualTo(
            """
            programme 0 Cases at the start SHOWN 10 10 10 1.000000 - 126 126 1.000000 - - not compared
            programme 1 Planned SHOWN 10 10 3 0.300000 0.107791 0.603222 126 81 0.642857 0.556105 0.721156 -0.550402 -0.027469 lower
            programme 2 Taught SHOWN 10 3 3 0.300000 0.107791 0.603222 126 71 0.563492 0.476287 0.646941 -0.473034 0.052021 similar
            programme 3 Safe SHOWN 10 3 3 0.300000 0.107791 0.603222 126 70 0.555556 0.468426 0.639398 -0.465255 0.059936 similar
            county:Kent 0 Cases at the start SHOWN 10 10 10 1.000000 - 22 22 1.000000 - - not compared
            county:Kent 1 Planned SHOWN 10 10 3 0.300000 0.107791 0.603222 22 17 0.772727 0.565600 0.898770 - not compared
            county:Kent 2 Taught SHOWN 10 3 3 0.300000 0.107791 0.603222 22 15 0.681818 0.473186 0.836394 - not compared
            county:Kent 3 Safe SHOWN 10 3 3 0.300000 0.107791 0.603222 22 15 0.681818 0.473186 0.836394 - not compared
            near 0 Cases at the start SHOWN 10 10 10 1.000000 - 32 32 1.000000 - - not compared
            near 1 Planned SHOWN 10 10 3 0.300000 0.107791 0.603222 32 23 0.718750 0.546255 0.844354 -0.648360 -0.069898 lower
            near 2 Taught SHOWN 10 3 3 0.300000 0.107791 0.603222 32 21 0.656250 0.483111 0.795896 -0.593832 0.000000 similar
            near 3 Safe SHOWN 10 3 3 0.300000 0.107791 0.603222 32 21 0.656250 0.483111 0.795896 -0.593832 0.000000 similar
            """);
  }

  @Test
  void on_few_cases_nothing_is_compared() {
    assertThat(steps(standard, "S09"))
        .isEqualTo(
            """
            programme 0 Cases at the start SHOWN 2 2 2 1.000000 - 134 134 1.000000 - - not compared
            programme 1 Planned SHOWN 2 2 1 0.500000 0.094531 0.905469 134 83 0.619403 0.534953 0.697198 - not compared
            programme 2 Taught SHOWN 2 1 1 0.500000 0.094531 0.905469 134 73 0.544776 0.460385 0.626672 - not compared
            programme 3 Safe SHOWN 2 1 1 0.500000 0.094531 0.905469 134 72 0.537313 0.453030 0.619517 - not compared
            near 0 Cases at the start SHOWN 2 2 2 1.000000 - 42 42 1.000000 - - not compared
            near 1 Planned SHOWN 2 2 1 0.500000 0.094531 0.905469 42 26 0.619048 0.468140 0.750003 - not compared
            near 2 Taught SHOWN 2 1 1 0.500000 0.094531 0.905469 42 24 0.571429 0.422062 0.708823 - not compared
            near 3 Safe SHOWN 2 1 1 0.500000 0.094531 0.905469 42 24 0.571429 0.422062 0.708823 - not compared
            """);
  }

  @Test
  void where_no_case_started_there_is_no_share() {
    Results early =
        SchoolProgramme.results(
            "HILL 1/2 3/4 1/2 3/4 1/2 3/4 1/2 3/4", "DALE 0/0 3/4 0/0 3/4 0/0 3/4 0/0 3/4");
    assertThat(steps(early, "DALE"))
        .isEqualTo(
            """
            programme 0 Cases at the start NOT_APPLICABLE 0 0 0 - - 2 2 1.000000 - - not compared
            programme 1 Planned NOT_APPLICABLE 0 0 0 - - 2 1 0.500000 0.094531 0.905469 - not compared
            programme 2 Taught NOT_APPLICABLE 0 0 0 - - 2 1 0.500000 0.094531 0.905469 - not compared
            programme 3 Safe NOT_APPLICABLE 0 0 0 - - 2 1 0.500000 0.094531 0.905469 - not compared
            county:Kent 0 Cases at the start NOT_APPLICABLE 0 0 0 - - 2 2 1.000000 - - not compared
            county:Kent 1 Planned NOT_APPLICABLE 0 0 0 - - 2 1 0.500000 0.094531 0.905469 - not compared
            county:Kent 2 Taught NOT_APPLICABLE 0 0 0 - - 2 1 0.500000 0.094531 0.905469 - not compared
            county:Kent 3 Safe NOT_APPLICABLE 0 0 0 - - 2 1 0.500000 0.094531 0.905469 - not compared
            """);
  }
}
