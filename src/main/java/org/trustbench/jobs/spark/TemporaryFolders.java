package org.trustbench.jobs.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.trustbench.PipelineException;

/**
 * The temporary folders of a process, checked before they are needed. Native libraries are unpacked
 * there, Spark keeps what it moves there; without one either ends with no word of why.
 */
public final class TemporaryFolders {
  private static final long FEWEST_BYTES = 8 << 20;
  private static final Pattern COMMA = Pattern.compile(",");

  private TemporaryFolders() {}

  /** Checks the folder of this process. */
  public static void check() {
    String folder = System.getProperty("java.io.tmpdir");
    String fault = fault(folder);
    if (fault != null) {
      throw PipelineException.failed(
          "the folder for temporary files %s %s: mend that, or name another by the variable TMPDIR, or by TRUSTBENCH_JAVA_OPTS=-Djava.io.tmpdir=DIR"
              .formatted(folder, fault));
    }
  }

  /** Checks those of Spark in this process, of which it needs one. */
  static void checkThoseOfSpark(SparkConf conf) {
    String told = System.getenv("SPARK_LOCAL_DIRS");
    String named = told != null ? told : conf.get("spark.local.dir", "");
    List<String> faults = new ArrayList<>();
    for (String folder : COMMA.split(named, -1)) {
      String fault = folder.isBlank() ? null : faultToMake(folder.strip());
      if (fault == null) {
        return;
      }
      faults.add(folder.strip() + " " + fault);
    }
    throw PipelineException.failed(
        "Spark has no folder for temporary files (%s): name one by %s"
            .formatted(
                String.join("; ", faults),
                told != null ? "SPARK_LOCAL_DIRS" : "--conf spark.local.dir=DIR"));
  }

  /** Spark makes a folder that is not there. */
  private static String faultToMake(String folder) {
    try {
      Files.createDirectories(Path.of(folder));
      return fault(folder);
    } catch (IOException | InvalidPathException e) {
      return "cannot be made";
    }
  }

  private static String fault(String folder) {
    try {
      Path path = Path.of(folder);
      if (!Files.isDirectory(path)) {
        return Files.exists(path) ? "is not a folder" : "does not exist";
      }
      if (!Files.isWritable(path)) {
        return "may not be written by this user";
      }
      return Files.getFileStore(path).getUsableSpace() < FEWEST_BYTES ? "is full" : null;
    } catch (IOException | InvalidPathException e) {
      return "cannot be used";
    }
  }
}
