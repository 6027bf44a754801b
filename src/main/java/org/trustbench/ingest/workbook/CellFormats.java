package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** How numbers of cells are shown: as days, with leading zeros, in hundredths, or as they are. */
final class CellFormats {
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");

  /** A code: letters, if any, and so many digits at least. */
  private static final Pattern CODE =
      Pattern.compile("(?:\"(\\p{L}[\\p{L}\\p{Pd}_/.]*)\"|\\\\(\\p{L}))?(0+)");

  /** Excel takes 1900 for a leap year; the days before its false 29 February are one more. */
  private static final int FALSE_DAY = 60;

  private enum Kind {
    PLAIN,
    DAY,
    PERCENT
  }

  /** A format: its kind, what is shown in front, and the digits that are shown at least. */
  private record Format(Kind kind, String front, int digits) {}

  private static final Format PLAIN = new Format(Kind.PLAIN, "", 0);
  private static final Format DAY = new Format(Kind.DAY, "", 0);
  private static final Format PERCENT = new Format(Kind.PERCENT, "", 0);

  private final List<Format> formats;
  private final boolean is1904;

  private CellFormats(List<Format> formats, boolean is1904) {
    this.formats = formats;
    this.is1904 = is1904;
  }

  static CellFormats none(boolean is1904) {
    return new CellFormats(List.of(), is1904);
  }

  /** Reads the formats of a workbook. */
  static CellFormats of(PartXml xml, boolean is1904) throws XMLStreamException, IOException {
    Map<Integer, String> codes = new HashMap<>();
    List<Format> formats = new ArrayList<>();
    boolean isOfCells = false;
    while (xml.next()) {
      if (xml.isEnd("cellXfs")) {
        isOfCells = false;
      } else if (xml.isStart()) {
        switch (xml.name()) {
          case "numFmt" -> codes.putIfAbsent(number(xml, "numFmtId"), code(xml));
          case "cellXfs" -> isOfCells = true;
          case "xf" -> {
            if (isOfCells) {
              formats.add(format(number(xml, "numFmtId"), codes));
            }
          }
          default -> {
            // Fonts, colours and borders change no value.
          }
        }
      }
    }
    return new CellFormats(formats, is1904);
  }

  private static String code(PartXml xml) throws IOException {
    String code = xml.attribute("formatCode");
    return code == null ? "General" : code;
  }

  private static int number(PartXml xml, String attribute) throws IOException {
    String value = xml.attribute(attribute);
    return value == null ? 0 : Integer.parseInt(value);
  }

  private static Format format(int id, Map<Integer, String> codes) {
    boolean isDay =
        id >= 14 && id <= 22
            || id >= 27 && id <= 36
            || id >= 45 && id <= 58 && id != 48 && id != 49;
    String code = codes.get(id);
    if (code == null) {
      return isDay ? DAY : id == 9 || id == 10 ? PERCENT : PLAIN;
    }
    int end = code.indexOf(';');
    String positive = end < 0 ? code : code.substring(0, end);
    Matcher padded = CODE.matcher(positive);
    if (padded.matches()) {
      String front = padded.group(1) == null ? padded.group(2) : padded.group(1);
      return new Format(Kind.PLAIN, front == null ? "" : front, padded.group(3).length());
    }
    String bare = LITERAL.matcher(positive).replaceAll("");
    if (bare.indexOf('%') >= 0) {
      return PERCENT;
    }
    return !bare.equalsIgnoreCase("general") && bare.matches("(?is).*[ymdhs].*") ? DAY : PLAIN;
  }

  /**
   * A number as it is shown.
   *
   * @param style number of the cell's format; null where it has none
   * @param shown how days are written
   * @throws NumberFormatException where it is none
   */
  String text(String number, String style, ShownValues shown) {
    int place = style == null ? -1 : Integer.parseInt(style);
    Format format = place >= 0 && place < formats.size() ? formats.get(place) : PLAIN;
    BigDecimal value = ShownValues.number(number);
    return switch (format.kind()) {
      case DAY -> moment(value, shown);
      case PERCENT -> ShownValues.percent(value);
      case PLAIN -> padded(ShownValues.plain(value), format);
    };
  }

  private static String padded(String plain, Format format) {
    boolean isWhole = plain.chars().allMatch(c -> c >= '0' && c <= '9');
    return isWhole
        ? format.front() + "0".repeat(Math.max(0, format.digits() - plain.length())) + plain
        : plain;
  }

  /** A day, with the time of day where there is one. */
  private String moment(BigDecimal value, ShownValues shown) {
    long seconds = Math.round(value.doubleValue() * 86_400);
    long day = Math.floorDiv(seconds, 86_400L);
    boolean isBeforeAnyDay = day < (is1904 ? 0 : 1);
    if (isBeforeAnyDay || day > 2_958_465 || !is1904 && day == FALSE_DAY) {
      return ShownValues.plain(value);
    }
    LocalDate zero =
        is1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < FALSE_DAY ? 31 : 30);
    long second = Math.floorMod(seconds, 86_400L);
    return shown.moment(zero.plusDays(day).atStartOfDay().plusSeconds(second));
  }
}
