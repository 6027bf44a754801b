package org.trustbench;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** Those who do tasks side by side: threads of this process, or processes elsewhere. */
public interface Workers {
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
   * @param bytes how much the tasks read in all, which decides who is worth calling
   * @return what the tasks returned, in the order of the items
   */
  <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task);

  /**
   * Begins to get ready while something else is done, where it is sure that tasks will come.
   *
   * @param bytes how much they read in all, at least
   */
  default void expect(long bytes) {}
}
