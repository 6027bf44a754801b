package org.trustbench.jobs.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.trustbench.storage.StorageSettings;
import scala.Tuple2;

/**
 * How storage is reached, by Spark's settings {@code spark.trustbench.storage.*}, whose names are
 * those of Iceberg's files, and {@code spark.hadoop.*}; without any, by the environment.
 */
public final class StorageAccess {
  private static final String STORAGE = "spark.trustbench.storage.";
  private static final String HADOOP = "spark.hadoop.";

  private StorageAccess() {}

  /** Has the settings looked at when an address is first. */
  public static void bySettings() {
    StorageSettings.from(
        () -> {
          SparkConf conf = new SparkConf();
          return new StorageSettings.Values(settings(conf, STORAGE), settings(conf, HADOOP));
        });
  }

  /**
   * Iceberg's properties of a catalog. Where they say nothing of S3, its tables are reached as
   * other addresses of S3 are.
   */
  static Map<String, String> catalog(SparkConf conf, String prefix) {
    Map<String, String> given = settings(conf, prefix);
    String warehouse = given.getOrDefault("warehouse", "");
    boolean isOnS3 = StorageSettings.isOnS3(warehouse);
    if (!isOnS3 && !"rest".equals(given.get("type"))) {
      return given;
    }
    Map<String, String> properties = new LinkedHashMap<>();
    settings(conf, STORAGE)
        .forEach(
            (name, value) -> {
              if (!given.containsKey(name)) {
                properties.put(name, value);
              }
            });
    properties.putAll(given);
    boolean isWithFiles = given.containsKey("io-impl") || "rest".equals(given.get("type"));
    return StorageSettings.ofS3(
        isWithFiles ? properties : StorageSettings.withFilesOnS3(properties));
  }

  /**
   * Spark's settings of a prefix, with the secrets that files hold.
   *
   * @return by their names without the prefix
   */
  static Map<String, String> settings(SparkConf conf, String prefix) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Tuple2<String, String> entry : conf.getAllWithPrefix(prefix)) {
      properties.put(entry._1(), entry._2());
    }
    return CatalogSecrets.resolved(prefix, properties);
  }
}
