package org.trustbench.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;
import org.trustbench.source.SourceColumn.CellType;

/** A table of which no layout says yet what is read: every column whose values can be cells. */
public final class WholeTable {
  private final SourceTable table;
  private final List<SourceColumn> cells;

  /** Looks at the columns of a table. */
  public WholeTable(SourceTable table) {
    this.table = table;
    this.cells =
        table.columns().stream().filter(column -> column.type() != CellType.NO_CELL).toList();
  }

  /** Names of the columns that can be read. */
  public List<String> names() {
    return cells.stream().map(SourceColumn::name).toList();
  }

  /** Names of those that cannot, such as lists, each with its type. */
  public List<String> others() {
    return table.columns().stream()
        .filter(column -> column.type() == CellType.NO_CELL)
        .map(column -> column.name() + " " + column.called())
        .toList();
  }

  /** Reads the rows, in whatever order they lie: their cells as texts, days as 2014-03-04. */
  public void forEach(Consumer<List<String>> row) {
    CsvCellText text = CsvCellText.plain();
    try (SourceTable.Rows rows = table.rows(cells)) {
      for (Object[] values = rows.next(); values != null; values = rows.next()) {
        List<String> texts = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
          texts.add(text.of(cells.get(i), values[i]));
        }
        row.accept(texts);
      }
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be read: %s".formatted(table.name(), FailureCause.of(e)), e);
    }
  }
}
