package org.trustbench.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.OpenDecisions;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.message.Counted;

/**
 * The beginning of a delimited text: its encoding, what stands between cells and where its header
 * is are found out from its bytes.
 */
record TextBeginning(Charset charset, char delimiter, int headerLine)
    implements SentExtract.Beginning {
  /** What files that are not Unicode are most often written in. */
  private static final Charset GUESSED = Charset.forName("windows-1252");

  private static final int ROWS_LOOKED_AT = 64;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  static TextBeginning of(SentFile file) throws IOException, Refusal {
    Charset charset = charset(file);
    TextBeginning best = null;
    int weight = 0;
    for (char delimiter : DELIMITERS) {
      List<CsvRecord> first = firstRows(file, charset, delimiter);
      HeaderGuess.Found found =
          HeaderGuess.among(first.stream().map(CsvRecord::getFields).toList());
      if (found != null && found.weight() > weight) {
        int line = (int) first.get(found.row()).getStartingLineNumber();
        best = new TextBeginning(charset, delimiter, line);
        weight = found.weight();
      }
    }
    if (best == null) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          file.name(),
          "it is no table: it needs a header and rows, with , ; tab or | between cells");
    }
    return best;
  }

  @Override
  public ReadOptions options() {
    return ReadOptions.ofText(charset, delimiter, headerLine - 1);
  }

  @Override
  public String told(int columns) {
    return "header on line %d, %s, %s, %s between cells"
        .formatted(
            headerLine,
            Counted.of(columns, "column"),
            charset.name(),
            delimiter == '\t' ? "tab" : delimiter);
  }

  @Override
  public void describe(ObjectNode layout) {
    boolean isSure = !charset.equals(GUESSED);
    layout.put("encoding", isSure ? charset.name() : OpenDecisions.guess(charset.name()));
    layout.put("delimiter", String.valueOf(delimiter));
    layout.put("skip_lines", headerLine - 1);
  }

  /** The encoding that a mark says; else the first of UTF-8 and another that the bytes fit. */
  private static Charset charset(SentFile file) throws IOException, Refusal {
    try (InputStream in = file.open()) {
      if (SourceText.isUtf16(in.readNBytes(2))) {
        return StandardCharsets.UTF_16;
      }
    }
    try (SourceText text = new SourceText(file, StandardCharsets.UTF_8)) {
      return isUnicode(text) ? StandardCharsets.UTF_8 : GUESSED;
    } catch (IOException e) {
      throw SourceText.refusal(file, StandardCharsets.UTF_8, 0, e);
    }
  }

  /** Whatever else is wrong with a text is told by its line when its rows are read. */
  private static boolean isUnicode(SourceText text) {
    try {
      text.reader().transferTo(Writer.nullWriter());
      return true;
    } catch (IOException e) {
      return !(e instanceof CharacterCodingException);
    }
  }

  /** None where the text cannot be split by a delimiter. */
  private static List<CsvRecord> firstRows(SentFile file, Charset charset, char delimiter)
      throws IOException, Refusal {
    List<CsvRecord> first = new ArrayList<>();
    try (SourceText text = new SourceText(file, charset);
        CsvReader<CsvRecord> rows =
            reader(new BufferedReader(text.readerWithNul(), 1 << 16), delimiter)) {
      rows.stream().limit(ROWS_LOOKED_AT).forEach(first::add);
      return first;
    } catch (CsvParseException | UncheckedIOException e) {
      return List.of();
    }
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
}
