package org.trustbench.submission;

import java.util.Locale;

/** The kinds of revision of an inspection: new, changed or withdrawn. */
public enum RevisionKind {
  /** It was sent for the first time. */
  NEW,

  /** Another submission took the place of the one before. */
  CHANGED,

  /** It was taken back. */
  WITHDRAWN;

  /** The word that stands for it in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
