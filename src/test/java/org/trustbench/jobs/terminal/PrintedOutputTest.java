package org.trustbench.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintedOutputTest {
  @Test
  void what_is_printed_is_written_in_utf_8_and_nothing_is_lost() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintedOutput output = new PrintedOutput(written);
    output.stream().println("Durham – 74 %");
    output.stream().print("end");
    assertThat(output.lost()).isEmpty();
    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("Durham – 74 %\nend");
  }

  @Test
  void a_full_disk_is_remembered_with_its_cause() {
    PrintedOutput output = failing("No space left on device");
    output.stream().println("a table");
    assertThat(output.lost()).contains("the disk is full: free some space, then do it again");
  }

  @Test
  void what_is_still_to_be_written_at_the_end_counts_too() {
    PrintedOutput output = failing("No space left on device");
    output.stream().print("no end of a line");
    assertThat(output.lost()).isPresent();
  }

  @Test
  void a_reader_that_has_had_enough_is_no_loss() {
    PrintedOutput output = failing("Broken pipe");
    output.stream().println("a table");
    assertThat(output.lost()).isEmpty();
  }

  private static PrintedOutput failing(String message) {
    return new PrintedOutput(
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException(message);
          }
        });
  }
}
