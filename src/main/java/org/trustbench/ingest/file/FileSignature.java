package org.trustbench.ingest.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells by its first bytes that a file is not the text that its name says. */
final class FileSignature {
  /** Bytes that are looked at. */
  static final int LOOKED_AT = 512;

  private static final List<String> BEGINNINGS_OF_PAGES =
      List.of("<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style", "<?xml");

  private FileSignature() {}

  /** What a file is and what to do; null where it may be text. */
  static String reason(byte[] first, boolean isPacked) {
    if (begins(first, 0x1F, 0x8B)) {
      return isPacked
          ? "it is packed twice: pack it once and send it again"
          : "it is packed by gzip: let its name end with %s, or send it unpacked"
              .formatted(SourceText.PACKED);
    }
    if (begins(first, 'P', 'K', 3, 4) || begins(first, 'P', 'K', 5, 6)) {
      return zip(new String(first, StandardCharsets.ISO_8859_1));
    }
    if (begins(first, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "it is an old .xls workbook, or one with a password: save it as CSV, or as .xlsx without a password, and send that";
    }
    String text = new String(first, StandardCharsets.ISO_8859_1);
    return isPage(text)
        ? "it is a web page or XML, not CSV, as some programs export tables: open it in a spreadsheet program, save it as CSV and send that"
        : other(text);
  }

  private static String zip(String first) {
    if (first.contains("opendocument.spreadsheet")) {
      return "it is an .ods workbook: let its name end with .ods, or save it as CSV and send that";
    }
    return first.contains("[Content_Types].xml") || first.contains("xl/")
        ? "it is an .xlsx workbook: let its name end with .xlsx, or save it as CSV and send that"
        : "it is a zip archive: unpack it and send what is in it";
  }

  private static boolean isPage(String text) {
    String bare = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    String begin = bare.stripLeading().toLowerCase(Locale.ROOT);
    return BEGINNINGS_OF_PAGES.stream().anyMatch(begin::startsWith);
  }

  private static String other(String text) {
    String kind =
        text.startsWith("%PDF-")
            ? "a PDF file"
            : text.startsWith("PAR1")
                ? "a Parquet file"
                : text.startsWith("{\\rtf")
                    ? "a document"
                    : isPackedOtherwise(text) ? "packed by another program than gzip" : null;
    return kind == null ? null : "it is %s: save it as CSV and send that".formatted(kind);
  }

  /** By 7-Zip, xz, bzip2, Zstandard or RAR. */
  private static boolean isPackedOtherwise(String text) {
    return text.startsWith("7z\u00BC\u00AF")
        || text.startsWith("\u00FD7zXZ")
        || text.matches("(?s)BZh[1-9]1AY.*")
        || text.startsWith("\u0028\u00B5\u002F\u00FD")
        || text.startsWith("Rar!");
  }

  static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || bytes[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }
}
