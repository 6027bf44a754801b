package org.trustbench.source;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;
import org.trustbench.source.SourceColumn.CellType;

/**
 * Parquet files of one table: a single one, or those of a folder as Spark, pandas, DuckDB and R's
 * arrow write it. A folder named {@code column=value} gives the rows below it that column.
 */
public final class ParquetFiles implements SourceTable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
  private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

  /**
   * What marks a folder whose Parquet files are not all of the table's rows, or more than these.
   */
  private static final Map<String, String> OTHER_FORMATS =
      Map.of("_delta_log", "a table of Delta Lake", ".hoodie", "a table of Hudi");

  private static final List<CellType> STRICTNESS =
      List.of(
          CellType.WHOLE_NUMBER,
          CellType.NUMBER,
          CellType.TRUTH_VALUE,
          CellType.DAY,
          CellType.TIME_WITHOUT_ZONE,
          CellType.TEXT,
          CellType.MOMENT,
          CellType.NO_CELL);

  private final String name;
  private final List<Part> parts;

  /**
   * A file.
   *
   * @param columns those of the file
   * @param partition column to value, of the folders it lies in; a value may be null
   */
  private record Part(Path file, List<SourceColumn> columns, Map<String, String> partition) {}

  private ParquetFiles(String name, List<Part> parts) {
    this.name = name;
    this.parts = parts;
  }

  /** Whether a path is a Parquet file, or a folder that has one in it, at whatever depth. */
  public static boolean areIn(Path path) {
    try {
      if (Files.isDirectory(path)) {
        for (Path entry : entries(path)) {
          boolean isMarked = OTHER_FORMATS.containsKey(entry.getFileName().toString());
          if (isMarked || !isHidden(entry) && areIn(entry)) {
            return true;
          }
        }
        return false;
      }
      String file = path.getFileName().toString();
      return file.endsWith(".parquet") || Files.isRegularFile(path) && begins(path, MAGIC);
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be read".formatted(path), e);
    }
  }

  /** Opens a file or folder. */
  public static ParquetFiles open(String name, Path path) {
    List<Part> parts = new ArrayList<>();
    try {
      collect(name, path, new LinkedHashMap<>(), parts);
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be read: %s".formatted(name, FailureCause.of(e)), e);
    }
    return new ParquetFiles(name, parts);
  }

  private static void collect(
      String name, Path path, Map<String, String> partition, List<Part> parts) throws IOException {
    if (!Files.isDirectory(path)) {
      parts.add(part(name, path, partition));
      return;
    }
    for (Path entry : entries(path)) {
      String file = entry.getFileName().toString();
      if (OTHER_FORMATS.containsKey(file)) {
        throw PipelineException.failed(
            "%s is %s, whose files hold rows that do not count any more: write the table as Parquet first"
                .formatted(name, OTHER_FORMATS.get(file)));
      }
      if (file.equals("_temporary")) {
        throw PipelineException.failed(
            "%s holds _temporary: whoever writes it is not done, or broke off; write it again"
                .formatted(name));
      }
      if (isHidden(entry)) {
        continue;
      }
      Map<String, String> below = new LinkedHashMap<>(partition);
      int equals = file.indexOf('=');
      if (Files.isDirectory(entry) && equals > 0) {
        String value = unescaped(file.substring(equals + 1));
        below.put(unescaped(file.substring(0, equals)), value.equals(NULL) ? null : value);
      }
      collect(name, entry, below, parts);
    }
  }

  /** Writers escape what a file's name cannot have as %20 is a blank. */
  private static String unescaped(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Part part(String name, Path file, Map<String, String> partition)
      throws IOException {
    if (!begins(file, MAGIC)) {
      throw PipelineException.failed(
          begins(file, ENCRYPTED)
              ? "%s: %s is encrypted: write it without".formatted(name, file.getFileName())
              : "%s: %s is no Parquet file: take it out, or write it again if it should be one"
                  .formatted(name, file.getFileName()));
    }
    List<SourceColumn> columns = ParquetRows.columns(name, file);
    columns.stream()
        .map(SourceColumn::name)
        .filter(partition::containsKey)
        .findFirst()
        .ifPresent(
            twice -> {
              throw PipelineException.failed(
                  "%s: column \"%s\" is in %s and in the name of its folder: leave out one of them"
                      .formatted(name, twice, file.getFileName()));
            });
    return new Part(file, columns, partition);
  }

  private static boolean begins(Path file, byte[] magic) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(magic.length), magic);
    }
  }

  /** What Spark and others leave beside the rows. */
  private static boolean isHidden(Path path) {
    String file = path.getFileName().toString();
    return file.startsWith("_") && !file.contains("=") || file.startsWith(".");
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Those of all files, each once, as the first file has it. */
  @Override
  public List<SourceColumn> columns() {
    Map<String, SourceColumn> columns = new LinkedHashMap<>();
    for (Part part : parts) {
      part.columns().forEach(column -> columns.merge(column.name(), column, ParquetFiles::strict));
      part.partition()
          .keySet()
          .forEach(key -> columns.putIfAbsent(key, new SourceColumn(key, CellType.TEXT, "text")));
    }
    return List.copyOf(columns.values());
  }

  /** Where files differ, the type that is to be looked at more closely. */
  private static SourceColumn strict(SourceColumn one, SourceColumn other) {
    return STRICTNESS.indexOf(other.type()) > STRICTNESS.indexOf(one.type()) ? other : one;
  }

  @Override
  public Rows rows(List<SourceColumn> columns) {
    for (Part part : parts) {
      for (SourceColumn column : columns) {
        boolean isThere =
            part.partition().containsKey(column.name())
                || part.columns().stream().anyMatch(own -> own.name().equals(column.name()));
        if (!isThere) {
          throw PipelineException.failed(
              "%s: %s has no column \"%s\", which other files of it have: absent is not empty, so write them alike"
                  .formatted(name, part.file().getFileName(), column.name()));
        }
      }
    }
    return new AllRows(columns);
  }

  @Override
  public void close() {
    // Files are open while their rows are read, and no longer.
  }

  /** The rows of one file after another. */
  private final class AllRows implements Rows {
    private final List<SourceColumn> columns;
    private final Object[] row;
    private int next;
    private ParquetRows open;
    private int[] from;

    AllRows(List<SourceColumn> columns) {
      this.columns = columns;
      this.row = new Object[columns.size()];
    }

    @Override
    public Object[] next() throws IOException {
      while (true) {
        if (open == null) {
          if (next == parts.size()) {
            return null;
          }
          open(parts.get(next++));
        }
        Object[] found = open.next();
        if (found != null) {
          for (int i = 0; i < row.length; i++) {
            row[i] = from[i] < 0 ? row[i] : found[from[i]];
          }
          return row;
        }
        close();
      }
    }

    private void open(Part part) throws IOException {
      List<String> ofFile = new ArrayList<>();
      from = new int[row.length];
      for (int i = 0; i < row.length; i++) {
        String column = columns.get(i).name();
        if (part.partition().containsKey(column)) {
          from[i] = -1;
          row[i] = part.partition().get(column);
        } else {
          from[i] = ofFile.size();
          ofFile.add(column);
        }
      }
      open = new ParquetRows(name, part.file(), ofFile);
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
        open = null;
      }
    }
  }
}
