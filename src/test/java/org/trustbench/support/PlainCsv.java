package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * CSV read by thirty lines of plain Java that share nothing with the program, to count what it
 * counts.
 */
public final class PlainCsv {
  private PlainCsv() {}

  /** A file's text: unpacked, decoded as UTF-8, without byte order mark. */
  public static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().endsWith(".gz")) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          bytes = in.readAllBytes();
        }
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table with a header, each by column. */
  public static List<Map<String, String>> rows(Path file) {
    List<List<String>> records = records(text(file), ',');
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(1, records.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < record.size(); i++) {
        row.put(records.get(0).get(i), record.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The delimiter of a header that holds no quotation marks. */
  public static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.contains("\t") ? '\t' : header.contains(";") ? ';' : ',';
  }

  /** All records that are not blank, the header first. */
  public static List<List<String>> records(String text, char delimiter) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isQuoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(text.charAt(++i));
        } else if (c == '"') {
          isQuoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        isQuoted = true;
      } else if (c == delimiter) {
        record.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        end(records, record, cell);
        record = new ArrayList<>();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    end(records, record, cell);
    return records;
  }

  private static void end(List<List<String>> records, List<String> record, StringBuilder cell) {
    if (!record.isEmpty() || !cell.isEmpty()) {
      record.add(cell.toString());
      records.add(record);
      cell.setLength(0);
    }
  }
}
