package org.trustbench.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How far tasks have come is said once they take long, and the line is taken away again. */
class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong(50);
  private final AtomicInteger done = new AtomicInteger();
  private final Progress progress =
      new Progress(
          new PrintStream(bytes, true, StandardCharsets.UTF_8),
          clock::get,
          40,
          1_240_000_000L,
          done::get);

  private String shown() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text.replace("\r\u001B[K", "|");
  }

  @Test
  void nothing_is_said_of_what_takes_a_moment() {
    clock.set(3_000);
    progress.show();
    progress.close();

    assertThat(shown()).isEmpty();
  }

  @Test
  void the_time_left_goes_by_the_tasks_that_are_done() {
    clock.set(10_050);
    progress.show();
    assertThat(shown()).isEqualTo("|0 of 40 tasks done, 0 % of 1.2 GB");

    done.set(10);
    clock.set(30_050);
    progress.show();
    assertThat(shown()).isEqualTo("|10 of 40 tasks done, 25 % of 1.2 GB, about 1:30 left");

    progress.close();
    assertThat(shown()).isEqualTo("|");
  }
}
