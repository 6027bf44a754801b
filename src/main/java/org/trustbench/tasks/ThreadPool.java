package org.trustbench.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks in parallel on a fixed thread pool of this process. */
public final class ThreadPool {
  private ThreadPool() {}

  /** One for each processor. */
  public static int all() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Does a task for each item; they are begun in their order.
   *
   * @param threads how many at once
   * @return what the tasks returned, in the order of the items
   */
  public static <T, R> List<R> each(int threads, List<T> items, TaskRunner.Task<T, R> task) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<R> done = new ArrayList<>(items.size());
      for (Future<R> one :
          pool.invokeAll(items.stream().map(item -> (Callable<R>) () -> task.of(item)).toList())) {
        done.add(one.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("waiting for tasks was interrupted");
    } finally {
      pool.shutdown();
    }
  }

  private static RuntimeException unchecked(Throwable fault) {
    if (fault instanceof IOException failed) {
      return new UncheckedIOException(failed);
    }
    if (fault instanceof Error error) {
      throw error;
    }
    return (RuntimeException) fault;
  }
}
