package org.trustbench.ingest.sent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.ingest.file.GzipMembers;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;

/**
 * A line of a file where it was sent, for the eyes of whoever may read that file: the lake does not
 * hold it.
 *
 * @param sha256 of the file as it is now
 * @param headerPlace where its header stands, in words
 * @param header its first line, or the header of its table
 * @param place where the line stands, in words
 * @param text the line, made harmless for a terminal
 */
public record SourceLine(
    String sha256, String headerPlace, String header, String place, String text) {
  private static final int LONGEST = 10_000;

  /**
   * Finds a line.
   *
   * @param submissions what lies in the landing folder, or the extract
   * @param file the file's name, as tables quote it
   * @param line counted from 1
   * @param options how its file is read
   */
  public static SourceLine find(
      List<Submission> submissions, String file, int line, ReadOptions options) {
    SentFile sent =
        submissions.stream()
            .flatMap(submission -> submission.files().stream())
            .filter(candidate -> candidate.name().equals(file))
            .findFirst()
            .orElseThrow(
                () ->
                    PipelineException.failed(
                        "%s is not among what was sent: --submissions or --extract say where that lies"
                            .formatted(file)));
    if (!InputFormats.hasLines(sent)) {
      return ofTable(sent, line, options);
    }
    try (SourceText sentText = new SourceText(sent, options.charset());
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(sentText.bytes(), sentText.charset()))) {
      String header = null;
      for (int at = 1; ; at++) {
        String text = line(reader);
        if (text == null) {
          throw PipelineException.failed("%s ends before line %d".formatted(file, line));
        }
        header = header == null ? text : header;
        if (at == line) {
          return new SourceLine(sentText.sha256Hex(), "line 1", header, "line " + line, text);
        }
      }
    } catch (Refusal e) {
      throw PipelineException.failed("%s: %s".formatted(file, e.getMessage()), e);
    } catch (GzipMembers.Fault e) {
      throw PipelineException.failed(
          "%s is damaged, and cannot be read as far as line %d".formatted(file, line), e);
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be read any more".formatted(file), e);
    }
  }

  /** A row of a table whose file has no lines: its cells as they are read. */
  private static SourceLine ofTable(SentFile file, int line, ReadOptions options) {
    try (RowReader table = InputFormats.open(FileSlice.whole(0, file), options)) {
      while (table.line() < line) {
        if (!table.next()) {
          throw PipelineException.failed("%s ends before row %d".formatted(file.name(), line));
        }
      }
      if (table.line() > line) {
        throw PipelineException.failed("row %d of %s is empty".formatted(line, file.name()));
      }
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.header().size(); column++) {
        cells.add(harmless(table.cell(column)));
      }
      return new SourceLine(
          table.sha256Hex(),
          table.heading().place(),
          harmless(String.join(", ", table.header())),
          table.heading().rowPlace(line),
          String.join(", ", cells));
    } catch (Refusal e) {
      throw PipelineException.failed("%s: %s".formatted(file.name(), e.getMessage()), e);
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be read any more".formatted(file.name()), e);
    }
  }

  private static String harmless(String text) {
    StringBuilder harmless = new StringBuilder();
    text.chars().limit(LONGEST).forEach(c -> harmless.append(isUnseen(c) ? '\uFFFD' : (char) c));
    return harmless.toString();
  }

  /** The next line, cut where it is longer than anybody reads; null at the end. */
  private static String line(BufferedReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n' && c != '\r') {
      if (text.length() < LONGEST) {
        text.append(c != '\t' && isUnseen(c) ? '\uFFFD' : (char) c);
      }
      c = reader.read();
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
    return text.toString();
  }

  /** Characters that would move a terminal's cursor, colour it, or turn text about. */
  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT;
  }
}
