package org.trustbench.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.apache.parquet.io.LocalOutputFile;
import org.trustbench.disclosure.Audience;
import org.trustbench.table.Table;
import org.trustbench.table.parquet.ParquetFooter;
import org.trustbench.table.parquet.ParquetRowsWriter;
import org.trustbench.tasks.ThreadPool;
import org.trustbench.terms.Terms;

/** Collects the files of a release, and makes and writes them side by side. */
final class ReleaseFiles {
  private final Path folder;
  private final Audience audience;
  private final StarSchema star;
  private final Terms terms;
  private final Map<String, Object> counts = new LinkedHashMap<>();
  private final Map<String, Table<?>> tables = new LinkedHashMap<>();
  private final Map<String, String> checksums = new ConcurrentSkipListMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** What takes long comes first, so that no processor waits for it in the end. */
  private record Step(long cells, Take take) {}

  private interface Take {
    void take() throws IOException;
  }

  /** Writes a file from its beginning to its end. */
  interface Write {
    void to(OutputStream out) throws IOException;
  }

  ReleaseFiles(Path folder, Audience audience, StarSchema star, Terms terms) {
    this.folder = folder;
    this.audience = audience;
    this.star = star;
    this.terms = terms;
  }

  <R> void csv(Table<R> exact, List<R> rows) {
    Table<R> table = audienced(exact);
    String path = "tables/" + table.name() + ".csv";
    write(path, cells(table, rows), out -> CsvFile.write(out, table, rows));
    remember(path, table.referringTo(star.csvDimensions()), rows);
  }

  <R> void summary(SummaryFiles.Summary<R> summary) {
    Table<R> table = summary.table().figures();
    String path = "summary/" + summary.table().name() + ".csv";
    write(path, cells(table, summary.rows()), out -> CsvFile.write(out, table, summary.rows()));
    remember(path, table, summary.rows());
  }

  <R> void parquet(Table<R> exact, List<R> rows) {
    Table<R> table = audienced(exact).referringTo(star.dimensions());
    String path = "parquet/%s/%s.parquet".formatted(table.name(), table.name());
    Take take =
        () -> {
          Path file = placed(path);
          ParquetRowsWriter.write(new LocalOutputFile(file), table, rows.iterator());
          ParquetFooter.settle(file);
          checksums.put(path, Sha256.of(file));
        };
    steps.add(new Step(cells(table, rows), take));
    remember(path, table, rows);
  }

  /** A file that is no table. */
  void file(String path, Write write) {
    write(path, 0, write);
  }

  void text(String path, Supplier<String> made) {
    write(path, 0, out -> out.write(bytes(made.get())));
  }

  /** The workbook, which takes about as long as a table of so many cells. */
  void workbook(String path, Write write) {
    write(path, 2_000_000, write);
  }

  /** Texts that are made together, which take longest unless tables are very large. */
  void texts(Release.Report made) {
    steps.add(new Step(3_000_000, () -> made.make(new Taken())));
  }

  /** Writes each file as it is given. */
  private final class Taken implements Release.ReportFiles {
    @Override
    public void take(String path, String text) throws IOException {
      take(path, bytes(text));
    }

    @Override
    public void take(String path, byte[] content) throws IOException {
      written(path, out -> out.write(content));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long cells(Table<?> table, List<?> rows) {
    return (long) table.columns().size() * rows.size();
  }

  private void write(String path, long cells, Write write) {
    steps.add(new Step(cells, () -> written(path, write)));
  }

  private void written(String path, Write write) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(placed(path)), digest)) {
      write.to(out);
    }
    checksums.put(path, HexFormat.of().formatHex(digest.digest()));
  }

  private Path placed(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  private <R> Table<R> audienced(Table<R> table) {
    return switch (audience) {
      case INTERNAL -> table.in(terms);
      case PUBLIC -> table.whole().in(terms);
    };
  }

  private void remember(String path, Table<?> table, List<?> rows) {
    counts.put(table.name(), rows.size());
    tables.put(path, table);
  }

  /** Makes and writes all that was asked for, the largest first as processors come free. */
  void finish() {
    ThreadPool.each(
        ThreadPool.all(),
        steps.stream().sorted(Comparator.comparingLong(step -> -step.cells())).toList(),
        step -> {
          step.take().take();
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
