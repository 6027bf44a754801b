package org.trustbench.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A landing folder written from text blocks. */
public final class LandingFolder {
  private final Path folder;

  public LandingFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  /** The manifest of a visit to a school. */
  public static String manifest(String inspectionId, String trust) {
    return """
    {"inspection_id": "%s", "trust": "%s", "framework": "schools", "framework_version": "1",
     "start_date": "2014-02-03", "end_date": "2014-02-07", "published_date": "2014-03-04",
     "caseload": 50, "cases_sampled": 5, "synthetic": true}
    """
        .formatted(inspectionId, trust);
  }

  /** A submission of a school: its manifest and both CSV files. */
  public LandingFolder send(
      String name, String inspectionId, String trust, String cases, String judgements) {
    return file(name + "/inspection.json", manifest(inspectionId, trust))
        .file(name + "/cases.csv", cases)
        .file(name + "/judgements.csv", judgements);
  }

  public LandingFolder file(String name, String text) {
    return file(name, text, StandardCharsets.UTF_8);
  }

  public LandingFolder file(String name, String text, Charset charset) {
    return file(name, text.getBytes(charset));
  }

  public LandingFolder file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LandingFolder delete(String name) {
    try {
      Files.delete(folder.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
