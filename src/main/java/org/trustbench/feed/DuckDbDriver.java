package org.trustbench.feed;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;

/**
 * Loads DuckDB's driver from the folder that {@code trustbench.drivers} names. The driver is no
 * part of the program's jar: with its native libraries it is as large as all the rest, and would be
 * sent to every machine of a cluster.
 */
final class DuckDbDriver {
  private static final String CLASS = "org.duckdb.DuckDBDriver";

  private DuckDbDriver() {}

  /** A DuckDB in memory, to which files are attached; it fetches nothing. */
  static Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    return driver().connect("jdbc:duckdb:", properties);
  }

  private static Driver driver() {
    try {
      return (Driver) Class.forName(CLASS, true, loader()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw PipelineException.failed(
          "DuckDB's driver is not in %s: build the program with jobs/run, or add duckdb_jdbc by --jars"
              .formatted(folder()),
          e);
    }
  }

  private static ClassLoader loader() {
    ClassLoader own = DuckDbDriver.class.getClassLoader();
    List<URL> jars = new ArrayList<>();
    if (Files.isDirectory(folder())) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder(), "duckdb*.jar")) {
        for (Path jar : found) {
          jars.add(jar.toUri().toURL());
        }
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw PipelineException.failed(
            "%s cannot be read: %s".formatted(folder(), FailureCause.of(e)), e);
      }
    }
    // A native library stays with the loader it was loaded by, so the loader is never closed.
    return jars.isEmpty() ? own : new URLClassLoader(jars.toArray(URL[]::new), own);
  }

  private static Path folder() {
    return Path.of(System.getProperty("trustbench.drivers", "target/drivers"));
  }
}
