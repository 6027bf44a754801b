package org.trustbench;

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

/** Threads of this process, one for each of its processors, which take items in their order. */
public final class ThreadWorkers implements Workers {
  @Override
  public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
    return each(items, task);
  }

  /** Does a task for each item and gives what they returned, in the order of the items. */
  public static <T, R> List<R> each(List<T> items, Task<T, R> task) {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
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
