package org.trustbench;

/**
 * Something the operator must mend. The message is one line that names the file, the place and the
 * fix; {@link Reason} decides the exit code.
 */
public final class PipelineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the pipeline stopped. */
  public enum Reason {
    /** The command, its settings, the framework or a layout is wrong: nothing was attempted. */
    USAGE,
    /** The work itself could not be done. */
    FAILED
  }

  private final Reason reason;

  private PipelineException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public static PipelineException usage(String message) {
    return new PipelineException(Reason.USAGE, message, null);
  }

  public static PipelineException usage(String message, Throwable cause) {
    return new PipelineException(Reason.USAGE, message, cause);
  }

  public static PipelineException failed(String message) {
    return new PipelineException(Reason.FAILED, message, null);
  }

  public static PipelineException failed(String message, Throwable cause) {
    return new PipelineException(Reason.FAILED, message, cause);
  }

  public Reason reason() {
    return reason;
  }
}
