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
    List<String> header = records.get(0).stream().map(String::strip).toList();
    boolean isLong = header.contains("question_id");
    long questions =
        header.stream()
            .filter(name -> !name.equals("case_id") && !name.equals("inspector_id"))
            .count();
    return records.stream()
        .skip(1)
        .mapToLong(record -> isLong || record.size() != header.size() ? 1 : questions)
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
    int width = records.get(0).size();
    return records.stream().skip(1).mapToLong(record -> record.size() == width ? cells : 1).sum();
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

  /** The one of , ; and tab that the first line has most of, outside quotation marks. */
  private static char delimiter(String text) {
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long seen = 0;
      boolean isQuoted = false;
      for (int i = 0; i < text.length() && text.charAt(i) != '\n'; i++) {
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
      if (c == '"' && (isStart || beganQuoted)) {
        beganQuoted = true;
        isQuoted = !isQuoted;
        isStart = false;
      } else if (!isQuoted && c == delimiter) {
        record.add(cell.toString());
        cell.setLength(0);
        beganQuoted = false;
        isStart = true;
      } else if (!isQuoted && (c == '\n' || c == '\r')) {
        if (!record.isEmpty() || !isStart) {
          record.add(cell.toString());
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
