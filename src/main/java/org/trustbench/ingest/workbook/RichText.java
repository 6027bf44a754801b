package org.trustbench.ingest.workbook;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text of a cell in one or more runs, each with looks of its own. */
final class RichText {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** The text of the element that a reader is at, without how it is pronounced. */
  static String of(XMLStreamReader xml) throws XMLStreamException {
    String element = xml.getLocalName();
    StringBuilder text = new StringBuilder();
    boolean isPhonetic = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        isPhonetic |= xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals("t") && !isPhonetic) {
          text.append(xml.getElementText());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        isPhonetic &= !xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals(element)) {
          return unescaped(text.toString());
        }
      }
    }
  }

  /** Characters that XML cannot hold are written as {@code _x000D_}. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                match ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }
}
