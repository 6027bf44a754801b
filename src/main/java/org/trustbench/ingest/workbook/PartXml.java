package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements and texts of a part of a workbook, one after another. However a part is made, no
 * more than a bounded piece of it is held.
 */
final class PartXml implements AutoCloseable {
  /** Characters of one text; a cell of a spreadsheet program holds far fewer. */
  static final int MOST_TEXT = 1 << 20;

  /**
   * Names of elements and attributes, all of which the parser keeps; SpreadsheetML has hundreds.
   */
  private static final int MOST_NAMES = 10_000;

  private static final int MOST_DEPTH = 500;

  private final BoundedStream stream;
  private final XMLStreamReader xml;
  private final Set<String> names = new HashSet<>();
  private int depth;

  PartXml(BoundedStream stream) throws XMLStreamException {
    this.stream = stream;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    this.xml = factory.createXMLStreamReader(stream);
  }

  /** Moves to the next tag or piece of text; false at the end of the part. */
  boolean next() throws XMLStreamException, IOException {
    if (!xml.hasNext()) {
      return false;
    }
    stream.startOfMarkup();
    switch (xml.next()) {
      case XMLStreamConstants.START_ELEMENT -> {
        keep(xml.getLocalName());
        if (++depth > MOST_DEPTH) {
          throw new XMLStreamException("nested too deeply");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new XMLStreamException("a document type");
      default -> {
        // Comments and instructions say nothing; texts are asked for.
      }
    }
    return true;
  }

  private void keep(String name) throws BoundedStream.TooLarge {
    if (names.add(name) && names.size() > MOST_NAMES) {
      throw new BoundedStream.TooLarge();
    }
  }

  /** How many elements are open; that of a tag that closes one is no more counted. */
  int depth() {
    return depth;
  }

  boolean isStart() {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean isStart(String name) {
    return isStart() && xml.getLocalName().equals(name);
  }

  boolean isEnd() {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT;
  }

  boolean isEnd(String name) {
    return isEnd() && xml.getLocalName().equals(name);
  }

  /** The element's name without its prefix. */
  String name() {
    return xml.getLocalName();
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  /** An attribute's name without its prefix. */
  String attributeName(int number) throws BoundedStream.TooLarge {
    String name = xml.getAttributeLocalName(number);
    keep(name);
    return name;
  }

  String attribute(int number) {
    return xml.getAttributeValue(number);
  }

  /** Whether an attribute's name has a prefix. */
  boolean isPrefixed(int number) {
    String prefix = xml.getAttributePrefix(number);
    return prefix != null && !prefix.isEmpty();
  }

  /** The value of an attribute, whatever its prefix; null where there is none. */
  String attribute(String name) throws BoundedStream.TooLarge {
    String value = null;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (attributeName(i).equals(name)) {
        value = xml.getAttributeValue(i);
      }
    }
    return value;
  }

  /** Adds the text that the reader is at, if it is at one. */
  void addText(StringBuilder text) throws BoundedStream.TooLarge {
    if (xml.isCharacters()) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      if (text.length() > MOST_TEXT) {
        throw new BoundedStream.TooLarge();
      }
    }
  }

  /** The text of the element that the reader is at, without that of others in it; moves behind. */
  String text() throws XMLStreamException, IOException {
    int outside = depth - 1;
    StringBuilder text = new StringBuilder();
    while (next() && depth > outside) {
      if (depth == outside + 1) {
        addText(text);
      }
    }
    return text.toString();
  }

  /** Moves behind the element that the reader is at. */
  void skip() throws XMLStreamException, IOException {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // Nothing in it is of use.
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
