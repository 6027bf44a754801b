package org.trustbench.lake.repair;

import java.util.Optional;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;

/**
 * A file of the lake that is missing, or is not as it was written.
 *
 * @param what is wrong, as the rest of a sentence that begins with the file's name
 * @param kind what rests on it
 * @param held the rows that it held; empty where that is not known, or where it holds none
 */
public record FileFault(String file, String what, Kind kind, Optional<Held> held) {

  /** One of a file that no row of an inspection is known to lie in. */
  static FileFault of(String file, String what, Kind kind) {
    return new FileFault(file, what, kind, Optional.empty());
  }

  /** What a file is needed for. */
  public enum Kind {
    /** It says which state of each table is current; what is wrong is then a whole sentence. */
    CATALOG,
    /** It says which files a table has: all rows rest on it. */
    TABLE,
    /** Rows of inspections as they were sent. */
    ROWS,
    /** Sums that are made from stored judgements. */
    TALLIES,
    /** The copy of what the catalog said, which is written again whenever a job ends. */
    COPY,
    /** Nothing that the present or a release rests on. */
    NOTHING
  }

  /**
   * The rows of a data file.
   *
   * @param table that it is a file of
   * @param location of the file, in that table's words
   * @param ingestId the ingest or scoring that wrote them
   * @param hashes of the submissions among them
   * @param inspections ids of the inspections among them
   */
  public record Held(
      String table, String location, String ingestId, Ends hashes, Ends inspections) {

    /** The first and the last of some texts, as far as they are known. */
    public record Ends(Optional<String> first, Optional<String> last) {
      private boolean mayHold(String text) {
        return text == null
            || first.filter(one -> one.compareTo(text) > 0).isEmpty()
                && last.filter(one -> one.compareTo(text) < 0).isEmpty();
      }
    }

    /** Whether rows of a submission may be among them. */
    public boolean mayHold(SubmissionsTable.Row row) {
      return mayHold(row.stored(), row)
          && (row.hasCases() || table.equals("rejects") || table.equals("files"));
    }

    /**
     * The same of tallies.
     *
     * @param rows that a later scoring wrote
     * @param scored what they were made from
     */
    boolean mayHold(StoredRows rows, SubmissionsTable.Row scored) {
      return rows.ingestId().equals(ingestId)
          && hashes.mayHold(rows.submissionHash())
          && inspections.mayHold(scored.inspectionId());
    }
  }
}
