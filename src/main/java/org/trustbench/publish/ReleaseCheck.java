package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.storage.Place;
import org.trustbench.storage.StorageFailure;

/** Checks the files and ids of all releases in a folder against their manifests. */
public final class ReleaseCheck {
  private static final String AGAIN =
      "delete the release's folder and make it again by publish --as-of %s";

  private static final String UNFINISHED =
      "%s holds a part of a release and no manifest.json, which is stored last: a run is storing"
          + " it, or broke off, or somebody has deleted the manifest; no job reads it; publish"
          + " --as-of %s finishes it, and maintain clears it away once it is older than"
          + " --keep-days";

  private final List<String> faults = new ArrayList<>();
  private int releases;
  private int files;
  private int withoutId;

  private ReleaseCheck() {}

  /**
   * What was found.
   *
   * @param withoutId releases that keep to themselves what their id is made from
   */
  public record Found(List<String> faults, int releases, int files, int withoutId) {}

  /** Looks at all releases of the folder that they are published to, for all audiences. */
  public static Found in(Path output) {
    ReleaseCheck check = new ReleaseCheck();
    AudienceFolder.all(output).forEach(check::releases);
    return new Found(List.copyOf(check.faults), check.releases, check.files, check.withoutId);
  }

  private void releases(AudienceFolder place) {
    if (Files.isDirectory(place.releases())) {
      try (Stream<Path> entries = Files.list(place.releases())) {
        entries
            .filter(Files::isDirectory)
            .filter(entry -> entry.getFileName().toString().matches("[0-9a-f]{16}"))
            .sorted()
            .forEach(folder -> release(place, folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void release(AudienceFolder place, Path folder) {
    String id = folder.getFileName().toString();
    if (!Place.isLocal(folder) && !Files.exists(manifest(folder))) {
      faults.add(UNFINISHED.formatted(folder, id));
      return;
    }
    releases++;
    opened(folder, id).ifPresent(release -> release(place, release, id));
  }

  /** Empty, with the fault noted, where its manifest cannot be read. */
  private Optional<ReleaseFolder> opened(Path folder, String id) {
    try {
      return Optional.of(ReleaseFolder.in(folder));
    } catch (PipelineException e) {
      if (StorageFailure.isOutOfReach(e)) {
        throw e;
      }
      faults.add(
          "%s is missing or cannot be read: %s".formatted(manifest(folder), AGAIN.formatted(id)));
      return Optional.empty();
    }
  }

  private void release(AudienceFolder place, ReleaseFolder release, String id) {
    Path folder = release.folder();
    try {
      JsonNode kept = release.manifest().path("files");
      if (!kept.isObject() || kept.isEmpty()) {
        faults.add("%s names no files: %s".formatted(manifest(folder), AGAIN.formatted(id)));
      }
      for (var names = kept.fieldNames(); names.hasNext(); ) {
        files++;
        release.checksums().fault(names.next()).ifPresent(faults::add);
      }
      if (!Files.exists(folder.resolve(ReleaseChecksums.RUN))) {
        faults.add(
            "%s is missing: %s"
                .formatted(folder.resolve(ReleaseChecksums.RUN), AGAIN.formatted(id)));
      }
      if (!release.isFor(place.audience())) {
        faults.add(
            "%s is not a release that is %s, and lies among those: take it away"
                .formatted(folder, place.audience().id()));
      }
      strangers(release);
      id(release, id);
    } catch (IOException | UncheckedIOException e) {
      faults.add("%s cannot be looked at: %s".formatted(folder, e.getMessage()));
    }
  }

  private void strangers(ReleaseFolder release) throws IOException {
    try (Stream<Path> paths = Files.walk(release.folder())) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = release.folder().relativize(path).toString().replace('\\', '/');
        if (!release.isKnown(name)) {
          faults.add("%s is not of the release that it lies in: take it away".formatted(path));
        }
      }
    }
  }

  private void id(ReleaseFolder release, String id) {
    Optional<String> made = release.idOfInputs();
    if (made.isEmpty() && release.isPublic()) {
      withoutId++;
    }
    boolean isSame =
        release.id().equals(id) && (release.isPublic() || made.filter(id::equals).isPresent());
    if (!isSame) {
      faults.add(
          "%s is not what release %s was made from: %s"
              .formatted(manifest(release.folder()), id, AGAIN.formatted(id)));
    } else {
      release.checksums().manifestFault().ifPresent(faults::add);
    }
  }

  private static Path manifest(Path folder) {
    return folder.resolve("manifest.json");
  }
}
