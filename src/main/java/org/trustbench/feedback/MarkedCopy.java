package org.trustbench.feedback;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.csv.CsvStart;
import org.trustbench.ingest.csv.SkippedLines;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.sent.Submission;

/**
 * Copies of CSV files and of sheets of workbooks as sent, with a last column that says what to mend
 * beside each faulty row. They hold what the files hold, and are for those alone who may read
 * these.
 */
public final class MarkedCopy {
  static final String COLUMN = "what to mend";

  /** Excel takes a file for UTF-8 that begins with it. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String CSV = ".csv";

  private MarkedCopy() {}

  /**
   * Writes a copy of each file that has faulty rows.
   *
   * @param layout of an extract; null for a folder
   * @param folder where to; a folder for each submission is made in it
   * @return the copies
   */
  public static List<Path> write(
      Submission submission, Layout layout, List<Reject> rejects, Path folder) throws IOException {
    Map<String, Map<Integer, Set<String>>> reasons = new HashMap<>();
    for (Reject reject : rejects) {
      if (reject.line() > 0) {
        reasons
            .computeIfAbsent(reject.file(), file -> new HashMap<>())
            .computeIfAbsent(reject.line(), line -> new LinkedHashSet<>())
            .add(reject.reason());
      }
    }
    List<Path> copies = new ArrayList<>();
    Set<Path> taken = new HashSet<>();
    for (SentFile file : submission.files()) {
      if (reasons.containsKey(file.name()) && isTable(file, layout)) {
        Path copy = folder.resolve(name(file, layout));
        if (!taken.add(copy)) {
          throw PipelineException.failed("two files would be copied to " + copy);
        }
        if (copied(file, layout, reasons.get(file.name()), copy)) {
          copies.add(copy);
        }
      }
    }
    return copies;
  }

  private static boolean isTable(SentFile file, Layout layout) {
    return layout != null || file.plainName().endsWith(CSV) || !InputFormats.isCutAtLines(file);
  }

  /** A name that is none of a file sent, so that no copy ever takes the place of one. */
  private static String name(SentFile file, Layout layout) {
    String plain = file.plainName();
    String stem = plain.endsWith(CSV) ? plain.substring(0, plain.length() - CSV.length()) : plain;
    String folder =
        layout != null ? "" : file.name().substring(0, file.name().lastIndexOf('/') + 1);
    return (file.sheet() == null ? folder : folder.replace('.', '-')) + stem + "-to-mend" + CSV;
  }

  /** Whether there is a copy: of what cannot be split into rows there is none. */
  private static boolean copied(
      SentFile file, Layout layout, Map<Integer, Set<String>> reasons, Path copy)
      throws IOException {
    Files.createDirectories(copy.getParent());
    ReadOptions options = layout == null ? ReadOptions.OF_FOLDERS : ReadOptions.of(layout);
    return InputFormats.isCutAtLines(file)
        ? isTextCopied(file, options, reasons, copy)
        : isSheetCopied(file, options, reasons, copy);
  }

  /** A sheet is copied as CSV of what it shows, with the rows of its table and no others. */
  private static boolean isSheetCopied(
      SentFile file, ReadOptions options, Map<Integer, Set<String>> reasons, Path copy)
      throws IOException {
    try (RowReader table = InputFormats.open(FileSlice.whole(0, file), options);
        Writer text = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
      text.write(BYTE_ORDER_MARK);
      CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
      List<String> cells = new ArrayList<>(table.header());
      cells.add(COLUMN);
      writer.writeRecord(cells);
      while (table.next()) {
        cells.clear();
        for (int column = 0; column < table.header().size(); column++) {
          cells.add(table.cell(column));
        }
        cells.add(String.join("; ", reasons.getOrDefault(table.line(), Set.of())));
        writer.writeRecord(cells);
      }
      writer.flush();
      return true;
    } catch (Refusal e) {
      Files.deleteIfExists(copy);
      return false;
    }
  }

  private static boolean isTextCopied(
      SentFile file, ReadOptions options, Map<Integer, Set<String>> reasons, Path copy)
      throws IOException {
    try (SourceText source = new SourceText(file, options.charset());
        BufferedReader sent = new BufferedReader(source.reader());
        Writer text = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
      CsvStart start = CsvStart.of(file.name(), sent, options);
      for (int i = 0; i < start.skipLines() && SkippedLines.isSkipped(sent); i++) {
        // Lines before the header are not copied.
      }
      char delimiter = start.delimiter();
      text.write(BYTE_ORDER_MARK);
      CsvWriter writer =
          CsvWriter.builder()
              .fieldSeparator(delimiter)
              .lineDelimiter(LineDelimiter.CRLF)
              .build(text);
      copy(rows(sent, delimiter), start.skipLines(), reasons, writer);
      writer.flush();
      return true;
    } catch (Refusal | CsvParseException | UncheckedIOException | CharacterCodingException e) {
      Files.deleteIfExists(copy);
      return false;
    }
  }

  private static void copy(
      CsvReader<CsvRecord> rows, int skipped, Map<Integer, Set<String>> reasons, CsvWriter writer) {
    int width = -1;
    for (CsvRecord row : rows) {
      List<String> cells = new ArrayList<>(row.getFields());
      boolean isHeader = width < 0;
      width = isHeader ? cells.size() : width;
      while (cells.size() < width) {
        cells.add("");
      }
      int line = (int) row.getStartingLineNumber() + skipped;
      cells.add(isHeader ? COLUMN : String.join("; ", reasons.getOrDefault(line, Set.of())));
      writer.writeRecord(cells);
    }
  }

  private static CsvReader<CsvRecord> rows(BufferedReader sent, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .ofCsvRecord(sent);
  }
}
