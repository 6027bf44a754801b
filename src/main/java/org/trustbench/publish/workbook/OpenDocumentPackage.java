package org.trustbench.publish.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The files of an OpenDocument package (OASIS ODF 1.2, part 3): the media type first and not
 * compressed as the standard asks, then the others, each dated by the data, so that the same data
 * make the same bytes.
 */
final class OpenDocumentPackage {
  private static final String MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

  /** The first day that a zip file can name. */
  private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private final ZipOutputStream zip;
  private final LocalDateTime day;

  private OpenDocumentPackage(ZipOutputStream zip, LocalDateTime day) {
    this.zip = zip;
    this.day = day;
  }

  /** What writes a file; it leaves the stream open. */
  interface Content {
    void to(OutputStream out) throws IOException, XMLStreamException;
  }

  /**
   * A document.
   *
   * @param styles the file of its styles
   * @param content what writes {@code content.xml}
   */
  static byte[] of(String mediaType, DocumentProperties properties, byte[] styles, Content content)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      OpenDocumentPackage made = new OpenDocumentPackage(zip, day(properties.date()));
      made.mediaType(mediaType);
      made.file("META-INF/manifest.xml", out -> manifest(out, mediaType));
      made.file("content.xml", content);
      made.file("meta.xml", out -> out.write(properties.xml()));
      made.file("styles.xml", out -> out.write(styles));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  private static void manifest(OutputStream out, String mediaType) throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("manifest", "manifest", MANIFEST);
    xml.writeNamespace("manifest", MANIFEST);
    xml.writeAttribute("manifest", MANIFEST, "version", "1.2");
    entry(xml, "/", mediaType);
    for (String file : List.of("content.xml", "meta.xml", "styles.xml")) {
      entry(xml, file, "text/xml");
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private static void entry(XMLStreamWriter xml, String path, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("manifest", "file-entry", MANIFEST);
    xml.writeAttribute("manifest", MANIFEST, "full-path", path);
    xml.writeAttribute("manifest", MANIFEST, "media-type", type);
  }

  private void mediaType(String type) throws IOException {
    byte[] mediaType = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(mediaType);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(mediaType.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(day);
    zip.putNextEntry(entry);
    zip.write(mediaType);
    zip.closeEntry();
  }

  private void file(String name, Content content) throws IOException, XMLStreamException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(day);
    zip.putNextEntry(entry);
    content.to(zip);
    zip.closeEntry();
  }

  private static LocalDateTime day(LocalDate date) {
    boolean isNameable = date != null && !date.isBefore(FIRST) && !date.isAfter(LAST);
    return (isNameable ? date : FIRST).atStartOfDay();
  }

  /** A file of the program that goes into documents. */
  static byte[] resource(String name) throws IOException {
    try (InputStream file = OpenDocumentPackage.class.getResourceAsStream("/workbook/" + name)) {
      return file.readAllBytes();
    }
  }
}
