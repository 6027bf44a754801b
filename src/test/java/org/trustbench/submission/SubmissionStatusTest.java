package org.trustbench.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trustbench.PipelineException;

class SubmissionStatusTest {
  @Test
  void every_status_is_read_back_from_its_word() {
    assertThat(Arrays.stream(SubmissionStatus.values()).map(SubmissionStatus::label))
        .containsExactly("accepted", "refused", "unrouted", "held", "replaced", "withdrawn");
    assertThat(Arrays.stream(SubmissionStatus.values()).map(SubmissionStatus::label))
        .map(SubmissionStatus::of)
        .containsExactly(SubmissionStatus.values());
  }

  @Test
  void another_word_is_refused_and_named() {
    assertThatThrownBy(() -> SubmissionStatus.of("Accepted"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("the status Accepted");
  }
}
