package org.trustbench.benchmark;

/**
 * A strength or a concern of one trust, in a sentence that says no more than its figures do.
 *
 * @param score the measure it rests on
 * @param comparison null where the trust was not compared
 * @param adjustedPValue Benjamini-Hochberg over the trust's own comparisons; null likewise
 */
public record Finding(
    Kind kind,
    Basis basis,
    InspectionScore score,
    Comparison comparison,
    Double adjustedPValue,
    String sentence) {

  public enum Kind {
    STRENGTH("strength"),
    CONCERN("concern");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What makes it a finding. */
  public enum Basis {
    /** The verdict against the comparator. */
    COMPARATIVE("comparative"),
    /** The score alone. */
    ABSOLUTE("absolute");

    private final String label;

    Basis(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
