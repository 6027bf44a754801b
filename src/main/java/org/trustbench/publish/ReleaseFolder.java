package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.diff.PublishedTable;
import org.trustbench.disclosure.Audience;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.storage.Place;
import org.trustbench.terms.Terms;

/**
 * Reads a published release from its folder, by its manifest.
 *
 * @param fetched where its files are on this machine, once they have been verified
 */
public record ReleaseFolder(Path folder, JsonNode manifest, FetchedFiles fetched) {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String ID = "[0-9a-f]{16}";

  /**
   * Opens a release for an audience.
   *
   * @param place the folder of that audience
   * @param release an id, a folder, or null for the latest
   * @throws PipelineException if it is not there, or is for another audience
   */
  public static ReleaseFolder open(AudienceFolder place, String release) {
    if (release == null) {
      return latest(place).requireFor(place.audience());
    }
    return (release.matches(ID) ? ofAnyAudience(place.output(), release) : atPath(release))
        .requireFor(place.audience());
  }

  private static ReleaseFolder latest(AudienceFolder place) {
    if (!Files.exists(place.latest())) {
      throw PipelineException.usage(
          "%s is missing, so there is no latest release that is %s: make one by run --audience %s, or name another audience by --audience, a release by --release or a folder by --output"
              .formatted(place.latest(), place.audience().id(), place.audience().id()));
    }
    return opened(place.path().resolve(json(place.latest()).path("release").asText()).normalize());
  }

  /**
   * Opens a release, whomever it is for.
   *
   * @param output the folder that holds those of all audiences
   */
  public static ReleaseFolder ofAnyAudience(Path output, String id) {
    if (!id.matches(ID)) {
      throw PipelineException.usage(
          "%s is not the id of a release, which is sixteen digits of 0 to 9 and a to f: the name of its folder"
              .formatted(id));
    }
    return AudienceFolder.holding(output, id)
        .map(place -> opened(place.release(id)).requireFor(place.audience()))
        .orElseThrow(
            () ->
                PipelineException.usage(
                    "release %s is in neither %s: publish --as-of %s makes it again"
                        .formatted(
                            id,
                            AudienceFolder.all(output).stream()
                                .map(place -> place.releases().toString())
                                .collect(Collectors.joining(" nor ")),
                            id)));
  }

  /** A release that somebody names by its folder. */
  private static ReleaseFolder atPath(String folder) {
    return opened(Place.of(folder));
  }

  private ReleaseFolder requireFor(Audience asked) {
    if (!isFor(asked)) {
      throw PipelineException.usage(
          "%s is a release that is %s: --audience %s asks for others, so give the audience that it is for"
              .formatted(folder, audience().replaceFirst(":.*", ""), asked.id()));
    }
    return this;
  }

  /** Whether it was made for an audience. */
  boolean isFor(Audience asked) {
    return audience().startsWith(asked.id() + ":");
  }

  /** A release whose manifest is as it was published, as far as that can be told. */
  private static ReleaseFolder opened(Path folder) {
    ReleaseFolder release = in(folder);
    boolean isMade = release.idOfInputs().map(release.id()::equals).orElse(true);
    Optional<String> fault =
        isMade
            ? release.checksums().manifestFault()
            : Optional.of(
                "%s is not what release %s was made from: delete the release's folder and make it again by publish --as-of %s"
                    .formatted(folder.resolve(Release.MANIFEST), release.id(), release.id()));
    fault.ifPresent(
        wrong -> {
          throw PipelineException.failed(wrong);
        });
    return release;
  }

  static ReleaseFolder in(Path folder) {
    return new ReleaseFolder(
        folder, json(folder.resolve("manifest.json")), new FetchedFiles(folder));
  }

  /**
   * Makes sure that a file is as it was published.
   *
   * @param name its path within the release
   * @return where it is on this machine
   * @throws PipelineException if it is not
   */
  public Path verified(String name) {
    return checksums().verified(name, fetched);
  }

  ReleaseChecksums checksums() {
    return new ReleaseChecksums(folder, manifest);
  }

  /** Whether a file belongs to it. */
  boolean isKnown(String name) {
    return manifest.path("files").has(name)
        || name.equals(Release.MANIFEST)
        || name.equals(ReleaseChecksums.RUN);
  }

  /** The id that its inputs make; empty where it keeps them to itself. */
  Optional<String> idOfInputs() {
    return isPublic() ? Optional.empty() : Optional.of(Release.idOf(manifest));
  }

  boolean isPublic() {
    return !manifest.path("submissions").isObject();
  }

  public String id() {
    return manifest.path("release").asText();
  }

  /** Whom it is for. */
  public String audience() {
    return manifest.path("audience").asText();
  }

  /** The framework as used, on this machine. */
  public Path framework() {
    manifest
        .path("files")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.startsWith("framework/")) {
                verified(name);
              }
            });
    return fetched.folder().resolve("framework");
  }

  /** What its programme calls its institutions and cases. */
  public Terms terms() {
    return FrameworkReader.terms(json(verified("framework/framework.json")));
  }

  /** What it says of its tables. */
  public JsonNode dataPackage() {
    return json(verified("datapackage.json"));
  }

  /** The version of the tables that this program publishes. */
  public static int schemaVersion() {
    return StarSchema.SCHEMA_VERSION;
  }

  /** The hash of the submission that an inspection's figures were made from. */
  public Optional<String> submissionHash(String inspectionId) {
    return Optional.ofNullable(manifest.path("submissions").path(inspectionId).textValue());
  }

  /** Its tables that hold figures. */
  public List<PublishedTable> tables() {
    return FigureTables.of(this);
  }

  /** What differs between this release and another besides submissions, in words. */
  public List<String> otherwiseThan(ReleaseFolder other) {
    List<String> differing = new ArrayList<>();
    if (!manifest.path("software").equals(other.manifest.path("software"))) {
      differing.add("another version of the program");
    }
    if (!manifest.path("framework").equals(other.manifest.path("framework"))) {
      differing.add("another framework");
    }
    JsonNode mine = manifest.path("settings");
    JsonNode others = other.manifest.path("settings");
    Set<String> names = new TreeSet<>();
    mine.fieldNames().forEachRemaining(names::add);
    others.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> mine.path(name).equals(others.path(name)));
    names.forEach(name -> differing.add("setting " + name));
    return differing;
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (AccessDeniedException e) {
      throw PipelineException.failed(ReleaseChecksums.unread(file, e), e);
    } catch (IOException e) {
      throw PipelineException.usage(
          "%s cannot be read: --release names a release by its id or its folder, --output the folder of releases"
              .formatted(file),
          e);
    }
  }
}
