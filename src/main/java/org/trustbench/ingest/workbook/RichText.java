package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Text of a cell in one or more runs, each with looks of its own. */
final class RichText {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** The text of the element that a reader is at, without how it is pronounced. */
  static String of(PartXml xml) throws XMLStreamException, IOException {
    int outside = xml.depth() - 1;
    StringBuilder text = new StringBuilder();
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart("rPh")) {
        xml.skip();
      } else if (xml.isStart("t")) {
        text.append(xml.text());
        if (text.length() > PartXml.MOST_TEXT) {
          throw new BoundedStream.TooLarge();
        }
      }
    }
    return unescaped(text.toString());
  }

  /** Characters that XML cannot hold are written as {@code _x000D_}. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }
}
