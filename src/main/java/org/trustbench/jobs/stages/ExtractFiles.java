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
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.jobs.session.CopyFolder;
import org.trustbench.jobs.settings.ExtractAddress;
import org.trustbench.message.FailureCause;
import org.trustbench.message.PrintableText;
import org.trustbench.source.IcebergTable;
import org.trustbench.source.ParquetFiles;
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
      if (address instanceof ExtractAddress.InFiles sent && !isTable(sent)) {
        files.add(sent.path());
      } else {
        try (SourceTable table = table(address)) {
          copied.add(copy(table, layout));
        }
      }
    }
    return ExtractSubmission.of(files, copied, layout.id());
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

  /** Whether files are a table without lines, of Iceberg or Parquet. */
  private static boolean isTable(ExtractAddress.InFiles sent) {
    Path path = place(sent);
    return Files.exists(path) && (IcebergTable.isAt(path) || ParquetFiles.areIn(path));
  }

  private static Path place(ExtractAddress.InFiles sent) {
    return sent.path().toAbsolutePath().normalize();
  }

  /** The table at an address. */
  private SourceTable table(ExtractAddress address) {
    if (address instanceof ExtractAddress.InDatabase database) {
      return PostgresTable.open(database.address());
    }
    if (address instanceof ExtractAddress.InCatalog in) {
      return IcebergTable.of(
          PrintableText.name(in.table()),
          in.catalog(),
          in.table(),
          settings.apply("spark.sql.catalog." + in.catalog() + "."),
          settings.apply("spark.hadoop."));
    }
    Path path = place((ExtractAddress.InFiles) address);
    String name =
        PrintableText.name(path.getFileName() == null ? "/" : path.getFileName().toString());
    return IcebergTable.isAt(path) ? IcebergTable.at(name, path) : ParquetFiles.open(name, path);
  }
}
