package org.trustbench.draft;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;

/**
 * A delimited file of which nothing is known: its encoding, what stands between cells and where its
 * header is are found out from its bytes.
 */
final class ExtractFile {
  /** What files that are not Unicode are most often written in. */
  static final Charset GUESSED = Charset.forName("windows-1252");

  private static final int ROWS_LOOKED_AT = 64;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final Path path;
  private final Charset charset;
  private final Beginning beginning;

  /** Where the table begins, as far as that is decided by what stands between cells. */
  private record Beginning(char delimiter, int headerLine, List<String> header, int alike) {}

  private ExtractFile(Path path) throws IOException {
    this.path = path;
    this.charset = readCharset();
    this.beginning = readBeginning();
  }

  /** Opens a file, or says why it is no table. */
  static ExtractFile open(Path path) {
    try {
      if (!Files.isRegularFile(path)) {
        throw wrong(path, "is no file: name the extract");
      }
      return new ExtractFile(path);
    } catch (IOException e) {
      throw wrong(path, "cannot be read: " + FailureCause.of(e));
    }
  }

  Charset charset() {
    return charset;
  }

  /** Whether the bytes themselves say what encoding they are in. */
  boolean isCharsetSure() {
    return !charset.equals(GUESSED);
  }

  char delimiter() {
    return beginning.delimiter();
  }

  /** The line of the header, counted from 1. */
  int headerLine() {
    return beginning.headerLine();
  }

  List<String> header() {
    return beginning.header();
  }

  /**
   * Reads the rows under the header.
   *
   * @return how many have another number of cells than the header, and were left out
   */
  long forEach(Consumer<List<String>> row) {
    long ragged = 0;
    try (CsvReader<CsvRecord> rows = reader(text(), beginning.delimiter())) {
      for (CsvRecord record : rows) {
        if (record.getStartingLineNumber() <= beginning.headerLine()) {
          continue;
        }
        if (record.getFieldCount() == beginning.header().size()) {
          row.accept(record.getFields());
        } else {
          ragged++;
        }
      }
      return ragged;
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw wrong(path, "cannot be split into rows: " + FailureCause.of(e));
    }
  }

  private Charset readCharset() throws IOException {
    byte[] mark;
    try (InputStream in = bytes()) {
      mark = in.readNBytes(4);
    }
    if (begins(mark, 'P', 'K', 3, 4)) {
      throw wrong(path, "is a workbook or a zip: save the sheet as CSV UTF-8 and name that");
    }
    if (begins(mark, 0xFF, 0xFE) || begins(mark, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    try (Reader reader = reader(StandardCharsets.UTF_8)) {
      char[] read = new char[1 << 16];
      for (int n = reader.read(read); n >= 0; n = reader.read(read)) {
        if (new String(read, 0, n).indexOf(0) >= 0) {
          throw wrong(path, "is no text: save it as CSV UTF-8 and name that");
        }
      }
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return GUESSED;
    }
  }

  private Beginning readBeginning() throws IOException {
    Beginning best = null;
    for (char delimiter : DELIMITERS) {
      Beginning found = beginning(delimiter);
      if (found != null && (best == null || found.alike() > best.alike())) {
        best = found;
      }
    }
    if (best == null) {
      throw wrong(path, "is no table: it needs a header and rows, with , ; tab or | between cells");
    }
    checkNames(best);
    return best;
  }

  /** The first row as wide as most, with hardly a cell empty; null if rows have one cell only. */
  private Beginning beginning(char delimiter) throws IOException {
    List<CsvRecord> first = new ArrayList<>();
    try (CsvReader<CsvRecord> rows = reader(text(), delimiter)) {
      rows.stream().limit(ROWS_LOOKED_AT).forEach(first::add);
    } catch (CsvParseException | UncheckedIOException e) {
      return null;
    }
    int width = 0;
    long alike = 0;
    for (CsvRecord record : first) {
      int cells = record.getFieldCount();
      long same = first.stream().filter(other -> other.getFieldCount() == cells).count();
      if (cells > 1 && (same > alike || same == alike && cells > width)) {
        width = cells;
        alike = same;
      }
    }
    for (CsvRecord record : first) {
      long filled = record.getFields().stream().filter(cell -> !cell.isBlank()).count();
      if (record.getFieldCount() == width && width > 1 && 4 * filled >= 3L * width) {
        return new Beginning(
            delimiter,
            (int) record.getStartingLineNumber(),
            record.getFields().stream().map(String::strip).toList(),
            (int) alike * width);
      }
    }
    return null;
  }

  private void checkNames(Beginning found) {
    Set<String> seen = new HashSet<>();
    for (String name : found.header()) {
      if (!seen.add(name)) {
        throw wrong(
            path,
            "line %d: the column \"%s\" stands twice: name each column once"
                .formatted(found.headerLine(), name));
      }
    }
  }

  private Reader text() throws IOException {
    Reader reader = reader(charset);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private BufferedReader reader(Charset in) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            bytes(),
            in.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        1 << 16);
  }

  private InputStream bytes() throws IOException {
    PushbackInputStream in =
        new PushbackInputStream(new BufferedInputStream(Files.newInputStream(path)), 2);
    byte[] mark = in.readNBytes(2);
    in.unread(mark);
    return begins(mark, 0x1F, 0x8B) ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .ofCsvRecord(text);
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || bytes[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }

  private static PipelineException wrong(Path path, String what) {
    return PipelineException.usage("%s %s".formatted(path, what));
  }
}
