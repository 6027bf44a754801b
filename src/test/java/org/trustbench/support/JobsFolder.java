package org.trustbench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What starts a job, copied to where a test may change it. */
public final class JobsFolder {
  private JobsFolder() {}

  /** Copies every file right in {@code jobs} that is no guide: scripts and what they read. */
  public static void copyTo(Path jobs) throws IOException {
    Files.createDirectories(jobs);
    List<Path> files;
    try (Stream<Path> there = Files.list(Launched.root().resolve("jobs"))) {
      files =
          there
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().endsWith(".md"))
              .toList();
    }
    for (Path file : files) {
      Files.copy(file, jobs.resolve(file.getFileName()));
    }
  }
}
