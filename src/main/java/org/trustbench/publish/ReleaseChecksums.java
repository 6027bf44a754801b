package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.StorageFailure;

/**
 * Holds the files of a published release to the checksums in its manifest, and the manifest to that
 * in {@code run.json}.
 */
record ReleaseChecksums(Path folder, JsonNode manifest) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What differs between two runs that make the same release. */
  static final String RUN = "run.json";

  /** What the checksum of the manifest is called there. */
  static final String SUM = "manifest_sha256";

  /**
   * Makes sure that a file is as it was published.
   *
   * @param name its path within the release
   * @param fetched where a file goes that is not on this machine
   * @return where it is on this machine
   * @throws PipelineException if it is not
   */
  Path verified(String name, FetchedFiles fetched) {
    try {
      byte[] content = Files.readAllBytes(folder.resolve(name));
      Optional<String> fault = fault(name, content);
      if (fault.isEmpty()) {
        return fetched.path(name, content);
      }
      throw PipelineException.failed(again(name, fault.get()));
    } catch (IOException e) {
      throw PipelineException.failed(unread(name, e), e);
    }
  }

  /** What is wrong with a file, in a sentence; empty where it is as it was published. */
  Optional<String> fault(String name) {
    try {
      return fault(name, Files.readAllBytes(folder.resolve(name))).map(wrong -> again(name, wrong));
    } catch (IOException e) {
      return Optional.of(unread(name, e));
    }
  }

  private Optional<String> fault(String name, byte[] content) {
    String kept = manifest.path("files").path(name).asText();
    return kept.isEmpty()
        ? Optional.of("is not in the release's manifest.json")
        : Sha256.of(content).equals(kept)
            ? Optional.empty()
            : Optional.of("is not as it was published: its checksum is not that in manifest.json");
  }

  /** Of a file that nobody lets in nothing is known, so that it is not to be made again. */
  private String unread(String name, IOException e) {
    if (StorageFailure.isOutOfReach(e)) {
      return unread(folder.resolve(name), e);
    }
    return again(
        name,
        manifest.path("files").path(name).asText().isEmpty()
            ? "is not in the release's manifest.json"
            : Files.exists(folder.resolve(name))
                ? "cannot be read (%s)".formatted(FailureCause.of(e))
                : "is missing");
  }

  /** What is said of a file that may be as it was published, but is out of reach. */
  static String unread(Path file, Throwable e) {
    return "%s cannot be read: %s".formatted(file, FailureCause.of(e));
  }

  private String again(String name, String wrong) {
    return "%s %s: delete the release's folder and make it again by publish --as-of %s"
        .formatted(folder.resolve(name), wrong, id());
  }

  /** What is wrong with the manifest itself; empty also where no checksum of it was kept. */
  Optional<String> manifestFault() {
    Path file = folder.resolve(Release.MANIFEST);
    try {
      String kept = JSON.readTree(Files.readString(folder.resolve(RUN))).path(SUM).asText();
      return kept.isEmpty() || Sha256.of(Files.readAllBytes(file)).equals(kept)
          ? Optional.empty()
          : Optional.of(
              "%s is not as it was published: its checksum is not that in run.json: delete the release's folder and make it again by publish --as-of %s"
                  .formatted(file, id()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      return Optional.of("%s: %s".formatted(folder, FailureCause.of(e)));
    } catch (IOException e) {
      return Optional.of(
          "%s cannot be read (%s): it says when the release was made and what its manifest's checksum is; delete the release's folder and make it again by publish --as-of %s"
              .formatted(folder.resolve(RUN), FailureCause.of(e), id()));
    }
  }

  private String id() {
    return manifest.path("release").asText();
  }
}
