package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.Place;

/** Removes what interrupted runs have left beside the releases. */
public final class UnfinishedReleases {
  private UnfinishedReleases() {}

  /**
   * Removes what was begun before a moment and never put in its place: folders of releases, and
   * files that were to name the latest. On storage that is what has no manifest.
   *
   * @param output the folder that holds those of all audiences
   * @return how many there were
   */
  public static int remove(Path output, Instant before) {
    int removed = 0;
    for (AudienceFolder place : AudienceFolder.all(output)) {
      if (Place.isLocal(output)) {
        removed += remove(place.releases(), "\\.[0-9a-f]{16}-[0-9]+", before);
        removed += remove(place.path(), "\\.latest(\\.json)?-[0-9]+", before);
      } else {
        removed += remove(place.releases(), "[0-9a-f]{16}", before);
      }
    }
    return removed;
  }

  private static int remove(Path folder, String names, Instant before) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> unfinished =
          entries
              .filter(entry -> entry.getFileName().toString().matches(names))
              .filter(
                  entry -> Place.isLocal(entry) || !Files.exists(entry.resolve(Release.MANIFEST)))
              .filter(entry -> isOlder(entry, before))
              .toList();
      for (Path entry : unfinished) {
        Release.delete(entry);
      }
      return unfinished.size();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be cleared: %s".formatted(folder, FailureCause.of(e)), e);
    }
  }

  private static boolean isOlder(Path folder, Instant before) {
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(before);
    } catch (IOException e) {
      return false;
    }
  }
}
