package org.trustbench.lake.catalog;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.lake.file.LakeRoot;
import org.trustbench.lake.file.LocalFileIO;
import org.trustbench.message.FailureCause;

/**
 * The catalog of a lake in a folder: an SQLite file beside the warehouse, for one machine. All that
 * the two name lies in the folder and is named from there, so that it may be copied and moved.
 */
public final class EmbeddedCatalog extends JdbcCatalog {
  private Path folder;

  /** For Iceberg, which makes it by its name. */
  public EmbeddedCatalog() {}

  /** Whether a folder holds a lake, or what is left of one. */
  public static boolean isIn(Path folder) {
    return Files.exists(new CatalogFile(folder).path())
        || !TableVersions.in(folder).files().isEmpty();
  }

  /**
   * Iceberg's properties of the catalog. Folder and file are made here unless they are there, so
   * that SQLite, which gives its own files the permissions of the first, makes all of them readable
   * by their owner alone.
   *
   * @throws PipelineException if the catalog is lost or is not that of the tables beside it
   */
  public static Map<String, String> properties(Path lake) {
    CatalogFile file = new CatalogFile(lake.toAbsolutePath().normalize());
    checkLinks(file);
    checkWritable(file);
    checkCurrent(file);
    make(file);
    return properties(file);
  }

  static Map<String, String> properties(CatalogFile file) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("catalog-impl", EmbeddedCatalog.class.getName());
    properties.put("io-impl", LocalFileIO.class.getName());
    properties.put(LocalFileIO.ROOT, file.folder().toString());
    properties.put("uri", file.url());
    properties.put("jdbc.schema-version", "V1");
    properties.put("warehouse", LakeRoot.SCHEME + "warehouse");
    return properties;
  }

  @Override
  public void initialize(String name, Map<String, String> properties) {
    super.initialize(name, properties);
    folder = Path.of(properties.get(LocalFileIO.ROOT));
  }

  @Override
  public void close() {
    super.close();
    if (folder != null && Files.exists(new CatalogFile(folder).path())) {
      CatalogCopy.keep(folder);
    }
  }

  static void make(CatalogFile file) {
    try {
      Files.createDirectories(file.folder(), PosixPermissions.folder());
      Files.createFile(file.path(), PosixPermissions.file());
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file.path())) {
        throw unmakable(file, e);
      }
    } catch (IOException e) {
      throw unmakable(file, e);
    }
  }

  private static PipelineException unmakable(CatalogFile file, IOException e) {
    return PipelineException.failed(
        "the lake's folder %s cannot be made: %s".formatted(file.folder(), FailureCause.of(e)), e);
  }

  /** SQLite keeps its log beside the catalog even for those who only read. */
  public static void checkWritable(CatalogFile file) {
    boolean isReadOnly =
        Files.exists(file.path())
            && !(Files.isWritable(file.folder()) && Files.isWritable(file.path()));
    if (isReadOnly) {
      throw PipelineException.failed(
          "the lake %s may not be written here, which jobs that only read need too: copy it (cp -a) and name the copy by --lake, or grant writing"
              .formatted(file.folder()));
    }
  }

  private static void checkLinks(CatalogFile file) {
    LakeRoot root = new LakeRoot(file.folder().toString());
    for (Path part : new Path[] {file.path(), file.folder().resolve("warehouse")}) {
      if (Files.exists(part)) {
        root.checkInside(part);
      }
    }
    if (hasOtherNames(file.path())) {
      throw PipelineException.failed(
          "%s is one file under several names (hard links), so that work on this lake would change the other too: copy the lake with its files (cp -a), and not by links"
              .formatted(file.path()));
    }
  }

  private static boolean hasOtherNames(Path file) {
    try {
      return Files.exists(file)
          && file.getFileSystem().supportedFileAttributeViews().contains("unix")
          && ((Number) Files.getAttribute(file, "unix:nlink")).intValue() > 1;
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be looked at: %s".formatted(file, e), e);
    }
  }

  /** The files are listed first: what is committed in between makes the catalog newer only. */
  public static void checkCurrent(CatalogFile file) {
    TableVersions versions = TableVersions.in(file.folder());
    Map<String, String> kept = CatalogCopy.read(file.folder());
    Map<String, String> current = file.tables();
    Set<String> all = new TreeSet<>(versions.files().keySet());
    all.addAll(kept.keySet());
    for (String table : all) {
      int known = current.containsKey(table) ? TableVersions.number(current.get(table)) : -1;
      int least = versions.committed(table);
      if (kept.containsKey(table)) {
        int number = TableVersions.number(kept.get(table));
        least = Math.max(least, number);
        if (known == number && !kept.get(table).equals(current.get(table))) {
          known = -1;
        }
      }
      if (known < least) {
        throw lost(file, table, current.isEmpty());
      }
    }
  }

  private static PipelineException lost(CatalogFile file, String table, boolean isGone) {
    String what =
        isGone
            ? "%s holds the tables of a lake (%s and others) whose catalog, %s, is missing or empty"
                .formatted(file.folder().resolve("warehouse"), table, CatalogFile.NAME)
            : "the catalog %s is older than the tables beside it (%s), or is that of another lake"
                .formatted(file.path(), table);
    return PipelineException.failed(
        what
            + ": put back the one that belongs to them, from a copy of the lake, or ingest what was"
            + " sent into a new lake by --lake");
  }
}
