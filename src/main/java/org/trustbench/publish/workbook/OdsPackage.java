package org.trustbench.publish.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * The pass over a written package that adds what its writer cannot say: header rows, links and
 * ranges ({@link OdsContent}), the language of the text, the media type as first file and not
 * compressed as the standard asks, and entries dated by the data, so that the same data make the
 * same bytes.
 */
final class OdsPackage {
  private static final String MEDIA_TYPE = "mimetype";
  private static final String CONTENT = "content.xml";

  /** The first day that a zip file can name. */
  private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private OdsPackage() {}

  static byte[] finished(byte[] written, List<WorkbookSheet> sheets, LocalDate date)
      throws IOException, XMLStreamException {
    Map<String, byte[]> files = files(written);
    files.put(CONTENT, OdsContent.finished(files.get(CONTENT), sheets));
    files.put("styles.xml", styles());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      stored(zip, files.remove(MEDIA_TYPE), day(date));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(day(date));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void stored(ZipOutputStream zip, byte[] mediaType, LocalDateTime day)
      throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(mediaType);
    ZipEntry entry = new ZipEntry(MEDIA_TYPE);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(mediaType.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(day);
    zip.putNextEntry(entry);
    zip.write(mediaType);
    zip.closeEntry();
  }

  private static LocalDateTime day(LocalDate date) {
    boolean isNameable = date != null && !date.isBefore(FIRST) && !date.isAfter(LAST);
    return (isNameable ? date : FIRST).atStartOfDay();
  }

  private static Map<String, byte[]> files(byte[] written) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] styles() throws IOException {
    try (InputStream styles = OdsPackage.class.getResourceAsStream("/workbook/styles.xml")) {
      return styles.readAllBytes();
    }
  }
}
