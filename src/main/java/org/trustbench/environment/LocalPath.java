package org.trustbench.environment;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;

/**
 * A path of this machine, or of storage mounted on it, as somebody wrote it. What names another
 * kind of storage is refused: {@code s3://bucket/lake} would otherwise be a folder named {@code
 * s3:}.
 */
public final class LocalPath {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

  private LocalPath() {}

  /**
   * A path that somebody gave to a job, as seen from where they are.
   *
   * @throws PipelineException if it is none of this machine, or is relative where the job runs on
   *     another than it was started on
   */
  public static Path of(String text) {
    Path path = path(text);
    if (isElsewhere() && !path.isAbsolute() && !isSent(path)) {
      throw relative(text);
    }
    return path;
  }

  /** What is said of a path that leads nowhere where the driver runs. */
  private static PipelineException relative(String text) {
    return PipelineException.usage(
        "%s is relative, and with --deploy-mode cluster the driver runs elsewhere: give an absolute path on storage that all machines see"
            .formatted(text));
  }

  /** Whether the launch script sent it along, to the folder that the driver starts in. */
  private static boolean isSent(Path path) {
    return Set.of(System.getProperty("spark.trustbench.sent", "").split(",", -1))
        .contains(path.getName(0).toString());
  }

  /** Whether a job runs on a machine of the cluster, away from whoever submitted it. */
  public static boolean isElsewhere() {
    return System.getProperty("spark.submit.deployMode", "client").equals("cluster")
        || Boolean.getBoolean("spark.kubernetes.submitInDriver");
  }

  /**
   * A path that a file names, as seen from that file.
   *
   * @throws PipelineException if it is none of this machine, or is relative where the job runs on
   *     another than it was started on, and the file with it
   */
  public static Path inFile(String text) {
    Path path = path(text);
    if (isElsewhere() && !path.isAbsolute()) {
      throw relative(text);
    }
    return path;
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw PipelineException.usage("a path is empty: leave it out, or write . for this folder");
    }
    Matcher scheme = SCHEME.matcher(text);
    try {
      return !scheme.matches()
          ? Path.of(text)
          : scheme.group(1).equalsIgnoreCase("file") ? file(text) : refused(text, scheme.group(1));
    } catch (InvalidPathException e) {
      throw PipelineException.usage(FailureCause.of(e), e);
    }
  }

  private static Path file(String text) {
    try {
      URI uri = URI.create(text);
      boolean isPlain =
          uri.getAuthority() == null && uri.getQuery() == null && uri.getFragment() == null;
      if (isPlain && uri.getPath() != null) {
        return Path.of(uri.getPath());
      }
    } catch (IllegalArgumentException e) {
      // It is refused below, as every other that is not plain.
    }
    throw PipelineException.usage(
        "\"%s\" is no URI of a file of this machine: write its path, such as /data/lake"
            .formatted(text));
  }

  private static Path refused(String text, String scheme) {
    throw PipelineException.usage(
        "\"%s\": %s: is not served, paths are of this machine or mounted on it; if that is a file's own name write ./%s"
            .formatted(text, scheme, text));
  }
}
