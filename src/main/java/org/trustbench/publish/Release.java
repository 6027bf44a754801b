package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.FileCoverage;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.Failpoint;
import org.trustbench.framework.Framework;
import org.trustbench.message.FailureCause;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.storage.WholeFile;

/**
 * Writes a release: built aside, then put in its place and never changed afterwards. The id of an
 * internal one is a hash of all it was made from, so the same inputs make the same release; that of
 * a public one is a hash of what it says, since whoever knew nearly all of a submission could try
 * the rest against a hash that is made of it.
 */
public final class Release {
  static final String MANIFEST = "manifest.json";

  private Release() {}

  /**
   * What a release is made from, besides its content.
   *
   * @param submissions hash of every accepted submission, by inspection
   * @param revisions hashes of the submissions an inspection has had, by inspection, where it has
   *     had more than one
   * @param settings those that decide figures, without paths
   */
  public record Inputs(
      String software,
      Map<String, String> submissions,
      Map<String, String> revisions,
      Map<String, Object> settings) {}

  /** Takes the files of a report, texts and others. */
  public interface ReportFiles extends ReportPage.Files {
    /** Takes a file that is no text. */
    void take(String path, byte[] content) throws IOException;
  }

  /** Makes the files of a report, and gives them away one by one. */
  public interface Report {
    void make(ReportFiles files) throws IOException;
  }

  /** Takes the id of a release before anybody can see it. */
  public interface Named {
    void take(String id);
  }

  /** The id of the internal release that these inputs make: sixteen hexadecimal digits. */
  public static String id(Framework framework, Inputs inputs) {
    return id(manifestInputs(framework, inputs));
  }

  /** The id that the inputs make which the manifest of an internal release names. */
  static String idOf(JsonNode manifest) {
    Map<String, Object> made = new LinkedHashMap<>();
    for (String part : List.of("software", "framework", "settings", "submissions", "revisions")) {
      if (manifest.has(part)) {
        made.put(part, manifest.get(part));
      }
    }
    return id(made);
  }

  private static String id(Map<String, Object> made) {
    return Sha256.of(JsonFiles.bytes(made)).substring(0, 16);
  }

  /** Publishes a release that nobody has to remember. */
  public static Path publish(
      AudienceFolder place,
      ReleaseContent content,
      Inputs inputs,
      Report report,
      Map<String, Object> run) {
    return publish(place, content, inputs, report, run, id -> {});
  }

  /**
   * Publishes a release, or makes sure that the one which is there is what these inputs make. It is
   * not the latest before {@link #name} says so.
   *
   * @param place the folder of the audience that the content is for
   * @param report makes the report's files
   * @param run what differs between two runs: times, paths, machine
   * @param named is told its id before it is in its place
   */
  public static Path publish(
      AudienceFolder place,
      ReleaseContent content,
      Inputs inputs,
      Report report,
      Map<String, Object> run,
      Named named) {
    if (content.audience() != place.audience()) {
      throw new IllegalArgumentException(
          "a release that is %s is none of %s".formatted(content.audience(), place.path()));
    }
    boolean isPublic = content.audience() == Audience.PUBLIC;
    Map<String, Object> made = manifestInputs(content.results().framework(), inputs);
    Optional<String> ofInputs = isPublic ? Optional.empty() : Optional.of(id(made));
    ofInputs.ifPresent(named::take);
    Path aside = null;
    boolean isDone = false;
    try {
      aside = ReleaseInstall.aside(place, ofInputs.orElseGet(Release::unnamed));
      delete(aside);
      Files.createDirectories(aside);
      ReleaseFiles written = ReleaseWriter.write(aside, content, report);
      Failpoint.RELEASE_WRITTEN.reached();
      if (isPublic) {
        withoutHashes(made, content);
        named.take(idOfFiles(made, written));
      }
      String id = ofInputs.orElseGet(() -> idOfFiles(made, written));
      describe(aside, id, content, made, written, run);
      Failpoint.RELEASE_MANIFEST_WRITTEN.reached();
      Path folder = place.release(id);
      new ReleaseInstall(aside, folder, id).run();
      Failpoint.RELEASE_INSTALLED.reached();
      isDone = true;
      return folder;
    } catch (IOException | UncheckedIOException e) {
      Path folder = ofInputs.map(place::release).orElseGet(place::releases);
      throw PipelineException.failed(
          "the release %s cannot be written: %s".formatted(folder, FailureCause.of(e)), e);
    } finally {
      if (!isDone && aside != null) {
        clear(aside);
      }
    }
  }

  /** A name as an id has it, of nothing. */
  private static String unnamed() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }

  /**
   * Leaves of what was sent the names of inspections that were accepted. Whoever knew nearly all of
   * a submission could try the rest against its hash, and what was refused is nobody else's
   * business.
   */
  private static void withoutHashes(Map<String, Object> made, ReleaseContent content) {
    Set<String> accepted =
        content.coverage().stream().map(FileCoverage::inspectionId).collect(Collectors.toSet());
    made.computeIfPresent(
        "submissions",
        (name, hashes) ->
            ((Map<?, ?>) hashes).keySet().stream().filter(accepted::contains).toList());
    made.remove("revisions");
  }

  private static String idOfFiles(Map<String, Object> made, ReleaseFiles written) {
    Map<String, Object> all = new LinkedHashMap<>(made);
    all.put("files", written.checksums());
    return id(all);
  }

  /** Writes what a release is made of, and how it came about. */
  private static void describe(
      Path aside,
      String id,
      ReleaseContent content,
      Map<String, Object> made,
      ReleaseFiles written,
      Map<String, Object> run)
      throws IOException {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("release", id);
    manifest.put("audience", content.audience().label());
    manifest.put("synthetic", content.isSynthetic());
    if (!content.inferred().isEmpty()) {
      manifest.put("inferred", content.inferred());
    }
    manifest.put("schema_version", StarSchema.SCHEMA_VERSION);
    manifest.putAll(made);
    manifest.put("counts", written.counts());
    manifest.put("files", written.checksums());
    Map<String, Object> circumstances = new LinkedHashMap<>(run);
    circumstances.put(ReleaseChecksums.SUM, Sha256.of(JsonFiles.bytes(manifest)));
    Files.write(aside.resolve(ReleaseChecksums.RUN), JsonFiles.bytes(circumstances));
    Files.write(aside.resolve(MANIFEST), JsonFiles.bytes(manifest));
  }

  /** What is half made would keep a full disk full. */
  private static void clear(Path aside) {
    try {
      delete(aside);
    } catch (IOException | UncheckedIOException e) {
      // It is told why the release could not be written; maintain removes what is left of it.
    }
  }

  /**
   * Points {@code latest.json} of its audience at a release that exists. Of places the public
   * learns none.
   */
  public static void name(AudienceFolder place, String id) {
    try {
      writeName(place, id);
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be written: %s".formatted(place.latest(), FailureCause.of(e)), e);
    }
  }

  private static void writeName(AudienceFolder place, String id) throws IOException {
    Map<String, Object> latest = new LinkedHashMap<>();
    latest.put("release", "releases/" + id);
    if (place.audience() == Audience.INTERNAL) {
      latest.put("path", place.release(id).toAbsolutePath().normalize().toString());
    }
    WholeFile.write(
        place.latest(),
        out -> {
          out.write(JsonFiles.bytes(latest));
          out.flush();
          Failpoint.LATEST_WRITTEN.reached();
        });
  }

  private static Map<String, Object> manifestInputs(Framework framework, Inputs inputs) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("software", inputs.software());
    made.put(
        "framework",
        Map.of("id", framework.id(), "version", framework.version(), "sha256", framework.hash()));
    made.put("settings", new TreeMap<>(inputs.settings()));
    made.put("submissions", new TreeMap<>(inputs.submissions()));
    if (!inputs.revisions().isEmpty()) {
      made.put("revisions", new TreeMap<>(inputs.revisions()));
    }
    made.replace("framework", new TreeMap<>((Map<?, ?>) made.get("framework")));
    return made;
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
