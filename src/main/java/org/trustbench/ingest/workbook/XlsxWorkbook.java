package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook: its sheets, the texts that they share, and how cells are formatted. */
final class XlsxWorkbook implements AutoCloseable {
  /** The largest part that is unpacked; a sheet of a million rows has some hundred megabytes. */
  private static final long MOST_BYTES = 4L << 30;

  /** Shared texts are held; so many characters of them take a quarter of a gigabyte. */
  private static final long MOST_SHARED = 100_000_000;

  /** Names no sheet but whatever holds the others together. */
  private static final String WORKBOOK = "xl/workbook.xml";

  private final ZipFile zip;
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean is1904;

  /** A sheet by its name, where it lies. */
  record Sheet(String name, String part, boolean isHidden) {}

  /**
   * Opens a workbook.
   *
   * @throws XMLStreamException where a part is not what it should be
   */
  XlsxWorkbook(Path path) throws IOException, XMLStreamException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(path.toString());
    }
    zip = new ZipFile(path.toFile());
    try {
      Map<String, String> parts = parts();
      XMLStreamReader xml = part(WORKBOOK);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("workbookPr")) {
            is1904 = isTrue(xml.getAttributeValue(null, "date1904"));
          } else if (xml.getLocalName().equals("sheet")) {
            String state = xml.getAttributeValue(null, "state");
            String part = parts.get(id(xml));
            // A sheet that is a chart has no cells.
            if (part != null && part.contains("worksheets/")) {
              sheets.add(
                  new Sheet(
                      xml.getAttributeValue(null, "name"),
                      part,
                      state != null && !state.equals("visible")));
            }
          }
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** Whether days are counted from 1904. */
  boolean is1904() {
    return is1904;
  }

  /** A sheet's XML from its beginning. */
  XMLStreamReader xml(Sheet sheet) throws IOException, XMLStreamException {
    return part(sheet.part());
  }

  /** The texts that cells refer to by their number. */
  List<String> sharedTexts() throws IOException, XMLStreamException {
    List<String> texts = new ArrayList<>();
    if (zip.getEntry("xl/sharedStrings.xml") == null) {
      return texts;
    }
    long characters = 0;
    XMLStreamReader xml = part("xl/sharedStrings.xml");
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        texts.add(RichText.of(xml));
        characters += texts.get(texts.size() - 1).length() + 8;
        if (characters > MOST_SHARED) {
          throw new BoundedStream.TooLarge();
        }
      }
    }
    return texts;
  }

  CellFormats formats() throws IOException, XMLStreamException {
    return zip.getEntry("xl/styles.xml") == null
        ? CellFormats.none(is1904)
        : CellFormats.of(part("xl/styles.xml"), is1904);
  }

  private static boolean isTrue(String value) {
    return "1".equals(value) || "true".equals(value);
  }

  private static String id(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")
          && xml.getAttributePrefix(i) != null
          && !xml.getAttributePrefix(i).isEmpty()) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Where the parts lie that the workbook refers to, by their id. */
  private Map<String, String> parts() throws IOException, XMLStreamException {
    Map<String, String> parts = new HashMap<>();
    XMLStreamReader xml = part("xl/_rels/workbook.xml.rels");
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")) {
        String target = xml.getAttributeValue(null, "Target");
        parts.put(
            xml.getAttributeValue(null, "Id"),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
    return parts;
  }

  private XMLStreamReader part(String name) throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new XMLStreamException("no part " + name);
    }
    InputStream stream = new BoundedStream(zip.getInputStream(entry), MOST_BYTES);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(stream);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
