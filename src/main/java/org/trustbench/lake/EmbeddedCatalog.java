package org.trustbench.lake;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trustbench.Cause;
import org.trustbench.PipelineException;

/** The catalog of a lake in a folder: an SQLite file beside the warehouse, for one machine. */
public final class EmbeddedCatalog {
  private static final String FILE = "catalog.sqlite";

  private EmbeddedCatalog() {}

  /** Whether a folder holds a lake. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Iceberg's properties of the catalog. Folder and file are made here unless they are there, so
   * that SQLite, which gives its own files the permissions of the first, makes all of them readable
   * by their owner alone.
   */
  public static Map<String, String> properties(Path lake) {
    Path folder = lake.toAbsolutePath().normalize();
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder, OwnerOnly.folder());
      if (!Files.exists(file)) {
        create(file);
      }
    } catch (IOException e) {
      throw PipelineException.failed(
          "the lake's folder %s cannot be made: %s".formatted(folder, Cause.of(e)), e);
    }
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("type", "jdbc");
    properties.put("io-impl", LocalFileIO.class.getName());
    properties.put("uri", "jdbc:sqlite:%s?journal_mode=WAL&busy_timeout=60000".formatted(file));
    properties.put("jdbc.schema-version", "V1");
    properties.put("warehouse", folder.resolve("warehouse").toUri().toString());
    return properties;
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file, OwnerOnly.file());
    } catch (FileAlreadyExistsException e) {
      // Another run has made it since, which is all that is wanted.
    }
  }
}
