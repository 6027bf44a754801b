package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.trustbench.PipelineException;

/** What runs that broke off have left beside the releases. */
public final class UnfinishedReleases {
  private UnfinishedReleases() {}

  /**
   * Removes folders of releases that were begun before a moment and never put in their place.
   *
   * @param output the folder that holds {@code releases/}
   * @return how many there were
   */
  public static int remove(Path output, Instant before) {
    Path releases = output.resolve("releases");
    if (!Files.isDirectory(releases)) {
      return 0;
    }
    try (Stream<Path> folders = Files.list(releases)) {
      List<Path> unfinished =
          folders.filter(UnfinishedReleases::isAside).filter(f -> isOlder(f, before)).toList();
      for (Path folder : unfinished) {
        Release.delete(folder);
      }
      return unfinished.size();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be cleared: %s".formatted(releases, e.getMessage()), e);
    }
  }

  private static boolean isAside(Path folder) {
    return folder.getFileName().toString().matches("\\.[0-9a-f]{16}-[0-9]+");
  }

  private static boolean isOlder(Path folder, Instant before) {
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(before);
    } catch (IOException e) {
      return false;
    }
  }
}
