package org.trustbench.jobs.spark;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.trustbench.PipelineException;

/** The options of Spark that a user gave and that have an effect only where Spark runs. */
public final class SparkOptions {
  /**
   * What threads do as well as Spark, what counts for the JVM, and what every start sets: the
   * launch scripts, spark-submit, this program.
   */
  private static final Pattern COUNT_WITHOUT_SPARK =
      Pattern.compile(
          "spark\\.(master|app\\.name|app\\.submitTime|jars|submit\\..*|trustbench\\..*"
              + "|driver\\.(memory|extra.*|defaultJavaOptions|userClassPathFirst)"
              + "|sql\\.catalog\\.lake(\\..*)?|hadoop\\..*"
              + "|redaction\\.regex|yarn\\.maxAppAttempts|ui\\.showConsoleProgress|sql\\.extensions|executor\\.extraJavaOptions)");

  private final SparkConf conf;
  private final List<String> given;

  /**
   * Takes Spark's settings as they were given.
   *
   * @throws PipelineException if Spark could not read one
   */
  public SparkOptions(SparkConf conf) {
    this.conf = conf;
    this.given =
        Arrays.stream(conf.getAll())
            .map(option -> option._1())
            .filter(name -> !COUNT_WITHOUT_SPARK.matcher(name).matches())
            .sorted()
            .toList();
    SparkSettingTypes.check(conf, given);
  }

  /** Names of those that are of no effect while Spark is not started. */
  List<String> idleWithoutSpark() {
    return given;
  }

  /** The master that is named, or this process. */
  String master() {
    return conf.get("spark.master", "local[*]");
  }

  /** Whether Spark's tasks would be done in this process. */
  boolean isHere() {
    return master().startsWith("local");
  }

  /** Whether the driver runs somewhere in the cluster, which counts a job without Spark as lost. */
  public boolean isDriverElsewhere() {
    return conf.get("spark.submit.deployMode", "client").equals("cluster");
  }
}
