package org.trustbench.ingest.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How numbers of cells are shown: as days, with leading zeros, in hundredths, or as they are. */
final class CellFormats {
  /** A double has no more digits that mean anything, and no program shows more. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
  private static final Pattern ZEROS = Pattern.compile("0{2,}");

  /** Excel takes 1900 for a leap year; the days before its false 29 February are one more. */
  private static final int FALSE_DAY = 60;

  private enum Kind {
    PLAIN,
    DAY,
    PERCENT
  }

  /** A format: its kind, and the digits that are shown at least. */
  private record Format(Kind kind, int digits) {}

  private static final Format PLAIN = new Format(Kind.PLAIN, 0);

  private final List<Format> formats;
  private final boolean is1904;
  private DateTimeFormatter days = DateTimeFormatter.ISO_LOCAL_DATE;

  private CellFormats(List<Format> formats, boolean is1904) {
    this.formats = formats;
    this.is1904 = is1904;
  }

  /** Shows days by a pattern, as an extract's layout has them; null for 2014-03-04. */
  CellFormats showingDays(String pattern) {
    if (pattern != null) {
      days = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
    return this;
  }

  static CellFormats none(boolean is1904) {
    return new CellFormats(List.of(), is1904);
  }

  /** Reads the formats of a workbook. */
  static CellFormats of(XMLStreamReader xml, boolean is1904) throws XMLStreamException {
    Map<Integer, String> codes = new HashMap<>();
    List<Format> formats = new ArrayList<>();
    boolean isOfCells = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "numFmt" ->
              codes.putIfAbsent(number(xml, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
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
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        isOfCells = false;
      }
    }
    return new CellFormats(formats, is1904);
  }

  private static int number(XMLStreamReader xml, String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    return value == null ? 0 : Integer.parseInt(value);
  }

  private static Format format(int id, Map<Integer, String> codes) {
    boolean isDay =
        id >= 14 && id <= 22
            || id >= 27 && id <= 36
            || id >= 45 && id <= 58 && id != 48 && id != 49;
    String code = codes.get(id);
    if (code == null) {
      return isDay
          ? new Format(Kind.DAY, 0)
          : id == 9 || id == 10 ? new Format(Kind.PERCENT, 0) : PLAIN;
    }
    int end = code.indexOf(';');
    String positive = LITERAL.matcher(end < 0 ? code : code.substring(0, end)).replaceAll("");
    if (ZEROS.matcher(positive).matches()) {
      return new Format(Kind.PLAIN, positive.length());
    }
    if (positive.indexOf('%') >= 0) {
      return new Format(Kind.PERCENT, 0);
    }
    return !positive.equalsIgnoreCase("general") && positive.matches("(?i).*[ymdhs].*")
        ? new Format(Kind.DAY, 0)
        : PLAIN;
  }

  /**
   * A number as it is shown.
   *
   * @param style number of the cell's format; null where it has none
   * @throws NumberFormatException where it is none
   */
  String text(String number, String style) {
    int place = style == null ? -1 : Integer.parseInt(style);
    Format format = place >= 0 && place < formats.size() ? formats.get(place) : PLAIN;
    BigDecimal value = new BigDecimal(number);
    if (Math.abs((long) value.precision() - value.scale()) > 400) {
      throw new NumberFormatException(number);
    }
    return switch (format.kind()) {
      case DAY -> moment(value);
      case PERCENT -> plain(value.movePointRight(2)) + "%";
      case PLAIN -> padded(plain(value), format.digits());
    };
  }

  private static String padded(String plain, int digits) {
    boolean isWhole = plain.chars().allMatch(c -> c >= '0' && c <= '9');
    return isWhole && plain.length() < digits ? "0".repeat(digits - plain.length()) + plain : plain;
  }

  private static String plain(BigDecimal value) {
    BigDecimal shown = value.round(SHOWN);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  /** A day, with the time of day where there is one. */
  private String moment(BigDecimal value) {
    long seconds = Math.round(value.doubleValue() * 86_400);
    long day = Math.floorDiv(seconds, 86_400L);
    boolean isBeforeAnyDay = day < (is1904 ? 0 : 1);
    if (isBeforeAnyDay || day > 2_958_465 || !is1904 && day == FALSE_DAY) {
      return plain(value);
    }
    LocalDate zero =
        is1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < FALSE_DAY ? 31 : 30);
    long second = Math.floorMod(seconds, 86_400L);
    LocalDateTime moment = zero.plusDays(day).atStartOfDay().plusSeconds(second);
    return second == 0 ? days.format(moment.toLocalDate()) : moment.toString();
  }
}
