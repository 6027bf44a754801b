package org.trustbench.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.stream.IntStream;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.GzipMembers;
import org.trustbench.ingest.file.LineBuffer;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.rows.TableOptions;

/**
 * A CSV file as sent, read row by row, with the line of each. Whatever makes the rest of the file
 * unreadable (a packed file that ends early, a wrong encoding, a quotation mark never closed)
 * refuses the submission, because the rows after it cannot be accounted for.
 */
final class CsvTable implements RowReader {
  /** More columns than any form has questions. */
  static final int MOST_COLUMNS = 16_384;

  static final int LONGEST_ROW = 1 << 20;

  private final SentFile file;
  private final Charset charset;
  private final SourceText text;
  private final LineBuffer buffer;
  private final char delimiter;
  private final Header header;
  private final UnclosedQuoteDetector swallowed;

  /** The lines being read; null from the first on that is not plain. */
  private FastLineSplitter plain;

  /** What is read after them; null before. */
  private FastCsvRows rest;

  private int line;

  /** Lines of the file between the header and the next that are not read. */
  private int linesBetween;

  /** Opens a slice of an extract and reads the file's header. */
  static CsvTable of(FileSlice slice, TableOptions options, ReadMode pace)
      throws IOException, Refusal {
    Charset charset = options.charset();
    CsvTable table =
        new CsvTable(
            slice.sent(),
            slice.isWhole()
                ? opened(slice.sent(), charset)
                : new SourceText(slice.sent(), slice.open()),
            charset,
            options.delimiter(),
            options.skipLines(),
            pace);
    table.linesBetween = slice.linesBefore();
    return table;
  }

  /**
   * Opens a file and reads its header.
   *
   * @param delimiter between cells; null to see from the header whether it is , ; or a tab
   * @param skipLines lines before the header
   */
  CsvTable(SentFile file, Charset charset, Character delimiter, int skipLines, ReadMode pace)
      throws IOException, Refusal {
    this(file, opened(file, charset), charset, delimiter, skipLines, pace);
  }

  private CsvTable(
      SentFile file,
      SourceText text,
      Charset charset,
      Character delimiter,
      int skipLines,
      ReadMode pace)
      throws IOException, Refusal {
    this.file = file;
    this.charset = charset;
    this.text = text;
    this.buffer = new LineBuffer(text.bytes(), pace.room());
    try {
      boolean isPlain =
          !pace.isSteady()
              && FastLineSplitter.canSplit(charset, delimiter)
              && CsvHeaderSniffer.isSkipped(buffer, skipLines, charset);
      BufferedReader reader = isPlain ? null : skipped(skipLines);
      this.delimiter =
          delimiter != null
              ? delimiter
              : isPlain
                  ? CsvHeaderSniffer.delimiterOf(buffer)
                  : CsvHeaderSniffer.delimiterOf(reader);
      if (isPlain) {
        plain = new FastLineSplitter(buffer, charset, this.delimiter, skipLines);
      } else {
        rest = new FastCsvRows(reader, this.delimiter, skipLines);
      }
      if (!isThereMore()) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE, file.name(), "it is empty: send it again with its rows");
      }
      header =
          Header.of(
              file,
              line,
              IntStream.range(0, width()).mapToObj(this::cell).map(String::strip).toList());
      swallowed = new UnclosedQuoteDetector(this.delimiter, header.names().size());
    } catch (IOException e) {
      text.close();
      throw unreadable(e);
    } catch (Refusal e) {
      text.close();
      throw e;
    }
  }

  @Override
  public Header heading() {
    return header;
  }

  /** Moves to the next row; false at the end of the file. */
  @Override
  public boolean next() throws Refusal {
    if (!isThereMore()) {
      return false;
    }
    for (int column = 0; plain == null && !isFaulty() && column < width(); column++) {
      if (swallowed.isIn(rest.cell(column), column)) {
        throw openQuote();
      }
    }
    return true;
  }

  private boolean isThereMore() throws Refusal {
    try {
      if (plain != null) {
        if (plain.next()) {
          line = plain.line() + linesBetween;
          return true;
        }
        if (plain.isAtEnd()) {
          return false;
        }
        rest = new FastCsvRows(reader(), delimiter, plain.line());
        plain = null;
      }
      if (!rest.next()) {
        return false;
      }
      line = rest.line() + linesBetween;
      return true;
    } catch (IOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  /** All that is left, character by character. */
  private BufferedReader reader() throws IOException {
    return new BufferedReader(
        new InputStreamReader(buffer.rest(), SourceText.strict(charset)), 1 << 16);
  }

  private BufferedReader skipped(int lines) throws IOException, Refusal {
    BufferedReader reader = reader();
    for (int i = 0; i < lines; i++) {
      if (!CsvHeaderSniffer.isSkipped(reader)) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE, file.name(), "it ends before its header: send it again");
      }
    }
    return reader;
  }

  /** The line that the row begins on, counted from 1. */
  @Override
  public int line() {
    return line;
  }

  @Override
  public boolean isFaulty() {
    return width() != header.names().size();
  }

  /** What is wrong with a row that has not a cell for each column; null where nothing is. */
  @Override
  public String fault() {
    return isFaulty()
        ? "%d cells where the header has %d: check delimiters and quotation marks"
            .formatted(width(), header.names().size())
        : null;
  }

  int width() {
    return plain != null ? plain.width() : rest.width();
  }

  /** A cell as it stands. */
  @Override
  public String cell(int column) {
    return plain != null ? plain.cell(column) : rest.cell(column);
  }

  /**
   * A cell that names something, as a reader sees it, and never with a line break inside, which
   * would mean that a quotation mark has swallowed the rows after it.
   */
  @Override
  public String name(int column) throws Refusal {
    return Spelling.plain(given(column));
  }

  /** The same as it was given, with whatever a reader does not see. */
  @Override
  public String given(int column) throws Refusal {
    checkNoLineBreak(column);
    return cell(column).strip();
  }

  /** What a cell that names something comes to. */
  @Override
  public <T> T value(int column, MemoizedLookup<T> values) throws Refusal {
    return plain != null ? plain.value(column, values) : values.of(given(column));
  }

  /** Fails where a cell that names something has swallowed what comes after; -1 is no column. */
  @Override
  public void checkNoLineBreak(int column) throws Refusal {
    if (plain != null || column < 0) {
      return;
    }
    String value = rest.cell(column).strip();
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw openQuote();
    }
  }

  private Refusal openQuote() {
    return new Refusal(
        RejectRule.UNREADABLE_FILE,
        file.name(),
        "line %d: a quotation mark opened here takes in the lines after it: close it or double it"
            .formatted(line));
  }

  @Override
  public String sha256Hex() throws Refusal {
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

  private static SourceText opened(SentFile file, Charset charset) throws IOException, Refusal {
    try {
      return new SourceText(file);
    } catch (GzipMembers.Fault e) {
      throw SourceText.refusal(file, charset, 0, e);
    }
  }

  private Refusal unreadable(Exception e) {
    return e instanceof CsvParseException
        ? new Refusal(
            RejectRule.UNREADABLE_FILE,
            file.name(),
            "it cannot be split into rows after line %d: close every quotation mark, and keep a row below %d columns and %d characters"
                .formatted(line, MOST_COLUMNS, LONGEST_ROW))
        : SourceText.refusal(file, charset, line, e);
  }
}
