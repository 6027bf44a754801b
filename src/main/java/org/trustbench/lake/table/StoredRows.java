package org.trustbench.lake.table;

import java.io.Serializable;
import org.apache.iceberg.data.Record;

/**
 * Names the rows of one submission that one ingest wrote. Only those that {@code submissions} names
 * count: another attempt may have written the same submission too.
 *
 * @param ingestId made anew by each attempt
 */
public record StoredRows(String submissionHash, String ingestId) implements Serializable {
  public static final String HASH = "submission_hash";
  public static final String INGEST = "ingest_id";

  /** The column of the inspection that rows are of, where a table has it. */
  public static final String INSPECTION = "inspection_id";

  /** Names the rows that a record belongs to. */
  public static StoredRows of(Record record) {
    return new StoredRows((String) record.getField(HASH), (String) record.getField(INGEST));
  }
}
