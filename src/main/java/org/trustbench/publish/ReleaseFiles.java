package org.trustbench.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.LocalOutputFile;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.table.ParquetRows;
import org.trustbench.table.Table;

/** Collects the files of a release, and writes them side by side. */
final class ReleaseFiles {
  private final Path folder;
  private final ReleaseContent.Audience audience;
  private final StarSchema star;
  private final Map<String, Object> counts = new LinkedHashMap<>();
  private final Map<String, Table<?>> written = new LinkedHashMap<>();
  private final List<Write> writes = new ArrayList<>();

  private interface Write {
    void run() throws IOException;
  }

  interface Made {
    byte[] bytes() throws IOException;
  }

  ReleaseFiles(Path folder, ReleaseContent.Audience audience, StarSchema star) throws IOException {
    this.folder = folder;
    this.audience = audience;
    this.star = star;
    Files.createDirectories(folder.resolve("tables"));
    Files.createDirectories(folder.resolve("summary"));
  }

  <R> void csv(Table<R> exact, List<R> rows) {
    Table<R> table = audienced(exact);
    String path = "tables/" + table.name() + ".csv";
    writes.add(() -> CsvFile.write(folder.resolve(path), table, rows));
    remember(path, table.referringTo(star.csvDimensions()), rows);
  }

  <R> void summary(SummaryFiles.Summary<R> summary) {
    Table<R> table = summary.table().figures();
    String path = "summary/" + summary.table().name() + ".csv";
    writes.add(() -> CsvFile.write(folder.resolve(path), table, summary.rows()));
    remember(path, table, summary.rows());
  }

  /** A file that is no table, made beside the others. */
  void file(String path, Made made) {
    writes.add(() -> Files.write(folder.resolve(path), made.bytes()));
  }

  <R> void parquet(Table<R> exact, List<R> rows) throws IOException {
    Table<R> table = audienced(exact).referringTo(star.dimensions());
    String path = "parquet/%s/%s.parquet".formatted(table.name(), table.name());
    Files.createDirectories(folder.resolve(path).getParent());
    writes.add(
        () -> {
          ParquetRows.write(new LocalOutputFile(folder.resolve(path)), table, rows.iterator());
          ParquetFooter.settle(folder.resolve(path));
        });
    remember(path, table, rows);
  }

  private <R> Table<R> audienced(Table<R> table) {
    return switch (audience) {
      case INTERNAL -> table;
      case PUBLIC -> table.whole();
    };
  }

  private void remember(String path, Table<?> table, List<?> rows) {
    counts.put(table.name(), rows.size());
    written.put(path, table);
  }

  void finish() {
    writes.parallelStream()
        .forEach(
            write -> {
              try {
                write.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  Map<String, Object> counts() {
    return counts;
  }

  Map<String, Table<?>> written() {
    return written;
  }
}
