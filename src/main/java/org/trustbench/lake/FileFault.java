package org.trustbench.lake;

/**
 * A file of the lake that is missing, or is not as it was written.
 *
 * @param what is wrong, as the rest of a sentence that begins with the file's name
 * @param kind what rests on it
 * @param held the rows that it held; null where that is not known, or where it holds none
 */
public record FileFault(String file, String what, Kind kind, Held held) {

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
   * @param ingestId the ingest or scoring that wrote them
   * @param firstHash the least hash of a submission among them; null if not known
   * @param lastHash the greatest; null if not known
   */
  public record Held(String ingestId, String firstHash, String lastHash) {

    /** Whether rows of a submission may be among them. */
    public boolean mayHold(StoredRows rows) {
      return rows.ingestId().equals(ingestId)
          && (firstHash == null || firstHash.compareTo(rows.submissionHash()) <= 0)
          && (lastHash == null || lastHash.compareTo(rows.submissionHash()) >= 0);
    }
  }
}
