package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.SafeNames;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.SheetBegin;
import org.trustbench.ingest.workbook.Workbook.Sheet;
import org.trustbench.message.Counted;

/** The sheets of a workbook, and which of them holds a table. */
public final class WorkbookSheets {
  private WorkbookSheets() {}

  /** Names of the sheets that hold cells, as the workbook has them. */
  public static List<String> names(SentFile file) throws IOException, Refusal {
    try (Workbook workbook = Workbook.open(file.place())) {
      return workbook.sheets().stream().map(Sheet::name).toList();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException | UnreadableWorkbookException e) {
      throw WorkbookFaults.refusal(file, e);
    }
  }

  /** The first rows of every sheet that is to be seen. */
  public static List<SheetBegin> beginnings(SentFile file, int most) throws IOException, Refusal {
    try (Workbook workbook = Workbook.open(file.place())) {
      List<SheetBegin> beginnings = new ArrayList<>();
      for (Sheet sheet : workbook.sheets()) {
        if (!sheet.isHidden()) {
          beginnings.add(beginning(workbook, sheet, most));
        }
      }
      return beginnings;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException | UnreadableWorkbookException e) {
      throw WorkbookFaults.refusal(file, e);
    }
  }

  private static SheetBegin beginning(Workbook workbook, Sheet sheet, int most)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    SheetBegin beginning = new SheetBegin(sheet.name(), new ArrayList<>(), new ArrayList<>());
    try (SheetRows rows = workbook.rows(sheet, null)) {
      while (beginning.rows().size() < most && rows.next(Integer.MAX_VALUE, 0)) {
        beginning.numbers().add(rows.row());
        beginning.rows().add(IntStream.range(0, rows.width()).mapToObj(rows::cell).toList());
      }
    }
    return beginning;
  }

  /**
   * The sheet that is asked for; where none is, the one named as the file is, or the only one to be
   * seen.
   */
  static Sheet of(SentFile file, ReadOptions options, List<Sheet> sheets) throws Refusal {
    String asked = file.sheet() == null ? options.sheet() : file.sheet();
    if (asked != null) {
      return asked(file, asked, sheets);
    }
    List<Sheet> seen = sheets.stream().filter(sheet -> !sheet.isHidden()).toList();
    List<Sheet> named = named(stem(file), seen);
    if (named.size() == 1) {
      return named.get(0);
    }
    if (seen.size() == 1) {
      return seen.get(0);
    }
    throw WorkbookFaults.unreadable(
        file,
        seen.isEmpty()
            ? "it has no sheet to be seen: show the one with the table"
            : "it has %s to be seen: keep the one with the table, or name that sheet as the file is named"
                .formatted(Counted.of(seen.size(), "sheet")));
  }

  private static Sheet asked(SentFile file, String asked, List<Sheet> sheets) throws Refusal {
    List<Sheet> named = named(Spelling.folded(asked), sheets);
    if (named.isEmpty()) {
      throw WorkbookFaults.unreadable(
          file, "it has no sheet \"%s\": name the sheet with the table so".formatted(asked));
    }
    if (named.size() > 1) {
      throw WorkbookFaults.unreadable(
          file,
          "it has %s \"%s\": keep one of them".formatted(Counted.of(named.size(), "sheet"), asked));
    }
    if (named.get(0).isHidden()) {
      throw WorkbookFaults.unreadable(
          file, "its sheet \"%s\" is hidden: show it, so that it is seen".formatted(asked));
    }
    return named.get(0);
  }

  private static List<Sheet> named(String folded, List<Sheet> sheets) {
    return sheets.stream().filter(sheet -> Spelling.folded(sheet.name()).equals(folded)).toList();
  }

  private static String stem(SentFile file) {
    String name = file.plainName();
    return Spelling.folded(name.substring(0, name.lastIndexOf('.')));
  }

  /** The name of a sheet where it says nothing of anybody; null where it might. */
  static String quotable(SentFile file, ReadOptions options, Sheet sheet) {
    boolean isAsked = file.sheet() != null || options.sheet() != null;
    boolean isHarmless =
        isAsked
            || Spelling.folded(sheet.name()).equals(stem(file))
            || sheet.name().length() == 1
            || SafeNames.isEveryday(sheet.name());
    return isHarmless ? sheet.name() : null;
  }
}
