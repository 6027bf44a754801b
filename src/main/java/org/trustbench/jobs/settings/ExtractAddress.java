package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.util.Locale;
import org.trustbench.PipelineException;
import org.trustbench.source.PostgresAddress;
import org.trustbench.storage.Place;
import picocli.CommandLine.TypeConversionException;

/**
 * Where an extract is: a file or folder, a table of a database, or one of an Iceberg catalog.
 *
 * @param given as somebody gave it, without a secret
 * @param path of a file or folder; null otherwise
 */
public record ExtractAddress(String given, Path path) {
  private static final String ICEBERG = "iceberg:";

  /**
   * Reads what a flag says.
   *
   * @throws PipelineException if it is no address, or holds a password
   */
  public static ExtractAddress of(String given) {
    if (given.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
      if (!given.startsWith(PostgresAddress.SCHEME)) {
        throw PipelineException.usage(
            "--extract: of databases %s alone is read, as %s//HOST/DATABASE?table=SCHEMA.TABLE"
                .formatted("PostgreSQL", PostgresAddress.SCHEME));
      }
      return new ExtractAddress(PostgresAddress.of(given).given(), null);
    }
    if (given.startsWith(ICEBERG)) {
      if (given.indexOf('.') < 0 || given.endsWith(".")) {
        throw PipelineException.usage(
            "--extract %s is not like iceberg:CATALOG.NAMESPACE.TABLE".formatted(given));
      }
      return new ExtractAddress(given, null);
    }
    return new ExtractAddress(given, Place.of(given));
  }

  /** The same for picocli. */
  public static ExtractAddress ofArgument(String given) {
    try {
      return of(given);
    } catch (PipelineException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  public boolean isDatabase() {
    return path == null && given.startsWith(PostgresAddress.SCHEME);
  }

  /** The catalog of a table of Iceberg. */
  public String catalog() {
    return given.substring(ICEBERG.length(), given.indexOf('.'));
  }

  /** Namespace and name of a table of Iceberg. */
  public String tableInCatalog() {
    return given.substring(given.indexOf('.') + 1);
  }

  /** So that it can be given again from any folder. */
  String absolute() {
    return path == null ? given : path.toAbsolutePath().toString();
  }

  @Override
  public String toString() {
    return path == null ? given : path.toString();
  }
}
