package org.trustbench.lake.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.message.FailureCause;

/**
 * The lock on an embedded lake that every job shares while it has the lake open, so that what would
 * clear away the files of one that is not finished can be sure that there is none. The system lets
 * go of it however a process ends.
 */
public final class LakeLock implements AutoCloseable {
  private static final String NAME = "lake.lock";

  /** A process holds its lock once, however often it has the lake open. */
  private static final Map<Path, Held> HELD = new HashMap<>();

  private final Path file;
  private boolean isClosed;

  private static final class Held {
    final FileChannel channel;
    FileLock lock;
    int times;

    Held(FileChannel channel) {
      this.channel = channel;
    }
  }

  private LakeLock(Path file) {
    this.file = file;
  }

  /**
   * Takes a share of the lock; waits while another process holds it exclusively.
   *
   * @param folder of an embedded lake; null for a catalog of one's own, which has no lock
   */
  public static LakeLock shared(Path folder) {
    if (folder == null) {
      return new LakeLock(null);
    }
    synchronized (HELD) {
      Path file = folder.resolve(NAME);
      Held held = HELD.get(file);
      try {
        if (held == null) {
          held =
              new Held(
                  FileChannel.open(
                      file,
                      Set.of(
                          StandardOpenOption.CREATE,
                          StandardOpenOption.READ,
                          StandardOpenOption.WRITE),
                      PosixPermissions.file()));
          held.lock = held.channel.lock(0, Long.MAX_VALUE, true);
          HELD.put(file, held);
        }
      } catch (IOException e) {
        throw PipelineException.failed(
            "the lake's lock %s cannot be taken: %s".formatted(file, FailureCause.of(e)), e);
      }
      held.times++;
      return new LakeLock(file);
    }
  }

  /**
   * Does what must not be done while another job has the lake open.
   *
   * @throws PipelineException if another job has
   */
  public void alone(String what, Runnable work) {
    if (file == null) {
      work.run();
      return;
    }
    synchronized (HELD) {
      Held held = HELD.get(file);
      try {
        held.lock.release();
        FileLock alone = held.times == 1 ? held.channel.tryLock() : null;
        if (alone == null) {
          throw PipelineException.failed(
              "another job is at the lake %s now, and %s would clear away what it writes: do it when that job has ended"
                  .formatted(file.getParent(), what));
        }
        try {
          work.run();
        } finally {
          alone.release();
        }
      } catch (IOException e) {
        throw PipelineException.failed(
            "the lake's lock %s cannot be taken: %s".formatted(file, FailureCause.of(e)), e);
      } finally {
        share(held);
      }
    }
  }

  private void share(Held held) {
    try {
      held.lock = held.channel.lock(0, Long.MAX_VALUE, true);
    } catch (IOException e) {
      throw PipelineException.failed(
          "the lake's lock %s cannot be taken: %s".formatted(file, FailureCause.of(e)), e);
    }
  }

  @Override
  public void close() {
    if (file == null || isClosed) {
      return;
    }
    isClosed = true;
    synchronized (HELD) {
      Held held = HELD.get(file);
      held.times--;
      if (held.times == 0) {
        HELD.remove(file);
        try {
          held.channel.close();
        } catch (IOException e) {
          throw PipelineException.failed(
              "the lake's lock %s did not close: %s".formatted(file, FailureCause.of(e)), e);
        }
      }
    }
  }
}
