package org.trustbench.lake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.trustbench.PipelineException;
import org.trustbench.message.Counted;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.StorageFailure;

/** Makes sure that a data file is there, as long as it was, and that its pages are as written. */
public final class ParquetFileCheck {
  /** Files of other stores than the embedded lake's that this process has found whole. */
  private static final Set<String> WHOLE = ConcurrentHashMap.newKeySet();

  private ParquetFileCheck() {}

  /**
   * Makes sure of the files that a scan leads to before Iceberg reads them, which does not look at
   * the checksums of pages. What the embedded lake reads has its sum verified by its own access.
   *
   * @throws LostFileException if one is not as it was written
   */
  public static void ensure(Table table, TableScan scan) throws IOException {
    if (!(table.io() instanceof LocalFileIO)) {
      try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
        tasks.forEach(task -> ensure(table, task.file()));
      }
    }
  }

  /** The same of one file. */
  public static void ensure(Table table, DataFile file) {
    if (table.io() instanceof LocalFileIO || WHOLE.contains(file.location())) {
      return;
    }
    try {
      check(table.io(), file);
    } catch (LostFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw unread(file.location(), e);
    }
    WHOLE.add(file.location());
  }

  /**
   * Finds the file that a reader stumbled over: what says where its pages are has no checksum.
   *
   * @return what to throw
   */
  public static RuntimeException blamed(Table table, TableScan scan, Exception failure) {
    boolean isTold = failure instanceof LostFileException || failure instanceof PipelineException;
    if (isTold || StorageFailure.isOutOfReach(failure)) {
      return asUnchecked(failure);
    }
    String files = "of table " + table.name();
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      List<String> all = new ArrayList<>();
      tasks.forEach(task -> all.add(place(table.io(), task.file().location())));
      if (!all.isEmpty()) {
        files = all.size() == 1 ? all.get(0) : "among " + String.join(", ", all);
      }
    } catch (LostFileException e) {
      return e;
    } catch (IOException | RuntimeException e) {
      // Then the table alone is named.
    }
    return unread(files, failure);
  }

  /**
   * What to throw of a file that could not be read.
   *
   * @return the failure itself where nothing is known of the file, which may be whole
   */
  private static RuntimeException unread(String file, Exception failure) {
    return StorageFailure.isOutOfReach(failure)
        ? asUnchecked(failure)
        : new LostFileException(file, "cannot be read (%s)".formatted(FailureCause.of(failure)));
  }

  private static RuntimeException asUnchecked(Exception failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new UncheckedIOException((IOException) failure);
  }

  /** Gives true, or throws. */
  public static Boolean check(FileIO io, ContentFile<?> file) throws IOException {
    InputFile input = io.newInputFile(file.location());
    if (!input.exists()) {
      throw new LostFileException(place(io, file.location()), "is missing");
    }
    if (input.getLength() != file.fileSizeInBytes()) {
      throw new LostFileException(
          place(io, file.location()),
          "has %s instead of %d"
              .formatted(Counted.of(input.getLength(), "byte"), file.fileSizeInBytes()));
    }
    if (file.format() == FileFormat.PARQUET) {
      long found = rows(input);
      if (found != file.recordCount()) {
        throw new LostFileException(
            place(io, file.location()),
            "holds %s instead of %d".formatted(Counted.of(found, "row"), file.recordCount()));
      }
    } else {
      input.newStream().close();
    }
    return true;
  }

  private static String place(FileIO io, String location) {
    return io instanceof LocalFileIO local ? local.path(location).toString() : location;
  }

  private static long rows(InputFile input) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            new ParquetInput(input),
            ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification()
                .build())) {
      long found = 0;
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        found += group.getRowCount();
      }
      return found;
    }
  }
}
