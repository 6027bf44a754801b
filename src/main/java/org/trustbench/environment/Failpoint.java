package org.trustbench.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Moments at which tests kill the program: between two steps that a crash must not be seen to have
 * come between. A process told to by the system property {@code trustbench.failpoint} ({@code
 * NAME:FILE}) makes the file when it gets there and waits until the file is gone, so that it can be
 * killed there, or overtaken by another. Told nothing, it goes on.
 */
public enum Failpoint {
  LAKE_MADE,
  INSPECTION_STORED,
  CASES_APPENDED,
  JUDGEMENTS_APPENDED,
  REJECTS_APPENDED,
  TALLIES_APPENDED,
  SMALL_TABLE_WRITTEN,
  FILES_COUNTED,
  SUBMISSIONS_COMMITTED,
  FRAMEWORK_KEPT,
  RELEASE_TAGGED,
  RELEASE_WRITTEN,
  RELEASE_MANIFEST_WRITTEN,
  RELEASE_INSTALLED,
  LATEST_WRITTEN,
  DAMAGE_REPLACED,
  COPIES_WRITTEN,
  COPIES_APPENDED,
  UNNAMED_REMOVED,
  PARTITIONS_COMPACTED,
  SNAPSHOTS_EXPIRED,
  FEED_HALF_LOADED,
  FEED_LOADED;

  private static final String TOLD = System.getProperty("trustbench.failpoint", "");
  private static final long MOMENT_NANOS = 5_000_000;

  /** Says that this moment is now. */
  public void reached() {
    if (!TOLD.startsWith(name() + ":")) {
      return;
    }
    Path file = Path.of(TOLD.substring(name().length() + 1));
    try {
      Files.createFile(file);
    } catch (java.nio.file.FileAlreadyExistsException again) {
      // Reached before, by another task: all of them wait for the same.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (Files.exists(file)) {
      LockSupport.parkNanos(MOMENT_NANOS);
    }
  }
}
