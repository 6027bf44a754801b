package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** A spreadsheet of OpenDocument (ISO/IEC 26300). All sheets lie in one part, one after another. */
final class OdsWorkbook implements Workbook {
  static final String CONTENT = "content.xml";

  private static final String MANIFEST = "META-INF/manifest.xml";

  private final PackedParts parts;
  private final List<Sheet> sheets = new ArrayList<>();

  OdsWorkbook(PackedParts parts)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    this.parts = parts;
    if (parts.has(MANIFEST)) {
      checkNotEncrypted();
    }
    Set<String> hiding = new HashSet<>();
    String style = "";
    boolean isSpreadsheet = false;
    try (PartXml xml = parts.part(CONTENT)) {
      while (xml.next()) {
        if (xml.isStart("style")) {
          style = xml.attribute("name");
        } else if (xml.isStart("table-properties") && "false".equals(xml.attribute("display"))) {
          hiding.add(style);
        } else if (xml.isStart("spreadsheet")) {
          isSpreadsheet = true;
        } else if (isTable(xml)) {
          String name = xml.attribute("name");
          sheets.add(
              new Sheet(
                  name == null ? "" : name,
                  String.valueOf(sheets.size()),
                  hiding.contains(xml.attribute("style-name"))));
        }
      }
    }
    if (!isSpreadsheet) {
      throw new UnreadableWorkbookException(
          "it is no spreadsheet: save its table as .ods or .xlsx and send that");
    }
  }

  /** Whether the reader is at a sheet: an element of the spreadsheet itself, not of a cell. */
  private static boolean isTable(PartXml xml) {
    return xml.depth() == 4 && xml.isStart("table");
  }

  private void checkNotEncrypted()
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    try (PartXml xml = parts.part(MANIFEST)) {
      while (xml.next()) {
        if (xml.isStart("encryption-data")) {
          throw new UnreadableWorkbookException(
              "it is protected by a password: save it without one");
        }
      }
    }
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public SheetRows rows(Sheet sheet, String dayPattern) throws IOException, XMLStreamException {
    PartXml xml = parts.part(CONTENT);
    int before = Integer.parseInt(sheet.place());
    while (xml.next()) {
      if (isTable(xml) && before-- == 0) {
        return new OdsRows(xml, new ShownValues(dayPattern));
      }
    }
    xml.close();
    throw new XMLStreamException("a sheet is gone");
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
