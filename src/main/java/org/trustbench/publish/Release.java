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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.Failpoint;
import org.trustbench.framework.Framework;
import org.trustbench.message.FailureCause;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.storage.WholeFile;

/**
 * Writes a release: built aside, then put in its place and never changed afterwards. Its id is a
 * hash of all it was made from, so the same inputs make the same release.
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

  /** The id of the release that these inputs make: sixteen hexadecimal digits. */
  public static String id(Framework framework, Inputs inputs) {
    return Sha256.of(JsonFiles.bytes(manifestInputs(framework, inputs))).substring(0, 16);
  }

  /** The id that the inputs make which a manifest names. */
  static String idOf(JsonNode manifest) {
    Map<String, Object> made = new LinkedHashMap<>();
    for (String part : List.of("software", "framework", "settings", "submissions", "revisions")) {
      if (manifest.has(part)) {
        made.put(part, manifest.get(part));
      }
    }
    return Sha256.of(JsonFiles.bytes(made)).substring(0, 16);
  }

  /**
   * Publishes a release, or makes sure that the one which is there is what these inputs make. It is
   * not the latest before {@link #name} says so.
   *
   * @param place the folder of the audience that the content is for
   * @param report makes the report's files
   * @param run what differs between two runs: times, paths, machine
   */
  public static Path publish(
      AudienceFolder place,
      ReleaseContent content,
      Inputs inputs,
      Report report,
      Map<String, Object> run) {
    if (content.audience() != place.audience()) {
      throw new IllegalArgumentException(
          "a release that is %s is none of %s".formatted(content.audience(), place.path()));
    }
    Framework framework = content.results().framework();
    String id = id(framework, inputs);
    Path folder = place.release(id);
    Path aside = null;
    boolean isDone = false;
    try {
      aside = ReleaseInstall.aside(place, id);
      delete(aside);
      Files.createDirectories(aside);
      ReleaseFiles written = ReleaseWriter.write(aside, content, report);
      Failpoint.RELEASE_WRITTEN.reached();
      Map<String, Object> manifest = new LinkedHashMap<>();
      manifest.put("release", id);
      manifest.put("audience", content.audience().label());
      manifest.put("synthetic", content.isSynthetic());
      if (!content.inferred().isEmpty()) {
        manifest.put("inferred", content.inferred());
      }
      manifest.put("schema_version", StarSchema.SCHEMA_VERSION);
      manifest.putAll(manifestInputs(framework, inputs));
      if (content.audience() == Audience.PUBLIC) {
        // Whoever knew nearly all of a submission could try the rest against its hash.
        manifest.replace("submissions", List.copyOf(inputs.submissions().keySet()));
        manifest.remove("revisions");
      }
      manifest.put("counts", written.counts());
      manifest.put("files", written.checksums());
      Map<String, Object> circumstances = new LinkedHashMap<>(run);
      circumstances.put(ReleaseChecksums.SUM, Sha256.of(JsonFiles.bytes(manifest)));
      Files.write(aside.resolve(ReleaseChecksums.RUN), JsonFiles.bytes(circumstances));
      Files.write(aside.resolve(MANIFEST), JsonFiles.bytes(manifest));
      Failpoint.RELEASE_MANIFEST_WRITTEN.reached();
      new ReleaseInstall(aside, folder, id).run();
      Failpoint.RELEASE_INSTALLED.reached();
      isDone = true;
      return folder;
    } catch (IOException | UncheckedIOException e) {
      throw PipelineException.failed(
          "the release %s cannot be written: %s".formatted(folder, FailureCause.of(e)), e);
    } finally {
      if (!isDone && aside != null) {
        clear(aside);
      }
    }
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
