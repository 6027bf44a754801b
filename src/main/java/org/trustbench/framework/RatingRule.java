package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How one rating is derived.
 *
 * @param basis what it is derived from
 * @param limits what caps it, whatever the basis says
 */
public record RatingRule(String id, String label, Basis basis, List<Limit> limits)
    implements Serializable {

  /** What a rating is derived from. */
  public sealed interface Basis extends Serializable {
    /** The same over another measure, where it rests on one itself. */
    Basis on(UnaryOperator<String> measure);

    /** The ratings that it rests on. */
    default List<String> of() {
      return List.of();
    }

    /** What chooses the rating, the highest first. */
    default List<Band> bands() {
      return List.of();
    }
  }

  /**
   * The score of a measure.
   *
   * @param bands by score in percent, the highest first
   */
  public record Score(String measureId, List<Band> bands) implements Basis {
    @Override
    public Basis on(UnaryOperator<String> measure) {
      return new Score(measure.apply(measureId), bands);
    }
  }

  /** The worst of some ratings. */
  public record Lowest(List<String> of) implements Basis {
    @Override
    public Basis on(UnaryOperator<String> measure) {
      return this;
    }
  }

  /**
   * The points of some ratings, added up.
   *
   * @param bands by points, the highest first
   */
  public record Points(List<String> of, List<Band> bands) implements Basis {
    @Override
    public Basis on(UnaryOperator<String> measure) {
      return this;
    }
  }

  /** A rating, and from how much on it is given. */
  public record Band(String rating, double atLeast) implements Serializable {}

  /**
   * A limiting judgement: where another rating is {@code is} or worse, this one is {@code atMost}
   * at best.
   */
  public record Limit(String when, String is, String atMost) implements Serializable {}

  /** The ratings that it rests on, limits among them. */
  public List<String> restsOn() {
    return Stream.concat(basis.of().stream(), limits.stream().map(Limit::when)).toList();
  }

  RatingRule on(UnaryOperator<String> measureId) {
    return new RatingRule(id, label, basis.on(measureId), limits);
  }
}
