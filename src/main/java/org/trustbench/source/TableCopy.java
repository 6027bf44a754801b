package org.trustbench.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.framework.Layout;
import org.trustbench.framework.NearestWord;
import org.trustbench.message.Counted;
import org.trustbench.message.FailureCause;
import org.trustbench.source.SourceColumn.CellType;

/**
 * Copies what a layout reads of a table to a CSV file: a row's number and then its cells, in the
 * order of the rows' keys, so that the same rows make the same file in whatever order they lay. The
 * header names the columns that are not copied too, after those that are.
 */
public final class TableCopy {
  /** The heading above the rows' numbers. */
  private static final String NUMBER = "row number of the copy";

  private static final long MOST_IN_MEMORY = 64L << 20;
  private static final int LONGEST_CELL = 100_000;

  private final SourceTable table;
  private final Layout layout;
  private final List<SourceColumn> wanted = new ArrayList<>();
  private final CsvCellText text;

  private TableCopy(SourceTable table, Layout layout) {
    this.table = table;
    this.layout = layout;
    this.text = new CsvCellText(layout);
  }

  /**
   * Copies.
   *
   * @param file made by this, readable by its owner alone
   * @throws PipelineException if the table lacks a column or holds something that is no cell, or if
   *     its rows have no keys of their own
   */
  public static void write(SourceTable table, Layout layout, Path file) {
    List<String> names = table.columns().stream().map(SourceColumn::name).toList();
    new TableCopy(table, layout.of(names)).write(file);
  }

  private void write(Path file) {
    if (layout.rowKey() == null) {
      throw refused(
          "layout %s does not say what its rows are numbered by: add \"row_key\": [\"column\"]"
              .formatted(layout.id()));
    }
    choose();
    List<SourceColumn> ofKey = layout.rowKey().columns().stream().map(this::column).toList();
    RowKeys keys = new RowKeys(table, layout.rowKey(), ofKey);
    try (SortedRows sorted = new SortedRows(file.toAbsolutePath().getParent(), MOST_IN_MEMORY)) {
      read(sorted, keys, ofKey.stream().mapToInt(wanted::indexOf).toArray());
      keys.checkThere();
      Files.createFile(file, PosixPermissions.file());
      write(sorted, keys, file);
      keys.checkOwn();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be copied for reading: %s".formatted(table.name(), FailureCause.of(e)), e);
    }
  }

  /** Columns that the layout names, and those of the key, each once. */
  private void choose() {
    Set<String> names = new HashSet<>();
    List<String> named = new ArrayList<>(layout.columns());
    named.addAll(layout.rowKey().columns());
    for (String name : named) {
      boolean isOptional = name.equals(layout.synthetic());
      if (names.add(name) && (!isOptional || isThere(name))) {
        wanted.add(fit(column(name)));
      }
    }
  }

  private boolean isThere(String name) {
    return table.columns().stream().anyMatch(column -> column.name().equals(name));
  }

  private SourceColumn column(String name) {
    List<SourceColumn> found =
        table.columns().stream().filter(column -> column.name().equals(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> names = table.columns().stream().map(SourceColumn::name).distinct().toList();
    Optional<String> near = NearestWord.to(name, names);
    throw refused(
        found.isEmpty()
            ? "there is no column \"%s\", which layout %s reads%s; there are %s"
                .formatted(
                    name,
                    layout.id(),
                    near.map("; did you mean \"%s\"?"::formatted).orElse(""),
                    names)
            : "%s called \"%s\": give each a name of its own"
                .formatted(Counted.of(found.size(), "column is", "columns are"), name));
  }

  private SourceColumn fit(SourceColumn column) {
    if (column.type() == CellType.NO_CELL) {
      throw refused(
          "column \"%s\" is %s, which is no cell of a table: take the part that is meant into a column of its own"
              .formatted(column.name(), column.called()));
    }
    boolean isDay = column.name().equals(layout.date());
    if (isDay && column.type() == CellType.MOMENT && layout.timeZone() == null) {
      throw refused(
          "column \"%s\" has moments (%s), which are on different days in different places: say whose days are meant in layout %s, as \"time_zone\": \"Europe/London\", or make it a date"
              .formatted(column.name(), column.called(), layout.id()));
    }
    return column;
  }

  private void read(SortedRows sorted, RowKeys keys, int[] ofKey) throws IOException {
    StringWriter line = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(line);
    String[] cells = new String[wanted.size()];
    try (SourceTable.Rows rows = table.rows(wanted)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cell(wanted.get(i), row[i]);
        }
        List<String> key = new ArrayList<>();
        for (int at : ofKey) {
          key.add(cells[at]);
        }
        byte[] sortedBy = keys.of(key);
        if (sortedBy != null) {
          line.getBuffer().setLength(0);
          csv.writeRecord(cells);
          sorted.add(sortedBy, line.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private String cell(SourceColumn column, Object value) {
    String cell = text.of(column, value).strip();
    if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
      throw refused(
          "a value of column \"%s\" has a line break inside, so that it names nothing: mend it, or have a query leave it out"
              .formatted(column.name()));
    }
    if (cell.length() > LONGEST_CELL) {
      throw refused(
          "a value of column \"%s\" has %s: no cell is that long"
              .formatted(column.name(), Counted.of(cell.length(), "character")));
    }
    return cell;
  }

  private void write(SortedRows sorted, RowKeys keys, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      StringWriter header = new StringWriter();
      List<String> names = new ArrayList<>(List.of(NUMBER));
      wanted.forEach(column -> names.add(column.name()));
      table.columns().stream()
          .map(SourceColumn::name)
          .filter(name -> !names.contains(name))
          .distinct()
          .forEach(names::add);
      CsvWriter.builder()
          .bufferSize(0)
          .lineDelimiter(LineDelimiter.LF)
          .build(header)
          .writeRecord(names);
      out.write(header.toString().getBytes(StandardCharsets.UTF_8));
      int[] last = {0};
      sorted.each(
          (key, row) -> {
            last[0] = keys.number(key, last[0]);
            out.write((last[0] + ",").getBytes(StandardCharsets.US_ASCII));
            out.write(row);
          });
    }
  }

  private PipelineException refused(String reason) {
    return PipelineException.failed("%s: %s".formatted(table.name(), reason));
  }
}
