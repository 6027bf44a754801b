package org.trustbench.tasks;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/**
 * A prefetching iterator: another thread makes the next elements, a few at most, before they are
 * asked for. Order is kept, and an exception is thrown at the element that it belongs to.
 *
 * @param <T> what is made
 * @param <X> what may go wrong
 */
public final class Prefetcher<T, X extends Exception> implements AutoCloseable {
  private static final int MOST_WAITING = 4;

  /** Where things come from; only the other thread asks it. */
  public interface Source<T, X extends Exception> {
    /** Makes the next thing; null at the end. */
    T next() throws X;
  }

  /** A thing, or what went wrong with it; neither at the end. */
  private record Made<T>(T thing, Throwable fault) {}

  private final Source<T, X> source;
  private final BlockingQueue<Made<T>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private Made<T> end;

  /** Begins to make things, in a thread of this name. */
  public Prefetcher(String name, Source<T, X> source) {
    this.source = source;
    thread = new Thread(this::makeAll, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void makeAll() {
    try {
      Made<T> made;
      do {
        made = make();
        waiting.put(made);
      } while (made.thing != null);
    } catch (InterruptedException closed) {
      // Nobody takes any more.
    }
  }

  private Made<T> make() {
    try {
      return new Made<>(source.next(), null);
    } catch (Throwable fault) {
      return new Made<>(null, fault);
    }
  }

  /** Takes the next thing; null at the end. The end, and what went wrong, is lasting. */
  @SuppressWarnings("unchecked")
  public T next() throws X {
    Made<T> made = end == null ? taken() : end;
    if (made.thing == null) {
      end = made;
    }
    if (made.fault instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (made.fault instanceof Error error) {
      throw error;
    }
    if (made.fault != null) {
      throw (X) made.fault;
    }
    return made.thing;
  }

  private Made<T> taken() {
    try {
      return waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("waiting was interrupted");
    }
  }

  /** Lets the other thread go, which may be waiting for somebody to take, and waits for its end. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
