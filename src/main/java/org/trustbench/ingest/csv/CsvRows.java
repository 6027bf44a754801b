package org.trustbench.ingest.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Splits text into rows of CSV, one after another. */
final class CsvRows {
  private final Iterator<CsvRow> rows;
  private final CsvRow row = new CsvRow();

  CsvRows(Reader reader, char delimiter) {
    rows =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .build(row, new QuotedCells(reader, delimiter))
            .iterator();
  }

  /** Moves to the next row that is not an empty line; false at the end. */
  boolean next() throws IOException {
    try {
      boolean isThere = rows.hasNext();
      if (isThere) {
        rows.next();
      }
      return isThere;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The row last moved to. */
  CsvRow row() {
    return row;
  }
}
