package org.trustbench.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.trustbench.PipelineException;

/**
 * The Spark and the Java that a job finds itself on, held to those that the program was tried with.
 *
 * @param spark Spark's version; null where it does not say one
 * @param java the number of Java's version, such as 17
 */
record RuntimeVersions(String spark, int java) {
  /** The Spark that Iceberg's part for Spark SQL is made for. */
  static final String FOR_SQL = "4.1";

  private static final Set<String> TRIED = Set.of("4.0", FOR_SQL, "4.2");
  private static final int LATEST_JAVA = 25;
  private static final String SERVED =
      "Spark 4.1 was tried with all jobs, 4.0 and 4.2 with all but sql";

  static RuntimeVersions present() {
    Properties said = new Properties();
    try (InputStream in =
        SparkConf.class.getClassLoader().getResourceAsStream("spark-version-info.properties")) {
      if (in != null) {
        said.load(in);
      }
    } catch (IOException e) {
      // It stays unknown, as where Spark does not say it.
    }
    return new RuntimeVersions(said.getProperty("version"), Runtime.version().feature());
  }

  /**
   * What to say of versions that the program was not tried with; empty for all others.
   *
   * @throws PipelineException if it cannot run on them
   */
  Optional<String> untried() {
    if (spark != null && !spark.startsWith("4.")) {
      throw PipelineException.failed("Spark %s is not served: %s".formatted(spark, SERVED));
    }
    if (spark != null && !TRIED.contains(line())) {
      return Optional.of("Spark %s was not tried: %s".formatted(spark, SERVED));
    }
    return java > LATEST_JAVA
        ? Optional.of(
            "Java %d was not tried: 17 and %d were; JAVA_HOME names another"
                .formatted(java, LATEST_JAVA))
        : Optional.empty();
  }

  /** Refuses questions in Spark SQL where Iceberg has no part for this Spark. */
  void checkSql() {
    if (spark != null && !line().equals(FOR_SQL)) {
      throw PipelineException.failed(
          "sql needs Spark %s and this is %s, for which there is no part of Iceberg here: every other job runs on it"
              .formatted(FOR_SQL, spark));
    }
  }

  /** Major and minor number. */
  private String line() {
    return spark.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }
}
