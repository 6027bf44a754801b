package org.trustbench.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trustbench.stats.Verdict;

/**
 * A strength or a concern of one trust, in a sentence that says no more than its figures do.
 *
 * @param ground what makes it a finding
 * @param score the measure it rests on
 */
public record Finding(Kind kind, Ground ground, InspectionScore score, String sentence) {

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
  public sealed interface Ground {
    /** How it stands to the comparator; empty where the trust is in no group of it. */
    Optional<Beside> beside();
  }

  /** The verdict against the comparator makes it a finding. */
  public record Comparative(Beside compared) implements Ground {
    @Override
    public Optional<Beside> beside() {
      return Optional.of(compared);
    }
  }

  /** The score alone makes it a finding. */
  public record Absolute(Optional<Beside> beside) implements Ground {}

  /**
   * The score beside the comparator.
   *
   * @param adjusted p-value by Benjamini and Hochberg over the trust's own comparisons; empty where
   *     it was not compared, and for the public
   */
  public record Beside(Comparison comparison, OptionalDouble adjusted) {}

  /** What makes it a finding, in a word. */
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

  /** How sure a finding is, the surest first. */
  public enum Sureness {
    /** The verdict holds at 99.8 % too. */
    CLEAR,
    /** The verdict holds at 95 %. */
    INDICATIVE,
    /** It says nothing of others. */
    SCORE_ALONE
  }

  public Basis basis() {
    return ground instanceof Comparative ? Basis.COMPARATIVE : Basis.ABSOLUTE;
  }

  /** The comparison; null where the trust is in no group of the comparator. */
  public Comparison comparison() {
    return ground.beside().map(Beside::comparison).orElse(null);
  }

  /** The adjusted p-value; null where it was not compared, and for the public. */
  public Double adjustedPValue() {
    OptionalDouble adjusted =
        ground.beside().map(Beside::adjusted).orElseGet(OptionalDouble::empty);
    return adjusted.isPresent() ? (Double) adjusted.getAsDouble() : null;
  }

  public Sureness sureness() {
    if (!(ground instanceof Comparative comparative)) {
      return Sureness.SCORE_ALONE;
    }
    Comparison comparison = comparative.compared().comparison();
    return comparison.verdict998() == Verdict.SIMILAR ? Sureness.INDICATIVE : Sureness.CLEAR;
  }
}
