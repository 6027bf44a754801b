package org.trustbench.ingest.workbook;

import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The rows of a sheet that hold anything, one at a time. Hidden rows and columns are read like
 * others, as they are where a sheet is saved as CSV.
 */
final class XlsxSheet {
  private final XMLStreamReader xml;
  private final List<String> shared;
  private final CellFormats formats;
  private String[] cells = new String[64];
  private int width;
  private int row;

  /** What in a sheet cannot be read rightly, in words that say what to do. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
      super(reason);
    }
  }

  XlsxSheet(XMLStreamReader xml, List<String> shared, CellFormats formats) {
    this.xml = xml;
    this.shared = shared;
    this.formats = formats;
  }

  /** The row, counted from 1. */
  int row() {
    return row;
  }

  /** Cells from the first column to the last that holds anything. */
  int width() {
    return width;
  }

  /** The text of a cell; empty where there is none. */
  String cell(int column) {
    return column < width && cells[column] != null ? cells[column] : "";
  }

  /**
   * Moves to the next row that holds anything; false at the end.
   *
   * @param firstRow the row from which on no cells may be merged
   * @param columns so many columns, from the first on, in which none may be
   */
  boolean next(int firstRow, int columns) throws XMLStreamException, Unreadable {
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("row")) {
        startRow();
        cells();
        if (width > 0) {
          return true;
        }
      } else if (xml.getLocalName().equals("mergeCell")) {
        checkMerged(xml.getAttributeValue(null, "ref"), firstRow, columns);
      }
    }
    return false;
  }

  private void startRow() throws Unreadable {
    String given = xml.getAttributeValue(null, "r");
    int next = given == null ? row + 1 : CellName.row("A" + given);
    if (next <= row) {
      throw new Unreadable("its rows are not in their order: save it again and send it");
    }
    row = next;
    Arrays.fill(cells, 0, Math.min(width, cells.length), null);
    width = 0;
  }

  private void cells() throws XMLStreamException, Unreadable {
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String name = xml.getAttributeValue(null, "r");
        int next = name == null ? column + 1 : CellName.column(name);
        if (next <= column || next >= CellName.MOST_COLUMNS) {
          throw new Unreadable("its cells are not in their order: save it again and send it");
        }
        column = next;
        put(column, text(column));
      }
    }
  }

  private void put(int column, String text) {
    if (text.isBlank()) {
      return;
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
    }
    cells[column] = text;
    width = column + 1;
  }

  /** The text of the cell that the reader is at, and moves behind it. */
  private String text(int column) throws XMLStreamException, Unreadable {
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    String value = null;
    boolean isFormula = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> value = xml.getElementText();
          case "is" -> value = RichText.of(xml);
          case "f" -> isFormula = true;
          default -> {
            // What programs add of their own is no value.
          }
        }
      }
    }
    boolean isBlank = value == null || value.isEmpty() && !"str".equals(type);
    if (isBlank) {
      if (isFormula) {
        throw new Unreadable(
            "cell %s has a formula that was never worked out: open it in a spreadsheet program, save it and send it again"
                .formatted(CellName.of(column, row)));
      }
      return "";
    }
    try {
      return text(value, type == null ? "n" : type, style);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new Unreadable(
          "cell %s cannot be read: save it again and send it".formatted(CellName.of(column, row)));
    }
  }

  private String text(String value, String type, String style) {
    return switch (type) {
      case "n" -> value.isBlank() ? "" : formats.text(value.strip(), style);
      case "s" -> shared.get(Integer.parseInt(value.strip()));
      case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
      case "str" -> RichText.unescaped(value);
      case "inlineStr", "e" -> value;
      case "d" -> value.endsWith("T00:00:00") ? value.substring(0, value.indexOf('T')) : value;
      default -> throw new NumberFormatException(type);
    };
  }

  /** One text over several cells would be read as the text of the first alone. */
  private static void checkMerged(String cells, int firstRow, int columns) throws Unreadable {
    int colon = cells.indexOf(':');
    String first = colon < 0 ? cells : cells.substring(0, colon);
    String last = cells.substring(colon + 1);
    if (!first.equals(last) && CellName.row(last) >= firstRow && CellName.column(first) < columns) {
      throw new Unreadable(
          "cells %s are merged: unmerge them and fill each of them in".formatted(cells));
    }
  }
}
