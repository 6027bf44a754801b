package org.trustbench.ingest.reject;

import java.util.Locale;

/** The named rules by which a row, or a whole submission, is not accepted. */
public enum RejectRule {
  // Rows.
  MALFORMED_LINE,
  MISSING_KEY,
  UNKNOWN_QUESTION,
  UNKNOWN_ANSWER,
  UNKNOWN_CASE,
  DUPLICATE_CASE,
  CONFLICTING_JUDGEMENT,
  WRONG_EVIDENCE,
  ATTRIBUTE_OUTSIDE_LIST,
  UNREADABLE_DATE,
  UNKNOWN_READING,
  UNKNOWN_TRUST,
  // What is told of names of columns, fields and rows: no row is rejected by these.
  NAME_PASSED_OVER,
  NAME_LACKING,
  NAME_HIDDEN,
  NAME_NOT_LISTED,
  // Whole submissions.
  MISSING_FILE,
  UNREADABLE_FILE,
  UNREADABLE_MANIFEST,
  WRONG_FRAMEWORK,
  DUPLICATE_INSPECTION,
  NOTHING_ACCEPTED,
  TOO_LARGE,
  TOO_MANY_REJECTS;

  /** Whether a rule of this name tells of names, and rejects no row. */
  public static boolean isOfNames(String id) {
    return id.equals(NAME_PASSED_OVER.id())
        || id.equals(NAME_LACKING.id())
        || id.equals(NAME_HIDDEN.id())
        || id.equals(NAME_NOT_LISTED.id());
  }

  /** The name used in tables: {@code unknown-question} and so on. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
