package org.trustbench.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.PipelineException;

/** What is said of an exception to somebody who did not write the program. */
class FailureCauseTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new UncheckedIOException(new IOException("No space left on device")),
            "the disk is full: free some space, then do it again"),
        Arguments.of(
            new FileSystemException("/lake/x", null, "Read-only file system"),
            "/lake/x: it is read-only here: do it where you may write"),
        Arguments.of(
            new RuntimeException("outer", new AccessDeniedException("/lake/x")),
            "this user may not read or write /lake/x: grant it, or name another place"),
        Arguments.of(
            new CompletionException(new NoSuchFileException("/lake/x")), "/lake/x does not exist"),
        Arguments.of(
            new UnknownHostException("box: Name or service not known"),
            "the host box is not known here: correct its name, or add it to /etc/hosts"),
        Arguments.of(
            new RuntimeException("Job aborted\n\tat a.B.c(B.java)\n"),
            "RuntimeException: Job aborted"),
        Arguments.of(
            new IllegalArgumentException(
                "[INVALID_CONF_VALUE.TYPE_MISMATCH] The value 'many' in the config \"a.b\" is invalid."),
            "a setting of Spark is wrong: The value 'many' in the config \"a.b\" is invalid."),
        Arguments.of(new IOException("two\nlines"), "two"),
        Arguments.of(new IOException("a\u001b[31mred"), "a [31mred"),
        Arguments.of(new NullPointerException(), "NullPointerException"),
        Arguments.of(
            new IllegalStateException("wrapped", PipelineException.failed("what to do")),
            "what to do"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_failure_is_told_by_what_lies_under_it(Throwable failure, String words) {
    assertThat(FailureCause.of(failure)).isEqualTo(words);
  }
}
