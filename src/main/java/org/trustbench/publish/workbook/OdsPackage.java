package org.trustbench.publish.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Sheets as an OpenDocument spreadsheet: the files of the package (OASIS ODF 1.2, part 3), the
 * media type first and not compressed as the standard asks, each dated by the data, so that the
 * same data make the same bytes.
 */
final class OdsPackage {
  private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  /** The first day that a zip file can name. */
  private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private final ZipOutputStream zip;
  private final LocalDateTime day;

  private OdsPackage(ZipOutputStream zip, LocalDateTime day) {
    this.zip = zip;
    this.day = day;
  }

  static byte[] of(DocumentProperties properties, List<WorkbookSheet> sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      new OdsPackage(zip, day(properties.date())).write(properties, sheets);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  /** The files of another OpenDocument package, by their paths. */
  static byte[] of(String mediaType, Map<String, byte[]> files, LocalDate date) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      OdsPackage made = new OdsPackage(zip, day(date));
      made.mediaType(mediaType);
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        made.file(file.getKey(), file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private void write(DocumentProperties properties, List<WorkbookSheet> sheets)
      throws IOException, XMLStreamException {
    mediaType(MEDIA_TYPE);
    file("META-INF/manifest.xml", resource("manifest.xml"));
    begin("content.xml");
    OdsContent.write(zip, sheets);
    zip.closeEntry();
    file("meta.xml", properties.xml());
    file("styles.xml", resource("styles.xml"));
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

  private void file(String name, byte[] content) throws IOException {
    begin(name);
    zip.write(content);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(day);
    zip.putNextEntry(entry);
  }

  private static LocalDateTime day(LocalDate date) {
    boolean isNameable = date != null && !date.isBefore(FIRST) && !date.isAfter(LAST);
    return (isNameable ? date : FIRST).atStartOfDay();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = OdsPackage.class.getResourceAsStream("/workbook/" + name)) {
      return file.readAllBytes();
    }
  }
}
