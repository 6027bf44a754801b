package org.trustbench.lake.catalog;

import java.util.Map;
import org.trustbench.PipelineException;

/**
 * Makes PostgreSQL's driver known where a catalog asks for it. The jar does not list it among the
 * drivers, since {@code DriverManager} would then load it in every run.
 */
public final class PostgresDriver {
  private PostgresDriver() {}

  /** Loads it, by which it registers itself, if these properties of a catalog name PostgreSQL. */
  public static void loadFor(Map<String, String> properties) {
    if (properties.getOrDefault("uri", "").startsWith("jdbc:postgresql:")) {
      try {
        Class.forName("org.postgresql.Driver");
      } catch (ClassNotFoundException e) {
        throw PipelineException.failed("the jar lacks PostgreSQL's driver: build it again", e);
      }
    }
  }
}
