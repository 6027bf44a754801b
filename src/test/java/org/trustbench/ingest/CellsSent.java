package org.trustbench.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.support.PlainJson;

/** Counts the cells of a file in plain loops that share nothing with what reads it. */
final class CellsSent {
  private CellsSent() {}

  /**
   * Of judgements.csv: one a row of a long file, otherwise one a question; of an uneven row as many
   * on each of its lines.
   */
  static long ofCsv(byte[] bytes) {
    String text = text(bytes, StandardCharsets.UTF_8);
    List<Record> records = records(text, delimiter(text));
    List<String> header =
        withoutBlanksAtEnd(records.get(0).cells()).stream().map(CellsSent::seen).toList();
    boolean isLong = header.contains("question_id");
    long questions =
        header.stream()
            .filter(name -> !List.of("", "case_id", "inspector_id").contains(name))
            .count();
    return records.stream()
        .skip(1)
        .mapToLong(record -> cells(record, header, isLong ? 1 : questions))
        .sum();
  }

  /** Of an extract: as many as its layout has questions, of an uneven row on each of its lines. */
  static long ofExtract(byte[] bytes, Charset charset, char delimiter, int skipped, int cells) {
    String text = text(bytes, charset);
    for (int i = 0; i < skipped; i++) {
      int end = 0;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      boolean isPair = text.startsWith("\r\n", end);
      text = text.substring(Math.min(text.length(), end + (isPair ? 2 : 1)));
    }
    List<Record> records = records(text, delimiter);
    List<String> header =
        withoutBlanksAtEnd(records.get(0).cells()).stream().map(CellsSent::seen).toList();
    return records.stream().skip(1).mapToLong(record -> cells(record, header, cells)).sum();
  }

  /** A row of a table, and the lines that it takes. */
  private record Record(List<String> cells, int lines) {}

  /** Of the header once more, one. */
  private static long cells(Record record, List<String> header, long ofLine) {
    List<String> cells = record.cells();
    boolean isEven =
        cells.size() >= header.size() && withoutBlanksAtEnd(cells).size() <= header.size();
    boolean isHeader =
        isEven && cells.stream().limit(header.size()).map(CellsSent::seen).toList().equals(header);
    return isHeader ? 1 : isEven ? ofLine : ofLine * record.lines();
  }

  private static List<String> withoutBlanksAtEnd(List<String> record) {
    int width = record.size();
    while (width > 0 && seen(record.get(width - 1)).isEmpty()) {
      width--;
    }
    return record.subList(0, width);
  }

  /** What a reader sees of a cell. */
  private static String seen(String cell) {
    StringBuilder seen = new StringBuilder();
    cell.codePoints()
        .filter(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.CONTROL)
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .forEach(seen::appendCodePoint);
    return seen.toString().strip();
  }

  /**
   * Of cases.jsonl: one a judgement.
   *
   * @param malformed lines that were taken for no document
   * @param questions that each of these counts for
   */
  static long ofJsonLines(byte[] bytes, Set<Integer> malformed, int questions) {
    long cells = 0;
    int number = 0;
    for (String line : text(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (malformed.contains(number)) {
        cells += questions;
      } else if (!line.isBlank()) {
        Object judgements = PlainJson.get(PlainJson.read(line), "judgements");
        cells += judgements == null ? 0 : PlainJson.entries(judgements).size();
      }
    }
    return cells;
  }

  private static String text(byte[] bytes, Charset charset) {
    boolean isMarked =
        bytes.length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int from = isMarked ? 3 : 0;
    return new String(bytes, from, bytes.length - from, charset);
  }

  /** The one of , ; | and tab that the first line has most of, outside quotation marks. */
  private static char delimiter(String whole) {
    String text = whole.substring(begin(whole));
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long seen = 0;
      boolean isQuoted = false;
      for (int i = 0; i < text.length() && "\r\n".indexOf(text.charAt(i)) < 0; i++) {
        isQuoted ^= text.charAt(i) == '"';
        seen += !isQuoted && text.charAt(i) == candidate ? 1 : 0;
      }
      if (seen > most) {
        most = seen;
        best = candidate;
      }
    }
    return best;
  }

  /** Where the first line begins that holds anything. */
  private static int begin(String text) {
    int begin = 0;
    while (begin < text.length()) {
      int end = begin;
      while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (!seen(text.substring(begin, end)).isEmpty()) {
        return begin;
      }
      begin = end + 1;
    }
    return 0;
  }

  /** A cell that begins with a quotation mark is quoted from every other mark to the next. */
  private static List<Record> records(String text, char delimiter) {
    List<Record> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean beganQuoted = false;
    boolean isQuoted = false;
    boolean isStart = true;
    int lines = 1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      boolean isBlankSoFar = !beganQuoted && (c == '"') && cell.toString().matches("[ \t]*");
      if (c == '"' && (isStart || beganQuoted || isBlankSoFar)) {
        cell.setLength(beganQuoted ? cell.length() : 0);
        beganQuoted = true;
        isQuoted = !isQuoted;
        isStart = false;
      } else if (!isQuoted && c == delimiter) {
        record.add(cell.toString());
        cell.setLength(0);
        beganQuoted = false;
        isStart = true;
      } else if (!isQuoted && (c == '\n' || c == '\r')) {
        record.add(cell.toString());
        if (!withoutBlanksAtEnd(record).isEmpty()) {
          records.add(new Record(record, lines));
        }
        lines = 1;
        record = new ArrayList<>();
        cell.setLength(0);
        beganQuoted = false;
        isStart = true;
      } else {
        cell.append(c);
        lines += c == '\n' || c == '\r' && !text.startsWith("\n", i + 1) ? 1 : 0;
        isStart = false;
      }
    }
    return records;
  }
}
