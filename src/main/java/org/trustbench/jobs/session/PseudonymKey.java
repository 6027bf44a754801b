package org.trustbench.jobs.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.lake.Lake;
import org.trustbench.message.FailureCause;

/**
 * Finds the key under which case ids are stored: that of the file which the settings name, else
 * that of the environment, else that of a file beside the lake, which is made for a new lake. A
 * lake keeps to the key it began with, since under two keys one case would be two, until {@code
 * rekey} brings all of it under the one that follows in the same place.
 */
final class PseudonymKey {
  static final String VARIABLE = "TRUSTBENCH_KEY";
  private static final int LONGEST_FILE = 4096;

  /** What stands between a key and the one that follows it. */
  private static final Pattern NEXT = Pattern.compile("(?m)^then\\s*$");

  private final Path named;
  private final String environment;
  private final Path beside;

  /**
   * Looks in the places there are.
   *
   * @param named the file that the settings name; null if they name none
   * @param environment the environment variable's value; null if it is not set
   * @param lake the lake's folder
   */
  PseudonymKey(Path named, String environment, Path lake) {
    this.named = named;
    this.environment = environment;
    Path asNamed = beside(lake.toAbsolutePath().normalize());
    this.beside = Files.exists(asNamed) ? asNamed : beside(real(lake));
  }

  private static Path beside(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".key");
  }

  /** Where a lake lies that is reached by a link, as its key does. */
  private static Path real(Path lake) {
    try {
      return lake.toRealPath();
    } catch (IOException e) {
      return lake.toAbsolutePath().normalize();
    }
  }

  /**
   * The pseudonyms of a lake. One without cases takes the keys there are, and keeps to those of the
   * first cases that come to count. Keys at the end that the lake has not been brought under yet
   * are left out.
   */
  Pseudonyms pseudonyms(Lake lake) {
    String kept = lake.submissions().keyFingerprint().orElse(null);
    Pseudonyms all = new Pseudonyms(keys(kept));
    return kept == null ? all : at(kept, all);
  }

  /** The pseudonyms that a lake is to be brought under: those of all the keys there are. */
  Pseudonyms newest(Lake lake) {
    String kept = lake.submissions().keyFingerprint().orElse(null);
    Pseudonyms all = new Pseudonyms(keys(kept));
    if (kept != null) {
      at(kept, all);
    }
    return all;
  }

  private Pseudonyms at(String kept, Pseudonyms all) {
    return all.at(kept)
        .orElseThrow(
            () ->
                PipelineException.failed(
                    "the lake was written under another key (its fingerprint is %s) than that of %s (%s):"
                            .formatted(kept, place(), all.fingerprint())
                        + " give the lake's own key, or name a new lake by --lake"));
  }

  private List<byte[]> keys(String kept) {
    if (named != null) {
      return read(named);
    }
    if (environment != null) {
      return checked(environment);
    }
    if (!Files.exists(beside)) {
      if (kept != null) {
        throw PipelineException.failed(
            "the lake was written under a key (its fingerprint is %s) that is not at %s: put it back"
                    .formatted(kept, beside)
                + " there, or name it by --key-file");
      }
      make();
    }
    return read(beside);
  }

  private String place() {
    return named != null
        ? named.toString()
        : environment != null ? "the environment variable " + VARIABLE : beside.toString();
  }

  private List<byte[]> read(Path file) {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw PipelineException.usage(
            "%s is too long for a key: --key-file names a file of a line for each key"
                .formatted(file));
      }
      return checked(Files.readString(file));
    } catch (IOException e) {
      throw PipelineException.usage(
          "the key file %s cannot be read: --key-file names a text file".formatted(file), e);
    }
  }

  /** One key, or several with a line {@link #NEXT} between each two. */
  private List<byte[]> checked(String text) {
    List<String> keys = Arrays.stream(NEXT.split(text, -1)).map(String::strip).toList();
    List<byte[]> bytes = keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    if (bytes.stream().anyMatch(key -> key.length < Pseudonyms.FEWEST_BYTES)) {
      throw PipelineException.usage(
          "the key of %s is shorter than %d characters: take a random one, as of openssl rand -hex 32"
              .formatted(place(), Pseudonyms.FEWEST_BYTES));
    }
    if (keys.stream().distinct().count() < keys.size()) {
      throw PipelineException.usage(
          "%s holds the same key twice: take a new random one, as of openssl rand -hex 32"
              .formatted(place()));
    }
    return bytes;
  }

  /** Made aside and linked, so that of two runs that make one both read the same, and whole. */
  private void make() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    try {
      Files.createDirectories(beside.getParent());
      Path aside =
          Files.createTempFile(
              beside.getParent(), "." + beside.getFileName(), "", PosixPermissions.file());
      try {
        Files.writeString(aside, HexFormat.of().formatHex(random) + "\n");
        Files.createLink(beside, aside);
      } catch (FileAlreadyExistsException e) {
        // Another run has made one since, and that is the lake's.
      } finally {
        Files.delete(aside);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw PipelineException.failed(
          "no key could be made at %s (%s): make one and name it by --key-file"
              .formatted(beside, FailureCause.of(e)),
          e);
    }
  }
}
