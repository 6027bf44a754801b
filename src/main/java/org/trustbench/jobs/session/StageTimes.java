package org.trustbench.jobs.session;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How long the stages of a job took. */
public final class StageTimes {
  /** The stages that are told, in the order of a run. */
  private enum Stage {
    INGEST(Session.INGEST, "reading"),
    SCORE("score", "scoring"),
    BENCHMARK("benchmark", "comparing"),
    DISCLOSURE("disclosure", "withholding"),
    PUBLISH("publish", "writing");

    private final String id;
    private final String words;

    Stage(String id, String words) {
      this.id = id;
      this.words = words;
    }
  }

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
    milliseconds.put(what + " after start", sinceStart());
  }

  /** Milliseconds since the process was started. */
  static long sinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  /**
   * How long each stage took, in the words of a reader: nothing where no stage was done.
   *
   * @param whole milliseconds of the whole job
   */
  Optional<String> sentence(long whole) {
    List<String> parts = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Long took = milliseconds.get(stage.id);
      if (took != null) {
        parts.add("%s %s".formatted(stage.words, seconds(took - within(stage))));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("took %s: %s".formatted(seconds(whole), String.join(", ", parts)));
  }

  /** What a release withholds is worked out while it is published. */
  private long within(Stage stage) {
    return stage == Stage.PUBLISH ? milliseconds.getOrDefault(Stage.DISCLOSURE.id, 0L) : 0;
  }

  private static String seconds(long milliseconds) {
    return milliseconds < 60_000
        ? String.format(Locale.ROOT, "%.1f s", milliseconds / 1e3)
        : "%d min %d s".formatted(milliseconds / 60_000, milliseconds / 1_000 % 60);
  }

  String running() {
    return running;
  }
}
