package org.trustbench.framework;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.PipelineException;

/** A small CSV file of a framework, held in memory and read by column name. */
final class CsvText {
  private final String name;
  private final List<String> header;
  private final List<Row> rows = new ArrayList<>();

  /** One data row: its line and its cells by column. */
  record Row(String file, long line, Map<String, String> cells) {
    /** A cell without surrounding space; empty when absent. */
    String text(String column) {
      return cells.getOrDefault(column, "").strip();
    }

    /** A cell that must be filled. */
    String required(String column) {
      String value = text(column);
      if (value.isEmpty()) {
        throw PipelineException.usage(
            "%s line %d: column %s is empty".formatted(file, line, column));
      }
      return value;
    }

    /** A cell that holds several values separated by {@code |}. */
    List<String> several(String column) {
      return new ArrayList<>(
          Arrays.stream(text(column).split("\\|", -1))
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .toList());
    }
  }

  CsvText(String name, String text, List<String> required) {
    this.name = name;
    List<CsvRecord> records;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .ofCsvRecord(text)) {
      records = reader.stream().toList();
    } catch (CsvParseException | java.io.IOException e) {
      throw PipelineException.usage("%s is not CSV: %s".formatted(name, e.getMessage()), e);
    }
    if (records.isEmpty()) {
      throw PipelineException.usage("%s is empty".formatted(name));
    }
    header = records.get(0).getFields().stream().map(String::strip).toList();
    for (String column : header) {
      if (!column.isEmpty() && header.indexOf(column) != header.lastIndexOf(column)) {
        throw PipelineException.usage("%s line 1: column %s stands twice".formatted(name, column));
      }
    }
    for (String column : required) {
      if (!header.contains(column)) {
        throw PipelineException.usage(
            "%s line 1: column %s is missing; it has %s".formatted(name, column, header));
      }
    }
    records.stream().skip(1).forEach(record -> rows.add(row(record)));
  }

  List<String> header() {
    return header;
  }

  List<Row> rows() {
    return rows;
  }

  private Row row(CsvRecord record) {
    if (record.getFieldCount() != header.size()) {
      throw PipelineException.usage(
          "%s line %d: %d cells where the header has %d"
              .formatted(
                  name, record.getStartingLineNumber(), record.getFieldCount(), header.size()));
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.getField(i));
    }
    return new Row(name, record.getStartingLineNumber(), cells);
  }
}
