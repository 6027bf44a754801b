package org.trustbench.framework;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A rule that gives every institution peers of its own, with whom it is compared besides.
 *
 * @param id unique among peers and comparators
 * @param label what tables call the peers
 */
public record PeerRule(String id, String label, Choice choice) implements Serializable {
  /** How peers are chosen. */
  public sealed interface Choice extends Serializable {}

  /**
   * The nearest of the institutions that are compared, by the Euclidean distance of standardised
   * attributes.
   *
   * @param count k, how many peers each has
   * @param numbers dimensions that hold numbers
   * @param categories dimensions that two institutions share or do not
   * @param weights of squared differences, by dimension; 1 for what is not among them
   */
  public record Nearest(
      int count, List<String> numbers, List<String> categories, Map<String, Double> weights)
      implements Choice {
    /** What the squared difference in a dimension is multiplied by. */
    public double weight(String dimension) {
      return weights.getOrDefault(dimension, 1.0);
    }

    /** A number as the register writes it: digits, a point for decimals, a sign; else empty. */
    public static OptionalDouble number(String text) {
      return text.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?")
          ? OptionalDouble.of(Double.parseDouble(text))
          : OptionalDouble.empty();
    }
  }

  /**
   * Those that the register names.
   *
   * @param column the dimension that holds their codes
   * @param separator what stands between two codes
   */
  public record Named(String column, String separator) implements Choice {
    /** The codes of a cell, each as it stands there. */
    public List<String> codes(String cell) {
      return Arrays.stream(cell.split(Pattern.quote(separator), -1))
          .map(String::strip)
          .filter(code -> !code.isEmpty())
          .toList();
    }
  }
}
