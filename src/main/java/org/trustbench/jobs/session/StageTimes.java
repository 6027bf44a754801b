package org.trustbench.jobs.session;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long the stages of a job took. */
public final class StageTimes {
  private final Map<String, Long> milliseconds = new LinkedHashMap<>();

  /** The stage that is being done; null between stages. */
  private volatile String running;

  /** Milliseconds by the name of a stage, in the order in which they were over. */
  public Map<String, Long> milliseconds() {
    return Collections.unmodifiableMap(milliseconds);
  }

  /** Does the work of a stage and keeps how long it took. */
  public <T> T timed(String stage, Supplier<T> work) {
    long start = System.nanoTime();
    running = stage;
    T result = work.get();
    running = null;
    milliseconds.put(stage, (System.nanoTime() - start) / 1_000_000);
    return result;
  }

  /** Keeps how long after the start of the process something was ready. */
  void sinceStart(String what) {
    milliseconds.put(
        what + " after start",
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  String running() {
    return running;
  }
}
