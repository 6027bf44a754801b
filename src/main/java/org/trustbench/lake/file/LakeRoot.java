package org.trustbench.lake.file;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trustbench.PipelineException;

/**
 * The folder of an embedded lake, and the names of places in it, which hold wherever the folder is
 * copied or moved to: {@code lake:/warehouse/…}.
 *
 * @param folder absolute; null for files that belong to no such folder, whose names are {@code
 *     file:} URIs or plain paths
 */
public record LakeRoot(String folder) implements Serializable {
  public static final String SCHEME = "lake:/";

  /** Where a file is that is read. */
  Path path(String location) {
    if (folder == null) {
      return plain(location);
    }
    Path root = Path.of(folder);
    boolean isOfLake = location.startsWith(SCHEME);
    Path path =
        (isOfLake ? root.resolve(location.substring(SCHEME.length())) : plain(location))
            .normalize();
    if (!path.startsWith(root)) {
      throw isOfLake
          ? outside(path)
          : PipelineException.failed(
              "the lake in %s names places elsewhere (%s), as lakes did that were made by an earlier version, which cannot be copied or moved: put it back where it was, or ingest what was sent into a new lake by --lake"
                  .formatted(folder, location));
    }
    return path;
  }

  /** Where a file is that is written or deleted: never outside the folder, by no link either. */
  Path changed(String location) {
    Path path = path(location);
    if (folder != null) {
      checkInside(path);
    }
    return path;
  }

  /** What a file in the folder is called. */
  String location(Path file) {
    return folder == null
        ? file.toUri().toString()
        : SCHEME + Path.of(folder).relativize(file).toString().replace('\\', '/');
  }

  /** Refuses what is reached by a link that leads out of the folder. */
  public void checkInside(Path path) {
    Path there = path;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    try {
      if (!there.toRealPath().startsWith(Path.of(folder).toRealPath())) {
        throw outside(path);
      }
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be looked at: %s".formatted(there, e), e);
    }
  }

  private PipelineException outside(Path path) {
    return PipelineException.failed(
        "%s leads out of the lake in %s, where nothing is ever written or deleted: a lake is one folder; put what the link leads to in its place, or make the whole folder a link"
            .formatted(path, folder));
  }

  private static Path plain(String location) {
    return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
  }
}
