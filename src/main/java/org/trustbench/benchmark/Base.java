package org.trustbench.benchmark;

import java.util.Optional;
import java.util.function.Function;
import org.trustbench.tally.Counts;

/** The counts behind a figure: as they are, as a public release says them, or withheld. */
public sealed interface Base {
  /** All of it withheld. */
  Base WITHHELD = new Withheld();

  /** The counts as they are. */
  record Exact(Counts counts) implements Base {
    @Override
    public boolean isRounded() {
      return false;
    }
  }

  /**
   * What a public release says: never the numerator nor what was not applicable, which with the
   * rest would tell more than is said.
   *
   * @param cases with at least one assessed judgement
   * @param judgements assessed
   * @param scope cases the measure is about; empty where it would tell of few
   * @param lacking questions without a recorded judgement in a case in scope; empty likewise
   * @param isRounded whether the counts are rounded
   */
  record Published(
      long cases, long judgements, Optional<Long> scope, Optional<Long> lacking, boolean isRounded)
      implements Base {}

  /** None is said. */
  record Withheld() implements Base {
    @Override
    public boolean isRounded() {
      return true;
    }
  }

  /** The counts as they are. */
  static Base of(Counts counts) {
    return new Exact(counts);
  }

  /** Whether the counts are rounded, which words then say. */
  boolean isRounded();

  /** Cases the measure is about. */
  default Optional<Long> casesInScope() {
    return count(Counts::casesInScope, Published::scope);
  }

  /** Cases with at least one assessed judgement. */
  default Optional<Long> casesAssessed() {
    return count(Counts::casesAssessed, said -> Optional.of(said.cases()));
  }

  /** Judgements that found the work sufficient. */
  default Optional<Long> sufficient() {
    return count(Counts::sufficient, said -> Optional.empty());
  }

  /** Judgements that found it sufficient or insufficient. */
  default Optional<Long> assessed() {
    return count(Counts::assessed, said -> Optional.of(said.judgements()));
  }

  /** Judgements that the work was not called for. */
  default Optional<Long> notApplicable() {
    return count(Counts::notApplicable, said -> Optional.empty());
  }

  /** Questions without a recorded judgement in a case in scope. */
  default Optional<Long> notRecorded() {
    return count(Counts::notRecorded, Published::lacking);
  }

  private Optional<Long> count(
      Function<Counts, Long> exactly, Function<Published, Optional<Long>> published) {
    if (this instanceof Exact exact) {
      return Optional.of(exactly.apply(exact.counts()));
    }
    return this instanceof Published said ? published.apply(said) : Optional.empty();
  }

  /** The exact counts, which are there until disclosure control has been. */
  default Counts exact() {
    if (this instanceof Exact exact) {
      return exact.counts();
    }
    throw new IllegalStateException("a public release has no exact counts");
  }

  /** {@code 57 judgements} assessed, or {@code about 55 judgements}; of a base not withheld. */
  default String judgementsInWords() {
    return words(assessed(), "judgement");
  }

  /** The same of a measure that cases are counted by, each once. */
  default String outcomesInWords() {
    return words(assessed(), "outcome");
  }

  /** The cases assessed, likewise. */
  default String casesInWords() {
    return words(casesAssessed(), "case");
  }

  private String words(Optional<Long> said, String unit) {
    long count = said.orElseThrow();
    return "%s%d %s%s"
        .formatted(isRounded() ? "about " : "", count, unit, !isRounded() && count == 1 ? "" : "s");
  }
}
