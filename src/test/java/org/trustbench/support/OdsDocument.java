package org.trustbench.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * An OpenDocument spreadsheet, taken apart by other code than wrote it.
 *
 * @param entries the files of the package, in its order
 */
public record OdsDocument(Map<String, Entry> entries) {
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  /** A file of the package. */
  public record Entry(boolean isStored, String day, byte[] bytes) {}

  /** One sheet; empty cells at the end of a row are left out. */
  public record Sheet(String name, List<Row> rows) {
    public List<String> texts(int row) {
      return rows.get(row).cells().stream().map(Cell::text).toList();
    }

    /** The rows under the header row. */
    public List<Row> table() {
      int header =
          IntStream.range(0, rows.size())
              .filter(row -> rows.get(row).isHeader())
              .findFirst()
              .orElseThrow();
      return rows.subList(header + 1, rows.size());
    }
  }

  public record Row(boolean isHeader, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param type float or string; empty for none
   * @param value of a number; empty for text
   * @param link where it leads to; empty for nowhere
   */
  public record Cell(String type, String value, String text, String link) {
    public boolean isEmpty() {
      return type.isEmpty() && text.isEmpty();
    }
  }

  public static OdsDocument of(byte[] bytes) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        entries.put(
            entry.getName(),
            new Entry(
                entry.getMethod() == ZipEntry.STORED,
                entry.getTimeLocal().toLocalDate().toString(),
                content));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OdsDocument(entries);
  }

  /** A file of the package as XML. */
  public Document xml(String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(entries.get(name).bytes()));
    } catch (Exception e) {
      throw new AssertionError(name + " is no XML", e);
    }
  }

  public List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (Element table : elements(xml("content.xml").getElementsByTagNameNS(TABLE, "table"))) {
      List<Row> rows = new ArrayList<>();
      for (Element row : elements(table.getElementsByTagNameNS(TABLE, "table-row"))) {
        boolean isHeader = row.getParentNode().getLocalName().equals("table-header-rows");
        for (int i = 0; i < repeated(row, "number-rows-repeated"); i++) {
          rows.add(new Row(isHeader, cells(row)));
        }
      }
      sheets.add(new Sheet(table.getAttributeNS(TABLE, "name"), rows));
    }
    return sheets;
  }

  /** The styles that cells of numbers have. */
  public Set<String> stylesOfNumbers() {
    Set<String> styles = new TreeSet<>();
    for (Element cell : elements(xml("content.xml").getElementsByTagNameNS(TABLE, "table-cell"))) {
      if (cell.getAttributeNS(OFFICE, "value-type").equals("float")) {
        styles.add(cell.getAttributeNS(TABLE, "style-name"));
      }
    }
    return styles;
  }

  /** The styles that align text so. */
  public Set<String> styles(String alignment) {
    Set<String> styles = new TreeSet<>();
    for (Element text :
        elements(xml("styles.xml").getElementsByTagNameNS(STYLE, "paragraph-properties"))) {
      if (text.getAttributeNS(FO, "text-align").equals(alignment)) {
        styles.add(((Element) text.getParentNode()).getAttributeNS(STYLE, "name"));
      }
    }
    return styles;
  }

  public Sheet sheet(String name) {
    return sheets().stream()
        .filter(sheet -> sheet.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sheet " + name));
  }

  private static List<Cell> cells(Element row) {
    List<Cell> cells = new ArrayList<>();
    for (Element cell : elements(row.getChildNodes())) {
      NodeList links = cell.getElementsByTagNameNS(TEXT, "a");
      Cell read =
          new Cell(
              cell.getAttributeNS(OFFICE, "value-type"),
              cell.getAttributeNS(OFFICE, "value"),
              text(cell),
              links.getLength() == 0
                  ? ""
                  : ((Element) links.item(0))
                      .getAttributeNS("http://www.w3.org/1999/xlink", "href"));
      for (int i = 0; i < repeated(cell, "number-columns-repeated"); i++) {
        cells.add(read);
      }
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private static int repeated(Element element, String attribute) {
    String times = element.getAttributeNS(TABLE, attribute);
    return times.isEmpty() ? 1 : Integer.parseInt(times);
  }

  /** Text with its spaces, which OpenDocument writes as elements. */
  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        text.append(child.getNodeValue());
      } else if ("s".equals(child.getLocalName())) {
        String times = ((Element) child).getAttributeNS(TEXT, "c");
        text.append(" ".repeat(times.isEmpty() ? 1 : Integer.parseInt(times)));
      } else {
        text.append(text(child));
      }
    }
    return text.toString();
  }

  /** Elements of a list of nodes. */
  public static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
