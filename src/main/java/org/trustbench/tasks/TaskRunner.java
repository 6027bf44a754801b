package org.trustbench.tasks;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Runs independent tasks in parallel, on threads of this process or on the executors of a cluster.
 */
public interface TaskRunner {
  /**
   * What is done for one item, alone: it shares nothing with other tasks, and may be sent away.
   *
   * @param <T> what the task is given
   * @param <R> what it returns
   */
  interface Task<T, R> extends Serializable {
    /** Does the task for one item. */
    R of(T item) throws IOException;
  }

  /**
   * Does a task for each item, in any order.
   *
   * @param bytes how much the tasks read in all, which decides whether starting a cluster pays
   * @return what the tasks returned, in the order of the items
   */
  <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task);

  /**
   * Something that a task gives to be brought together with what others give of the same bucket.
   *
   * @param bucket a number from 0 on
   * @param content sent away where tasks are done elsewhere
   */
  record Part(int bucket, Serializable content) implements Serializable {}

  /**
   * What a task gives that is followed by others.
   *
   * @param came returned to whoever had it done
   */
  record Split<S>(S came, List<Part> parts) implements Serializable {}

  /** What tasks gave, until it is closed: parts lie where they were made. */
  interface Shuffle<S> extends AutoCloseable {
    /** What came of each item, in their order. */
    List<S> came();

    /** How many tasks {@link #join} has. */
    int joins();

    /**
     * Does a task for each bucket that has parts.
     *
     * @param task given the content of the parts, in the order of the items
     */
    <R> List<R> join(Task<List<Serializable>, R> task);

    @Override
    void close();
  }

  /**
   * Does a task for each item whose parts are then brought together by bucket.
   *
   * @param bytes how much the tasks read in all
   */
  <T, S> Shuffle<S> shuffle(List<T> items, long bytes, Task<T, Split<S>> task);

  /**
   * Begins to get ready while something else is done, where it is sure that tasks will come.
   *
   * @param bytes how much they read in all, at least
   */
  default void expect(long bytes) {}

  /** This thread alone. */
  static TaskRunner here() {
    return new TaskRunner() {
      @Override
      public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
        return ThreadPool.each(1, items, task);
      }

      @Override
      public <T, S> Shuffle<S> shuffle(List<T> items, long bytes, Task<T, Split<S>> task) {
        return LocalShuffle.of(1, items, task);
      }
    };
  }
}
