package org.trustbench.ingest.reject;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A row that was not accepted, or what it was refused for.
 *
 * @param file the file's name within what was sent
 * @param line counted from 1; 0 where the whole file or submission is meant
 * @param rule the rule's id
 * @param reason what is wrong and what to do, in a sentence without identifiers
 * @param cells the judgements that are rejected with it; 0 for a case row
 */
public record Reject(String file, int line, String rule, String reason, long cells)
    implements Serializable, Comparable<Reject> {
  private static final Comparator<Reject> ORDER =
      Comparator.comparing(Reject::file)
          .thenComparingInt(Reject::line)
          .thenComparing(Reject::rule)
          .thenComparing(Reject::reason)
          .thenComparingLong(Reject::cells);

  /** Whether it is about names of columns or fields, and no row is rejected by it. */
  public boolean isOfNames() {
    return RejectRule.isOfNames(rule);
  }

  @Override
  public int compareTo(Reject other) {
    return ORDER.compare(this, other);
  }
}
