package org.trustbench.template;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.trustbench.template.FormSheet.Cell;
import org.trustbench.template.FormSheet.Column;
import org.trustbench.template.FormSheet.Rule;

/**
 * Writes a sheet as SpreadsheetML (ECMA-376, part 1, chapter 18): the elements in the order that it
 * demands, texts inside the cells.
 */
final class SheetXml {
  static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** Characters that Excel takes at most in the heading and the text of what it says. */
  private static final int LONGEST_TITLE = 32;

  private static final int LONGEST_TEXT = 255;

  private final XMLStreamWriter xml;

  SheetXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void write(FormSheet sheet) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("worksheet");
    xml.writeDefaultNamespace(NAMESPACE);
    view(sheet);
    xml.writeStartElement("cols");
    for (int i = 0; i < sheet.columns().size(); i++) {
      column(i + 1, sheet.columns().get(i));
    }
    xml.writeEndElement();
    xml.writeStartElement("sheetData");
    for (int row = 0; row < sheet.rows().size(); row++) {
      row(row + 1, sheet.rows().get(row));
    }
    xml.writeEndElement();
    empty("sheetProtection", "sheet", "1", "formatColumns", "0", "formatRows", "0");
    rules(sheet.rules());
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void view(FormSheet sheet) throws XMLStreamException {
    xml.writeStartElement("sheetViews");
    xml.writeStartElement("sheetView");
    xml.writeAttribute("workbookViewId", "0");
    if (sheet.frozenRows() + sheet.frozenColumns() > 0) {
      xml.writeStartElement("pane");
      if (sheet.frozenColumns() > 0) {
        xml.writeAttribute("xSplit", String.valueOf(sheet.frozenColumns()));
      }
      if (sheet.frozenRows() > 0) {
        xml.writeAttribute("ySplit", String.valueOf(sheet.frozenRows()));
      }
      xml.writeAttribute(
          "topLeftCell", FormSheet.letters(sheet.frozenColumns()) + (sheet.frozenRows() + 1));
      xml.writeAttribute("activePane", sheet.frozenColumns() > 0 ? "bottomRight" : "bottomLeft");
      xml.writeAttribute("state", "frozen");
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void column(int number, Column column) throws XMLStreamException {
    empty(
        "col",
        "min",
        String.valueOf(number),
        "max",
        String.valueOf(number),
        "width",
        String.valueOf(column.width()),
        "style",
        String.valueOf(column.style().ordinal()),
        "customWidth",
        "1");
  }

  private void row(int number, List<Cell> cells) throws XMLStreamException {
    xml.writeStartElement("row");
    xml.writeAttribute("r", String.valueOf(number));
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      xml.writeStartElement("c");
      xml.writeAttribute("r", FormSheet.letters(column) + number);
      xml.writeAttribute("s", String.valueOf(cell.style().ordinal()));
      if (!cell.text().isEmpty()) {
        xml.writeAttribute("t", "inlineStr");
        xml.writeStartElement("is");
        xml.writeStartElement("t");
        xml.writeAttribute("xml:space", "preserve");
        xml.writeCharacters(clean(cell.text()));
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void rules(List<Rule> rules) throws XMLStreamException {
    if (rules.isEmpty()) {
      return;
    }
    xml.writeStartElement("dataValidations");
    xml.writeAttribute("count", String.valueOf(rules.size()));
    for (Rule rule : rules) {
      xml.writeStartElement("dataValidation");
      xml.writeAttribute("type", rule.kind());
      if (rule.operator() != null) {
        xml.writeAttribute("operator", rule.operator());
      }
      xml.writeAttribute("allowBlank", "1");
      xml.writeAttribute("showInputMessage", "1");
      xml.writeAttribute("showErrorMessage", "1");
      xml.writeAttribute("errorTitle", cut(rule.title(), LONGEST_TITLE));
      xml.writeAttribute("error", cut(rule.refuses(), LONGEST_TEXT));
      if (!rule.says().isEmpty()) {
        xml.writeAttribute("promptTitle", cut(rule.title(), LONGEST_TITLE));
        xml.writeAttribute("prompt", cut(rule.says(), LONGEST_TEXT));
      }
      xml.writeAttribute("sqref", rule.cells());
      xml.writeStartElement("formula1");
      xml.writeCharacters(rule.formula());
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static String cut(String text, int longest) {
    String clean = clean(text);
    return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
  }

  /** Text without what XML cannot hold. */
  private static String clean(String text) {
    return text.replaceAll("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
