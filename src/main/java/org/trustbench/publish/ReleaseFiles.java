package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.apache.parquet.io.LocalOutputFile;
import org.trustbench.Threads;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.table.ParquetRows;
import org.trustbench.table.Table;

/** Collects the files of a release, and makes and writes them side by side. */
final class ReleaseFiles {
  private final Path folder;
  private final ReleaseContent.Audience audience;
  private final StarSchema star;
  private final Map<String, Object> counts = new LinkedHashMap<>();
  private final Map<String, Table<?>> tables = new LinkedHashMap<>();
  private final Map<String, String> checksums = new ConcurrentSkipListMap<>();
  private final List<Step> steps = new ArrayList<>();

  private interface Step {
    void take() throws IOException;
  }

  private interface Write {
    void to(Path file) throws IOException;
  }

  interface Made {
    byte[] bytes() throws IOException;
  }

  ReleaseFiles(Path folder, ReleaseContent.Audience audience, StarSchema star) {
    this.folder = folder;
    this.audience = audience;
    this.star = star;
  }

  <R> void csv(Table<R> exact, List<R> rows) {
    Table<R> table = audienced(exact);
    String path = "tables/" + table.name() + ".csv";
    write(path, file -> CsvFile.write(file, table, rows));
    remember(path, table.referringTo(star.csvDimensions()), rows);
  }

  <R> void summary(SummaryFiles.Summary<R> summary) {
    Table<R> table = summary.table().figures();
    String path = "summary/" + summary.table().name() + ".csv";
    write(path, file -> CsvFile.write(file, table, summary.rows()));
    remember(path, table, summary.rows());
  }

  <R> void parquet(Table<R> exact, List<R> rows) {
    Table<R> table = audienced(exact).referringTo(star.dimensions());
    String path = "parquet/%s/%s.parquet".formatted(table.name(), table.name());
    write(
        path,
        file -> {
          ParquetRows.write(new LocalOutputFile(file), table, rows.iterator());
          ParquetFooter.settle(file);
        });
    remember(path, table, rows);
  }

  /** A file that is no table. */
  void file(String path, Made made) {
    write(path, file -> Files.write(file, made.bytes()));
  }

  void text(String path, Supplier<String> made) {
    write(path, file -> Files.writeString(file, made.get()));
  }

  /** Texts that are made together. */
  void texts(Release.Report made) {
    steps.add(
        () -> made.make((path, text) -> written(path, file -> Files.writeString(file, text))));
  }

  private void write(String path, Write write) {
    steps.add(() -> written(path, write));
  }

  private void written(String path, Write write) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    write.to(file);
    checksums.put(path, Release.sha256(Files.readAllBytes(file)));
  }

  private <R> Table<R> audienced(Table<R> table) {
    return switch (audience) {
      case INTERNAL -> table;
      case PUBLIC -> table.whole();
    };
  }

  private void remember(String path, Table<?> table, List<?> rows) {
    counts.put(table.name(), rows.size());
    tables.put(path, table);
  }

  /** Makes and writes all that was asked for, in its order as processors come free. */
  void finish() {
    Threads.each(
        Threads.all(),
        steps,
        step -> {
          step.take();
          return null;
        });
  }

  /** Rows of each table, by its name. */
  Map<String, Object> counts() {
    return counts;
  }

  /** The tables asked for so far, by their paths. */
  Map<String, Table<?>> tables() {
    return tables;
  }

  /** SHA-256 of each file that was written, by its path. */
  Map<String, String> checksums() {
    return checksums;
  }
}
