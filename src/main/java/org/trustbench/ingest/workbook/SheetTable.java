package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.HeaderRows;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RepeatedHeader;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.workbook.Workbook.Sheet;

/** The table on a sheet of a workbook: a header, and rows below it. */
final class SheetTable implements RowReader {
  private final SentFile file;
  private final Workbook workbook;
  private final SheetRows rows;
  private final String sheet;
  private final Header header;
  private final RepeatedHeader repeated;
  private boolean isHeaderAgain;
  private final FileTime changed;

  static SheetTable open(SentFile file, ReadOptions options) throws IOException, Refusal {
    Workbook workbook = null;
    try {
      FileTime changed = file.changed();
      workbook = Workbook.open(file.place());
      return new SheetTable(file, workbook, options, changed);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException
        | XMLStreamException
        | RuntimeException
        | UnreadableWorkbookException
        | Refusal e) {
      if (workbook != null) {
        workbook.close();
      }
      throw WorkbookFaults.refusal(file, e);
    }
  }

  private SheetTable(SentFile file, Workbook workbook, ReadOptions options, FileTime changed)
      throws IOException, XMLStreamException, Refusal {
    this.file = file;
    this.workbook = workbook;
    this.changed = changed;
    Sheet found = WorkbookSheets.of(file, options, workbook.sheets());
    this.sheet = WorkbookSheets.quotable(file, options, found);
    this.rows = workbook.rows(found, options.dayPattern());
    header =
        HeaderRows.find(
            file, options, new Header.CellNames(sheet), new RowsFromTop(options.skipLines()));
    repeated = new RepeatedHeader(header);
  }

  /** All rows below some that are passed over. */
  private final class RowsFromTop implements HeaderRows.Rows {
    private final int skipped;

    RowsFromTop(int skipped) {
      this.skipped = skipped;
    }

    @Override
    public boolean next() throws Refusal {
      boolean isThere = isMoved(0, 0);
      while (isThere && rows.row() <= skipped) {
        isThere = isMoved(0, 0);
      }
      return isThere;
    }

    @Override
    public int line() {
      return rows.row();
    }

    @Override
    public int width() {
      return rows.width();
    }

    @Override
    public String cell(int column) {
      return rows.cell(column);
    }
  }

  @Override
  public Header heading() {
    return header;
  }

  @Override
  public boolean next() throws Refusal {
    boolean isJoined = header.lastLine() > header.line();
    boolean isThere = isMoved(header.lastLine() + (isJoined ? 1 : 0), header.names().size());
    isHeaderAgain = isThere && !isTooWide() && repeated.isIn(rows.row(), rows::cell);
    return isThere;
  }

  private boolean isMoved(int firstRow, int columns) throws Refusal {
    try {
      return rows.next(firstRow, columns);
    } catch (UnreadableWorkbookException | IOException | XMLStreamException | RuntimeException e) {
      throw WorkbookFaults.refusal(file, e);
    }
  }

  @Override
  public int line() {
    return rows.row();
  }

  @Override
  public String place(int column) {
    return header.place(column, rows.row());
  }

  @Override
  public boolean isFaulty() {
    return isHeaderAgain || isTooWide();
  }

  private boolean isTooWide() {
    return rows.width() > header.names().size();
  }

  @Override
  public String fault() {
    if (isHeaderAgain) {
      return RepeatedHeader.FAULT;
    }
    return told(
        rows.width() - 1,
        "it holds something, and no column there has a name: name it, or clear the cell");
  }

  @Override
  public boolean isHeaderAgain() {
    return isHeaderAgain;
  }

  @Override
  public String cell(int column) {
    return rows.cell(column);
  }

  @Override
  public String name(int column) throws Refusal {
    return Spelling.plain(given(column));
  }

  @Override
  public String given(int column) throws Refusal {
    checkNoLineBreak(column);
    return rows.cell(column).strip();
  }

  @Override
  public <T> T value(int column, MemoizedLookup<T> values) throws Refusal {
    return values.of(given(column));
  }

  @Override
  public void checkNoLineBreak(int column) throws Refusal {
    String text = column < 0 ? "" : rows.cell(column).strip();
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw WorkbookFaults.unreadable(
          file, "%s has a line break inside: write it on one line".formatted(place(column)));
    }
  }

  @Override
  public String sha256Hex() throws Refusal {
    try {
      return digest();
    } catch (IOException e) {
      throw WorkbookFaults.refusal(file, e);
    }
  }

  /** Digests all bytes, which must be those that the rows were read from. */
  private String digest() throws IOException, Refusal {
    MessageDigest digest = SourceText.sha256();
    try (InputStream in = new DigestInputStream(file.open(), digest)) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      if (bytes != file.bytes() || !changed.equals(file.changed())) {
        throw SourceText.changed(file);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public List<String> hidden() {
    return rows.hidden().told(header.names().size());
  }

  @Override
  public void close() throws IOException {
    rows.close();
    workbook.close();
  }
}
