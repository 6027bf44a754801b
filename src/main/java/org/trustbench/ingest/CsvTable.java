package org.trustbench.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.trustbench.ingest.Submission.SentFile;

/**
 * A CSV file as sent, read row by row, with the line of each. Whatever makes the rest of the file
 * unreadable (a packed file that ends early, a wrong encoding, a quotation mark never closed)
 * refuses the submission, because the rows after it cannot be accounted for.
 */
final class CsvTable implements AutoCloseable {
  /** More columns than any form has questions. */
  private static final int MOST_COLUMNS = 16_384;

  private static final int LONGEST_ROW = 1 << 20;

  private final SentFile file;
  private final SentText text;
  private final int skippedLines;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private final int headerLine;
  private final SwallowedRows swallowed;
  private CsvRecord row;

  /**
   * Opens a file and reads its header.
   *
   * @param delimiter between cells; null to see from the header whether it is , ; or a tab
   * @param skipLines lines before the header
   */
  CsvTable(SentFile file, Charset charset, Character delimiter, int skipLines)
      throws IOException, Refusal {
    this.file = file;
    this.skippedLines = skipLines;
    this.text = opened(file, charset);
    BufferedReader reader = new BufferedReader(text.reader(), 1 << 16);
    char separator;
    try {
      for (int i = 0; i < skipLines; i++) {
        if (!isSkipped(reader)) {
          throw new Refusal(
              Rule.UNREADABLE_FILE, file.name(), "it ends before its header: send it again");
        }
      }
      separator = delimiter == null ? delimiterOf(reader) : delimiter;
      records =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .allowUnclosedQuote(false)
              .build(
                  CsvRecordHandler.builder()
                      .maxFields(MOST_COLUMNS)
                      .maxFieldSize(LONGEST_ROW)
                      .maxRecordSize(2 * LONGEST_ROW)
                      .build(),
                  reader)
              .iterator();
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (!isThereMore()) {
      throw new Refusal(
          Rule.UNREADABLE_FILE, file.name(), "it is empty: send it again with its rows");
    }
    headerLine = line();
    header = row.getFields().stream().map(String::strip).toList();
    swallowed = new SwallowedRows(separator, header.size());
    Map<String, Integer> places = new HashMap<>();
    for (int column = 0; column < header.size(); column++) {
      Integer before = places.putIfAbsent(header.get(column), column);
      if (before != null) {
        throw new Refusal(
            Rule.UNREADABLE_FILE,
            file.name(),
            "line %d: columns %d and %d have the same name: name each column once"
                .formatted(line(), before + 1, column + 1));
      }
    }
  }

  List<String> header() {
    return header;
  }

  /** The line that the header stands on. */
  int headerLine() {
    return headerLine;
  }

  /** The place of a column that must be there. */
  int column(String name) throws Refusal {
    int place = header.indexOf(name);
    if (place < 0) {
      throw new Refusal(
          Rule.UNREADABLE_FILE,
          file.name(),
          "line %d: column \"%s\" is missing: the header must name it".formatted(headerLine, name));
    }
    return place;
  }

  /** Moves to the next row; false at the end of the file. */
  boolean next() throws Refusal {
    if (!isThereMore()) {
      return false;
    }
    for (int column = 0; !isRagged() && column < row.getFieldCount(); column++) {
      if (swallowed.isIn(row.getField(column), column)) {
        throw openQuote();
      }
    }
    return true;
  }

  private boolean isThereMore() throws Refusal {
    try {
      if (!records.hasNext()) {
        return false;
      }
      row = records.next();
      return true;
    } catch (CsvParseException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    }
  }

  /** The line that the row begins on, counted from 1. */
  int line() {
    return (int) row.getStartingLineNumber() + skippedLines;
  }

  boolean isRagged() {
    return row.getFieldCount() != header.size();
  }

  int width() {
    return row.getFieldCount();
  }

  /** A cell as it stands. */
  String cell(int column) {
    return row.getField(column);
  }

  /**
   * A cell that names something: stripped, and never with a line break inside, which would mean
   * that a quotation mark has swallowed the rows after it.
   */
  String name(int column) throws Refusal {
    checkNoLineBreak(column);
    return row.getField(column).strip();
  }

  /** Fails where a cell that names something has swallowed what comes after; -1 is no column. */
  void checkNoLineBreak(int column) throws Refusal {
    String value = column < 0 ? "" : row.getField(column).strip();
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw openQuote();
    }
  }

  private Refusal openQuote() {
    return new Refusal(
        Rule.UNREADABLE_FILE,
        file.name(),
        "line %d: a quotation mark opened here takes in the lines after it: close it or double it"
            .formatted(line()));
  }

  String sha256Hex() throws Refusal {
    try {
      return text.sha256Hex();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Passes over a line of any length; false where there is none. */
  private static boolean isSkipped(BufferedReader reader) throws IOException {
    int c = reader.read();
    boolean isThere = c >= 0;
    while (c >= 0 && c != '\n' && c != '\r') {
      c = reader.read();
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
    return isThere;
  }

  private static SentText opened(SentFile file, Charset charset) throws IOException, Refusal {
    try {
      return new SentText(file, charset);
    } catch (ZipException | EOFException e) {
      throw new Refusal(
          Rule.UNREADABLE_FILE,
          file.name(),
          "it is not a gzip file: pack it again, or send it unpacked without .gz");
    }
  }

  private Refusal unreadable(Exception e) {
    int last = row == null ? 0 : line();
    String reason =
        e instanceof CharacterCodingException
            ? "after line %d there are bytes that are not in its encoding: save it as UTF-8 and send it again"
            : e instanceof EOFException || e instanceof ZipException
                ? "the packed file is damaged or ends early after line %d: pack it and send it again"
                : e instanceof CsvParseException
                    ? "it cannot be split into rows after line %d: close every quotation mark, and keep a row below "
                        + "%d columns and %d characters".formatted(MOST_COLUMNS, LONGEST_ROW)
                    : "it cannot be read after line %d: send it again";
    return new Refusal(Rule.UNREADABLE_FILE, file.name(), reason.formatted(last));
  }

  /** The delimiter that stands most often in the header, outside quotation marks. */
  private static char delimiterOf(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_ROW);
    char[] candidates = {',', ';', '\t'};
    int[] seen = new int[candidates.length];
    boolean isQuoted = false;
    for (int read = 0; read < LONGEST_ROW - 1; read++) {
      int c = reader.read();
      if (c < 0 || c == '\n') {
        break;
      }
      isQuoted ^= c == '"';
      for (int i = 0; i < candidates.length; i++) {
        seen[i] += !isQuoted && c == candidates[i] ? 1 : 0;
      }
    }
    reader.reset();
    int best = 0;
    for (int i = 1; i < candidates.length; i++) {
      best = seen[i] > seen[best] ? i : best;
    }
    return candidates[best];
  }
}
