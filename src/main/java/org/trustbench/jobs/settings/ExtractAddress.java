package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.util.Locale;
import org.trustbench.PipelineException;
import org.trustbench.source.PostgresAddress;
import org.trustbench.storage.Place;
import picocli.CommandLine.TypeConversionException;

/** Where an extract is: a file or folder, a table of a database, or one of an Iceberg catalog. */
public sealed interface ExtractAddress {
  /** Files, or what a folder holds. */
  record InFiles(Path path) implements ExtractAddress {
    @Override
    public String absolute() {
      return path.toAbsolutePath().toString();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A table or query of a database. */
  record InDatabase(PostgresAddress address) implements ExtractAddress {
    @Override
    public String absolute() {
      return toString();
    }

    @Override
    public String toString() {
      return address.given();
    }
  }

  /**
   * A table of a catalog of Iceberg.
   *
   * @param table its namespace and name
   */
  record InCatalog(String catalog, String table) implements ExtractAddress {
    @Override
    public String absolute() {
      return toString();
    }

    @Override
    public String toString() {
      return ICEBERG + catalog + "." + table;
    }
  }

  /** What an address of a table of Iceberg begins with. */
  String ICEBERG = "iceberg:";

  /**
   * Reads what a flag says.
   *
   * @throws PipelineException if it is no address, or holds a password
   */
  static ExtractAddress of(String given) {
    if (given.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
      if (!given.startsWith(PostgresAddress.SCHEME)) {
        throw PipelineException.usage(
            "--extract: of databases %s alone is read, as %s//HOST/DATABASE?table=SCHEMA.TABLE"
                .formatted("PostgreSQL", PostgresAddress.SCHEME));
      }
      return new InDatabase(PostgresAddress.of(given));
    }
    if (given.startsWith(ICEBERG)) {
      if (given.indexOf('.') < 0 || given.endsWith(".")) {
        throw PipelineException.usage(
            "--extract %s is not like iceberg:CATALOG.NAMESPACE.TABLE".formatted(given));
      }
      String named = given.substring(ICEBERG.length());
      return new InCatalog(
          named.substring(0, named.indexOf('.')), named.substring(named.indexOf('.') + 1));
    }
    return new InFiles(Place.of(given));
  }

  /** The same for picocli. */
  static ExtractAddress ofArgument(String given) {
    try {
      return of(given);
    } catch (PipelineException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** So that it can be given again from any folder. */
  String absolute();

  /** As somebody gave it, without a secret. */
  @Override
  String toString();
}
