package org.trustbench.storage;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;

/**
 * A path or an address as a user wrote it: a path of this machine, or an address such as {@code
 * s3://bucket/folder}. Either way it becomes a path that {@link java.nio.file.Files} reads, lists
 * and writes.
 */
public final class Place {
  private static final Set<String> S3 = Set.of("s3", "s3a", "s3n");
  private static final String HDFS = "hdfs";

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9]+)://([A-Za-z0-9._:-]*)((?:/.*)?)", Pattern.DOTALL);

  private Place() {}

  /**
   * A place that somebody gave to a job.
   *
   * @throws PipelineException if it is a path that {@link LocalPath} refuses, or an address of
   *     storage that is not served
   */
  public static Path of(String text) {
    return isAddress(text) ? address(text) : LocalPath.of(text);
  }

  /** The same of what a file names; a path of this machine is as seen from that file. */
  public static Path inFile(String text) {
    return isAddress(text) ? address(text) : LocalPath.inFile(text);
  }

  /** The path that these words stand for, which are those of a path that was known before. */
  public static Path at(String path) {
    return isAddress(path) ? address(path) : Path.of(path);
  }

  /** Whether a path is of this machine, or of storage mounted on it. */
  public static boolean isLocal(Path path) {
    return path.getFileSystem().equals(FileSystems.getDefault());
  }

  /** Whether it is reached by Iceberg's files on S3. */
  static boolean isS3(String scheme) {
    return S3.contains(scheme);
  }

  private static boolean isAddress(String text) {
    Matcher scheme = SCHEME.matcher(text);
    return scheme.matches() && isServed(scheme.group(1));
  }

  private static boolean isServed(String scheme) {
    String small = scheme.toLowerCase(Locale.ROOT);
    return isS3(small) || small.equals(HDFS);
  }

  private static Path address(String text) {
    Matcher address = ADDRESS.matcher(text);
    String scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
    boolean isWhole = address.matches() && (!isS3(scheme) || !address.group(2).isEmpty());
    if (!isWhole) {
      throw PipelineException.usage(
          isS3(scheme)
              ? "\"%s\" is no address: write s3://BUCKET/FOLDER, without user or password"
                  .formatted(text)
              : "\"%s\" is no address: write hdfs://NAME/FOLDER, or hdfs:///FOLDER on the cluster of Hadoop's own settings"
                  .formatted(text));
    }
    List<String> names = StoragePath.names(address.group(3));
    names.stream()
        .filter(name -> !StoragePath.isName(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw PipelineException.usage(
                  "\"%s\": \"%s\" is no part of an address: leave out empty parts, . and .., ? and #"
                      .formatted(text, name));
            });
    return new StoragePath(new StorageSystem(scheme, address.group(2)), names);
  }
}
