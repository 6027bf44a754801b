package org.trustbench.jobs.session;

import static org.trustbench.jobs.settings.PlaceSettings.LAKE;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.lake.Lake;
import org.trustbench.lake.catalog.CatalogPlace;
import org.trustbench.lake.catalog.EarlierShapeException;
import org.trustbench.lake.catalog.EmbeddedCatalog;
import org.trustbench.lake.repair.FileCheck;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.StorageSettings;

/**
 * Where the lake of a command is: in a folder with its own catalog (an embedded lake), or in a
 * catalog of the user's own, which Spark's settings {@code spark.sql.catalog.lake.*} name.
 */
public record LakePlace(SparkConf conf, Settings settings) {
  private static final String CATALOGS = "spark.sql.catalog.";
  private static final String CATALOG = CATALOGS + "lake.";

  boolean hasOwnCatalog() {
    return conf.getAllWithPrefix(CATALOG).length > 0;
  }

  /** Whether the embedded lake is yet to be made. */
  public boolean isNew() {
    return !hasOwnCatalog() && !EmbeddedCatalog.isIn(settings.get(LAKE));
  }

  /** A user's own catalog if Spark's settings name one, otherwise SQLite beside the warehouse. */
  public Map<String, String> catalog() {
    return hasOwnCatalog()
        ? sparkSettings(CATALOG)
        : EmbeddedCatalog.properties(settings.get(LAKE));
  }

  /**
   * Spark's settings of a prefix, with the secrets that files hold.
   *
   * @return by their names without the prefix
   */
  public Map<String, String> sparkSettings(String prefix) {
    return prefix.startsWith(CATALOGS)
        ? StorageAccess.catalog(conf, prefix)
        : StorageAccess.settings(conf, prefix);
  }

  /** Hadoop's settings; null where the embedded lake does without it. */
  private Map<String, String> hadoop() {
    return hasOwnCatalog() ? sparkSettings("spark.hadoop.") : null;
  }

  /**
   * Opens the lake.
   *
   * @throws PipelineException if it cannot be opened, or was made by an earlier version
   */
  Lake opened(Framework framework) {
    try {
      return Lake.open(framework, catalog(), hadoop());
    } catch (PipelineException e) {
      throw e;
    } catch (EarlierShapeException e) {
      throw PipelineException.failed(EarlierLake.refused(settings, hasOwnCatalog(), e), e);
    } catch (RuntimeException | LinkageError e) {
      throw PipelineException.failed(
          "the lake in %s cannot be opened: %s"
              .formatted(
                  hasOwnCatalog() ? "the catalog " + catalogName() : settings.get(LAKE),
                  FailureCause.of(e)),
          e);
    }
  }

  /** Has an embedded lake keep its copy of what its catalog says, if that is lost. */
  public void keepCatalogCopy() {
    if (!hasOwnCatalog()) {
      FileCheck.keepCatalogCopy(settings.get(LAKE));
    }
  }

  /** A failure of the storage under a catalog of the user's own, with its place; or as it was. */
  public RuntimeException placed(RuntimeException failure) {
    if (!hasOwnCatalog()) {
      return failure;
    }
    String place = catalogName();
    return StorageSettings.failureOnS3("of the warehouse", failure)
        .<RuntimeException>map(
            cause ->
                PipelineException.failed(
                    "the files of the catalog %s cannot be read or written: %s"
                        .formatted(place, cause),
                    failure))
        .orElse(failure);
  }

  /** Where all that a command reads and writes lies: the settings' places, and the lake's. */
  public Map<String, Object> places() {
    Map<String, Object> places = settings.places();
    if (hasOwnCatalog()) {
      places.remove("lake");
      places.put("catalog", catalogName());
    }
    return places;
  }

  String catalogName() {
    return CatalogPlace.of(catalog());
  }
}
