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

  /** Of judgements.csv: one a row of a long file or an uneven one, otherwise one a question. */
  static long ofCsv(byte[] bytes) {
    String text = text(bytes, StandardCharsets.UTF_8);
    List<List<String>> records = records(text, delimiter(text));
    List<String> header = withoutBlanksAtEnd(records.get(0)).stream().map(CellsSent::seen).toList();
    boolean isLong = header.contains("question_id");
    long questions =
        header.stream()
            .filter(name -> !List.of("", "case_id", "inspector_id").contains(name))
            .count();
    return records.stream()
        .skip(1)
        .mapToLong(record -> isLong || !isEven(record, header) ? 1 : questions)
        .sum();
  }

  /** Of an extract: as many as its layout has questions, or one, a row that is even. */
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
    List<List<String>> records = records(text, delimiter);
    List<String> header = withoutBlanksAtEnd(records.get(0)).stream().map(CellsSent::seen).toList();
    return records.stream().skip(1).mapToLong(record -> isEven(record, header) ? cells : 1).sum();
  }

  /** Whether a row has a cell for each column, and is not the header once more. */
  private static boolean isEven(List<String> record, List<String> header) {
    boolean isWide =
        record.size() >= header.size() && withoutBlanksAtEnd(record).size() <= header.size();
    return isWide
        && !record.stream().limit(header.size()).map(CellsSent::seen).toList().equals(header);
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
   * @param malformed lines that were taken for no document, which are one each
   */
  static long ofJsonLines(byte[] bytes, Set<Integer> malformed) {
    long cells = 0;
    int number = 0;
    for (String line : text(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (malformed.contains(number)) {
        cells++;
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
  private static List<List<String>> records(String text, char delimiter) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean beganQuoted = false;
    boolean isQuoted = false;
    boolean isStart = true;
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
          records.add(record);
        }
        record = new ArrayList<>();
        cell.setLength(0);
        beganQuoted = false;
        isStart = true;
      } else {
        cell.append(c);
        isStart = false;
      }
    }
    return records;
  }
}
