package org.trustbench.jobs.stages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.jobs.session.CopyFolder;
import org.trustbench.jobs.settings.ExtractAddress;
import org.trustbench.message.FailureCause;
import org.trustbench.message.PrintableText;
import org.trustbench.source.IcebergTable;
import org.trustbench.source.ParquetFiles;
import org.trustbench.source.PostgresAddress;
import org.trustbench.source.PostgresTable;
import org.trustbench.source.SourceTable;
import org.trustbench.source.TableCopy;

/** The files that an extract is read from; of tables these are copies, made here. */
public final class ExtractFiles {
  private final CopyFolder copies;
  private final Function<String, Map<String, String>> settings;

  /**
   * Makes them.
   *
   * @param copies where copies of tables go
   * @param settings Spark's settings of a prefix, with the secrets that files hold
   */
  public ExtractFiles(CopyFolder copies, Function<String, Map<String, String>> settings) {
    this.copies = copies;
    this.settings = settings;
  }

  /** The extract of a layout. */
  public Submission of(List<ExtractAddress> addresses, Layout layout) {
    List<Path> files = new ArrayList<>();
    List<SentFile> copied = new ArrayList<>();
    for (ExtractAddress address : addresses) {
      SourceTable table = table(address);
      if (table == null) {
        files.add(address.path());
      } else {
        try (table) {
          copied.add(copy(table, layout));
        }
      }
    }
    return Landing.extract(files, copied, layout.id());
  }

  private SentFile copy(SourceTable table, Layout layout) {
    Path copy = copies.next();
    TableCopy.write(table, layout, copy);
    try {
      return new SentFile(table.name(), copy.toRealPath().toString(), Files.size(copy));
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be read: %s".formatted(table.name(), FailureCause.of(e)), e);
    }
  }

  /** What is at an address, if it is a table without lines; null otherwise. */
  private SourceTable table(ExtractAddress address) {
    if (address.isDatabase()) {
      return PostgresTable.open(PostgresAddress.of(address.given()));
    }
    if (address.path() == null) {
      return IcebergTable.of(
          PrintableText.name(address.tableInCatalog()),
          address.catalog(),
          address.tableInCatalog(),
          settings.apply("spark.sql.catalog." + address.catalog() + "."),
          settings.apply("spark.hadoop."));
    }
    Path path = address.path().toAbsolutePath().normalize();
    String name =
        PrintableText.name(path.getFileName() == null ? "/" : path.getFileName().toString());
    if (!Files.exists(path)) {
      return null;
    }
    if (IcebergTable.isAt(path)) {
      return IcebergTable.at(name, path);
    }
    return ParquetFiles.areIn(path) ? ParquetFiles.open(name, path) : null;
  }
}
