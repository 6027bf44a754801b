package org.trustbench.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.trustbench.message.Counted;
import org.trustbench.message.PrintableText;
import org.trustbench.source.ParquetFiles;
import org.trustbench.source.WholeTable;

/** A table in Parquet files. */
final class TableExtract implements ExtractFile {
  private final WholeTable table;

  TableExtract(Path path) {
    this.table = new WholeTable(ParquetFiles.open(path.toString(), path));
  }

  @Override
  public List<String> header() {
    return table.names();
  }

  @Override
  public String told() {
    return "Parquet, " + Counted.of(header().size(), "column");
  }

  @Override
  public List<String> remarks() {
    return table.others().stream()
        .map(column -> "no cells, and not used: " + PrintableText.words(column))
        .toList();
  }

  @Override
  public void describe(ObjectNode layout) {
    // A table says itself what its columns are.
  }

  @Override
  public boolean isUnnumbered() {
    return true;
  }

  @Override
  public long forEach(Consumer<List<String>> row) {
    table.forEach(row);
    return 0;
  }
}
