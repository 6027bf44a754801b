package org.trustbench.jobs.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.trustbench.message.FailureCause;

/**
 * Standard output, which remembers that it could not be written. Java itself passes that over, and
 * a table that a full disk has cut short would pass for a whole one.
 */
public final class PrintedOutput extends OutputStream {
  private final OutputStream out;
  private final PrintStream stream;
  private IOException failure;

  public PrintedOutput(OutputStream out) {
    this.out = out;
    this.stream =
        new PrintStream(new BufferedOutputStream(this, 8192), true, StandardCharsets.UTF_8);
  }

  /** Where to print, in UTF-8. */
  public PrintStream stream() {
    return stream;
  }

  /**
   * Why what was printed is not all there; empty where it is, or where its reader, such as {@code
   * head}, had enough of it.
   */
  public Optional<String> lost() {
    stream.flush();
    return failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe")
        ? Optional.empty()
        : Optional.of(FailureCause.of(failure));
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
