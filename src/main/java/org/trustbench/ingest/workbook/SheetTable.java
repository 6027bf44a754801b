package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.rows.TableOptions;
import org.trustbench.ingest.workbook.XlsxWorkbook.Sheet;

/** The table on a sheet of a workbook: a header, and rows below it. */
final class SheetTable implements RowReader {
  private final SentFile file;
  private final XlsxWorkbook workbook;
  private final XlsxSheet rows;
  private final Sheet sheet;
  private final Header header;
  private final FileTime changed;

  static SheetTable open(SentFile file, TableOptions options) throws IOException, Refusal {
    XlsxWorkbook workbook = null;
    try {
      FileTime changed = lastChanged(file);
      workbook = new XlsxWorkbook(Path.of(file.path()));
      return new SheetTable(file, workbook, options, changed);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException | Refusal e) {
      if (workbook != null) {
        workbook.close();
      }
      throw refusal(file, e);
    }
  }

  private SheetTable(SentFile file, XlsxWorkbook workbook, TableOptions options, FileTime changed)
      throws IOException, XMLStreamException, Refusal {
    this.file = file;
    this.workbook = workbook;
    this.changed = changed;
    this.sheet = sheet(file, workbook.sheets());
    this.rows =
        new XlsxSheet(
            workbook.xml(sheet),
            workbook.sharedTexts(),
            workbook.formats().showingDays(options.dayPattern()));
    boolean isThere = isMoved(0, 0);
    while (isThere && rows.row() <= options.skipLines()) {
      isThere = isMoved(0, 0);
    }
    if (!isThere) {
      throw unreadable(file, "it is empty: send it again with its rows");
    }
    header =
        Header.of(
            file,
            rows.row(),
            IntStream.range(0, rows.width()).mapToObj(rows::cell).map(String::strip).toList());
  }

  /** The sheet of the file's name, or the only one to be seen. */
  private static Sheet sheet(SentFile file, List<Sheet> sheets) throws Refusal {
    List<Sheet> seen = sheets.stream().filter(sheet -> !sheet.isHidden()).toList();
    String name = file.plainName();
    String stem = Spelling.folded(name.substring(0, name.length() - ".xlsx".length()));
    List<Sheet> named =
        seen.stream().filter(sheet -> Spelling.folded(sheet.name()).equals(stem)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (seen.size() == 1) {
      return seen.get(0);
    }
    throw unreadable(
        file,
        "it has %d sheets to be seen: keep the one with the table, or name that sheet as the file is named"
            .formatted(seen.size()));
  }

  @Override
  public Header heading() {
    return header;
  }

  @Override
  public boolean next() throws Refusal {
    return isMoved(header.line(), header.names().size());
  }

  private boolean isMoved(int firstRow, int columns) throws Refusal {
    try {
      return rows.next(firstRow, columns);
    } catch (XlsxSheet.Unreadable | XMLStreamException | RuntimeException e) {
      throw refusal(file, e);
    }
  }

  @Override
  public int line() {
    return rows.row();
  }

  @Override
  public String place(int column) {
    return sheet.name() + "!" + CellName.of(column, rows.row());
  }

  @Override
  public boolean isFaulty() {
    return rows.width() > header.names().size();
  }

  @Override
  public String fault() {
    return "cell %s holds something, and no column there has a name: name it, or clear the cell"
        .formatted(CellName.of(rows.width() - 1, rows.row()));
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
      throw unreadable(
          file,
          "line %d: cell %s has a line break inside: write it on one line"
              .formatted(rows.row(), CellName.of(column, rows.row())));
    }
  }

  @Override
  public String sha256Hex() throws Refusal {
    try {
      return digest();
    } catch (IOException e) {
      throw refusal(file, e);
    }
  }

  /** Digests all bytes, which must be those that the rows were read from. */
  private String digest() throws IOException, Refusal {
    MessageDigest digest = SourceText.sha256();
    try (InputStream in = new DigestInputStream(file.open(), digest)) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      if (bytes != file.bytes() || !changed.equals(lastChanged(file))) {
        throw SourceText.changed(file);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static FileTime lastChanged(SentFile file) throws IOException {
    return Files.getLastModifiedTime(Path.of(file.path()), LinkOption.NOFOLLOW_LINKS);
  }

  private static Refusal refusal(SentFile file, Exception e) {
    if (e instanceof Refusal refusal) {
      return refusal;
    }
    String reason =
        e instanceof XlsxSheet.Unreadable
            ? e.getMessage()
            : isTooLarge(e)
                ? "it unpacks to more than any workbook does: send its rows as CSV"
                : e instanceof ZipException
                    ? "it is no .xlsx workbook, or is protected by a password: save it as one without a password"
                    : "it is damaged, or no .xlsx workbook: save it as one and send it again";
    return unreadable(file, reason);
  }

  private static boolean isTooLarge(Throwable e) {
    return e instanceof BoundedStream.TooLarge
        || e instanceof XMLStreamException xml
            && xml.getNestedException() instanceof BoundedStream.TooLarge;
  }

  private static Refusal unreadable(SentFile file, String reason) {
    return new Refusal(RejectRule.UNREADABLE_FILE, file.name(), reason);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
