package org.trustbench.publish.workbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The metadata of a document: title, subject, language and date.
 *
 * @param date the last day that its data know of; null if they know of none
 */
record DocumentProperties(
    String title, String subject, String description, String creator, LocalDate date) {
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  /** As the file {@code meta.xml} of a package. */
  byte[] xml() throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("office", "document-meta", OFFICE);
    xml.writeNamespace("office", OFFICE);
    xml.writeNamespace("meta", META);
    xml.writeNamespace("dc", DC);
    xml.writeAttribute("office", OFFICE, "version", "1.2");
    xml.writeStartElement("office", "meta", OFFICE);
    element(xml, "meta", META, "generator", "trustbench");
    element(xml, "dc", DC, "title", title);
    element(xml, "dc", DC, "subject", subject);
    element(xml, "dc", DC, "description", description);
    element(xml, "meta", META, "initial-creator", creator);
    element(xml, "dc", DC, "creator", creator);
    element(xml, "dc", DC, "language", "en-GB");
    if (date != null) {
      element(xml, "meta", META, "creation-date", date + "T00:00:00");
      element(xml, "dc", DC, "date", date + "T00:00:00");
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return bytes.toByteArray();
  }

  private static void element(
      XMLStreamWriter xml, String prefix, String namespace, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(prefix, name, namespace);
    xml.writeCharacters(XmlText.clean(text));
    xml.writeEndElement();
  }
}
