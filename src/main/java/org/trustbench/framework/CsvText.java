package org.trustbench.framework;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustbench.message.Counted;

/**
 * A small CSV file of a framework, held in memory and read by column name. Rows that cannot be read
 * are mistakes; what they were about is remembered, so that nobody is told that it is not there.
 */
final class CsvText {
  private final String name;
  private final Mistakes mistakes;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> unread = new HashSet<>();
  private List<String> header = List.of();
  private boolean isReadable;

  /**
   * @param required columns that there must be, the first of them the key
   * @param optional columns that there may be besides
   */
  CsvText(
      String name, String text, List<String> required, List<String> optional, Mistakes mistakes) {
    this.name = name;
    this.mistakes = mistakes;
    List<CsvRecord> records = records(text);
    if (records == null) {
      return;
    }
    if (records.isEmpty()) {
      mistakes.add(name, "", "is empty", "its first line names the columns " + required);
      return;
    }
    header = records.get(0).getFields().stream().map(String::strip).toList();
    isReadable = isHeaderGood(required, optional);
    if (isReadable) {
      records.stream().skip(1).forEach(record -> read(record, required.get(0)));
    }
  }

  /** Whether it is CSV with the columns that there must be. */
  boolean isReadable() {
    return isReadable;
  }

  List<String> header() {
    return header;
  }

  List<Row> rows() {
    return rows;
  }

  /** Keys of the rows that could not be read. */
  Set<String> unread() {
    return unread;
  }

  private List<CsvRecord> records(String text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .ofCsvRecord(text)) {
      return reader.stream().toList();
    } catch (CsvParseException | java.io.IOException e) {
      mistakes.add(
          name,
          "",
          "is not CSV: " + e.getMessage(),
          "a text with a comma or a quotation mark in it stands in quotation marks, and a quotation"
              + " mark inside them twice");
      return null;
    }
  }

  private boolean isHeaderGood(List<String> required, List<String> optional) {
    boolean isGood = isSpeltRight(required, optional);
    for (String column : new HashSet<>(header)) {
      if (!column.isEmpty() && header.indexOf(column) != header.lastIndexOf(column)) {
        mistakes.addAt(
            name, 1, "", "column %s stands twice".formatted(column), "rename or remove one");
        isGood = false;
      }
    }
    for (String column : required) {
      if (!header.contains(column)) {
        mistakes.addAt(
            name,
            1,
            "",
            "column %s is missing".formatted(column),
            NearestWord.to(column, header)
                .map(near -> "the header has %s: write %s".formatted(near, column))
                .orElse("it has %s; an empty column will do".formatted(header)));
        isGood = false;
      }
    }
    return isGood;
  }

  /** Whether no column that was most likely meant goes by another spelling. */
  private boolean isSpeltRight(List<String> required, List<String> optional) {
    boolean isRight = true;
    KnownNames known = new KnownNames(both(required, optional));
    List<String> lacking = optional.stream().filter(one -> !header.contains(one)).toList();
    for (String column : foreign(header, required, optional)) {
      Optional<String> meant =
          known.meantBy(column).filter(one -> header.contains(one) || !required.contains(one));
      Optional<String> instead = KnownNames.instead(column, lacking);
      if (meant.isPresent()) {
        isRight =
            isMistaken(
                "column %s is spelt otherwise than %s".formatted(column, meant.get()),
                "write %s, or remove the column".formatted(meant.get()));
      } else if (instead.isPresent()) {
        isRight =
            isMistaken(
                "column %s is not known, and %s is lacking".formatted(column, instead.get()),
                "write %s if that is meant, or else add it: it may be empty"
                    .formatted(instead.get()));
      }
    }
    return isRight;
  }

  private boolean isMistaken(String wrong, String fix) {
    mistakes.addAt(name, 1, "", wrong, fix);
    return false;
  }

  /** Columns that are neither required nor optional. */
  static List<String> foreign(List<String> header, List<String> required, List<String> optional) {
    List<String> foreign = new ArrayList<>(header);
    foreign.removeAll(both(required, optional));
    foreign.removeIf(String::isEmpty);
    return foreign;
  }

  private static List<String> both(List<String> required, List<String> optional) {
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    return known;
  }

  private void read(CsvRecord record, String key) {
    long line = record.getStartingLineNumber();
    int place = header.indexOf(key);
    String id = place < record.getFieldCount() ? record.getField(place).strip() : "";
    if (record.getFieldCount() != header.size()) {
      unread.add(id);
      mistakes.addAt(
          name,
          line,
          "",
          "%s where the header has %d"
              .formatted(Counted.of(record.getFieldCount(), "cell"), header.size()),
          "put a text that has a comma in it into quotation marks, and a comma for every empty"
              + " cell");
      return;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.getField(i));
    }
    rows.add(new Row(line, cells));
  }

  /** One data row: its line and its cells by column. */
  final class Row {
    private final long line;
    private final Map<String, String> cells;

    private Row(long line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    long line() {
      return line;
    }

    /** A cell without surrounding space; empty when absent. */
    String text(String column) {
      return cells.getOrDefault(column, "").strip();
    }

    /** A cell that names something, as {@link Spelling#plain}. */
    String name(String column) {
      return Spelling.plain(text(column));
    }

    /** Whether cells that must be filled are; each that is not is a mistake. */
    boolean has(String key, String... others) {
      boolean isWhole = isFilled(key);
      for (String column : others) {
        isWhole &= isFilled(column);
      }
      if (!isWhole) {
        unread.add(text(key));
      }
      return isWhole;
    }

    private boolean isFilled(String column) {
      boolean isFilled = !text(column).isEmpty();
      if (!isFilled) {
        mistakes.addAt(name, line, "", "column %s is empty".formatted(column), "every row has one");
      }
      return isFilled;
    }

    /** A cell that holds several values separated by {@code |}. */
    List<String> several(String column) {
      return new ArrayList<>(
          Arrays.stream(text(column).split("\\|", -1))
              .map(Spelling::plain)
              .filter(value -> !value.isEmpty())
              .toList());
    }
  }
}
