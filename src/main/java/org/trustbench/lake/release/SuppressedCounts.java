package org.trustbench.lake.release;

import java.util.List;
import java.util.function.UnaryOperator;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.table.SuppressedTable;

/**
 * The figures that public releases have withheld, kept so that a later release cannot show them.
 */
public final class SuppressedCounts {
  private final LakeTables tables;

  public SuppressedCounts(LakeTables tables) {
    this.tables = tables;
  }

  /** What public releases have withheld of each inspection. */
  public List<SuppressedTable.Row> rows() {
    return tables.read(SuppressedTable.DEFINITION.name(), SuppressedTable::row);
  }

  /**
   * Records what a public release withholds, before the release can be seen.
   *
   * @param change gives what is to be known by what is; it throws where the release must not be
   */
  public void change(UnaryOperator<List<SuppressedTable.Row>> change) {
    tables.replaceRows(SuppressedTable.DEFINITION, SuppressedTable::row, change);
  }
}
