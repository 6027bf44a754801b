package org.trustbench.tasks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.tasks.TaskRunner.Part;
import org.trustbench.tasks.TaskRunner.Shuffle;
import org.trustbench.tasks.TaskRunner.Split;
import org.trustbench.tasks.TaskRunner.Task;

/** A shuffle held in memory: parts of the same bucket are brought together within this process. */
public final class LocalShuffle<S> implements Shuffle<S> {
  private final int threads;
  private final List<S> came = new ArrayList<>();
  private final Map<Integer, List<Serializable>> buckets = new TreeMap<>();

  private LocalShuffle(int threads) {
    this.threads = threads;
  }

  /**
   * Does a task for each item.
   *
   * @param threads how many at once
   */
  public static <T, S> Shuffle<S> of(int threads, List<T> items, Task<T, Split<S>> task) {
    LocalShuffle<S> shuffle = new LocalShuffle<>(threads);
    for (Split<S> split : ThreadPool.each(threads, items, task)) {
      shuffle.came.add(split.came());
      for (Part part : split.parts()) {
        shuffle
            .buckets
            .computeIfAbsent(part.bucket(), bucket -> new ArrayList<>())
            .add(part.content());
      }
    }
    return shuffle;
  }

  @Override
  public List<S> came() {
    return came;
  }

  @Override
  public int joins() {
    return buckets.size();
  }

  @Override
  public <R> List<R> join(Task<List<Serializable>, R> task) {
    return ThreadPool.each(threads, List.copyOf(buckets.values()), task);
  }

  @Override
  public void close() {
    buckets.clear();
  }
}
