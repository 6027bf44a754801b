package org.trustbench.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long the stages of a job took, as a terminal tells it. */
class StageTimesTest {
  private final StageTimes times = new StageTimes();

  private void took(String stage) {
    assertThat(times.timed(stage, () -> stage)).isEqualTo(stage);
  }

  @Test
  void stages_are_told_in_the_order_of_a_run_in_a_reader_s_words() {
    took("publish");
    took("benchmark");
    took("ingest");
    took("score");
    assertThat(times.sentence(4_060))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .matches(
                        "took 4\\.1 s: reading \\d+\\.\\d s, scoring \\d+\\.\\d s, comparing \\d+\\.\\d s, writing \\d+\\.\\d s"));
  }

  @Test
  void minutes_are_told_as_such() {
    took("score");
    assertThat(times.sentence(185_900))
        .hasValueSatisfying(line -> assertThat(line).startsWith("took 3 min 5 s: scoring "));
  }

  @Test
  void what_is_withheld_is_worked_out_within_publishing_and_told_apart() {
    times.timed(
        "publish",
        () ->
            times.timed(
                "disclosure",
                () -> {
                  long until = System.nanoTime() + 250_000_000L;
                  while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                  }
                  return "";
                }));
    assertThat(times.sentence(300))
        .hasValueSatisfying(
            line ->
                assertThat(line).matches("took 0\\.3 s: withholding 0\\.[23] s, writing 0\\.0 s"));
  }

  @Test
  void a_job_without_stages_tells_nothing() {
    assertThat(times.sentence(1_000)).isEmpty();
  }
}
