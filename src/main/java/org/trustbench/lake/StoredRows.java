package org.trustbench.lake;

import java.io.Serializable;

/**
 * Names the rows of one submission that one ingest wrote. Only those that {@code submissions} names
 * are anybody's to read: another attempt may have written the same submission too.
 *
 * @param ingestId made anew by each attempt
 */
public record StoredRows(String submissionHash, String ingestId) implements Serializable {
  static final String HASH = "submission_hash";
  static final String INGEST = "ingest_id";

  /** The column of the inspection that rows are of, where a table has it. */
  static final String INSPECTION = "inspection_id";
}
