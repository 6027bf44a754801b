package org.trustbench.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A release as it lies in a folder. */
public record PublishedRelease(Path folder) {
  private static PublishedRelease embedded;
  private static PublishedRelease embeddedForPublic;

  /** The release of the samples that {@code jobs/run} makes, once for all tests. */
  public static synchronized PublishedRelease embedded() {
    if (embedded == null) {
      embedded = run("embedded", "internal");
    }
    return embedded;
  }

  /** The same for the public. */
  public static synchronized PublishedRelease embeddedForPublic() {
    if (embeddedForPublic == null) {
      embeddedForPublic = run("embedded-public", "public");
    }
    return embeddedForPublic;
  }

  private static PublishedRelease run(String name, String audience) {
    Path folder = folder(name);
    Launched run =
        Launched.run(
            "jobs/run",
            "--lake",
            folder.resolve("lake").toString(),
            "--output",
            folder.resolve("output").toString(),
            "--audience",
            audience);
    assertThat(run.exitCode()).as(run.printed()).isZero();
    return latest(folder.resolve("output").resolve(audience));
  }

  private static Path folder(String name) {
    try {
      return ForkFolder.create(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The latest internal release of an output folder. */
  public static PublishedRelease latestInternal(Path output) {
    return latest(output.resolve("internal"));
  }

  private static PublishedRelease latest(Path folder) {
    return new PublishedRelease(
        folder.resolve(json(folder.resolve("latest.json")).get("release").asText()));
  }

  public String id() {
    return manifest().get("release").asText();
  }

  public JsonNode manifest() {
    return json(folder.resolve("manifest.json"));
  }

  /** How many jobs of Spark the run had that made it. */
  public int sparkJobs() {
    return json(folder.resolve("run.json")).get("spark_jobs").asInt();
  }

  /** The checksum of every file, by path, as its manifest gives them. */
  public Map<String, String> checksums() {
    Map<String, String> checksums = new TreeMap<>();
    manifest()
        .get("files")
        .fields()
        .forEachRemaining(file -> checksums.put(file.getKey(), file.getValue().asText()));
    return checksums;
  }

  /** The checksum of every file of the manifest as the file is now. */
  public Map<String, String> actualChecksums() {
    Map<String, String> checksums = new TreeMap<>();
    for (String file : checksums().keySet()) {
      try {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        checksums.put(
            file, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
    return checksums;
  }

  /** Rows of a CSV table. */
  public List<NamedCsvRecord> rows(String table) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("tables").resolve(table + ".csv"))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds this release to another, file by file. */
  public void assertSameAs(PublishedRelease other) {
    assertThat(actualChecksums()).isEqualTo(checksums());
    assertThat(checksums()).isEqualTo(other.checksums());
    assertThat(manifest()).isEqualTo(other.manifest());
    assertThat(id()).isEqualTo(other.id());
  }

  private static JsonNode json(Path file) {
    try {
      return new JsonMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
