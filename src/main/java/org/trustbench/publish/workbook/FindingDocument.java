package org.trustbench.publish.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.summary.FindingText;

/**
 * Draft findings as an OpenDocument text to be edited: headings are headings, lists are lists, the
 * language is set, and every page says that it is a draft.
 */
public final class FindingDocument {
  private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  private final XMLStreamWriter xml;

  private FindingDocument(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * The document.
   *
   * @param preamble what it says under its title
   */
  public static byte[] of(ReleaseContent content, FindingText findings, List<String> preamble)
      throws IOException {
    String title = FindingText.DRAFT + ": " + findings.trust();
    DocumentProperties properties =
        new DocumentProperties(
            title,
            content.results().framework().title(),
            LeagueWorkbook.remark(content),
            "trustbench",
            LeagueWorkbook.latest(content));
    return OpenDocumentPackage.of(
        MEDIA_TYPE, properties, styles(content), out -> write(out, title, findings, preamble));
  }

  private static void write(
      OutputStream out, String title, FindingText findings, List<String> preamble)
      throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    new FindingDocument(xml).body(title, findings, preamble);
    xml.writeEndDocument();
    xml.close();
  }

  /** The styles, with the audience in the header of every page. */
  private static byte[] styles(ReleaseContent content) throws IOException {
    String audience =
        (content.isSynthetic() ? "Synthetic data. " : "") + "Audience: " + content.audience().id();
    byte[] styles = OpenDocumentPackage.resource("findings-styles.xml");
    return new String(styles, StandardCharsets.UTF_8)
        .replace("AUDIENCE", audience)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void body(String title, FindingText findings, List<String> preamble)
      throws XMLStreamException {
    xml.writeStartElement("office", "document-content", OFFICE);
    xml.writeNamespace("office", OFFICE);
    xml.writeNamespace("text", TEXT);
    xml.writeAttribute("office", OFFICE, "version", "1.2");
    xml.writeStartElement("office", "body", OFFICE);
    xml.writeStartElement("office", "text", OFFICE);
    heading(1, title);
    for (String line : preamble) {
      paragraph("Note", line);
    }
    paragraph("Headline", findings.headline());
    if (!findings.overall().isEmpty()) {
      paragraph("Standard", findings.overall());
    }
    if (!findings.besides().isEmpty()) {
      paragraph("Standard", String.join(" ", findings.besides()));
    }
    for (FindingText.Part part : findings.parts()) {
      part(part);
    }
    if (!findings.notFromJudgements().isEmpty()) {
      heading(2, "Not in these data");
      xml.writeStartElement("text", "list", TEXT);
      for (String line : findings.notFromJudgements()) {
        xml.writeStartElement("text", "list-item", TEXT);
        paragraph("Standard", line);
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void part(FindingText.Part part) throws XMLStreamException {
    heading(2, part.heading());
    if (part.items().isEmpty()) {
      paragraph("Standard", part.nothing());
      return;
    }
    xml.writeStartElement("text", "list", TEXT);
    for (FindingText.Item item : part.items()) {
      item(item);
    }
    xml.writeEndElement();
  }

  private void item(FindingText.Item item) throws XMLStreamException {
    StringBuilder figures = new StringBuilder();
    item.figures().forEach(figure -> figures.append(' ').append(figure.sentence()));
    if (!item.more().isEmpty()) {
      figures.append(' ').append(item.more());
    }
    xml.writeStartElement("text", "list-item", TEXT);
    xml.writeStartElement("text", "p", TEXT);
    xml.writeAttribute("text", TEXT, "style-name", "Standard");
    xml.writeStartElement("text", "span", TEXT);
    xml.writeAttribute("text", TEXT, "style-name", "Strong");
    xml.writeCharacters(XmlText.clean(item.lead()));
    xml.writeEndElement();
    xml.writeCharacters(XmlText.clean(figures.toString()));
    xml.writeEndElement();
    paragraph("Note", String.join(" ", item.hedge()));
    paragraph("Note", "Rests on: " + String.join("; ", item.measures().values()) + ".");
    xml.writeEndElement();
  }

  private void heading(int level, String text) throws XMLStreamException {
    xml.writeStartElement("text", "h", TEXT);
    xml.writeAttribute("text", TEXT, "style-name", "Heading_20_" + level);
    xml.writeAttribute("text", TEXT, "outline-level", Integer.toString(level));
    xml.writeCharacters(XmlText.clean(text));
    xml.writeEndElement();
  }

  private void paragraph(String style, String text) throws XMLStreamException {
    xml.writeStartElement("text", "p", TEXT);
    xml.writeAttribute("text", TEXT, "style-name", style);
    xml.writeCharacters(XmlText.clean(text));
    xml.writeEndElement();
  }
}
