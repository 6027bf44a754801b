package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** A cell of OpenDocument: its value, and how it is shown. */
final class OdsCell {
  /** A number with zeros in front, behind a word or none, as codes are shown. */
  private static final Pattern CODE = Pattern.compile("(\\p{L}[\\p{L}\\p{Pd}_/.]*)?([0-9]{1,50})");

  private static final int MOST_BLANKS = 10_000;

  private final StringBuilder shownText = new StringBuilder();
  private String type;
  private String value;
  private String formula;
  private boolean isError;

  /** Reads the cell that a reader is at, and moves behind it. */
  void read(PartXml xml) throws IOException, XMLStreamException {
    attributes(xml);
    shownText.setLength(0);
    int outside = xml.depth() - 1;
    boolean isFirst = true;
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart("p")) {
        shownText.append(isFirst ? "" : "\n");
        isFirst = false;
        paragraph(xml);
      } else if (xml.isStart()) {
        // Remarks, drawings and tables within a cell are none of its value.
        xml.skip();
      }
    }
  }

  private void attributes(PartXml xml) throws IOException {
    type = null;
    value = null;
    formula = null;
    isError = false;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "value-type" -> {
          isError |= xml.attribute(i).equals("error");
          type = type == null ? xml.attribute(i) : type;
        }
        case "value", "date-value", "time-value", "boolean-value", "string-value" ->
            value = xml.attribute(i);
        case "formula" -> formula = xml.attribute(i);
        default -> {
          // Whatever else is said of a cell changes no value.
        }
      }
    }
  }

  private void paragraph(PartXml xml) throws IOException, XMLStreamException {
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "s" -> shownText.append(" ".repeat(blanks(xml.attribute("c"))));
          case "tab" -> shownText.append('\t');
          case "line-break" -> shownText.append('\n');
          case "span", "a", "ruby", "ruby-base" -> {
            // Their texts are of the cell's text.
          }
          default -> xml.skip();
        }
      } else {
        xml.addText(shownText);
      }
    }
  }

  private static int blanks(String times) {
    return times == null ? 1 : Math.min(MOST_BLANKS, Integer.parseUnsignedInt(times));
  }

  /**
   * The cell's text; empty where it holds nothing, null where its formula was never worked out.
   *
   * @throws NumberFormatException or DateTimeException where its value is none of its type
   */
  String text(ShownValues shown) {
    if (isError) {
      return shownText.toString();
    }
    if (type == null) {
      return !shownText.isEmpty() || formula == null ? shownText.toString() : null;
    }
    if (type.equals("string")) {
      return value == null ? shownText.toString() : value;
    }
    if (value == null) {
      throw new NumberFormatException(type);
    }
    return switch (type) {
      case "float" -> number();
      case "currency" -> ShownValues.plain(ShownValues.number(value));
      case "percentage" -> ShownValues.percent(ShownValues.number(value));
      case "date" -> shown.moment(value);
      case "time" -> shownText.toString();
      case "boolean" -> ShownValues.truth(value.equals("true"));
      default -> throw new NumberFormatException(type);
    };
  }

  /** LibreOffice keeps what it reads as a truth value in a formula, whose value is a number. */
  private static boolean isTruth(String formula) {
    return "of:=TRUE()".equals(formula) || "of:=FALSE()".equals(formula);
  }

  /** A number; one that is shown with zeros in front is a code, and is what is shown. */
  private String number() {
    BigDecimal number = ShownValues.number(value);
    if (isTruth(formula)) {
      return ShownValues.truth(number.signum() != 0);
    }
    Matcher code = CODE.matcher(shownText.toString().strip());
    boolean isCode =
        code.matches()
            && (code.group(1) != null || code.group(2).matches("0[0-9]+"))
            && new BigDecimal(code.group(2)).compareTo(number) == 0;
    return isCode ? code.group() : ShownValues.plain(number);
  }
}
