package org.trustbench.lake.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.trustbench.PipelineException;

/** Whether Hadoop runs on the Java there is. */
class HadoopUserTest {

  @Test
  void it_runs_on_the_java_of_these_tests() {
    assertThatCode(HadoopUser::ensureRuns).doesNotThrowAnyException();
  }

  @Test
  void a_java_that_keeps_it_from_running_is_named_with_what_to_do() {
    assertThatThrownBy(
            () ->
                HadoopUser.ensureRuns(
                    () -> {
                      throw new UnsupportedOperationException("getSubject is not supported");
                    }))
        .isInstanceOf(PipelineException.class)
        .hasMessageMatching("Hadoop \\d.* does not run on Java \\d+: name Java 17 or 21 .*");
  }
}
