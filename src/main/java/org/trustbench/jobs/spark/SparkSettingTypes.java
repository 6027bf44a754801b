package org.trustbench.jobs.spark;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;

/**
 * Holds Spark's settings to the types that Spark declares for them. Spark itself looks at most of
 * them when it comes to use them, which may be late, or never.
 */
final class SparkSettingTypes {
  /** Where Spark declares settings; a class that another version lacks is passed over. */
  private static final List<String> DECLARED =
      List.of(
          "org.apache.spark.internal.config.package$",
          "org.apache.spark.internal.config.Network$",
          "org.apache.spark.internal.config.UI$",
          "org.apache.spark.internal.config.Kryo$",
          "org.apache.spark.internal.config.Status$");

  private static final List<String> DECLARED_OF_SQL =
      List.of(
          "org.apache.spark.sql.internal.SQLConf$", "org.apache.spark.sql.internal.StaticSQLConf$");

  private SparkSettingTypes() {}

  /**
   * Refuses the first setting whose value Spark could not read.
   *
   * @param names those that somebody gave
   */
  static void check(SparkConf conf, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    DECLARED.forEach(SparkSettingTypes::load);
    if (names.stream().anyMatch(name -> name.startsWith("spark.sql."))) {
      DECLARED_OF_SQL.forEach(SparkSettingTypes::load);
    }
    for (String name : names) {
      check(conf, name);
    }
  }

  private static void check(SparkConf conf, String name) {
    ConfigEntry<?> declared = ConfigEntry.findEntry(name);
    if (declared == null) {
      return;
    }
    try {
      conf.get(declared);
    } catch (IllegalArgumentException e) {
      throw PipelineException.usage(
          "--conf %s=%s: %s".formatted(name, conf.get(name), FailureCause.of(e)), e);
    }
  }

  private static void load(String declaring) {
    try {
      Class.forName(declaring, true, SparkConf.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // Its settings are looked at by Spark alone.
    }
  }
}
