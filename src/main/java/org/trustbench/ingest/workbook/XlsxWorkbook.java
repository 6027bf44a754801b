package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** A workbook of Office Open XML (ECMA-376), as spreadsheet programs save it. */
final class XlsxWorkbook implements Workbook {
  /** Bytes that shared texts may take; all of them are held. */
  private static final long MOST_SHARED = 400_000_000;

  /** Bytes that a text takes besides its characters. */
  private static final int OF_TEXT = 56;

  private static final String ROOT = "_rels/.rels";

  private final PackedParts parts;

  /** Parts that the workbook refers to, by the last word of their kind. */
  private final Map<String, String> byKind = new HashMap<>();

  private final List<Sheet> sheets = new ArrayList<>();
  private boolean is1904;
  private List<String> shared;

  XlsxWorkbook(PackedParts parts)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    this.parts = parts;
    String main = main();
    if (main.endsWith(".bin")) {
      throw new UnreadableWorkbookException(
          "it is an .xlsb inside: save it as .xlsx and send it again");
    }
    int folder = main.lastIndexOf('/') + 1;
    Map<String, String> byId =
        related(
            main.substring(0, folder) + "_rels/" + main.substring(folder) + ".rels",
            main.substring(0, folder),
            byKind);
    try (PartXml xml = parts.part(main)) {
      while (xml.next()) {
        if (xml.isStart("workbookPr")) {
          is1904 = isTrue(xml.attribute("date1904"));
        } else if (xml.isStart("sheet")) {
          sheet(xml, byId);
        }
      }
    }
  }

  private void sheet(PartXml xml, Map<String, String> byId) throws IOException {
    String state = xml.attribute("state");
    String part = byId.get(id(xml));
    // A sheet that is a chart has no cells.
    if (part != null && part.contains("worksheets/")) {
      String name = xml.attribute("name");
      boolean isHidden = state != null && !state.equals("visible");
      sheets.add(new Sheet(name == null ? "" : name, part, isHidden));
    }
  }

  /** The part that holds the others together. */
  private String main() throws IOException, XMLStreamException {
    Map<String, String> kinds = new HashMap<>();
    if (parts.has(ROOT)) {
      related(ROOT, "", kinds);
    }
    return kinds.getOrDefault("officeDocument", "xl/workbook.xml");
  }

  /**
   * Where the parts lie that another refers to, by their id.
   *
   * @param folder that the other lies in
   * @param kinds filled with the same by their kind
   */
  private Map<String, String> related(String name, String folder, Map<String, String> kinds)
      throws IOException, XMLStreamException {
    Map<String, String> byId = new HashMap<>();
    try (PartXml xml = parts.part(name)) {
      while (xml.next()) {
        String target = xml.isStart("Relationship") ? xml.attribute("Target") : null;
        if (target != null && !"External".equals(xml.attribute("TargetMode"))) {
          String part = target.startsWith("/") ? target.substring(1) : folder + target;
          byId.put(xml.attribute("Id"), part);
          String kind = xml.attribute("Type");
          if (kind != null) {
            kinds.put(kind.substring(kind.lastIndexOf('/') + 1), part);
          }
        }
      }
    }
    return byId;
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public SheetRows rows(Sheet sheet, String dayPattern) throws IOException, XMLStreamException {
    return new XlsxRows(
        parts.part(sheet.place()), sharedTexts(), formats(), new ShownValues(dayPattern));
  }

  /** The part of a kind; null where the workbook has none. One it refers to must be there. */
  private String part(String kind, String usual) {
    String named = byKind.get(kind);
    return named != null ? named : parts.has(usual) ? usual : null;
  }

  /** The texts that cells refer to by their number. */
  private List<String> sharedTexts() throws IOException, XMLStreamException {
    String part = part("sharedStrings", "xl/sharedStrings.xml");
    if (shared != null || part == null) {
      return shared == null ? List.of() : shared;
    }
    List<String> texts = new ArrayList<>();
    long bytes = 0;
    try (PartXml xml = parts.part(part)) {
      while (xml.next()) {
        if (xml.isStart("si")) {
          String text = RichText.of(xml);
          texts.add(text);
          bytes += OF_TEXT + 2L * text.length();
          if (bytes > MOST_SHARED) {
            throw new BoundedStream.TooLarge();
          }
        }
      }
    }
    shared = texts;
    return texts;
  }

  private CellFormats formats() throws IOException, XMLStreamException {
    String part = part("styles", "xl/styles.xml");
    if (part == null) {
      return CellFormats.none(is1904);
    }
    try (PartXml xml = parts.part(part)) {
      return CellFormats.of(xml, is1904);
    }
  }

  static boolean isTrue(String value) {
    return "1".equals(value) || "true".equals(value) || "on".equals(value);
  }

  private static String id(PartXml xml) throws IOException {
    for (int i = 0; i < xml.attributes(); i++) {
      if (xml.attributeName(i).equals("id") && xml.isPrefixed(i)) {
        return xml.attribute(i);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
