package org.trustbench.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trustbench.disclosure.Audience;

/**
 * The folder of everything that is for one audience: its releases, and which of them is the latest.
 * What is for the other lies beside it, never within, so that either can be given away whole.
 *
 * @param output the folder that holds those of all audiences
 */
public record AudienceFolder(Path output, Audience audience) {
  private static final String RELEASES = "releases";
  private static final String LATEST = "latest.json";

  /** The folder of the inspectorate itself, where all lies that is not a release. */
  public static AudienceFolder internal(Path output) {
    return new AudienceFolder(output, Audience.INTERNAL);
  }

  /** Those of all audiences. */
  public static List<AudienceFolder> all(Path output) {
    return Arrays.stream(Audience.values()).map(one -> new AudienceFolder(output, one)).toList();
  }

  /** The one that holds a release; empty if none does. */
  public static Optional<AudienceFolder> holding(Path output, String id) {
    return all(output).stream().filter(one -> one.holds(id)).findFirst();
  }

  public Path path() {
    return output.resolve(audience.id());
  }

  /** Where its releases lie, each in a folder of its own. */
  public Path releases() {
    return path().resolve(RELEASES);
  }

  /** Where a release of this id lies, or would lie. */
  public Path release(String id) {
    return releases().resolve(id);
  }

  /** The file that names the latest release. */
  public Path latest() {
    return path().resolve(LATEST);
  }

  /** Whether a release of this id has been published there. */
  public boolean holds(String id) {
    return Files.exists(release(id).resolve(Release.MANIFEST));
  }

  /** A folder beside its releases, of what is told of them. */
  Path beside(String name) {
    return path().resolve(name);
  }

  /** Where releases lay before each audience had a folder. */
  static Path earlierReleases(Path output) {
    return output.resolve(RELEASES);
  }

  /** The file that named the latest of them. */
  static Path earlierLatest(Path output) {
    return output.resolve(LATEST);
  }
}
