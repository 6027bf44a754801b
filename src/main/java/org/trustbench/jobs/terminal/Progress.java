package org.trustbench.jobs.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.trustbench.message.Counted;

/**
 * Says on a terminal how far tasks have come, in one line that is written over, once they have
 * taken a few seconds. It is gone when they are done.
 */
public final class Progress implements AutoCloseable {
  /** Set by the launch scripts where standard error is a terminal. */
  private static final String TERMINAL = "trustbench.terminal";

  private static final long QUIET_MILLISECONDS = 3_000;
  private static final long EVERY_MILLISECONDS = 500;
  private static final String BACK = "\r\u001B[K";

  private final PrintStream out;
  private final LongSupplier milliseconds;
  private final int tasks;
  private final long bytes;
  private final IntSupplier done;
  private final long start;
  private ScheduledExecutorService timer;
  private boolean isShown;

  /**
   * Makes a line that is shown by {@link #show} alone.
   *
   * @param tasks how many there are
   * @param bytes how much they read in all
   * @param done how many of them are done
   */
  Progress(PrintStream out, LongSupplier milliseconds, int tasks, long bytes, IntSupplier done) {
    this.out = out;
    this.milliseconds = milliseconds;
    this.tasks = tasks;
    this.bytes = bytes;
    this.done = done;
    this.start = milliseconds.getAsLong();
  }

  /** Whether standard error is a terminal that somebody may be looking at. */
  public static boolean isWatched() {
    return System.getProperty(TERMINAL) != null;
  }

  /** Shows from time to time how far tasks have come, if there is a terminal. */
  public static Progress onTerminal(int tasks, long bytes, IntSupplier done) {
    Progress progress = new Progress(System.err, System::currentTimeMillis, tasks, bytes, done);
    if (isWatched()) {
      progress.timer =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread thread = new Thread(work, "progress");
                thread.setDaemon(true);
                return thread;
              });
      progress.timer.scheduleAtFixedRate(
          progress::show, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
    return progress;
  }

  /** Writes the line anew. */
  synchronized void show() {
    long passed = milliseconds.getAsLong() - start;
    if (passed < QUIET_MILLISECONDS) {
      return;
    }
    int finished = Math.min(tasks, done.getAsInt());
    String left =
        finished == 0
            ? ""
            : ", about %s left".formatted(minutes(passed * (tasks - finished) / finished / 1_000));
    out.print(
        BACK
            + String.format(
                Locale.ROOT,
                "%d of %s done, %d %% of %s%s",
                finished,
                Counted.of(tasks, "task"),
                100L * finished / Math.max(1, tasks),
                size(bytes),
                left));
    out.flush();
    isShown = true;
  }

  private static String minutes(long seconds) {
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
    if (isShown) {
      out.print(BACK);
      out.flush();
    }
  }
}
