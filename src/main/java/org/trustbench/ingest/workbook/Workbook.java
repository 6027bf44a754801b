package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** A workbook that is read sheet by sheet. */
interface Workbook extends AutoCloseable {
  /**
   * A sheet.
   *
   * @param place where it lies, as its format has it
   */
  record Sheet(String name, String place, boolean isHidden) {}

  /** Opens a workbook of either format, whatever the end of its name. */
  static Workbook open(Path path)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    PackedParts parts = new PackedParts(path);
    try {
      return parts.has(OdsWorkbook.CONTENT) ? new OdsWorkbook(parts) : new XlsxWorkbook(parts);
    } catch (IOException | XMLStreamException | UnreadableWorkbookException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** The sheets that hold cells, in their order. */
  List<Sheet> sheets();

  /**
   * The rows of a sheet from its beginning.
   *
   * @param dayPattern how days are to be written; null for 2014-03-04
   */
  SheetRows rows(Sheet sheet, String dayPattern) throws IOException, XMLStreamException;

  @Override
  void close() throws IOException;
}
