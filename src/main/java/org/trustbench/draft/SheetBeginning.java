package org.trustbench.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.OpenDecisions;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.SheetBegin;
import org.trustbench.message.Counted;
import org.trustbench.message.PrintableText;

/**
 * The table of a workbook: the sheet that is to be seen and has the most cells in rows alike.
 *
 * @param isOnly whether no other sheet may be meant
 */
record SheetBeginning(String sheet, boolean isOnly, int headerRow)
    implements SentExtract.Beginning {
  private static final int ROWS_LOOKED_AT = 64;

  static SheetBeginning of(SentFile file) throws IOException, Refusal {
    List<SheetBegin> sheets = InputFormats.beginnings(file, ROWS_LOOKED_AT);
    SheetBeginning best = null;
    int weight = 0;
    for (SheetBegin sheet : sheets) {
      HeaderGuess.Found found = HeaderGuess.among(alike(sheet.rows()));
      if (found != null && found.weight() > weight) {
        int row = sheet.numbers().get(found.row());
        best = new SheetBeginning(sheet.name(), sheets.size() == 1, row);
        weight = found.weight();
      }
    }
    if (best == null) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          file.name(),
          "it has no table on a sheet to be seen: it needs a header and rows below");
    }
    return best;
  }

  /** Rows of one width: a sheet has no cells behind the last that holds anything. */
  private static List<List<String>> alike(List<List<String>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> wide = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      while (cells.size() < width) {
        cells.add("");
      }
      wide.add(cells);
    }
    return wide;
  }

  @Override
  public ReadOptions options() {
    return ReadOptions.ofSheet(sheet, headerRow - 1);
  }

  @Override
  public String told(int columns) {
    return "header on row %d of sheet %s, %s"
        .formatted(headerRow, PrintableText.words(sheet), Counted.of(columns, "column"));
  }

  @Override
  public void describe(ObjectNode layout) {
    layout.put("sheet", isOnly ? sheet : OpenDecisions.guess(sheet));
    layout.put("skip_lines", headerRow - 1);
  }
}
