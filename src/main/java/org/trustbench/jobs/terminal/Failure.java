package org.trustbench.jobs.terminal;

import org.trustbench.PipelineException;
import org.trustbench.lake.file.LostFileException;
import org.trustbench.message.FailureCause;
import org.trustbench.message.PrintableText;

/** Why a job ended, in the one line that is printed of it. */
public final class Failure {
  private Failure() {}

  public static String line(Throwable failure) {
    return PrintableText.words(words(failure));
  }

  private static String words(Throwable failure) {
    if (find(failure, OutOfMemoryError.class) != null) {
      return "%d MB of memory are not enough: give more, by TRUSTBENCH_JAVA_OPTS=-Xmx4g to jobs/run, by --driver-memory 4g to jobs/submit"
          .formatted(Runtime.getRuntime().maxMemory() >> 20);
    }
    LostFileException lost = find(failure, LostFileException.class);
    if (lost != null) {
      return lost.getMessage();
    }
    PipelineException known = find(failure, PipelineException.class);
    if (known != null) {
      return known.getMessage();
    }
    return FailureCause.isOutside(failure)
        ? "failed: %s (--debug says where in the program)".formatted(FailureCause.of(failure))
        : "the program made a mistake: %s; do it again with --debug and report what that prints"
            .formatted(FailureCause.of(failure));
  }

  /** Whether somebody has put it into words already. */
  public static boolean isTold(Throwable failure) {
    return find(failure, PipelineException.class) != null
        || find(failure, LostFileException.class) != null;
  }

  /** What a task or a thread had to say comes wrapped in others. */
  public static <T extends Throwable> T find(Throwable failure, Class<T> kind) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (kind.isInstance(one)) {
        return kind.cast(one);
      }
    }
    return null;
  }
}
