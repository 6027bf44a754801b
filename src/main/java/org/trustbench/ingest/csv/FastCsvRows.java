package org.trustbench.ingest.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Rows of CSV of whatever kind, decoded and split character by character. */
final class FastCsvRows {
  private final Iterator<CsvRecord> records;
  private final int linesBefore;
  private CsvRecord row;

  /**
   * Makes a reader of rows.
   *
   * @param linesBefore lines already passed
   */
  FastCsvRows(Reader reader, char delimiter, int linesBefore) {
    this.linesBefore = linesBefore;
    this.records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(CsvTable.MOST_COLUMNS)
                    .maxFieldSize(CsvTable.LONGEST_ROW)
                    .maxRecordSize(2 * CsvTable.LONGEST_ROW)
                    .build(),
                new QuotedCells(reader, delimiter))
            .iterator();
  }

  /** Moves to the next row that is not an empty line; false at the end. */
  boolean next() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      row = records.next();
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The line that the row begins on, counted from 1. */
  int line() {
    return (int) row.getStartingLineNumber() + linesBefore;
  }

  int width() {
    return row.getFieldCount();
  }

  String cell(int column) {
    return row.getField(column);
  }
}
