package org.trustbench.support;

import java.util.List;
import org.trustbench.tasks.TaskRunner;

/** Fails where tasks are to be done, or expected. */
public final class NoWorkers implements TaskRunner {
  @Override
  public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
    throw new AssertionError("tasks were to be done");
  }

  @Override
  public <T, S> Shuffle<S> shuffle(List<T> items, long bytes, Task<T, Split<S>> task) {
    throw new AssertionError("tasks were to be done");
  }

  @Override
  public void expect(long bytes) {
    if (bytes > 0) {
      throw new AssertionError("tasks were expected");
    }
  }
}
