package org.trustbench.storage;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.apache.iceberg.io.FileIO;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.message.FailureCause;

/**
 * How storage is reached: endpoint, region, keys. A process has one set of settings, which are
 * asked for when the first address is looked at, and what was opened with them.
 */
public final class StorageSettings {
  private static final Values NONE = new Values(Map.of(), Map.of());

  private static Supplier<Values> source = () -> NONE;
  private static Values values;
  private static final Map<String, FileIO> OPEN = new HashMap<>();

  private StorageSettings() {}

  /**
   * Settings by their names.
   *
   * @param storage of Iceberg's files, such as {@code s3.endpoint}
   * @param hadoop of Hadoop
   */
  public record Values(Map<String, String> storage, Map<String, String> hadoop)
      implements Serializable {
    public Values {
      storage = new HashMap<>(storage);
      hadoop = new HashMap<>(hadoop);
    }
  }

  /** Where settings come from when they are needed; what was opened with others is closed. */
  public static synchronized void from(Supplier<Values> settings) {
    close();
    source = settings;
  }

  /** The settings that something was opened with; none where all that was looked at is local. */
  public static synchronized Values used() {
    return values == null ? NONE : values;
  }

  /** Takes over the settings that another process used, for which this one works. */
  public static synchronized void use(Values used) {
    if (!used.equals(NONE) && !used.equals(values)) {
      from(() -> used);
      values = used;
    }
  }

  /** Closes what was opened. */
  public static synchronized void close() {
    OPEN.values().forEach(FileIO::close);
    OPEN.clear();
    values = null;
  }

  /**
   * What Iceberg's files on S3 are to do unless somebody sets it otherwise: by the client that is
   * part of this program, by which no object is taken for a shorter one, and with what waits to be
   * sent in a folder that nobody else may read.
   */
  public static Map<String, String> ofS3(Map<String, String> given) {
    Map<String, String> settings = new LinkedHashMap<>(given);
    settings.putIfAbsent("http-client.type", "urlconnection");
    settings.putIfAbsent(WholeAnswersFactory.SETTING, WholeAnswersFactory.class.getName());
    settings.computeIfAbsent("s3.staging-dir", name -> Waiting.FOLDER.toString());
    return settings;
  }

  /** Whether a location is an address of S3. */
  public static boolean isOnS3(String location) {
    return location.contains("://")
        && Place.isS3(location.substring(0, location.indexOf(':')).toLowerCase(Locale.ROOT));
  }

  /**
   * Why storage on S3 failed somebody who reads and writes there by Iceberg alone.
   *
   * @param place where that was, for messages
   * @return empty where it did not fail
   */
  public static Optional<String> failureOnS3(String place, Throwable failure) {
    return Optional.ofNullable(S3Failure.words(place, failure));
  }

  /** Properties of a catalog with Iceberg's own files on S3. */
  public static Map<String, String> withFilesOnS3(Map<String, String> given) {
    Map<String, String> properties = new LinkedHashMap<>(given);
    properties.put("io-impl", S3FileIO.class.getName());
    return properties;
  }

  /** Iceberg's files of the storage that a path is on. */
  public static FileIO io(Path path) {
    return io(((StoragePath) path).getFileSystem().scheme());
  }

  static synchronized FileIO io(String scheme) {
    if (values == null) {
      values = source.get();
    }
    return OPEN.computeIfAbsent(scheme, StorageSettings::opened);
  }

  private static FileIO opened(String scheme) {
    Configuration hadoop = new Configuration();
    values.hadoop().forEach(hadoop::set);
    return Place.isS3(scheme) ? new S3Files(ofS3(values.storage())) : new WholeHadoopFiles(hadoop);
  }

  /** A folder for what waits to be sent, made when it is first asked for. */
  private static final class Waiting {
    static final Path FOLDER = made();

    private static Path made() {
      try {
        Path folder = Files.createTempDirectory("trustbench-sending", PosixPermissions.folder());
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw PipelineException.failed(
            "no folder for what is to be sent can be made: %s; name one by TMPDIR"
                .formatted(FailureCause.of(e)),
            e);
      }
    }
  }
}
