package org.trustbench.disclosure;

/** Whom a release is for. */
public enum Audience {
  INTERNAL("internal", "internal: not for publication, small numbers are not suppressed"),
  PUBLIC("public", "public: small numbers are suppressed, counts and percentages are rounded");

  private final String id;
  private final String label;

  Audience(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** What settings call it. */
  public String id() {
    return id;
  }

  /** The words shown. */
  public String label() {
    return label;
  }
}
