package org.trustbench.lake.repair;

import java.util.Collection;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.file.LocalFileIO;
import org.trustbench.lake.file.LostFileException;
import org.trustbench.lake.table.SubmissionsTable;

/** The files that the tables rest on: whether they are whole, and what replaces them. */
public final class LakeFiles {
  private final LakeTables tables;

  public LakeFiles(LakeTables tables) {
    this.tables = tables;
  }

  /**
   * Makes sure, by their sizes alone, that the files of cases, judgements, second readings, rejects
   * and tallies are there.
   *
   * @throws LostFileException if one is missing or shortened
   */
  public void checkSizes() {
    for (String name : List.of("cases", "judgements", "second_readings", "rejects", "tallies")) {
      Table table = tables.refreshed(name);
      if (table.io() instanceof LocalFileIO) {
        for (DataFile file : LakeTables.dataFiles(table)) {
          LocalFileIO.checkSize(table.io().newInputFile(file.location()), file.fileSizeInBytes());
        }
      }
    }
  }

  /** Looks at every file that the tables rest on, of whatever catalog they are. */
  public FileCheck.Found check() {
    return FileCheck.ofTables(tables.all());
  }

  /**
   * What writes damaged data files anew.
   *
   * @param needed what the present or a release rests on
   */
  public FileReplacement replacement(Collection<SubmissionsTable.Row> needed) {
    return new FileReplacement(tables, needed);
  }
}
