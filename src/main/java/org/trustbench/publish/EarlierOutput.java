package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.disclosure.Audience;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.Place;

/**
 * An output folder as earlier versions left it, with releases for all audiences side by side. It is
 * refused until it is sorted.
 */
public final class EarlierOutput {
  /** What earlier versions wrote beside the releases, for the inspectorate alone. */
  private static final List<String> BESIDE = List.of("rejects", "compare", "diff");

  private final Path output;
  private int moved;
  private int ofPublic;

  private EarlierOutput(Path output) {
    this.output = output;
  }

  /**
   * What was sorted.
   *
   * @param releases how many there were
   * @param ofPublic how many of them are for the public
   * @param latest the file that names the latest one; null if none did
   */
  public record Sorted(int releases, int ofPublic, Path latest) {}

  /** Refuses a folder in which releases for different audiences may lie side by side. */
  public static void refuse(Path output) {
    Path releases = AudienceFolder.earlierReleases(output);
    Path latest = AudienceFolder.earlierLatest(output);
    if (!Files.exists(releases) && !Files.exists(latest)) {
      refuseOneForBoth(output);
      return;
    }
    throw PipelineException.usage(
        isOfOneAudience(output)
            ? "--output %s is the folder of one audience: name the one above it".formatted(output)
            : "%s is of an earlier version, which kept releases for the public beside internal ones: sort it into internal and public by maintain --sort-output, or name another folder by --output"
                .formatted(Files.exists(releases) ? releases : latest));
  }

  /** Whether it is called as an audience is, and holds releases for it alone. */
  private static boolean isOfOneAudience(Path output) {
    Path folder = output.toAbsolutePath().normalize();
    return folder.getParent() != null
        && AudienceFolder.all(folder.getParent()).stream()
            .anyMatch(one -> one.path().equals(folder) && holdsNoOther(one));
  }

  private static boolean holdsNoOther(AudienceFolder place) {
    try {
      return !Files.isDirectory(place.releases())
          || entries(place.releases()).stream()
              .filter(EarlierOutput::isWhole)
              .allMatch(release -> ReleaseFolder.in(release).isFor(place.audience()));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isWhole(Path release) {
    return Files.isRegularFile(release.resolve(Release.MANIFEST));
  }

  /** Links may lead both folders to one place. */
  private static void refuseOneForBoth(Path output) {
    List<Path> there =
        AudienceFolder.all(output).stream()
            .map(AudienceFolder::path)
            .filter(Files::exists)
            .toList();
    try {
      if (there.size() == 2 && Files.isSameFile(there.get(0), there.get(1))) {
        throw PipelineException.usage(
            "%s and %s are one folder: releases for the public lie apart from internal ones, so let them be two"
                .formatted(there.get(0), there.get(1)));
      }
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be read: %s".formatted(output, FailureCause.of(e)), e);
    }
  }

  /**
   * Moves each release to its audience's folder, and what lies beside releases to the internal one.
   * What cannot be told to be for the public is internal. It may be broken off and done again.
   */
  public static Sorted sort(Path output) {
    if (!Place.isLocal(output)) {
      throw PipelineException.usage(
          "%s is of no earlier version, which wrote to no such place: leave --sort-output out"
              .formatted(output));
    }
    try {
      return new EarlierOutput(output).sorted();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s is not sorted to the end: %s; do it again".formatted(output, FailureCause.of(e)), e);
    }
  }

  private Sorted sorted() throws IOException {
    Path releases = AudienceFolder.earlierReleases(output);
    if (Files.isDirectory(releases)) {
      for (Path release : entries(releases)) {
        move(release, audience(release).release(release.getFileName().toString()));
      }
      removeIfEmpty(releases);
    }
    for (String name : BESIDE) {
      Path folder = output.resolve(name);
      if (Files.isDirectory(folder)) {
        move(folder, AudienceFolder.internal(output).beside(name));
      }
    }
    return new Sorted(moved, ofPublic, latest());
  }

  /** Whom a release is for, as its manifest says. */
  private AudienceFolder audience(Path release) {
    boolean isWhole = isWhole(release);
    boolean isPublic = isWhole && ReleaseFolder.in(release).isFor(Audience.PUBLIC);
    moved += isWhole ? 1 : 0;
    ofPublic += isPublic ? 1 : 0;
    return new AudienceFolder(output, isPublic ? Audience.PUBLIC : Audience.INTERNAL);
  }

  /** The latest stays so for its audience, unless a later version has named one since. */
  private Path latest() throws IOException {
    Path earlier = AudienceFolder.earlierLatest(output);
    if (!Files.exists(earlier)) {
      return null;
    }
    JsonNode named = ReleaseFolder.json(earlier);
    String id = Path.of(named.path("release").asText()).getFileName().toString();
    AudienceFolder place = AudienceFolder.holding(output, id).orElse(null);
    if (place != null && !Files.exists(place.latest())) {
      Release.name(place, id);
    }
    Files.delete(earlier);
    return place == null ? null : place.latest();
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      throw PipelineException.failed(
          "%s is there already: take it or %s away, and sort again".formatted(to, from));
    }
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      throw PipelineException.failed(
          "%s holds something that is no release: take it away, and sort again".formatted(folder));
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
